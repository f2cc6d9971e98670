/** Lengths, positions and parts of strings, by bytes (UTF-8) and by characters (code points). */
import { fixed, ranged, unary } from './arity';
import { searchBound } from './arrays';
import type { OperatorTable } from './compiled';
import { failure, isInt, isNullish, typeName } from './failure';
import { showValue, textOf } from './show-value';
import { bytesOf, charactersOf, continuesAt } from './utf8';

function stringArgument(value: unknown, name: string, place: string): string {
  if (typeof value !== 'string') throw failure(`${name} requires a string as the ${place} argument, found: ${typeName(value)}`);
  return value;
}

const bounds = (values: readonly unknown[], name: string, length: number): readonly [number, number] => [
  values.length > 2 ? searchBound(values[2], name, 'starting index') : 0,
  values.length > 3 ? Math.min(searchBound(values[3], name, 'ending index'), length) : length,
];

function indexOfBytes(values: readonly unknown[], name: string): unknown {
  if (isNullish(values[0])) return null;
  const input = bytesOf(stringArgument(values[0], name, 'first'));
  const token = bytesOf(stringArgument(values[1], name, 'second'));
  const [start, end] = bounds(values, name, input.length);
  if (start > input.length || end < start) return -1;
  return input.subarray(0, end).indexOf(token, start);
}

/** The token must begin before the end; it may reach beyond it. */
function indexOfCharacters(values: readonly unknown[], name: string): unknown {
  if (isNullish(values[0])) return null;
  const input = charactersOf(stringArgument(values[0], name, 'first'));
  const token = charactersOf(stringArgument(values[1], name, 'second'));
  const [start, end] = bounds(values, name, input.length);
  if (input.length === 0 && token.length === 0) return 0;
  for (let i = start; i < end; i += 1) {
    if (token.every((character, offset) => input[i + offset] === character)) return i;
  }
  return -1;
}

function substringOfBytes([value, from, count]: readonly unknown[]): string {
  const name = '$substrBytes';
  const bytes = bytesOf(textOf(value));
  if (typeof from !== 'number') throw failure(`${name}:  starting index must be a numeric type (is BSON type ${typeName(from)})`);
  if (typeof count !== 'number') throw failure(`${name}:  length must be a numeric type (is BSON type ${typeName(count)})`);
  const start = Math.trunc(from);
  if (start < 0) throw failure(`${name}:  starting index must be non-negative (got: ${start})`);
  const end = count < 0 ? bytes.length : start + Math.trunc(count);
  if (continuesAt(bytes, start)) throw failure(`${name}:  Invalid range, starting index is a UTF-8 continuation byte.`);
  if (continuesAt(bytes, end)) throw failure(`${name}:  Invalid range, ending index is in the middle of a UTF-8 character.`);
  return bytes.subarray(start, end).toString('utf8');
}

function wholeIndex(value: unknown, what: string): number {
  if (typeof value !== 'number') throw failure(`$substrCP: ${what} must be a numeric type (is BSON type ${typeName(value)})`);
  if (!isInt(value + 0)) throw failure(`$substrCP: ${what} cannot be represented as a 32-bit integral value: ${showValue(value)}`);
  return value;
}

function substringOfCharacters([value, from, count]: readonly unknown[]): string {
  const characters = charactersOf(textOf(value));
  const start = wholeIndex(from, 'starting index');
  const length = wholeIndex(count, 'length');
  if (length < 0) throw failure('$substrCP: length must be a nonnegative integer.');
  if (start < 0) throw failure('$substrCP: the starting index must be nonnegative integer.');
  return characters.slice(start, start + length).join('');
}

const lengthOf = (length: (text: string) => number) =>
  unary((value, name) => {
    if (typeof value !== 'string') throw failure(`${name} requires a string argument, found: ${typeName(value)}`);
    return length(value);
  });

function binarySize(value: unknown): unknown {
  if (isNullish(value)) return null;
  if (typeof value !== 'string') throw failure(`$binarySize requires a string or BinData argument, found: ${typeName(value)}`);
  return bytesOf(value).length;
}

export const stringParts: OperatorTable = {
  $binarySize: unary(binarySize),
  $indexOfBytes: ranged(2, 4, indexOfBytes),
  $indexOfCP: ranged(2, 4, indexOfCharacters),
  $strLenBytes: lengthOf((text) => bytesOf(text).length),
  $strLenCP: lengthOf((text) => charactersOf(text).length),
  // $substr is the old name of $substrBytes, which is what its refusals say.
  $substr: fixed(3, substringOfBytes),
  $substrBytes: fixed(3, substringOfBytes),
  $substrCP: fixed(3, substringOfCharacters),
};
