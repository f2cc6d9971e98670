/** Queries and updates with every operator, sensible operands and senseless ones. */
import type { Dice } from './dice';
import { document, nameOf, value } from './values';

const COMPARISONS = ['$eq', '$ne', '$gt', '$gte', '$lt', '$lte'] as const;
const STRANGE_OPERATORS = ['$where', '$text', '$comment', '$explode', '$near', '$uniqueDocs', '$', '$$', '$set', '$__proto__', '$rand'] as const;

const list = (dice: Dice, most = 4): unknown[] => dice.some(most, () => value(dice, 1));

/** What an operator expects most of the time, anything now and then. */
const mostly = (dice: Dice, sensible: unknown): unknown => (dice.chance(0.85) ? sensible : value(dice, 2));

const CONDITIONS: readonly ((dice: Dice, depth: number) => [string, unknown])[] = [
  (dice) => [dice.pick(COMPARISONS), value(dice, 2)],
  (dice) => [dice.pick(['$in', '$nin', '$all']), mostly(dice, list(dice))],
  (dice) => ['$exists', mostly(dice, dice.chance(0.5))],
  (dice) => ['$type', mostly(dice, dice.pick<unknown>(['string', 'number', 'array', 2, 16, 99, 'nothing', ['int', 'null']]))],
  (dice) => ['$size', mostly(dice, dice.below(4))],
  (dice) => ['$mod', mostly(dice, [dice.below(4), dice.below(3)])],
  (dice) => ['$regex', mostly(dice, dice.pick(['^a', 'b$', '(', '.*']))],
  (dice, depth) => ['$not', mostly(dice, depth > 0 ? condition(dice, depth - 1) : { $gt: 1 })],
  (dice, depth) => ['$elemMatch', mostly(dice, depth > 0 ? (dice.chance(0.5) ? query(dice, depth - 1) : condition(dice, depth - 1)) : {})],
  (dice) => [dice.pick(['$bitsAllSet', '$bitsAnySet', '$bitsAllClear', '$bitsAnyClear']), mostly(dice, dice.pick<unknown>([5, [0, 2], -1]))],
  (dice) => ['$nearSphere', mostly(dice, { $geometry: { type: 'Point', coordinates: [1, 2] }, $maxDistance: dice.below(1e7) })],
  (dice) => ['$geoWithin', mostly(dice, { $centerSphere: [[1, 2], dice.next()] })],
  (dice) => ['$geoIntersects', mostly(dice, { $geometry: { type: 'LineString', coordinates: [[0, 0], [10, 10]] } })],
  (dice) => [dice.pick(STRANGE_OPERATORS), value(dice, 2)],
];

export const condition = (dice: Dice, depth: number): Record<string, unknown> =>
  Object.fromEntries(Array.from({ length: 1 + dice.below(2) }, () => dice.pick(CONDITIONS)(dice, depth)));

export function query(dice: Dice, depth = 3): Record<string, unknown> {
  const parts = dice.some(3, (): [string, unknown] => {
    if (depth > 0 && dice.chance(0.15)) return [dice.pick(['$and', '$or', '$nor']), mostly(dice, Array.from({ length: 1 + dice.below(2) }, () => query(dice, depth - 1)))];
    if (dice.chance(0.05)) return ['$expr', expression(dice, 2)];
    if (dice.chance(0.03)) return ['$jsonSchema', mostly(dice, { required: ['n'], properties: { n: { bsonType: 'number', minimum: dice.below(5) } } })];
    return [nameOf(dice), dice.chance(0.5) ? value(dice, 2) : condition(dice, depth - 1)];
  });
  return Object.fromEntries(parts);
}

const EXPRESSIONS = [
  '$add', '$subtract', '$multiply', '$divide', '$mod', '$abs', '$ceil', '$floor', '$round', '$trunc', '$pow', '$sqrt', '$ln', '$log', '$exp', '$concat', '$substr', '$substrCP', '$substrBytes', '$toLower', '$toUpper',
  '$strLenCP', '$strLenBytes', '$indexOfCP', '$split', '$trim', '$eq', '$gt', '$cmp', '$and', '$or', '$not', '$cond', '$ifNull', '$switch', '$size', '$arrayElemAt', '$concatArrays', '$filter', '$map', '$reduce', '$slice',
  '$range', '$zip', '$in', '$indexOfArray', '$isArray', '$reverseArray', '$setUnion', '$setDifference', '$setIsSubset', '$anyElementTrue', '$mergeObjects', '$objectToArray', '$arrayToObject', '$dateToString',
  '$dateFromString', '$dateFromParts', '$dateToParts', '$year', '$dayOfWeek', '$isoWeek', '$let', '$literal', '$type', '$toInt', '$toDate', '$toString', '$convert', '$regexMatch', '$sum', '$avg', '$max', '$min', '$explode', '$__proto__',
] as const;

const NAMED: Readonly<Record<string, (dice: Dice, depth: number) => unknown>> = {
  $cond: (dice, depth) => ({ if: expression(dice, depth), then: expression(dice, depth), else: expression(dice, depth) }),
  $filter: (dice, depth) => ({ input: expression(dice, depth), as: 'x', cond: expression(dice, depth) }),
  $map: (dice, depth) => ({ input: expression(dice, depth), as: 'x', in: '$$x' }),
  $reduce: (dice, depth) => ({ input: expression(dice, depth), initialValue: 0, in: { $add: ['$$value', '$$this'] } }),
  $let: (dice, depth) => ({ vars: { v: expression(dice, depth) }, in: { $add: ['$$v', 1] } }),
  $switch: (dice, depth) => ({ branches: [{ case: expression(dice, depth), then: 1 }], default: expression(dice, depth) }),
  $dateToString: (dice) => ({ date: '$at', format: dice.pick(['%Y-%m-%d', '%Q', '%', '%G-%V']), timezone: dice.pick(['+08:00', 'Asia/Shanghai', 'Nowhere/None', '']) }),
  $dateFromParts: (dice) => ({ year: dice.pick<unknown>([2026, 0, 99999, 'x']), month: dice.below(20), day: dice.below(40) }),
  $range: (dice) => [0, dice.pick<unknown>([5, 'x', null, 2 ** 31, 1e9]), dice.pick([1, 0, -1, 2])],
  $zip: (dice) => ({ inputs: ['$tags', '$items'], useLongestLength: dice.chance(0.5), defaults: value(dice, 1) }),
  $convert: (dice, depth) => ({ input: expression(dice, depth), to: dice.pick(['int', 'string', 'date', 'nothing']), onError: 0 }),
  $regexMatch: (dice) => ({ input: '$text', regex: dice.pick(['a', '(', '(a+)+$']) }),
};

export function expression(dice: Dice, depth: number): unknown {
  const kind = dice.below(10);
  if (depth <= 0 || kind < 3) return dice.chance(0.6) ? `$${nameOf(dice)}` : value(dice, 1);
  if (kind === 3) return dice.pick(['$$ROOT', '$$NOW', '$$CURRENT.n', '$$REMOVE', '$$nowhere', '$$this']);
  const operator = dice.pick(EXPRESSIONS);
  const named = dice.chance(0.85) ? NAMED[operator]?.(dice, depth - 1) : undefined;
  return { [operator]: named ?? (dice.chance(0.4) ? expression(dice, depth - 1) : dice.some(3, () => expression(dice, depth - 1))) };
}

const pushed = (dice: Dice): unknown =>
  dice.chance(0.5)
    ? value(dice, 1)
    : {
        $each: mostly(dice, list(dice)),
        ...(dice.chance(0.4) && { $position: mostly(dice, dice.below(5) - 2) }),
        ...(dice.chance(0.4) && { $slice: mostly(dice, dice.below(7) - 3) }),
        ...(dice.chance(0.4) && { $sort: mostly(dice, dice.pick<unknown>([1, -1, { k: 1 }])) }),
      };

const UPDATES: readonly ((dice: Dice) => [string, unknown])[] = [
  (dice) => ['$set', value(dice, 2)],
  () => ['$unset', ''],
  (dice) => [dice.pick(['$inc', '$mul']), mostly(dice, dice.below(10) - 4)],
  (dice) => [dice.pick(['$min', '$max']), value(dice, 1)],
  (dice) => ['$push', pushed(dice)],
  (dice) => ['$addToSet', dice.chance(0.5) ? value(dice, 1) : { $each: mostly(dice, list(dice)) }],
  (dice) => ['$pop', mostly(dice, dice.pick([1, -1]))],
  (dice) => ['$pull', dice.chance(0.5) ? value(dice, 1) : condition(dice, 1)],
  (dice) => ['$pullAll', mostly(dice, list(dice))],
  (dice) => ['$rename', mostly(dice, nameOf(dice))],
  (dice) => ['$bit', mostly(dice, { [dice.pick(['and', 'or', 'xor'])]: dice.below(8) })],
  (dice) => ['$currentDate', mostly(dice, dice.pick<unknown>([true, { $type: 'date' }]))],
  (dice) => ['$setOnInsert', value(dice, 1)],
  (dice) => [dice.pick(['$explode', '$__proto__', '$where', '$']), value(dice, 1)],
];

/** Update operators with their fields, or a replacement. */
export function update(dice: Dice): Record<string, unknown> {
  if (dice.chance(0.1)) return document(dice);
  const parts: Record<string, unknown> = {};
  for (let left = 1 + dice.below(3); left > 0; left -= 1) {
    const [operator, operand] = dice.pick(UPDATES)(dice);
    const known = parts[operator];
    parts[operator] = dice.chance(0.96) ? { ...(typeof known === 'object' ? known : {}), [nameOf(dice)]: operand } : operand;
  }
  return parts;
}
