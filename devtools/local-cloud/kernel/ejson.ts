/**
 * EJSON as the SDK sends it (canonical: `{"$numberInt":"1"}`, `{"$date":{"$numberLong":"0"}}`) and as it reads it back.
 * The same text form is written to the journal. What comes over the wire is untrusted: malformed text, values of types the
 * local cloud does not keep and absurd nesting are refused.
 */
import { invalidParameter, requestFailed } from './cloud-error';
import { isPlainObject, setField, storedExpression } from './values';

/** Levels of objects and lists a value of a request may have, as MongoDB's BSON has (200). Stored documents: store.ts. */
export const NESTING_LIMIT = 200;

/** Objects the deepest tag is written with: `{"$tcb_server_date": {"offset": {"$numberInt": "0"}}}`. */
const TAG_LEVELS = 3;

const LARGEST_DATE_MS = 8.64e15;
const REFUSED_TAGS = new Set([
  '$oid', '$binary', '$numberDecimal', '$timestamp', '$minKey', '$maxKey', '$code', '$symbol', '$dbPointer', '$undefined', '$uuid',
]);

const tooDeep = (): Error => requestFailed(`[FailedOperation] exceeded maximum nested object depth: ${NESTING_LIMIT}`);

const malformed = (tag: string, content: unknown): Error => invalidParameter(`malformed ${tag}: ${String(JSON.stringify(content)).slice(0, 80)}`);

const NUMBER_FORMS: Readonly<Record<string, RegExp>> = {
  $numberInt: /^-?\d{1,10}$/,
  $numberLong: /^-?\d{1,19}$/,
  $numberDouble: /^(-?Infinity|NaN|[-+]?(\d+\.?\d*|\.\d+)([eE][-+]?\d+)?)$/,
};

/** Numbers come as text; older encoders write them bare. */
function readNumber(tag: string, content: unknown): number {
  const fits = typeof content === 'number' || (typeof content === 'string' && NUMBER_FORMS[tag]?.test(content) === true);
  if (!fits) throw malformed(tag, content);
  return Number(content);
}

/** `{"$numberLong": ms}`, an ISO text, or a bare number of milliseconds. */
function readDate(content: unknown, depth: number): Date {
  const inner = isPlainObject(content) ? readValue(content, 0, depth + 1) : content;
  const date = typeof inner === 'number' || typeof inner === 'string' ? new Date(inner) : undefined;
  if (date === undefined || Number.isNaN(date.getTime())) throw malformed('$date', content);
  return date;
}

function readExpression(content: unknown): RegExp {
  if (!isPlainObject(content) || typeof content.pattern !== 'string') throw malformed('$regularExpression', content);
  return storedExpression(content.pattern, typeof content.options === 'string' ? content.options : '');
}

function readServerDate(content: unknown, nowMs: number, depth: number): Date {
  const inner = readValue(content, nowMs, depth + 1);
  const offset = isPlainObject(inner) ? (inner.offset ?? 0) : undefined;
  if (typeof offset !== 'number' || !(Math.abs(nowMs + offset) <= LARGEST_DATE_MS)) throw malformed('$tcb_server_date', content);
  return new Date(nowMs + offset);
}

/** A tagged value such as {"$date": …}, or undefined when the object is an ordinary one. */
function readTagged(key: string, content: unknown, nowMs: number, depth: number): { value: unknown } | undefined {
  if (Object.hasOwn(NUMBER_FORMS, key)) return { value: readNumber(key, content) };
  if (key === '$date') return { value: readDate(content, depth) };
  if (key === '$regularExpression') return { value: readExpression(content) };
  if (key === '$tcb_server_date') return { value: readServerDate(content, nowMs, depth) };
  if (REFUSED_TAGS.has(key)) throw invalidParameter(`values of type ${key} are not supported by the local cloud`);
  return undefined;
}

function readValue(value: unknown, nowMs: number, depth: number): unknown {
  if (typeof value !== 'object' || value === null) return value;
  if (depth > NESTING_LIMIT + TAG_LEVELS) throw tooDeep();
  if (Array.isArray(value)) {
    if (depth > NESTING_LIMIT) throw tooDeep();
    for (let i = 0; i < value.length; i += 1) value[i] = readValue(value[i], nowMs, depth + 1);
    return value;
  }
  const record = value as Record<string, unknown>;
  const keys = Object.keys(record);
  const first = keys[0];
  if (keys.length === 1 && first !== undefined && first.startsWith('$')) {
    const tagged = readTagged(first, record[first], nowMs, depth);
    if (tagged !== undefined) return tagged.value;
  }
  if (depth > NESTING_LIMIT) throw tooDeep();
  for (const key of keys) setField(record, key, readValue(record[key], nowMs, depth + 1));
  return record;
}

const QUOTE = 0x22;
const BACKSLASH = 0x5c;

/** Whether objects and lists in the text stay within the limit; spares the walk through what was parsed. */
function isShallow(text: string): boolean {
  if (text.length <= NESTING_LIMIT) return true;
  let depth = 0;
  for (let i = 0; i < text.length; i += 1) {
    const code = text.charCodeAt(i);
    if (code === QUOTE) i = endOfText(text, i);
    else if (code === 0x7b || code === 0x5b) {
      depth += 1;
      if (depth > NESTING_LIMIT) return false;
    } else if (code === 0x7d || code === 0x5d) depth -= 1;
  }
  return true;
}

/** The index of the quote that ends the text which begins at `start`. */
function endOfText(text: string, start: number): number {
  for (let end = text.indexOf('"', start + 1); end >= 0; end = text.indexOf('"', end + 1)) {
    let slashes = 0;
    while (text.charCodeAt(end - 1 - slashes) === BACKSLASH) slashes += 1;
    if (slashes % 2 === 0) return end;
  }
  return text.length;
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text) as unknown;
  } catch {
    throw invalidParameter(`not EJSON: ${text.slice(0, 80)}`);
  }
}

/** Reads EJSON text; server dates become `nowMs` plus their offset. Throws CloudError on what is not EJSON or too deep. */
export function decodeEjson(text: string, nowMs: number): unknown {
  const value = parseJson(text);
  return text.includes('"$') || !isShallow(text) ? readValue(value, nowMs, 1) : value;
}

/** Reads an EJSON object; an absent or empty text is an empty object. */
export function decodeEjsonObject(text: unknown, nowMs: number): Record<string, unknown> {
  if (text === undefined || text === null || text === '') return {};
  const value = typeof text === 'string' ? decodeEjson(text, nowMs) : readValue(text, nowMs, 1);
  if (!isPlainObject(value)) throw invalidParameter('an object was expected');
  return value;
}

/** A list with its special values written as tags; the same one when it has none. */
function tagItems(list: unknown[]): unknown[] {
  let copy: unknown[] | undefined;
  for (let i = 0; i < list.length; i += 1) {
    const tagged = tag(list[i]);
    if (tagged !== list[i]) (copy ??= [...list])[i] = tagged;
  }
  return copy ?? list;
}

/** The same for the fields of an object. */
function tagFields(record: Record<string, unknown>): Record<string, unknown> {
  let copy: Record<string, unknown> | undefined;
  for (const name of Object.keys(record)) {
    const tagged = tag(record[name]);
    if (tagged !== record[name]) setField((copy ??= { ...record }), name, tagged);
  }
  return copy ?? record;
}

function tag(value: unknown): unknown {
  if (typeof value === 'number') return Number.isFinite(value) ? value : { $numberDouble: String(value) };
  if (typeof value !== 'object' || value === null) return value;
  if (value instanceof Date) return { $date: { $numberLong: String(value.getTime()) } };
  if (value instanceof RegExp) return { $regularExpression: { pattern: value.source, options: value.flags } };
  return Array.isArray(value) ? tagItems(value as unknown[]) : tagFields(value as Record<string, unknown>);
}

/** EJSON text; special values are tagged beforehand because a replacer makes JSON.stringify several times slower. */
export const encodeEjson = (value: unknown): string => JSON.stringify(tag(value));
