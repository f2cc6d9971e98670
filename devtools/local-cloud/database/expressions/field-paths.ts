/** Field paths (`$a.b`) and variables (`$$ROOT.a`, `$$item.price`). */
import { isPlainObject } from '../../kernel/values';
import type { Compiled, Expression } from './compiled';
import { constant, unfolded } from './arity';
import { failure } from './failure';

/** Refuses what is no path of fields: empty parts, parts that begin with a dollar. */
export function assertFieldPath(path: string): void {
  if (path === '') throw failure('FieldPath cannot be constructed with empty string');
  if (path.endsWith('.')) throw failure("FieldPath must not end with a '.'.");
  for (const part of path.split('.')) {
    if (part === '') throw failure('FieldPath field names may not be empty strings.');
    if (part.startsWith('$')) throw failure("FieldPath field names may not start with '$'.");
    if (part.includes('\0')) throw failure("FieldPath field names may not contain '\\0'.");
  }
}

const isLowercase = (character: string): boolean => character >= 'a' && character <= 'z';
const isLetter = (character: string): boolean => isLowercase(character) || (character >= 'A' && character <= 'Z');
const isForeign = (character: string): boolean => character >= '\u0080';

function assertVariableName(name: string, mayStart: (character: string) => boolean): void {
  const first = name[0];
  if (first === undefined) throw failure('empty variable names are not allowed');
  if (!mayStart(first) && !isForeign(first)) throw failure(`'${name}' starts with an invalid character for a user variable name`);
  for (const character of name.slice(1)) {
    if (isLetter(character) || (character >= '0' && character <= '9') || character === '_' || isForeign(character)) continue;
    throw failure(`'${name}' contains an invalid character for a variable name: '${character}'`);
  }
}

/** Refuses the name of a variable that $let, $map … may not bind. */
export function assertBindableName(name: string): void {
  if (name !== 'CURRENT') assertVariableName(name, isLowercase);
}

/** The value at `parts[from…]` below a value; through an array, the list of what its objects have there. */
function readBelow(value: unknown, parts: readonly string[], from: number): unknown {
  let reached = value;
  for (let i = from; i < parts.length; i += 1) {
    if (Array.isArray(reached)) return readThroughArray(reached, parts, i);
    const part = parts[i] ?? '';
    if (!isPlainObject(reached) || !Object.hasOwn(reached, part)) return undefined;
    reached = reached[part];
  }
  return reached;
}

function readThroughArray(items: readonly unknown[], parts: readonly string[], from: number): unknown[] {
  const found: unknown[] = [];
  for (const item of items) {
    if (!isPlainObject(item)) continue;
    const value = readBelow(item, parts, from);
    if (value !== undefined) found.push(value);
  }
  return found;
}

/** The value at a path of names below a value, as an expression reads it: arrays are gone through, never indexed. */
export const readFieldPath = (value: unknown, parts: readonly string[]): unknown => readBelow(value, parts, 0);

function startOf(name: string, bound: ReadonlySet<string>, nowMs: number): Expression | Compiled {
  if (bound.has(name)) return ({ variables }) => variables[name];
  if (name === 'ROOT' || name === 'CURRENT') return ({ root }) => root;
  if (name === 'REMOVE') return constant(undefined);
  if (name === 'NOW') return constant(new Date(nowMs));
  if (name === 'CLUSTER_TIME') throw failure('the local cloud has no timestamps: $$CLUSTER_TIME is not supported');
  throw failure(`Use of undefined variable: ${name}`);
}

/** Compiles a string that starts with a dollar. `bound` are the variables bound around it. */
export function compileFieldPath(text: string, bound: ReadonlySet<string>, nowMs: number): Compiled {
  if (text === '$') throw failure("'$' by itself is not a valid FieldPath");
  const path = text.startsWith('$$') ? text.slice(2) : `CURRENT.${text.slice(1)}`;
  const dot = path.indexOf('.');
  const name = dot === -1 ? path : path.slice(0, dot);
  assertVariableName(name, isLetter);
  const start = startOf(name, bound, nowMs);
  assertFieldPath(path);
  const parts = path.split('.').slice(1);
  const from = typeof start === 'function' ? unfolded(start) : start;
  if (parts.length === 0) return from;
  const evaluate: Expression = (scope) => readBelow(from.evaluate(scope), parts, 0);
  return { evaluate, isConstant: from.isConstant };
}
