/**
 * Lines of the journal. They are written by `encodeEjson` and read here: what stands in the journal was accepted once, so
 * it is read without the limits that requests have, and without a second walk where no value needs one.
 */
import { closeSync, openSync, readSync } from 'node:fs';
import { storedExpression } from '../kernel/values';

const isSingle = (record: Record<string, unknown>): boolean => {
  let count = 0;
  for (const _key in record) if ((count += 1) > 1) return false;
  return count === 1;
};

function revived(record: Record<string, unknown>): { readonly value: unknown } | undefined {
  if (!isSingle(record)) return undefined;
  const { $date: date, $regularExpression: expression, $numberDouble: number } = record as {
    $date?: { $numberLong: string };
    $regularExpression?: { pattern: string; options: string };
    $numberDouble?: string;
  };
  if (date !== undefined) return { value: new Date(Number(date.$numberLong)) };
  if (expression !== undefined) return { value: storedExpression(expression.pattern, expression.options) };
  return number === undefined ? undefined : { value: Number(number) };
}

/** Puts dates and the like in the place of their tags; plain values stay as they are. */
function revive(value: unknown): unknown {
  if (typeof value !== 'object' || value === null) return value;
  const special = Array.isArray(value) ? undefined : revived(value as Record<string, unknown>);
  if (special !== undefined) return special.value;
  const holder = value as Record<string, unknown>;
  for (const key of Object.keys(holder)) {
    const part = holder[key];
    const next = revive(part);
    // Most parts stay; writing only the others also leaves a field called __proto__ alone.
    if (next !== part) holder[key] = next;
  }
  return holder;
}

/** The value a line tells. */
export function readLine(line: string): unknown {
  const value: unknown = JSON.parse(line);
  return line.includes('"$') ? revive(value) : value;
}

const NEWLINE = 10;
const CHUNK_BYTES = 16 << 20;

/** Hands over every whole line of a file, whatever its size; gives the bytes of whole lines. */
export function eachLine(path: string, take: (line: string, bytes: number) => void): number {
  const file = openSync(path, 'r');
  let chunk = Buffer.allocUnsafe(CHUNK_BYTES);
  let filled = 0;
  let whole = 0;
  try {
    for (;;) {
      // A line longer than the room left moves into a larger one.
      if (filled === chunk.length) chunk = Buffer.concat([chunk, Buffer.allocUnsafe(chunk.length)]);
      const count = readSync(file, chunk, filled, chunk.length - filled, null);
      if (count === 0) return whole;
      filled += count;
      let start = 0;
      for (let end = chunk.indexOf(NEWLINE, start); end >= 0 && end < filled; end = chunk.indexOf(NEWLINE, start)) {
        take(chunk.toString('utf8', start, end), end - start);
        start = end + 1;
      }
      whole += start;
      chunk.copy(chunk, 0, start, filled);
      filled -= start;
    }
  } finally {
    closeSync(file);
  }
}
