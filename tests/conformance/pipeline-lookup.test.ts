import type { SdkAggregate } from '../../devtools/local-cloud/sdk-types';
import { byDocument, byMongodb, bySdk, refuses, scenario, type Scenario, type Source, type World } from './support/scenario';
import { runScenarios } from './support/run-scenarios';

type Build = (aggregate: SdkAggregate, world: World) => SdkAggregate;

interface Stock {
  readonly notes: readonly object[];
  readonly orders?: readonly object[];
}

const stock = async (world: World, { notes, orders = [] }: Stock): Promise<void> => {
  await world.add(notes);
  await world.add(orders, 'orders');
};

/** What the stages give on `notes` with `orders` beside them. */
const joins = (name: string, source: Source, stocked: Stock, build: Build, list: unknown): Scenario =>
  scenario(name, source, async (world) => {
    await stock(world, stocked);
    return (await build(world.collection().aggregate(), world).end()).list;
  }, list);

const joinRefuses = (name: string, source: Source, operand: object, errMsg: string | RegExp): Scenario =>
  refuses(name, source, [{ _id: 1 }], ({ collection }) => collection().aggregate().lookup(operand).end(), { errCode: -1, errMsg });

/** `$lookup` of orders by one field each. */
const byField = (localField: string, foreignField: string): Build => (p, { nameOf }) =>
  p.sort({ _id: 1 }).lookup({ from: nameOf('orders'), localField, foreignField, as: 'found' }).project({ found: '$found._id' });

const ORDERS = [{ _id: 'x', of: 1, fen: 5 }, { _id: 'y', of: 2, fen: 7 }, { _id: 'z', of: 1, fen: 9 }];

runScenarios('pipeline: $lookup by fields', [
  joins('puts the documents of the other collection beside', byDocument('wx.cloud Aggregate.lookup, 自身字段与被连表字段相等匹配'), { notes: [{ _id: 1 }], orders: ORDERS.slice(0, 2) }, (p, { nameOf }) => p.lookup({ from: nameOf('orders'), localField: '_id', foreignField: 'of', as: 'orders' }), [{ _id: 1, orders: [{ _id: 'x', of: 1, fen: 5 }] }]),
  joins('gives an empty list where nothing is found', byMongodb('$lookup: no match'), { notes: [{ _id: 9 }], orders: ORDERS }, byField('_id', 'of'), [{ _id: 9, found: [] }]),
  joins('a missing field finds null and missing', byMongodb('$lookup: missing localField'), { notes: [{ _id: 1 }], orders: [{ _id: 'a', of: null }, { _id: 'b' }, { _id: 'c', of: 1 }] }, byField('zzz', 'of'), [{ _id: 1, found: ['a', 'b'] }]),
  joins('null finds null and missing', byMongodb('$lookup: null localField'), { notes: [{ _id: 1, k: null }], orders: [{ _id: 'a', of: null }, { _id: 'b' }] }, byField('k', 'of'), [{ _id: 1, found: ['a', 'b'] }]),
  joins('a list finds what equals any of its elements', byMongodb('$lookup: array localField'), { notes: [{ _id: 1, k: [1, 2] }], orders: ORDERS.slice(0, 2) }, byField('k', 'of'), [{ _id: 1, found: ['x', 'y'] }]),
  joins('an empty list finds null and missing', byMongodb('$lookup: empty array localField'), { notes: [{ _id: 1, k: [] }], orders: [{ _id: 'a' }, { _id: 'b', of: 1 }] }, byField('k', 'of'), [{ _id: 1, found: ['a'] }]),
  joins('a value finds lists that hold it', byMongodb('$lookup: array foreignField'), { notes: [{ _id: 1 }], orders: [{ _id: 'a', of: [1, 5] }, { _id: 'b', of: [2] }] }, byField('_id', 'of'), [{ _id: 1, found: ['a'] }]),
  joins('goes through a list of objects on its own side', byMongodb('$lookup: localField through arrays'), { notes: [{ _id: 1, l: [{ k: 1 }, { k: 2 }] }], orders: ORDERS.slice(0, 2) }, byField('l.k', 'of'), [{ _id: 1, found: ['x', 'y'] }]),
  joins('goes by nested fields on both sides', byMongodb('$lookup: dotted paths'), { notes: [{ _id: 1, o: { k: 4 } }], orders: [{ _id: 'a', p: { k: 4 } }] }, byField('o.k', 'p.k'), [{ _id: 1, found: ['a'] }]),
  joins('compares objects whole', byMongodb('$lookup: document equality'), { notes: [{ _id: 1, k: { a: 1, b: 2 } }], orders: [{ _id: 'a', of: { a: 1, b: 2 } }, { _id: 'b', of: { b: 2, a: 1 } }, { _id: 'c', of: { a: 1 } }] }, byField('k', 'of'), [{ _id: 1, found: ['a'] }]),
  joins('does not take a text for a number', byMongodb('$lookup: types'), { notes: [{ _id: 1, k: '1' }], orders: ORDERS }, byField('k', 'of'), [{ _id: 1, found: [] }]),
  joins('a text with pattern signs is only a text', byMongodb('$lookup: equality'), { notes: [{ _id: 1, k: '.*' }], orders: [{ _id: 'a', of: 'abc' }, { _id: 'b', of: '.*' }] }, byField('k', 'of'), [{ _id: 1, found: ['b'] }]),
  joins('writes over a field of that name', byMongodb('$lookup: existing as'), { notes: [{ _id: 1, found: 'old' }], orders: ORDERS.slice(0, 1) }, byField('_id', 'of'), [{ _id: 1, found: ['x'] }]),
  joins('writes to a nested field', byMongodb('$lookup: dotted as'), { notes: [{ _id: 1, a: { k: 1 } }] }, (p, { nameOf }) => p.lookup({ from: nameOf('orders'), localField: '_id', foreignField: 'of', as: 'a.orders' }), [{ _id: 1, a: { k: 1, orders: [] } }]),
  joins('of the same collection', byMongodb('$lookup: self join'), { notes: [{ _id: 1, boss: 2 }, { _id: 2 }] }, (p, { nameOf }) => p.match({ _id: 1 }).lookup({ from: nameOf('notes'), localField: 'boss', foreignField: '_id', as: 'boss' }), [{ _id: 1, boss: [{ _id: 2 }] }]),
  joins('then $unwind gives one document for each found', byMongodb('$lookup + $unwind'), { notes: [{ _id: 1 }], orders: ORDERS }, (p, { nameOf }) => p.lookup({ from: nameOf('orders'), localField: '_id', foreignField: 'of', as: 'order' }).unwind('$order').sort({ 'order.fen': 1 }).project({ fen: '$order.fen' }), [{ _id: 1, fen: 5 }, { _id: 1, fen: 9 }]),
  joins('then $replaceRoot merges both', byDocument('wx.cloud Aggregate.lookup, replaceRoot + mergeObjects'), { notes: [{ _id: 1, title: 't' }], orders: ORDERS.slice(0, 1) }, (p, { nameOf, $ }) => p.lookup({ from: nameOf('orders'), localField: '_id', foreignField: 'of', as: 'l' }).replaceRoot({ newRoot: $.mergeObjects([$.arrayElemAt(['$l', 0]), '$$ROOT']) }).project({ l: 0 }), [{ _id: 1, of: 1, fen: 5, title: 't' }]),
  joins('a collection that does not exist is empty', byMongodb('$lookup: from a missing collection'), { notes: [{ _id: 1 }] }, (p) => p.lookup({ from: 'no-such-collection', localField: '_id', foreignField: 'x', as: 'found' }), [{ _id: 1, found: [] }]),
]);

runScenarios('pipeline: $lookup with a pipeline', [
  joins('binds fields by let and compares them by $expr', byDocument('wx.cloud Aggregate.lookup, let + pipeline'), { notes: [{ _id: 1, least: 6 }], orders: ORDERS }, (p, { nameOf, $, _ }) => p.lookup({ from: nameOf('orders'), let: { id: '$_id', least: '$least' }, pipeline: $.pipeline().match(_.expr($.and([$.eq(['$of', '$$id']), $.gt(['$fen', '$$least'])]))).project({ _id: 0, fen: 1 }).done(), as: 'dear' }), [{ _id: 1, least: 6, dear: [{ fen: 9 }] }]),
  joins('without let gives every document the same', byMongodb('$lookup: uncorrelated pipeline'), { notes: [{ _id: 1 }, { _id: 2 }], orders: ORDERS }, (p, { nameOf, $, _ }) => p.sort({ _id: 1 }).lookup({ from: nameOf('orders'), pipeline: $.pipeline().match({ fen: _.gt(6) }).sort({ fen: 1 }).project({ _id: 1 }).done(), as: 'o' }), [{ _id: 1, o: [{ _id: 'y' }, { _id: 'z' }] }, { _id: 2, o: [{ _id: 'y' }, { _id: 'z' }] }]),
  joins('an empty pipeline gives the whole collection', byMongodb('$lookup: empty pipeline'), { notes: [{ _id: 1 }], orders: ORDERS.slice(0, 2) }, (p, { nameOf }) => p.lookup({ from: nameOf('orders'), pipeline: [], as: 'o' }).project({ n: { $size: '$o' } }), [{ _id: 1, n: 2 }]),
  joins('groups inside', byMongodb('$lookup: pipeline with $group'), { notes: [{ _id: 1 }, { _id: 3 }], orders: ORDERS }, (p, { nameOf, $, _ }) => p.sort({ _id: 1 }).lookup({ from: nameOf('orders'), let: { id: '$_id' }, pipeline: $.pipeline().match(_.expr($.eq(['$of', '$$id']))).group({ _id: null, fen: $.sum('$fen') }).done(), as: 'o' }), [{ _id: 1, o: [{ _id: null, fen: 14 }] }, { _id: 3, o: [] }]),
  joins('a missing bound field is missing, not null', byMongodb('$lookup: let of a missing field'), { notes: [{ _id: 1 }], orders: [{ _id: 'a', of: null }, { _id: 'b' }] }, (p, { nameOf, $, _ }) => p.lookup({ from: nameOf('orders'), let: { k: '$zzz' }, pipeline: $.pipeline().match(_.expr($.eq(['$of', '$$k']))).project({ _id: 1 }).done(), as: 'o' }), [{ _id: 1, o: [{ _id: 'b' }] }]),
  joins('variables are seen in computed fields too', byMongodb('$lookup: let in $project'), { notes: [{ _id: 1, k: 3 }], orders: ORDERS.slice(0, 1) }, (p, { nameOf, $ }) => p.lookup({ from: nameOf('orders'), let: { k: '$k' }, pipeline: $.pipeline().project({ _id: 0, sum: $.add(['$fen', '$$k']) }).done(), as: 'o' }), [{ _id: 1, k: 3, o: [{ sum: 8 }] }]),
  joins('variables of an outer $lookup are seen in an inner one', byMongodb('$lookup: nested let'), { notes: [{ _id: 1, k: 5 }], orders: ORDERS }, (p, { nameOf, $, _ }) => {
    const inner = $.pipeline().match(_.expr($.eq(['$fen', '$$k']))).project({ _id: 1 }).done();
    const outer = $.pipeline().match({ _id: 'y' }).lookup({ from: nameOf('orders'), pipeline: inner, as: 'same' }).project({ same: 1 }).done();
    return p.lookup({ from: nameOf('orders'), let: { k: '$k' }, pipeline: outer, as: 'o' });
  }, [{ _id: 1, k: 5, o: [{ _id: 'y', same: [{ _id: 'x' }] }] }]),
  joins('let of an object binds the whole object', byMongodb('$lookup: let of an object'), { notes: [{ _id: 1, o: { fen: 7 } }], orders: ORDERS }, (p, { nameOf, $, _ }) => p.lookup({ from: nameOf('orders'), let: { o: '$o' }, pipeline: $.pipeline().match(_.expr($.eq(['$fen', '$$o.fen']))).project({ _id: 1 }).done(), as: 'found' }).project({ found: 1 }), [{ _id: 1, found: [{ _id: 'y' }] }]),
  joins('$in against a bound list', byMongodb('$lookup: $expr with $in'), { notes: [{ _id: 1, wanted: ['x', 'z'] }], orders: ORDERS }, (p, { nameOf, $, _ }) => p.lookup({ from: nameOf('orders'), let: { wanted: '$wanted' }, pipeline: $.pipeline().match(_.expr($.in(['$_id', '$$wanted']))).sort({ _id: 1 }).project({ _id: 1 }).done(), as: 'found' }).project({ found: 1 }), [{ _id: 1, found: [{ _id: 'x' }, { _id: 'z' }] }]),
  joins('numbers and dates survive the pipeline inside', bySdk('@cloudbase/database aggregate.js done()'), { notes: [{ _id: 1 }], orders: [{ _id: 'a', at: new Date(5000), n: 1.5 }] }, (p, { nameOf, $, _ }) => p.lookup({ from: nameOf('orders'), pipeline: $.pipeline().match({ at: _.gt(new Date(1000)), n: 1.5 }).done(), as: 'o' }), [{ _id: 1, o: [{ _id: 'a', at: new Date(5000), n: 1.5 }] }]),
]);

/** A $lookup that holds so many others, one inside the other. */
const nested = (depth: number): object => ({ from: 'orders', pipeline: depth === 0 ? [] : [{ $lookup: nested(depth - 1) }], as: 'x' });

runScenarios('pipeline: $lookup refusals', [
  joinRefuses('needs from', byMongodb('$lookup: FailedToParse'), { localField: 'a', foreignField: 'b', as: 'x' }, "missing 'from' option to $lookup stage specification: { localField: "),
  joinRefuses('needs as', byMongodb('$lookup: FailedToParse'), { from: 'orders', localField: 'a', foreignField: 'b' }, "must specify 'as' field for a $lookup"),
  joinRefuses('needs both fields or a pipeline', byMongodb('$lookup: FailedToParse'), { from: 'orders', localField: 'a', as: 'x' }, "$lookup requires either 'pipeline' or both 'localField' and 'foreignField' to be specified"),
  joinRefuses('takes fields or a pipeline, not both', byMongodb('$lookup: FailedToParse'), { from: 'orders', localField: 'a', foreignField: 'b', pipeline: [], as: 'x' }, "$lookup with 'pipeline' may not specify 'localField' or 'foreignField'"),
  joinRefuses('let needs a pipeline', byMongodb('$lookup: FailedToParse'), { from: 'orders', localField: 'a', foreignField: 'b', let: { k: '$k' }, as: 'x' }, "$lookup with a 'let' argument must also specify 'pipeline'"),
  joinRefuses('an unknown argument is named', byMongodb('$lookup: FailedToParse'), { from: 'orders', localField: 'a', foreignField: 'b', as: 'x', limit: 1 }, 'unknown argument to $lookup: limit'),
  joinRefuses('from is a text', byMongodb('$lookup: FailedToParse'), { from: 5, localField: 'a', foreignField: 'b', as: 'x' }, "'from' option to $lookup must be a string, but was type int"),
  joinRefuses('the other names are texts', byMongodb('$lookup: FailedToParse'), { from: 'orders', localField: 'a', foreignField: 'b', as: 5 }, "$lookup argument 'as: 5' must be a string, is type int"),
  joinRefuses('takes an object', byMongodb('$lookup: FailedToParse'), 'orders' as unknown as object, 'the $lookup stage specification must be an object, but found string'),
  joinRefuses('nests no deeper than 20', byMongodb('MaxSubPipelineDepthExceeded'), nested(21), 'Maximum number of nested $lookup sub-pipelines exceeded. Limit is 20'),
  joinRefuses('the pipeline is a list', byMongodb('$lookup'), { from: 'orders', pipeline: { $match: {} }, as: 'x' }, "'pipeline' option must be specified as an array"),
  joinRefuses('let is an object', byMongodb('$lookup: 40320'), { from: 'orders', let: 5, pipeline: [], as: 'x' }, "$lookup argument 'let: 5' must be an object, is type int"),
  joinRefuses('a variable begins with a small letter', byMongodb('$lookup: 16867'), { from: 'orders', let: { Big: '$a' }, pipeline: [], as: 'x' }, "'Big' starts with an invalid character for a user variable name"),
  joinRefuses('a variable that is not bound is refused', byMongodb('Use of undefined variable'), { from: 'orders', let: { k: '$a' }, pipeline: [{ $match: { $expr: { $eq: ['$of', '$$other'] } } }], as: 'x' }, 'Use of undefined variable: other'),
  joinRefuses('as has no dollar', byMongodb('FieldPath'), { from: 'orders', localField: 'a', foreignField: 'b', as: '$x' }, "FieldPath field names may not start with '$'."),
  joinRefuses('a stage inside is checked before anything is read', byMongodb('$lookup: sub-pipeline'), { from: 'orders', pipeline: [{ $limit: 0 }], as: 'x' }, 'the limit must be positive'),
]);

const TREE = [{ _id: 'a', to: ['b', 'c'] }, { _id: 'b', to: ['d'] }, { _id: 'c', to: ['d'] }, { _id: 'd', to: ['a'] }, { _id: 'e', to: [] }];

/** $graphLookup over `orders`, which only a pipeline inside a $lookup can carry. */
const reaches = (name: string, source: Source, options: object, found: unknown): Scenario =>
  scenario(name, source, async (world) => {
    await stock(world, { notes: [{ _id: 1 }], orders: TREE });
    const graph = { from: world.nameOf('orders'), startWith: '$to', connectFromField: 'to', connectToField: '_id', as: 'all', ...options };
    const pipeline = [{ $match: { _id: 'a' } }, { $graphLookup: graph }, { $unwind: '$all' }, { $sort: { 'all._id': 1 } }, { $replaceRoot: { newRoot: '$all' } }, { $project: { to: 0 } }];
    const { list } = await world.collection().aggregate().lookup({ from: world.nameOf('orders'), pipeline, as: 'r' }).end();
    return list[0]?.r;
  }, found);

runScenarios('pipeline: $graphLookup', [
  reaches('finds everything reachable, once, through circles', byMongodb('$graphLookup'), {}, ['a', 'b', 'c', 'd'].map((_id) => ({ _id }))),
  reaches('tells how deep', byMongodb('$graphLookup: depthField'), { depthField: 'depth' }, [{ _id: 'a', depth: 2 }, { _id: 'b', depth: 0 }, { _id: 'c', depth: 0 }, { _id: 'd', depth: 1 }]),
  reaches('stops at maxDepth', byMongodb('$graphLookup: maxDepth'), { maxDepth: 0 }, [{ _id: 'b' }, { _id: 'c' }]),
  reaches('goes only through what meets the restriction', byMongodb('$graphLookup: restrictSearchWithMatch'), { restrictSearchWithMatch: { _id: { $ne: 'd' } } }, [{ _id: 'b' }, { _id: 'c' }]),
  reaches('a missing start reaches nothing', byMongodb('$graphLookup: startWith'), { startWith: '$zzz' }, []),
  joinRefuses('$graphLookup needs its arguments', byMongodb('$graphLookup: 40105'), { from: 'orders', pipeline: [{ $graphLookup: { from: 'orders' } }], as: 'x' }, "$graphLookup requires 'from', 'as', 'startWith', 'connectFromField', and 'connectToField' to be specified."),
  joinRefuses('maxDepth is a number', byMongodb('$graphLookup: 40100'), { from: 'orders', pipeline: [{ $graphLookup: { from: 'orders', startWith: '$a', connectFromField: 'a', connectToField: 'b', as: 'x', maxDepth: 'x' } }], as: 'x' }, 'maxDepth must be numeric, found type: string'),
  joinRefuses('maxDepth is not negative', byMongodb('$graphLookup: 40101'), { from: 'orders', pipeline: [{ $graphLookup: { from: 'orders', startWith: '$a', connectFromField: 'a', connectToField: 'b', as: 'x', maxDepth: -1 } }], as: 'x' }, 'maxDepth requires a nonnegative argument, found: -1'),
]);
