/** $regexFind, $regexFindAll, $regexMatch. */
import { BoundedPattern } from '../../kernel/bounded-pattern';
import { compilePattern } from '../query/regular-expression';
import { folded, unfolded } from './arity';
import type { Compiled, Operator, OperatorTable } from './compiled';
import { failure, isNullish } from './failure';
import { namedOperands, optional, required } from './named-operands';
import { charactersOf } from './utf8';

const KNOWN_FLAGS = new Set('imsx');

interface Source {
  readonly pattern: string;
  readonly options: string;
}

/** The pattern and its options, wherever they stand; null without a pattern. */
function sourceOf(regex: unknown, options: unknown, name: string): Source | null {
  if (!isNullish(regex) && typeof regex !== 'string' && !(regex instanceof RegExp)) throw failure(`${name} needs 'regex' to be of type string or regex`);
  if (!isNullish(options) && typeof options !== 'string') throw failure(`${name} needs 'options' to be of type string`);
  const own = regex instanceof RegExp ? regex.flags : '';
  if (own !== '' && !isNullish(options)) throw failure(`${name}: found regex option(s) specified in both 'regex' and 'option' fields`);
  const letters = isNullish(options) ? own.replace('u', '') : options;
  const pattern = regex instanceof RegExp ? regex.source : regex;
  if (typeof pattern === 'string' && pattern.includes('\0')) throw failure(`${name}: regular expression cannot contain an embedded null byte`);
  if (letters.includes('\0')) throw failure(`${name}: regular expression options cannot contain an embedded null byte`);
  const unknown = charactersOf(letters).find((letter) => !KNOWN_FLAGS.has(letter));
  if (unknown !== undefined) throw failure(`${name} invalid flag in regex options: ${unknown}`);
  return isNullish(pattern) ? null : { pattern, options: letters };
}

function compileSource({ pattern, options }: Source, name: string): RegExp {
  try {
    const compiled = compilePattern(pattern, options);
    return new BoundedPattern(compiled.source, `${compiled.flags}g`);
  } catch (error) {
    const reason = error instanceof Error ? error.message.replace(/^(\[FailedOperation\] )?(.*Regular expression is invalid: )?/, '') : String(error);
    throw failure(`Invalid Regex in ${name}: ${reason}`);
  }
}

interface Match {
  readonly match: string;
  /** In characters. */
  readonly idx: number;
  /** Null where a group took no part. */
  readonly captures: readonly (string | null)[];
}

/** The first match at or behind `from` (in code units). */
function matchFrom(pattern: RegExp, input: string, from: number): { readonly match: Match; readonly at: number } | null {
  pattern.lastIndex = from;
  const found = pattern.exec(input);
  if (found === null) return null;
  const idx = charactersOf(input.slice(0, found.index)).length;
  return { match: { match: found[0], idx, captures: found.slice(1).map((group: string | undefined) => group ?? null) }, at: found.index };
}

/** All matches that do not overlap. Behind the last character nothing is looked for, not even an empty match. */
function allMatches(pattern: RegExp, input: string): Match[] {
  const matches: Match[] = [];
  let from = 0;
  do {
    const found = matchFrom(pattern, input, from);
    if (found === null) break;
    matches.push(found.match);
    const taken = found.match.match.length;
    from = found.at + (taken === 0 ? (charactersOf(input.slice(found.at, found.at + 2))[0]?.length ?? 1) : taken);
  } while (from < input.length);
  return matches;
}

const searching =
  (search: (pattern: RegExp, input: string) => unknown, nothing: () => unknown): Operator =>
  (operand, compiler, name) => {
    const named = namedOperands(operand, ['input', 'regex', 'options'], {
      notAnObject: (type) => `${name} expects an object of named arguments but found: ${type}`,
      unknown: (field) => `${name} found an unknown argument: ${field}`,
    });
    const input = required(named.input, compiler, `${name} requires 'input' parameter`);
    const regex = required(named.regex, compiler, `${name} requires 'regex' parameter`);
    const options = optional(named.options, compiler);
    const patternOf = patternReader(regex, options, name);
    return unfolded((scope) => {
      const text = input.evaluate(scope);
      const pattern = patternOf.evaluate(scope) as RegExp | null;
      if (!isNullish(text) && typeof text !== 'string') throw failure(`${name} needs 'input' to be of type string`);
      return isNullish(text) || pattern === null ? nothing() : search(pattern, text);
    });
  };

/** Evaluates to the compiled pattern; a constant one is compiled once. */
const patternReader = (regex: Compiled, options: Compiled | undefined, name: string): Compiled =>
  folded(options === undefined ? [regex] : [regex, options], (scope) => {
    const source = sourceOf(regex.evaluate(scope), options?.evaluate(scope), name);
    return source === null ? null : compileSource(source, name);
  });

export const stringPatterns: OperatorTable = {
  $regexFind: searching((pattern, input) => matchFrom(pattern, input, 0)?.match ?? null, () => null),
  $regexFindAll: searching(allMatches, () => []),
  $regexMatch: searching((pattern, input) => matchFrom(pattern, input, 0) !== null, () => false),
};
