/** $concat, $replaceAll, $replaceOne, $split, $strcasecmp, $toLower, $toUpper, $trim, $ltrim, $rtrim. */
import { associative, fixed, folded, unary } from './arity';
import { assertTextFits } from './budget';
import type { Operator, OperatorTable } from './compiled';
import { failure, isNullish, typeName } from './failure';
import { namedOperands, optional, present, required } from './named-operands';
import { showValue, textOf } from './show-value';
import { bytesOf, charactersOf } from './utf8';

// MongoDB changes the case of ASCII letters only.
const toUpper = (text: string): string => text.replace(/[a-z]/g, (letter) => letter.toUpperCase());
const toLower = (text: string): string => text.replace(/[A-Z]/g, (letter) => letter.toLowerCase());

function concat(values: readonly unknown[]): unknown {
  let joined = '';
  for (const value of values) {
    if (isNullish(value)) return null;
    if (typeof value !== 'string') throw failure(`$concat only supports strings, not ${typeName(value)}`);
    assertTextFits(joined.length + value.length);
    joined += value;
  }
  return joined;
}

function split([input, separator]: readonly unknown[]): unknown {
  if (isNullish(input) || isNullish(separator)) return null;
  if (typeof input !== 'string') throw failure(`$split requires an expression that evaluates to a string as a first argument, found: ${typeName(input)}`);
  if (typeof separator !== 'string') throw failure(`$split requires an expression that evaluates to a string as a second argument, found: ${typeName(separator)}`);
  if (separator === '') throw failure('$split requires a non-empty separator');
  return input.split(separator);
}

/** What MongoDB trims by default: the zero character, ASCII white space and the spaces of Unicode. */
const WHITESPACE: ReadonlySet<string> = new Set(
  '\0 \t\n\v\f\r\u00a0\u1680\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009\u200a',
);

function trimmed(text: string, characters: ReadonlySet<string>, isLeft: boolean, isRight: boolean): string {
  const all = charactersOf(text);
  let start = 0;
  let end = all.length;
  while (isLeft && start < end && characters.has(all[start] ?? '')) start += 1;
  while (isRight && end > start && characters.has(all[end - 1] ?? '')) end -= 1;
  return all.slice(start, end).join('');
}

const trim =
  (isLeft: boolean, isRight: boolean): Operator =>
  (operand, compiler, name) => {
    const named = namedOperands(operand, ['input', 'chars'], {
      notAnObject: (type) => `${name} only supports an object as an argument, found ${type}`,
      unknown: (field) => `${name} found an unknown argument: ${field}`,
    });
    const input = required(named.input, compiler, `${name} requires an 'input' field`);
    const characters = optional(named.chars, compiler);
    return folded(present([input, characters]), (scope) => {
      const text = input.evaluate(scope);
      if (isNullish(text)) return null;
      if (typeof text !== 'string') throw failure(`${name} requires its input to be a string, got ${showValue(text)} (of type ${typeName(text)}) instead.`);
      if (characters === undefined) return trimmed(text, WHITESPACE, isLeft, isRight);
      const chosen = characters.evaluate(scope);
      if (isNullish(chosen)) return null;
      if (typeof chosen !== 'string') throw failure(`${name} requires 'chars' to be a string, got ${showValue(chosen)} (of type ${typeName(chosen)}) instead.`);
      return trimmed(text, new Set(charactersOf(chosen)), isLeft, isRight);
    });
  };

type Replace = (input: string, find: string, replacement: string) => string;

const replaceFirst: Replace = (input, find, replacement) => {
  const at = input.indexOf(find);
  return at === -1 ? input : input.slice(0, at) + replacement + input.slice(at + find.length);
};

// An empty text is found before every character and at the end.
const replaceEvery: Replace = (input, find, replacement) => {
  const times = find === '' ? input.length + 1 : input.split(find).length - 1;
  assertTextFits(input.length + times * replacement.length);
  return find === '' ? [replacement, ...charactersOf(input).flatMap((character) => [character, replacement])].join('') : input.split(find).join(replacement);
};

const replacing =
  (replace: Replace): Operator =>
  (operand, compiler, name) => {
    const named = namedOperands(operand, ['input', 'find', 'replacement'], {
      notAnObject: (type) => `${name} requires an object as an argument, found: ${type}`,
      unknown: (field) => `${name} found an unknown argument: ${field}`,
    });
    const parts = (['input', 'find', 'replacement'] as const).map((field) => ({ field, part: required(named[field], compiler, `${name} requires '${field}' to be specified`) }));
    return folded(parts.map(({ part }) => part), (scope) => {
      const [input, find, replacement] = parts.map(({ field, part }) => {
        const text = part.evaluate(scope);
        if (typeof text === 'string') return text;
        if (isNullish(text)) return null;
        throw failure(`${name} requires that '${field}' be a string, found: ${showValue(text)}`);
      });
      return typeof input === 'string' && typeof find === 'string' && typeof replacement === 'string' ? replace(input, find, replacement) : null;
    });
  };

export const stringTexts: OperatorTable = {
  $concat: associative(false, concat),
  $ltrim: trim(true, false),
  $replaceAll: replacing(replaceEvery),
  $replaceOne: replacing(replaceFirst),
  $rtrim: trim(false, true),
  $split: fixed(2, split),
  $strcasecmp: fixed(2, ([a, b]) => Math.sign(Buffer.compare(bytesOf(toUpper(textOf(a))), bytesOf(toUpper(textOf(b)))))),
  $toLower: unary((value) => toLower(textOf(value))),
  $toUpper: unary((value) => toUpper(textOf(value))),
  $trim: trim(true, true),
};
