/**
 * EJSON as the SDK sends it (canonical: `{"$numberInt":"1"}`, `{"$date":{"$numberLong":"0"}}`) and as it reads it back.
 * The same text form is written to the journal.
 */
import { invalidParameter } from './cloud-error';

const NUMBER_TAGS = new Set(['$numberInt', '$numberLong', '$numberDouble']);
const REFUSED_TAGS = new Set(['$oid', '$binary', '$numberDecimal', '$timestamp', '$minKey', '$maxKey', '$code', '$symbol', '$dbPointer', '$undefined', '$uuid']);

function readDate(content: unknown, nowMs: number): Date {
  const inner = typeof content === 'object' ? readValue(content, nowMs) : content;
  if (typeof inner !== 'number' && typeof inner !== 'string') throw invalidParameter('malformed $date');
  return new Date(inner);
}

function readExpression(content: unknown): RegExp {
  const { pattern, options } = content as { pattern: string; options?: string };
  const unsupported = (options ?? '').replace(/[gimsu]/g, '');
  if (unsupported !== '') throw invalidParameter(`regular expression options "${unsupported}" are not supported by the local cloud`);
  return new RegExp(pattern, (options ?? '').replace('g', ''));
}

/** A tagged value such as {"$date": …}, or undefined when the object is an ordinary one. */
function readTagged(key: string, content: unknown, nowMs: number): { value: unknown } | undefined {
  if (NUMBER_TAGS.has(key)) return { value: Number(content) };
  if (key === '$date') return { value: readDate(content, nowMs) };
  if (key === '$regularExpression') return { value: readExpression(content) };
  if (key === '$tcb_server_date') {
    const { offset } = readValue(content, nowMs) as { offset?: number };
    return { value: new Date(nowMs + (offset ?? 0)) };
  }
  if (REFUSED_TAGS.has(key)) throw invalidParameter(`values of type ${key} are not supported by the local cloud`);
  return undefined;
}

function readValue(value: unknown, nowMs: number): unknown {
  if (Array.isArray(value)) {
    for (let i = 0; i < value.length; i += 1) value[i] = readValue(value[i], nowMs);
    return value;
  }
  if (typeof value !== 'object' || value === null) return value;
  const record = value as Record<string, unknown>;
  const keys = Object.keys(record);
  const first = keys[0];
  if (keys.length === 1 && first !== undefined && first.startsWith('$')) {
    const tagged = readTagged(first, record[first], nowMs);
    if (tagged !== undefined) return tagged.value;
  }
  for (const key of keys) record[key] = readValue(record[key], nowMs);
  return record;
}

/** Reads EJSON text; server dates become `nowMs` plus their offset. */
export function decodeEjson(text: string, nowMs: number): unknown {
  const value: unknown = JSON.parse(text);
  return text.includes('"$') ? readValue(value, nowMs) : value;
}

/** Reads an EJSON object; an absent or empty text is an empty object. */
export function decodeEjsonObject(text: unknown, nowMs: number): Record<string, unknown> {
  if (text === undefined || text === null || text === '') return {};
  const value = typeof text === 'string' ? decodeEjson(text, nowMs) : text;
  if (typeof value !== 'object' || value === null || Array.isArray(value)) throw invalidParameter('an object was expected');
  return value as Record<string, unknown>;
}

// JSON.stringify calls Date.toJSON before the replacer sees the value, so the raw one is read from the holder.
function tagSpecial(this: unknown, key: string, value: unknown): unknown {
  const raw = (this as Record<string, unknown>)[key];
  if (raw instanceof Date) return { $date: { $numberLong: String(raw.getTime()) } };
  if (raw instanceof RegExp) return { $regularExpression: { pattern: raw.source, options: raw.flags } };
  if (typeof raw === 'number' && !Number.isFinite(raw)) return { $numberDouble: String(raw) };
  return value;
}

export const encodeEjson = (value: unknown): string => JSON.stringify(value, tagSpecial);
