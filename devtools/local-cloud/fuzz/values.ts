/** Values of every kind, as EJSON the SDK would send, and now and then as it never would. */
import type { Dice } from './dice';

export const IDS = ['a', 'b', 'c', 'd', 'e', 'f', 'g', 'h'] as const;
const NAMES = [
  'n', 'm', 'kind', 'rank', 'tags', 'state', 'atMs', 'owner', 'owner.id', 'at', 'code', 'items', 'items.k', 'items.0', 'items.0.k', 'personId', 'amountFen', 'place', 'text', 'flag',
] as const;
const STRANGE_NAMES = [
  '', '.', 'a..b', '.a', 'a.', '$a', 'a.$b', '_id', '__proto__', 'constructor', 'constructor.prototype', '__proto__.x', 'toString', 'length', 'items.$', 'items.$[]', 'items.$[x].k', 'items.-1',
  'items.99999', 'n.deep.er.est', '邻愿', ' ', '0', '\u0000', 'x'.repeat(300),
] as const;

const INTEGERS = [0, 1, -1, 2, 3, 10, 100, 2 ** 31 - 1, 2 ** 31, -(2 ** 31), 2 ** 53, -(2 ** 53)] as const;
const DOUBLES = ['0.5', '-0.0', '1e308', '-1e308', '1e-308', 'NaN', 'Infinity', '-Infinity', '3.14'] as const;
const TEXTS = ['', 'a', 'b', 'ab', 'A', '邻愿', '👪', '$n', '$$ROOT', 'a.b', '__proto__', '2026-11-20', 'null', '\u0000', '%Y-%m-%d', 'x'.repeat(2000)] as const;
const PATTERNS = ['^a', 'a$', '.*', '', '(', '[', 'a{2,1}', '\\', '(a+)+$', '(?i)a', '[[:alpha:]]', '\\d+', '(?<x>a)\\k<x>', 'a|b', '*'] as const;
const OPTIONS = ['', 'i', 'm', 's', 'x', 'g', 'u', 'imsx', 'z'] as const;

export const nameOf = (dice: Dice): string => (dice.chance(0.12) ? dice.pick(STRANGE_NAMES) : dice.pick(NAMES));

/** Tags that are malformed, or of types the database here does not hold. */
const oddTag = (dice: Dice): unknown =>
  dice.pick<unknown>([
    { $numberInt: 'x' }, { $numberLong: '99999999999999999999999' }, { $numberDouble: {} }, { $numberInt: 1 }, { $date: 'yesterday' }, { $date: {} }, { $date: { $numberLong: '1e400' } }, { $date: null },
    { $oid: '5f0000000000000000000000' }, { $binary: { base64: 'AA==', subType: '00' } }, { $numberDecimal: '1.5' }, { $timestamp: { t: 1, i: 1 } }, { $minKey: 1 }, { $maxKey: 1 }, { $undefined: true },
    { $code: 'x' }, { $symbol: 'x' }, { $regularExpression: {} }, { $regularExpression: { pattern: 1 } }, { $regularExpression: null }, { $tcb_server_date: {} }, { $tcb_server_date: { offset: 'x' } },
    { $ref: 'notes', $id: 'a' }, { $numberInt: '1', other: 2 }, { $uuid: 'x' }, { $dbPointer: {} },
  ]);

const number = (dice: Dice): unknown => {
  if (dice.chance(0.2)) return { $numberDouble: dice.pick(DOUBLES) };
  const value = dice.chance(0.7) ? dice.below(20) - 5 : dice.pick(INTEGERS);
  return dice.chance(0.5) ? value : Math.abs(value) < 2 ** 31 ? { $numberInt: String(value) } : { $numberLong: String(value) };
};

const date = (dice: Dice): unknown => ({ $date: { $numberLong: String(dice.pick([0, 1_795_000_000_000, -1, 8.64e15, 9e15, 1_600_000_000_000])) } });

const point = (dice: Dice): unknown => {
  const coordinate = (most: number): unknown => (dice.chance(0.9) ? (dice.next() - 0.5) * 2 * most : dice.pick<unknown>([500, 'x', null, []]));
  return { type: dice.pick(['Point', 'Point', 'Point', 'Polygon', 'LineString', 'Dot']), coordinates: [coordinate(180), coordinate(90)] };
};

/** A value of any kind; `depth` bounds its nesting. */
export function value(dice: Dice, depth = 3): unknown {
  const kind = dice.below(depth > 0 ? 16 : 11);
  if (kind <= 3) return number(dice);
  if (kind <= 6) return dice.pick(TEXTS);
  if (kind === 7) return dice.chance(0.5);
  if (kind === 8) return dice.chance(0.9) ? null : oddTag(dice);
  if (kind === 9) return date(dice);
  if (kind === 10) return dice.chance(0.7) ? dice.pick(IDS) : { $regularExpression: { pattern: dice.pick(PATTERNS), options: dice.pick(OPTIONS) } };
  if (kind <= 12) return dice.some(4, () => value(dice, depth - 1));
  if (kind === 13) return point(dice);
  if (kind === 14) return { $tcb_server_date: { offset: dice.below(100) } };
  return object(dice, depth - 1);
}

export const object = (dice: Dice, depth: number): Record<string, unknown> =>
  Object.fromEntries(dice.some(4, () => [nameOf(dice).replace(/^(?!\$)(.*)\..*$/, '$1'), value(dice, depth)]));

/** A document that can mostly be stored. */
export function document(dice: Dice): Record<string, unknown> {
  const fields: Record<string, unknown> = {
    n: dice.below(10),
    kind: dice.pick(['x', 'y', 'z']),
    ...(dice.chance(0.7) && { tags: dice.some(3, () => dice.pick(TEXTS)) }),
    ...(dice.chance(0.5) && { owner: { id: dice.pick(IDS) } }),
    ...(dice.chance(0.5) && { items: dice.some(3, () => ({ k: dice.below(4), v: value(dice, 1) })) }),
    ...(dice.chance(0.5) && { code: dice.pick([null, 'p', 'q', 'r', dice.below(1000)]) }),
    ...(dice.chance(0.3) && { place: point(dice) }),
    ...(dice.chance(0.4) && { at: date(dice) }),
    ...(dice.chance(0.3) && object(dice, 2)),
  };
  return { ...(dice.chance(0.8) && { _id: dice.chance(0.95) ? dice.pick(IDS) : value(dice, 1) }), ...fields };
}
