import { byDocument, byMeasurement, byMongodb, bySdk, scenario } from './support/scenario';
import { pipeRefuses, pipes, rawPipes } from './support/pipeline-scenarios';
import { runScenarios } from './support/run-scenarios';

const ids = (...list: readonly unknown[]) => list.map((_id) => ({ _id }));
const numbered = (...values: readonly unknown[]) => values.map((v, _id) => (v === undefined ? { _id } : { _id, v }));

runScenarios('pipeline: $sort', [
  pipes('ascending and descending', byDocument('wx.cloud Aggregate.sort'), [{ _id: 1, a: 1, b: 1 }, { _id: 2, a: 2, b: 1 }, { _id: 3, a: 1, b: 2 }], (p) => p.sort({ a: 1, b: -1 }).project({ _id: 1 }), ids(3, 1, 2)),
  pipes('by a nested field', byMongodb('$sort: dotted path'), [{ _id: 1, o: { n: 2 } }, { _id: 2, o: { n: 1 } }], (p) => p.sort({ 'o.n': 1 }).project({ _id: 1 }), ids(2, 1)),
  pipes('types in their order: null, numbers, texts, objects, lists, booleans, dates', byMongodb('BSON comparison order'), numbered(new Date(0), true, { a: 1 }, 'x', 5, null), (p) => p.sort({ v: 1 }).project({ _id: 1 }), ids(5, 4, 3, 2, 1, 0)),
  pipes('a missing field stands with null, before numbers', byMongodb('$sort: missing fields'), numbered(1, undefined, 0), (p) => p.sort({ v: 1 }).project({ _id: 1 }), ids(1, 2, 0)),
  pipes('ascending, a list counts by its least element', byMongodb('$sort: arrays'), numbered([5, 1], 2, [3]), (p) => p.sort({ v: 1 }).project({ _id: 1 }), ids(0, 1, 2)),
  pipes('descending, a list counts by its greatest element', byMongodb('$sort: arrays'), numbered([5, 1], 4, [3]), (p) => p.sort({ v: -1 }).project({ _id: 1 }), ids(0, 1, 2)),
  pipes('an empty list stands before null', byMongodb('$sort: empty array'), numbered(null, [], 1), (p) => p.sort({ v: 1 }).project({ _id: 1 }), ids(1, 0, 2)),
  pipes('through a list of objects', byMongodb('$sort: array of documents'), [{ _id: 1, l: [{ n: 9 }, { n: 2 }] }, { _id: 2, l: [{ n: 3 }] }], (p) => p.sort({ 'l.n': 1 }).project({ _id: 1 }), ids(1, 2)),
  pipes('behind a computed field, by that field', byMongodb('$sort after $addFields'), numbered(3, 1, 2), (p, { $ }) => p.addFields({ w: $.subtract([0, '$v']) }).sort({ w: 1 }).project({ _id: 1 }), ids(0, 2, 1)),
  pipes('texts by their bytes: capitals before small letters', byMongodb('BSON comparison: strings'), numbered('b', 'B', 'a'), (p) => p.sort({ v: 1 }).project({ _id: 1 }), ids(1, 2, 0)),
  pipeRefuses('two different lists among the keys are refused', byMongodb('cannot sort with keys that are parallel arrays'), [{ _id: 1, a: [1, 2], b: [3, 4] }], (p) => p.addFields({ x: 1 }).sort({ a: 1, b: 1 }), 'parallel arrays'),
  pipeRefuses('needs a key', byMongodb('$sort: 15976'), [], (p) => p.sort({}), '$sort stage must have at least one sort key'),
  pipeRefuses('the direction is 1 or -1', byMongodb('$sort: 15975'), [], (p) => p.sort({ a: 2 }), '$sort key ordering must be 1 (for ascending) or -1 (for descending)'),
  pipeRefuses('0 is no direction', byMongodb('$sort: 15975'), [], (p) => p.sort({ a: 0 }), '$sort key ordering must be 1 (for ascending) or -1 (for descending)'),
  pipeRefuses('a text is no direction', byMongodb('$sort: 15974'), [], (p) => p.sort({ a: 'asc' }), "$sort key ordering must be specified using a number or {$meta: 'textScore'}"),
  pipeRefuses('an object is no direction', byMongodb('$sort: 17312'), [], (p) => p.sort({ a: { $strange: 1 } }), '$meta is the only expression supported by $sort right now'),
  pipeRefuses('takes an object', byMongodb('$sort: 15973'), [], (p) => p.sort('a'), 'the $sort key specification must be an object'),
]);

const FIVE = Array.from({ length: 5 }, (_, _id) => ({ _id }));

runScenarios('pipeline: $limit, $skip, $sample', [
  pipes('limits', byDocument('wx.cloud Aggregate.limit'), FIVE, (p) => p.sort({ _id: 1 }).limit(2), ids(0, 1)),
  pipes('skips', byDocument('wx.cloud Aggregate.skip'), FIVE, (p) => p.sort({ _id: 1 }).skip(3), ids(3, 4)),
  pipes('skips, then limits', byMongodb('order of stages'), FIVE, (p) => p.sort({ _id: 1 }).skip(1).limit(2), ids(1, 2)),
  pipes('limits, then skips', byMongodb('order of stages'), FIVE, (p) => p.sort({ _id: 1 }).limit(2).skip(1), ids(1)),
  pipes('the least of several limits holds', byMongodb('order of stages'), FIVE, (p) => p.sort({ _id: 1 }).limit(4).limit(2).limit(3), ids(0, 1)),
  pipes('skipping 0 is nothing', byMongodb('$skip'), FIVE.slice(0, 1), (p) => p.skip(0), ids(0)),
  pipes('skipping more than there is gives nothing', byMongodb('$skip'), FIVE, (p) => p.skip(10), []),
  pipes('a $match behind a $limit looks at what was taken only', byMongodb('order of stages'), FIVE, (p, { _ }) => p.sort({ _id: 1 }).limit(2).match({ _id: _.gt(0) }), ids(1)),
  pipes('a $limit behind a $match counts matches', byMongodb('order of stages'), FIVE, (p, { _ }) => p.sort({ _id: 1 }).match({ _id: _.gt(1) }).limit(2), ids(2, 3)),
  pipes('a $limit behind $unwind counts elements', byMongodb('order of stages'), [{ _id: 1, l: [1, 2, 3] }], (p) => p.unwind('$l').limit(2), [{ _id: 1, l: 1 }, { _id: 1, l: 2 }]),
  pipeRefuses('a limit is positive', byMongodb('$limit: 15958'), FIVE, (p) => p.limit(0), 'the limit must be positive'),
  pipeRefuses('a limit is not negative', byMongodb('$limit: 15958'), FIVE, (p) => p.limit(-1), 'the limit must be positive'),
  pipeRefuses('a limit is a number', byMongodb('$limit: 15957'), FIVE, (p) => p.limit('5'), 'the limit must be specified as a number'),
  pipeRefuses('a skip is not negative', byMongodb('$skip: 15956'), FIVE, (p) => p.skip(-1), 'Argument to $skip cannot be negative'),
  pipeRefuses('a skip is a number', byMongodb('$skip: 15972'), FIVE, (p) => p.skip('1'), 'Argument to $skip must be a number'),
  scenario('$sample picks different documents, as many as asked for', byDocument('wx.cloud Aggregate.sample'), async ({ add, collection }) => {
    await add(FIVE);
    const { list } = await collection().aggregate().sample({ size: 3 }).end();
    return new Set(list.map(({ _id }) => _id)).size;
  }, 3),
  pipes('$sample larger than the collection gives all', byMongodb('$sample'), FIVE, (p, { $ }) => p.sample({ size: 50 }).group({ _id: null, n: $.sum(1) }), [{ _id: null, n: 5 }]),
  pipeRefuses('$sample needs a size', byMongodb('$sample: 28749'), FIVE, (p) => p.sample({}), '$sample stage must specify a size'),
  pipeRefuses('a size is not negative', byMongodb('$sample: 28747'), FIVE, (p) => p.sample({ size: -1 }), 'size argument to $sample must not be negative'),
  pipeRefuses('a size is a number', byMongodb('$sample: 28746'), FIVE, (p) => p.sample({ size: 'x' }), 'size argument to $sample must be a number'),
  pipeRefuses('$sample has no other option', byMongodb('$sample: 28748'), FIVE, (p) => p.sample({ size: 1, seed: 2 }), 'unrecognized option to $sample: seed'),
  pipeRefuses('$sample takes an object', byMongodb('$sample: 28745'), FIVE, (p) => p.sample(3), 'the $sample stage specification must be an object'),
]);

runScenarios('pipeline: $match', [
  pipes('takes the whole query language', byDocument('wx.cloud Aggregate.match'), [{ _id: 1, n: 5, t: ['a'] }, { _id: 2, n: 15, t: ['b'] }], (p, { _ }) => p.match({ n: _.gt(3).and(_.lt(10)), t: 'a' }).project({ _id: 1 }), ids(1)),
  pipes('compares two fields by $expr', byMongodb('$expr in $match'), [{ _id: 1, a: 1, b: 2 }, { _id: 2, a: 3, b: 2 }], (p, { _, $ }) => p.match(_.expr($.gt(['$a', '$b']))).project({ _id: 1 }), ids(2)),
  pipes('with $expr inside $or', byMongodb('$expr in $or'), [{ _id: 1, a: 1, b: 2 }, { _id: 2, a: 3, b: 2 }, { _id: 3, a: 0, b: 9 }], (p, { $ }) => p.match({ $or: [{ $expr: $.gt(['$a', '$b']) }, { a: 0 }] }).sort({ _id: 1 }).project({ _id: 1 }), ids(2, 3)),
  pipes('on a computed field', byMongodb('$match after $project'), [{ _id: 1, n: 2 }, { _id: 2, n: 3 }], (p, { $ }) => p.project({ twice: $.multiply(['$n', 2]) }).match({ twice: 6 }), [{ _id: 2, twice: 6 }]),
  pipes('on a replaced field sees the new value, not the stored one', byMongodb('$match after $addFields'), [{ _id: 1, kind: 'x' }], (p) => p.addFields({ kind: 'y' }).match({ kind: 'x' }), []),
  pipes('on a field that was projected away finds nothing', byMongodb('$match after $project'), [{ _id: 1, kind: 'x' }], (p) => p.project({ other: 1 }).match({ kind: 'x' }), []),
  pipes('on groups', byMongodb('$match after $group'), [{ _id: 1, k: 'a' }, { _id: 2, k: 'a' }, { _id: 3, k: 'b' }], (p, { _, $ }) => p.group({ _id: '$k', n: $.sum(1) }).match({ n: _.gt(1) }), [{ _id: 'a', n: 2 }]),
  pipes('on elements after $unwind', byMongodb('$match after $unwind'), [{ _id: 1, l: [1, 5] }], (p) => p.unwind('$l').match({ l: 5 }), [{ _id: 1, l: 5 }]),
  pipes('of nothing matches all', byMongodb('$match: empty query'), FIVE.slice(0, 2), (p) => p.match({}).sort({ _id: 1 }), ids(0, 1)),
  pipes('$$NOW is the time of the server', byMongodb('$$NOW'), [{ _id: 1, at: new Date(0) }], (p, { _, $ }) => p.match(_.expr($.lt(['$at', '$$NOW']))).project({ _id: 1 }), ids(1)),
  pipeRefuses('an unknown operator is refused', byMongodb('unknown operator'), FIVE, (p) => p.match({ a: { $strange: 1 } }), 'unknown operator: $strange'),
  pipeRefuses('nearness belongs to $geoNear', byMongodb('$near in $match'), FIVE, (p) => p.match({ at: { $nearSphere: { $geometry: { type: 'Point', coordinates: [0, 0] } } } }), '$geoNear, $near, and $nearSphere are not allowed in this context'),
  pipeRefuses('$text stands first', byMongodb('$match: 17313'), FIVE, (p) => p.limit(1).match({ $text: { $search: 'x' } }), '$match with $text is only allowed as the first pipeline stage'),
  pipeRefuses('$text needs its index', byMongodb('text index required for $text query'), FIVE, (p) => p.match({ $text: { $search: 'x' } }), 'text index required for $text query'),
  pipeRefuses('$where is refused', byMongodb('$where in $match'), FIVE, (p) => p.match({ $where: 'true' }), '$where is not allowed in this context'),
  rawPipes('an undefined variable is not in the way of a defined one', byMongodb('$let in $expr'), [{ _id: 1, a: 2 }], [{ $match: { $expr: { $let: { vars: { two: 2 }, in: { $eq: ['$a', '$$two'] } } } } }], [{ _id: 1, a: 2 }]),
  pipeRefuses('an undefined variable is refused', byMongodb('Use of undefined variable'), FIVE, (p, { _, $ }) => p.match(_.expr($.eq(['$a', '$$nothing']))), 'Use of undefined variable: nothing'),
]);

const THIRTY = Array.from({ length: 30 }, (_, _id) => ({ _id, kind: 'k', rank: _id }));
const PUBLISHED = 'developers.weixin.qq.com/community/develop/article/doc/000624c67c8b48611dba2b12058c13 and …/doc/0006ee7caecd8020df7b559b451800';

runScenarios('pipeline: what a whole pipeline gives', [
  pipes('without a limit 20 documents come back', byMeasurement(PUBLISHED), THIRTY, (p) => p.sort({ _id: 1 }).project({ _id: 1 }), ids(...Array.from({ length: 20 }, (_, i) => i))),
  scenario('with a limit as many as it says', byMeasurement(PUBLISHED), async ({ add, collection }) => {
    await add(THIRTY);
    return (await collection().aggregate().limit(100).end()).list.length;
  }, 30),
  pipes('without a limit all documents are grouped all the same', byMeasurement('developers.weixin.qq.com/community/develop/doc/0004c8649d0560088cdb41a005a400'), THIRTY, (p, { $ }) => p.group({ _id: null, n: $.sum(1) }), [{ _id: null, n: 30 }]),
  pipes('without any stage it gives the documents', bySdk('@cloudbase/database aggregate.js end'), FIVE.slice(0, 2), (p) => p, expect.arrayContaining(ids(0, 1))),
  scenario('a collection that does not exist is refused', byDocument('docs.cloudbase.net/error-code/basic DATABASE_COLLECTION_NOT_EXIST'), async ({ database, refusal }) => {
    const { errCode, code } = await refusal(() => database.collection('no-such-collection').aggregate().match({}).end());
    return { errCode, code };
  }, { errCode: -1, code: 'DATABASE_COLLECTION_NOT_EXIST' }),
  scenario('dates come back as dates, numbers as numbers', bySdk('@cloudbase/database aggregate.js EJSON.parse'), async ({ add, collection }) => {
    await add([{ _id: 1, at: new Date(1234), n: 1.5, big: 2 ** 40 }]);
    const [document] = (await collection().aggregate().match({ _id: 1 }).end()).list;
    return document;
  }, { _id: 1, at: new Date(1234), n: 1.5, big: 2 ** 40 }),
]);
