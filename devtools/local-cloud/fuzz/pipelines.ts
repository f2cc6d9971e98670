/** Aggregation pipelines: stages with sensible operands and senseless ones. */
import type { Dice } from './dice';
import { expression, query } from './queries';
import { nameOf, value } from './values';

const fields = (dice: Dice, make: () => unknown): Record<string, unknown> => Object.fromEntries(Array.from({ length: 1 + dice.below(3) }, () => [nameOf(dice), make()]));

const accumulator = (dice: Dice): unknown => ({
  [dice.pick(['$sum', '$avg', '$min', '$max', '$first', '$last', '$push', '$addToSet', '$stdDevPop', '$stdDevSamp', '$mergeObjects', '$explode'])]: expression(dice, 2),
});

const STAGES: readonly ((dice: Dice, depth: number) => [string, unknown])[] = [
  (dice) => ['$match', query(dice, 2)],
  (dice) => ['$project', fields(dice, () => dice.pick<unknown>([1, 0, true, expression(dice, 2)]))],
  (dice) => [dice.pick(['$addFields', '$set']), fields(dice, () => expression(dice, 3))],
  (dice) => ['$group', { _id: expression(dice, 2), ...fields(dice, () => accumulator(dice)) }],
  (dice) => ['$sort', fields(dice, () => dice.pick<unknown>([1, -1, 1, -1, 0, 'x']))],
  (dice) => [dice.pick(['$limit', '$skip']), dice.pick<unknown>([1, 5, 100, 0, -1, 1.5, 'x', 2 ** 40])],
  (dice) => ['$unwind', dice.pick<unknown>(['$tags', '$items', 'tags', { path: '$items', includeArrayIndex: 'i', preserveNullAndEmptyArrays: true }, {}])],
  (dice) => ['$count', dice.pick<unknown>(['total', '', '$x', 5])],
  (dice) => ['$sortByCount', expression(dice, 1)],
  (dice) => ['$bucket', { groupBy: `$${nameOf(dice)}`, boundaries: dice.pick<unknown>([[0, 5, 10], [5, 0], [], ['a', 1]]), ...(dice.chance(0.7) && { default: 'other' }), ...(dice.chance(0.3) && { output: fields(dice, () => accumulator(dice)) }) }],
  (dice) => ['$bucketAuto', { groupBy: `$${nameOf(dice)}`, buckets: dice.pick<unknown>([1, 3, 0, 'x']) }],
  (dice) => ['$replaceRoot', { newRoot: expression(dice, 2) }],
  (dice) => ['$sample', { size: dice.pick<unknown>([1, 3, 0, -1]) }],
  (dice) => ['$lookup', { from: dice.pick(['orders', 'people', 'nowhere']), localField: nameOf(dice), foreignField: nameOf(dice), as: nameOf(dice) }],
  (dice, depth) => ['$lookup', { from: 'orders', let: { v: `$${nameOf(dice)}` }, pipeline: depth > 0 ? stages(dice, depth - 1) : [], as: 'joined' }],
  (dice, depth) => ['$facet', depth > 0 ? fields(dice, () => stages(dice, depth - 1)) : {}],
  (dice) => ['$geoNear', { near: { type: 'Point', coordinates: [1, 2] }, distanceField: 'd', spherical: true, ...(dice.chance(0.3) && { key: dice.pick(['at', 'place']) }) }],
  (dice) => ['$redact', dice.pick<unknown>(['$$KEEP', '$$PRUNE', '$$DESCEND', expression(dice, 2)])],
  (dice) => [dice.pick(['$unset', '$graphLookup', '$out', '$merge', '$collStats', '$indexStats', '$unionWith', '$explode', '__proto__', '']), value(dice, 2)],
];

export function stages(dice: Dice, depth = 2): Record<string, unknown>[] {
  return dice.some(4, () => Object.fromEntries([dice.pick(STAGES)(dice, depth)]));
}

/** The stages as the SDK sends them. */
export const wireStages = (dice: Dice): { stageKey: string; stageValue: string }[] =>
  stages(dice).flatMap((stage) => Object.entries(stage).map(([stageKey, operand]) => ({ stageKey, stageValue: JSON.stringify(dice.chance(0.03) ? value(dice, 2) : operand) })));
