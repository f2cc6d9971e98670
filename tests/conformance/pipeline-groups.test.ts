import { byDocument, byMongodb } from './support/scenario';
import { pipeRefuses, pipes, rawPipes } from './support/pipeline-scenarios';
import { runScenarios } from './support/run-scenarios';

const SALES = [
  { _id: 1, shop: 'east', fen: 10, tags: ['a', 'b'] },
  { _id: 2, shop: 'west', fen: 20, tags: ['a'] },
  { _id: 3, shop: 'east', fen: 30 },
];

runScenarios('pipeline: $group', [
  pipes('groups by a field', byDocument('wx.cloud Aggregate.group'), SALES, (p, { $ }) => p.group({ _id: '$shop', total: $.sum('$fen') }).sort({ _id: 1 }), [{ _id: 'east', total: 40 }, { _id: 'west', total: 20 }]),
  pipes('with null as key makes one group of all', byMongodb('$group: _id null'), SALES, (p, { $ }) => p.group({ _id: null, n: $.sum(1) }), [{ _id: null, n: 3 }]),
  pipes('with a constant as key makes one group of all', byMongodb('$group: constant _id'), SALES, (p, { $ }) => p.group({ _id: 'all', n: $.sum(1) }), [{ _id: 'all', n: 3 }]),
  pipes('of nothing gives nothing, not a zero', byMongodb('$group'), [], (p, { $ }) => p.group({ _id: null, n: $.sum(1) }), []),
  pipes('by an object of expressions', byMongodb('$group: compound _id'), SALES, (p, { $ }) => p.group({ _id: { shop: '$shop', dear: $.gte(['$fen', 20]) }, n: $.sum(1) }).sort({ '_id.shop': 1, '_id.dear': 1 }), [{ _id: { shop: 'east', dear: false }, n: 1 }, { _id: { shop: 'east', dear: true }, n: 1 }, { _id: { shop: 'west', dear: true }, n: 1 }]),
  pipes('puts missing and null keys into one group', byMongodb('$group: missing _id'), [{ _id: 1, k: null }, { _id: 2 }, { _id: 3, k: 1 }], (p, { $ }) => p.group({ _id: '$k', n: $.sum(1) }).sort({ _id: 1 }), [{ _id: null, n: 2 }, { _id: 1, n: 1 }]),
  pipes('in a key of two fields a missing one is left out, apart from null', byMongodb('$group: compound _id'), [{ _id: 1, k: null, j: 1 }, { _id: 2, j: 1 }], (p, { $ }) => p.group({ _id: { k: '$k', j: '$j' }, least: $.min('$_id') }).sort({ least: 1 }), [{ _id: { k: null, j: 1 }, least: 1 }, { _id: { j: 1 }, least: 2 }]),
  pipes('in a key of one field a missing one is null', byMongodb('$group: _id of one field'), [{ _id: 1, k: null }, { _id: 2 }], (p, { $ }) => p.group({ _id: { k: '$k' }, n: $.sum(1) }), [{ _id: { k: null }, n: 2 }]),
  pipes('a list as key is a constant, paths in it are not read', byMongodb('$group: constant _id'), SALES, (p, { $ }) => p.group({ _id: ['$shop'], n: $.sum(1) }), [{ _id: ['$shop'], n: 3 }]),
  pipes('an empty object as key is a constant', byMongodb('$group: constant _id'), SALES, (p, { $ }) => p.group({ _id: {}, n: $.sum(1) }), [{ _id: {}, n: 3 }]),
  pipeRefuses('a key does not include fields by number', byMongodb('$group: 17390'), [], (p) => p.group({ _id: { shop: 1 } }), '$group does not support inclusion-style expressions'),
  pipes('by a list takes the whole list as key', byMongodb('$group: array _id'), SALES, (p, { $ }) => p.group({ _id: '$tags', least: $.min('$_id') }).sort({ least: 1 }), [{ _id: ['a', 'b'], least: 1 }, { _id: ['a'], least: 2 }, { _id: null, least: 3 }]),
  pipes('1 and 1.0 are one key, 1 and "1" are two', byMongodb('$group: comparison of keys'), [{ _id: 1, k: 1 }, { _id: 2, k: 1.0 }, { _id: 3, k: '1' }], (p, { $ }) => p.group({ _id: '$k', n: $.sum(1) }).sort({ n: 1 }), [{ _id: '1', n: 1 }, { _id: 1, n: 2 }]),
  pipes('without accumulators tells the distinct keys', byMongodb('$group: distinct values'), SALES, (p) => p.group({ _id: '$shop' }).sort({ _id: 1 }), [{ _id: 'east' }, { _id: 'west' }]),
  pipeRefuses('needs an _id', byMongodb('$group: 15955'), [], (p, { $ }) => p.group({ n: $.sum(1) }), 'a group specification must include an _id'),
  pipeRefuses('takes an object', byMongodb('$group: 15947'), [], (p) => p.group('$shop'), "a group's fields must be specified in an object"),
  pipeRefuses('a field without accumulator is refused', byMongodb('$group: 40234'), [], (p) => p.group({ _id: null, n: '$fen' }), "The field 'n' must be an accumulator object"),
  pipeRefuses('an object of fields is no accumulator', byMongodb('$group: 40234'), [], (p) => p.group({ _id: null, n: { a: '$fen' } }), "The field 'n' must be an accumulator object"),
  pipeRefuses('an unknown accumulator is named', byMongodb('$group: 15952'), [], (p) => p.group({ _id: null, n: { $median: '$fen' } }), "unknown group operator '$median'"),
  pipeRefuses('an expression is no accumulator', byMongodb('$group: 15952'), [], (p, { $ }) => p.group({ _id: null, n: $.abs('$fen') }), "unknown group operator '$abs'"),
  pipeRefuses('one accumulator a field', byMongodb('$group: 40238'), [], (p) => p.group({ _id: null, n: { $sum: 1, $avg: 1 } }), "The field 'n' must specify one accumulator"),
  pipeRefuses('an accumulator takes one operand', byMongodb('$group: 40237'), [], (p, { $ }) => p.group({ _id: null, n: $.sum(['$a', '$b']) }), 'The $sum accumulator is a unary operator'),
  pipeRefuses('a field name has no dot', byMongodb('$group: 40235'), [], (p, { $ }) => p.group({ _id: null, 'a.b': $.sum(1) }), "The field name 'a.b' cannot contain '.'"),
  pipeRefuses('a field name is no operator', byMongodb('$group: 40236'), [], (p, { $ }) => p.group({ _id: null, $n: $.sum(1) }), "The field name '$n' cannot be an operator name"),
]);

const accumulates = (name: string, where: string, values: readonly unknown[], operator: string, expected: unknown) =>
  pipes(name, byMongodb(where), values.map((v, i) => (v === undefined ? { _id: i } : { _id: i, v })), (p) => p.sort({ _id: 1 }).group({ _id: null, r: { [operator]: '$v' } }), [{ _id: null, r: expected }]);

runScenarios('pipeline: accumulators', [
  accumulates('$sum leaves out what is no number', '$sum: non-numeric', [1, 'x', null, undefined, 2.5, [4], true], '$sum', 3.5),
  accumulates('$sum of no numbers is 0', '$sum', ['x', undefined], '$sum', 0),
  accumulates('$sum loses nothing to rounding', '$sum: compensated summation', Array.from({ length: 10 }, () => 0.1), '$sum', 1),
  accumulates('$avg leaves out what is no number', '$avg: non-numeric', [1, 'x', null, undefined, 2], '$avg', 1.5),
  accumulates('$avg of none is null', '$avg', ['x', undefined], '$avg', null),
  accumulates('$min leaves out null and missing', '$min', [null, undefined, 3, 2], '$min', 2),
  accumulates('$max leaves out null and missing', '$max', [null, undefined, 3, 2], '$max', 3),
  accumulates('$max compares types: a boolean is above a text, a text above a number', '$max: BSON order', [5, 'x', true], '$max', true),
  accumulates('$min of nothing but null is null', '$min', [null, undefined], '$min', null),
  accumulates('$min does not look into lists', '$min in $group: arrays', [[1, 9], 5], '$min', 5),
  accumulates('$first takes the first document', '$first', ['a', 'b'], '$first', 'a'),
  accumulates('$first of a missing field is null', '$first', [undefined, 'b'], '$first', null),
  accumulates('$last takes the last document', '$last', ['a', 'b'], '$last', 'b'),
  accumulates('$last of a missing field is null', '$last', ['a', undefined], '$last', null),
  accumulates('$push keeps order and null and leaves out missing', '$push', [2, null, undefined, 1, 2], '$push', [2, null, 1, 2]),
  accumulates('$push of nothing is an empty list', '$push', [undefined], '$push', []),
  accumulates('$addToSet keeps each value once', '$addToSet', [1, 1, undefined, 1], '$addToSet', [1]),
  accumulates('$addToSet compares objects by their fields in order', '$addToSet: documents', [{ a: 1, b: 2 }, { a: 1, b: 2 }], '$addToSet', [{ a: 1, b: 2 }]),
  accumulates('$stdDevPop of a population', '$stdDevPop', [2, 4, 4, 4, 5, 5, 7, 9, 'x'], '$stdDevPop', 2),
  accumulates('$stdDevPop of one is 0', '$stdDevPop', [3], '$stdDevPop', 0),
  accumulates('$stdDevPop of none is null', '$stdDevPop', ['x'], '$stdDevPop', null),
  accumulates('$stdDevSamp of one is null', '$stdDevSamp', [3], '$stdDevSamp', null),
  accumulates('$stdDevSamp of a sample', '$stdDevSamp', [1, 3], '$stdDevSamp', Math.SQRT2),
  accumulates('$mergeObjects: later fields win, null counts for nothing', '$mergeObjects accumulator', [{ a: 1, b: 1 }, null, undefined, { b: 2 }], '$mergeObjects', { a: 1, b: 2 }),
  pipeRefuses('$mergeObjects refuses what is no object', byMongodb('$mergeObjects: 40400'), [{ _id: 1, v: 5 }], (p, { $ }) => p.group({ _id: null, r: $.mergeObjects('$v') }), '$mergeObjects requires object inputs, but input 5 is of type int'),
  pipes('an accumulator takes an expression', byMongodb('$group'), SALES, (p, { $ }) => p.group({ _id: null, r: $.sum($.multiply(['$fen', 2])) }), [{ _id: null, r: 120 }]),
  pipes('$push takes an object', byDocument('wx.cloud AggregateCommand.push'), SALES, (p, { $ }) => p.sort({ _id: 1 }).group({ _id: '$shop', r: $.push({ id: '$_id', fen: '$fen' }) }).sort({ _id: 1 }), [{ _id: 'east', r: [{ id: 1, fen: 10 }, { id: 3, fen: 30 }] }, { _id: 'west', r: [{ id: 2, fen: 20 }] }]),
  pipes('dates have a least and a greatest', byMongodb('$min: dates'), [{ _id: 1, v: new Date(5000) }, { _id: 2, v: new Date(1000) }], (p, { $ }) => p.group({ _id: null, from: $.min('$v'), to: $.max('$v') }), [{ _id: null, from: new Date(1000), to: new Date(5000) }]),
]);

runScenarios('pipeline: $count, $sortByCount', [
  pipes('counts what arrives', byDocument('wx.cloud Aggregate.count'), SALES, (p, { _ }) => p.match({ fen: _.gt(10) }).count('n'), [{ n: 2 }]),
  pipes('gives no document when there is nothing to count', byMongodb('$count'), SALES, (p) => p.match({ fen: 999 }).count('n'), []),
  pipeRefuses('needs a name', byMongodb('$count: 40157'), [], (p) => p.count(''), 'the count field must be a non-empty string'),
  pipeRefuses('needs a text', byMongodb('$count: 40156'), [], (p) => p.count(5), 'the count field must be a non-empty string'),
  pipeRefuses('the name has no dollar', byMongodb('$count: 40158'), [], (p) => p.count('$n'), 'the count field cannot be a $-prefixed path'),
  pipeRefuses('the name has no dot', byMongodb('$count: 40160'), [], (p) => p.count('a.b'), "the count field cannot contain '.'"),
  pipes('$sortByCount counts by value, most first', byDocument('wx.cloud Aggregate.sortByCount'), SALES, (p) => p.sortByCount('$shop'), [{ _id: 'east', count: 2 }, { _id: 'west', count: 1 }]),
  pipes('$sortByCount after $unwind counts elements', byDocument('wx.cloud Aggregate.sortByCount'), SALES, (p) => p.unwind('$tags').sortByCount('$tags'), [{ _id: 'a', count: 2 }, { _id: 'b', count: 1 }]),
  pipes('$sortByCount takes an expression', byMongodb('$sortByCount'), SALES, (p, { $ }) => p.sortByCount($.gte(['$fen', 20])), [{ _id: true, count: 2 }, { _id: false, count: 1 }]),
  pipeRefuses('$sortByCount refuses a plain text', byMongodb('$sortByCount: 40148'), [], (p) => p.sortByCount('shop'), 'the sortByCount field must be defined as a $-prefixed path or an expression inside an object'),
  pipeRefuses('$sortByCount refuses a number', byMongodb('$sortByCount: 40149'), [], (p) => p.sortByCount(5), 'the sortByCount field must be specified as a string or as an object'),
  pipeRefuses('the name is not _id', byMongodb('$count: 15948'), [], (p) => p.count('_id'), "a group's _id may only be specified once"),
  pipeRefuses('$sortByCount refuses an object that is no expression', byMongodb('$sortByCount: 40147'), [], (p) => p.sortByCount({ shop: '$shop' }), 'the sortByCount field must be defined as a $-prefixed path or an expression inside an object'),
]);

const NUMBERS = [5, 12, 18, 25, 31].map((n, i) => ({ _id: i, n }));

runScenarios('pipeline: $bucket', [
  pipes('counts between boundaries, the lower one belongs to the bucket', byDocument('wx.cloud Aggregate.bucket'), [{ _id: 1, n: 0 }, { _id: 2, n: 9 }, { _id: 3, n: 10 }], (p) => p.bucket({ groupBy: '$n', boundaries: [0, 10, 20] }), [{ _id: 0, count: 2 }, { _id: 10, count: 1 }]),
  pipes('leaves out empty buckets', byMongodb('$bucket'), [{ _id: 1, n: 25 }], (p) => p.bucket({ groupBy: '$n', boundaries: [0, 10, 20, 30] }), [{ _id: 20, count: 1 }]),
  pipes('puts the rest into the default, sorted among the others', byMongodb('$bucket: default'), NUMBERS, (p) => p.bucket({ groupBy: '$n', boundaries: [10, 20], default: 'other' }), [{ _id: 10, count: 2 }, { _id: 'other', count: 3 }]),
  pipes('a missing value goes into the default', byMongodb('$bucket: default'), [{ _id: 1 }, { _id: 2, n: 1 }], (p) => p.bucket({ groupBy: '$n', boundaries: [0, 10], default: -1 }), [{ _id: -1, count: 1 }, { _id: 0, count: 1 }]),
  pipes('with output the count is gone unless named', byMongodb('$bucket: output'), NUMBERS, (p, { $ }) => p.sort({ _id: 1 }).bucket({ groupBy: '$n', boundaries: [0, 20, 40], output: { all: $.push('$n'), most: $.max('$n') } }), [{ _id: 0, all: [5, 12, 18], most: 18 }, { _id: 20, all: [25, 31], most: 31 }]),
  pipes('boundaries may be dates', byMongodb('$bucket: boundaries of dates'), [{ _id: 1, at: new Date(1500) }], (p) => p.bucket({ groupBy: '$at', boundaries: [new Date(1000), new Date(2000)] }), [{ _id: new Date(1000), count: 1 }]),
  pipes('groups by an expression', byMongodb('$bucket: groupBy'), NUMBERS, (p, { $ }) => p.bucket({ groupBy: $.multiply(['$n', 10]), boundaries: [0, 200, 400] }), [{ _id: 0, count: 3 }, { _id: 200, count: 2 }]),
  pipeRefuses('without default a value outside is refused', byMongodb('$bucket: 40066'), NUMBERS, (p) => p.bucket({ groupBy: '$n', boundaries: [10, 20] }), '$switch could not find a matching branch for an input, and no default was specified.'),
  pipeRefuses('boundaries are sorted', byMongodb('$bucket: 40194'), [], (p) => p.bucket({ groupBy: '$n', boundaries: [3, 2] }), "The 'boundaries' option to $bucket must be sorted, but elements 0 and 1 are not in ascending order (3 is not less than 2)."),
  pipeRefuses('boundaries differ', byMongodb('$bucket: 40194'), [], (p) => p.bucket({ groupBy: '$n', boundaries: [2, 2] }), 'elements 0 and 1 are not in ascending order (2 is not less than 2).'),
  pipeRefuses('boundaries are of one type', byMongodb('$bucket: 40193'), [], (p) => p.bucket({ groupBy: '$n', boundaries: [1, 'x'] }), "All values in the the 'boundaries' option to $bucket must have the same type. Found conflicting types int and string."),
  pipeRefuses('there are two boundaries', byMongodb('$bucket: 40192'), [], (p) => p.bucket({ groupBy: '$n', boundaries: [1] }), "The $bucket 'boundaries' field must have at least 2 values, but found 1 value(s)."),
  pipeRefuses('boundaries are a list', byMongodb('$bucket: 40200'), [], (p) => p.bucket({ groupBy: '$n', boundaries: 5 }), "The $bucket 'boundaries' field must be an array, but found type: int."),
  pipeRefuses('boundaries are constant', byMongodb('$bucket: 40191'), [], (p) => p.bucket({ groupBy: '$n', boundaries: ['$a', '$b'] }), "The $bucket 'boundaries' field must be an array of constant values, but found value"),
  pipeRefuses('the default lies outside of the boundaries', byMongodb('$bucket: 40199'), [], (p) => p.bucket({ groupBy: '$n', boundaries: [0, 10], default: 5 }), "The $bucket 'default' field must be less than the lowest boundary or greater than or equal to the highest boundary."),
  pipes('a default of another type may be anything', byMongodb('$bucket: default of another type'), [{ _id: 1, n: 50 }], (p) => p.bucket({ groupBy: '$n', boundaries: [0, 10], default: 'rest' }), [{ _id: 'rest', count: 1 }]),
  pipes('with an empty output gives the boundaries alone', byMongodb('$bucket: empty output'), [{ _id: 1, n: 5 }], (p) => p.bucket({ groupBy: '$n', boundaries: [0, 10], output: {} }), [{ _id: 0 }]),
  pipeRefuses('groupBy is a path or an expression', byMongodb('$bucket: 40202'), [], (p) => p.bucket({ groupBy: 'n', boundaries: [0, 10] }), "The $bucket 'groupBy' field must be defined as a $-prefixed path or an expression, but found: \"n\"."),
  pipeRefuses('groupBy and boundaries have to be there', byMongodb('$bucket: 40198'), [], (p) => p.bucket({ groupBy: '$n' }), "$bucket requires 'groupBy' and 'boundaries' to be specified."),
  pipeRefuses('an unknown option is refused', byMongodb('$bucket: 40197'), [], (p) => p.bucket({ groupBy: '$n', boundaries: [0, 10], x: 1 }), 'Unrecognized option to $bucket: x.'),
  pipeRefuses('the argument is an object', byMongodb('$bucket: 40201'), [], (p) => p.bucket('n'), 'Argument to $bucket stage must be an object, but found type: string.'),
]);

const HUNDRED = Array.from({ length: 100 }, (_, n) => ({ _id: n }));
const bounds = (granularity: string) => (p: Parameters<Parameters<typeof pipes>[3]>[0]) => p.bucketAuto({ groupBy: '$_id', buckets: 5, granularity }).project({ _id: ['$_id.min', '$_id.max', '$count'] });
const rows = (...list: readonly (readonly number[])[]) => list.map((_id) => ({ _id }));

runScenarios('pipeline: $bucketAuto', [
  pipes('spreads evenly; the upper boundary is the next lower one, the last is inclusive', byDocument('wx.cloud Aggregate.bucketAuto'), HUNDRED, (p) => p.bucketAuto({ groupBy: '$_id', buckets: 5 }), [{ _id: { min: 0, max: 20 }, count: 20 }, { _id: { min: 20, max: 40 }, count: 20 }, { _id: { min: 40, max: 60 }, count: 20 }, { _id: { min: 60, max: 80 }, count: 20 }, { _id: { min: 80, max: 99 }, count: 20 }]),
  pipes('never splits equal values', byMongodb('$bucketAuto: repeated values'), [1, 1, 1, 1, 2, 3].map((n, i) => ({ _id: i, n })), (p) => p.bucketAuto({ groupBy: '$n', buckets: 3 }), [{ _id: { min: 1, max: 2 }, count: 4 }, { _id: { min: 2, max: 3 }, count: 2 }]),
  pipes('gives fewer buckets than asked for when there are fewer documents', byMongodb('$bucketAuto'), NUMBERS.slice(0, 2), (p) => p.bucketAuto({ groupBy: '$n', buckets: 5 }), [{ _id: { min: 5, max: 12 }, count: 1 }, { _id: { min: 12, max: 12 }, count: 1 }]),
  pipes('of nothing gives nothing', byMongodb('$bucketAuto'), [], (p) => p.bucketAuto({ groupBy: '$n', buckets: 5 }), []),
  pipes('a missing value counts as null', byMongodb('$bucketAuto: missing groupBy'), [{ _id: 1 }, { _id: 2, n: 1 }], (p) => p.bucketAuto({ groupBy: '$n', buckets: 2 }), [{ _id: { min: null, max: 1 }, count: 1 }, { _id: { min: 1, max: 1 }, count: 1 }]),
  pipes('accumulates into the output', byMongodb('$bucketAuto: output'), NUMBERS, (p, { $ }) => p.bucketAuto({ groupBy: '$n', buckets: 2, output: { total: $.sum('$n') } }), [{ _id: { min: 5, max: 25 }, total: 35 }, { _id: { min: 25, max: 31 }, total: 56 }]),
  pipes('granularity R20', byMongodb('manual: $bucketAuto, granularity example'), HUNDRED, bounds('R20'), rows([0, 20, 20], [20, 40, 20], [40, 63, 23], [63, 90, 27], [90, 100, 10])),
  pipes('granularity E24', byMongodb('manual: $bucketAuto, granularity example'), HUNDRED, bounds('E24'), rows([0, 20, 20], [20, 43, 23], [43, 68, 25], [68, 91, 23], [91, 100, 9])),
  pipes('granularity 1-2-5', byMongodb('manual: $bucketAuto, granularity example'), HUNDRED, bounds('1-2-5'), rows([0, 20, 20], [20, 50, 30], [50, 100, 50])),
  pipes('granularity POWERSOF2', byMongodb('manual: $bucketAuto, granularity example'), HUNDRED, bounds('POWERSOF2'), rows([0, 32, 32], [32, 64, 32], [64, 128, 36])),
  pipes('granularity R40, where MongoDB goes from 315 to 355', byMongodb('$bucketAuto: R40'), [1, 320, 999].map((n, i) => ({ _id: i, n })), (p) => p.bucketAuto({ groupBy: '$n', buckets: 2, granularity: 'R40' }), [{ _id: { min: 0.9500000000000001, max: 355 }, count: 2 }, { _id: { min: 355, max: 1000 }, count: 1 }]),
  pipes('granularity E192 with its one irregular member', byMongodb('$bucketAuto: E192'), [915, 2000].map((n, i) => ({ _id: i, n })), (p) => p.bucketAuto({ groupBy: '$n', buckets: 2, granularity: 'E192' }), [{ _id: { min: 909, max: 920 }, count: 1 }, { _id: { min: 920, max: 2030 }, count: 1 }]),
  pipes('granularity keeps zeros apart', byMongodb('$bucketAuto: a first bucket of zeros'), [0, 0, 5, 8].map((n, i) => ({ _id: i, n })), (p) => p.bucketAuto({ groupBy: '$n', buckets: 2, granularity: 'R5' }), [{ _id: { min: 0, max: 4 }, count: 2 }, { _id: { min: 4, max: 10 }, count: 2 }]),
  pipes('with an empty output still counts', byMongodb('$bucketAuto: empty output'), NUMBERS, (p) => p.bucketAuto({ groupBy: '$n', buckets: 1, output: {} }), [{ _id: { min: 5, max: 31 }, count: 5 }]),
  pipeRefuses('an unknown granularity is refused', byMongodb('$bucketAuto: 40257'), [], (p) => p.bucketAuto({ groupBy: '$n', buckets: 2, granularity: 'R7' }), "Unknown rounding granularity 'R7'"),
  pipeRefuses('granularity takes numbers only', byMongodb('$bucketAuto: 40258'), [{ _id: 1, n: 'x' }], (p) => p.bucketAuto({ groupBy: '$n', buckets: 2, granularity: 'R5' }), "$bucketAuto can specify a 'granularity' with numeric boundaries only, but found a value with type: string"),
  pipeRefuses('granularity takes no negative numbers', byMongodb('$bucketAuto: 40260'), [{ _id: 1, n: -1 }], (p) => p.bucketAuto({ groupBy: '$n', buckets: 2, granularity: 'R5' }), "$bucketAuto can specify a 'granularity' with non-negative numbers only, but found a negative number"),
  pipeRefuses('there is at least one bucket', byMongodb('$bucketAuto: 40243'), [], (p) => p.bucketAuto({ groupBy: '$n', buckets: 0 }), "The $bucketAuto 'buckets' field must be greater than 0, but found: 0"),
  pipeRefuses('the number of buckets is whole', byMongodb('$bucketAuto: 40242'), [], (p) => p.bucketAuto({ groupBy: '$n', buckets: 1.5 }), "The $bucketAuto 'buckets' field must be representable as a 32-bit integer, but found 1.5"),
  pipeRefuses('the number of buckets is a number', byMongodb('$bucketAuto: 40241'), [], (p) => p.bucketAuto({ groupBy: '$n', buckets: 'x' }), "The $bucketAuto 'buckets' field must be a numeric value, but found type: string"),
  pipeRefuses('groupBy and buckets have to be there', byMongodb('$bucketAuto: 40246'), [], (p) => p.bucketAuto({ buckets: 2 }), "$bucketAuto requires 'groupBy' and 'buckets' to be specified."),
  rawPipes('stands in a $facet', byMongodb('$facet with $bucketAuto'), NUMBERS, [{ $facet: { b: [{ $bucketAuto: { groupBy: '$n', buckets: 1 } }] } }], [{ b: [{ _id: { min: 5, max: 31 }, count: 5 }] }]),
]);
