/** $eq, $ne, ranges, $in and $nin: equality, brackets of types, null and missing fields. */
import { runScenarios } from './support/run-scenarios';
import { byMongodb, bySdk, finds, scenario } from './support/scenario';
import { valuesAt } from './support/values-at';

const compare = byMongodb('query/comparison: type bracketing');
const nulls = byMongodb('tutorial/query-for-null-fields');
const order = byMongodb('reference/bson-type-comparison-order');

runScenarios('query: comparison', [
  finds('eq finds the value and arrays that hold it', byMongodb('query/eq: array element equals a value'), valuesAt(1, '1', [0, 1], [[1]], { v: 1 }), ({ _ }) => ({ v: _.eq(1) }), [1, 3]),
  finds('a bare value is equality', bySdk('serializer/query.js encodeQueryObject'), valuesAt(1, 2), () => ({ v: 1 }), [1]),
  finds('whole objects are equal in the same order of fields only', byMongodb('query/eq: match embedded document'), valuesAt({ x: 1, y: 2 }, { y: 2, x: 1 }, { x: 1, y: 2, z: 3 }), ({ _ }) => ({ v: _.eq({ x: 1, y: 2 }) }), [1]),
  finds('a nested object in where is flattened to paths', bySdk('serializer/common.js flatten'), valuesAt({ x: 1, y: 2 }, { y: 2, x: 1, z: 3 }, { x: 1 }), () => ({ v: { x: 1, y: 2 } }), [1, 2]),
  finds('a whole array is equal in order', byMongodb('query/eq: array equals array'), valuesAt([1, 2], [2, 1], [[1, 2]], [1, 2, 3]), ({ _ }) => ({ v: _.eq([1, 2]) }), [1, 3]),
  finds('an empty array equals itself and an array that holds one', byMongodb('query/eq: empty array'), valuesAt([], [[]], undefined, null), ({ _ }) => ({ v: _.eq([]) }), [1, 2]),
  finds('an empty object equals an empty object', byMongodb('query/eq'), valuesAt({}, { a: 1 }, undefined), ({ _ }) => ({ v: _.eq({}) }), [1]),
  finds('booleans are no numbers', compare, valuesAt(true, 1, 'true'), ({ _ }) => ({ v: _.eq(true) }), [1]),
  finds('dates are equal by instant', compare, valuesAt(new Date(5), new Date(6), 5), ({ _ }) => ({ v: _.eq(new Date(5)) }), [1]),
  finds('NaN equals itself', byMongodb('query/eq: NaN'), valuesAt(Number.NaN, 0, null), () => ({ v: { $eq: Number.NaN } }), [1]),
  finds('null finds missing fields', nulls, valuesAt(null, undefined, 0, '', false), ({ _ }) => ({ v: _.eq(null) }), [1, 2]),
  finds('null finds arrays that hold null', nulls, valuesAt([null], [], [1]), ({ _ }) => ({ v: _.eq(null) }), [1]),
  finds('null finds a missing field of an object in an array', nulls, valuesAt([{ b: 1 }, {}], [{ b: 1 }], [], [1]), () => ({ 'v.b': null }), [1]),
  finds('null finds what is below a scalar', nulls, valuesAt(5, { b: 1 }, { c: 1 }), () => ({ 'v.b': null }), [1, 3]),
  finds('neq finds missing fields', byMongodb('query/ne'), valuesAt(1, 2, undefined, null), ({ _ }) => ({ v: _.neq(1) }), [2, 3, 4]),
  finds('neq needs every element to differ', byMongodb('query/ne: arrays'), valuesAt([1, 2], [2, 3], []), ({ _ }) => ({ v: _.neq(1) }), [2, 3]),
  finds('neq null finds what is there', byMongodb('query/ne: null'), valuesAt(null, undefined, 0, [null], []), ({ _ }) => ({ v: _.neq(null) }), [3, 5]),
  finds('ranges of numbers hold numbers only', compare, valuesAt(5, '5', true, null, new Date(5), [1, 5]), ({ _ }) => ({ v: _.gte(5) }), [1, 6]),
  finds('ranges of strings hold strings only', compare, valuesAt('b', 'a', 1, null), ({ _ }) => ({ v: _.gt('a') }), [1]),
  finds('strings are ordered by bytes, capitals first', order, valuesAt('a', 'B', 'ab', ''), ({ _ }) => ({ v: _.lt('a') }), [2, 4]),
  finds('strings are ordered by code point', order, valuesAt('\u{1f600}', '\uff5e', '中'), ({ _ }) => ({ v: _.gt('\uff5e') }), [1]),
  finds('ranges of dates', compare, valuesAt(new Date(1), new Date(2), 3), ({ _ }) => ({ v: _.gt(new Date(1)) }), [2]),
  finds('ranges of booleans', compare, valuesAt(true, false, 1), ({ _ }) => ({ v: _.gt(false) }), [1]),
  finds('a range and a range meet in different elements', byMongodb('tutorial/query-arrays: combination of elements'), valuesAt([1, 9], [5], [9]), ({ _ }) => ({ v: _.gt(4).and(_.lt(6)) }), [1, 2]),
  finds('NaN is in no range', byMongodb('query/lt: NaN'), valuesAt(Number.NaN, 1, 9), ({ _ }) => ({ v: _.lt(5) }), [2]),
  finds('gte null finds null and missing fields', byMongodb('query/gte: null'), valuesAt(null, undefined, 0), ({ _ }) => ({ v: _.gte(null) }), [1, 2]),
  finds('lte null finds null and missing fields', byMongodb('query/lte: null'), valuesAt(null, undefined, 0), ({ _ }) => ({ v: _.lte(null) }), [1, 2]),
  finds('gt null finds nothing', byMongodb('query/gt: null'), valuesAt(null, undefined, 0), ({ _ }) => ({ v: _.gt(null) }), []),
  finds('whole objects are compared field by field', order, valuesAt({ x: 2 }, { x: 0 }, { w: 9 }, { x: 'a' }), ({ _ }) => ({ v: _.gt({ x: 1 }) }), [1, 4]),
  finds('arrays are compared element by element', order, valuesAt([1, 3], [1], [2], 5), ({ _ }) => ({ v: _.gt([1, 2]) }), [1, 3]),
  finds('in finds any of the values', byMongodb('query/in'), valuesAt(1, 2, 3, [3, 4], '1'), ({ _ }) => ({ v: _.in([1, 3]) }), [1, 3, 4]),
  finds('in with null finds missing fields', byMongodb('query/in: null'), valuesAt(null, undefined, 1, 2), ({ _ }) => ({ v: _.in([null, 1]) }), [1, 2, 3]),
  finds('in with an array finds it whole', byMongodb('query/in: array'), valuesAt([1, 2], 1, [[1, 2]]), ({ _ }) => ({ v: _.in([[1, 2]]) }), [1, 3]),
  finds('in takes expressions', byMongodb('query/in: regular expressions'), valuesAt('apple', 'pear', 'avocado', 7), () => ({ v: { $in: [/^a/, 7] } }), [1, 3, 4]),
  finds('in of nothing finds nothing', byMongodb('query/in: empty'), valuesAt(1, null), ({ _ }) => ({ v: _.in([]) }), []),
  finds('nin finds missing fields too', byMongodb('query/nin'), valuesAt(1, 2, undefined, [1, 5]), ({ _ }) => ({ v: _.nin([1]) }), [2, 3]),
  finds('nin of nothing finds everything', byMongodb('query/nin: empty'), valuesAt(1, undefined), ({ _ }) => ({ v: _.nin([]) }), [1, 2]),
  finds('nin with null leaves missing fields out', byMongodb('query/nin: null'), valuesAt(null, undefined, 1), ({ _ }) => ({ v: _.nin([null]) }), [3]),
  finds('minus zero is zero', order, valuesAt(-0, 0, 1), ({ _ }) => ({ v: _.eq(0) }), [1, 2]),
  scenario('count counts what a query finds', bySdk('query.js count'), async ({ add, collection, _ }) => {
    await add(valuesAt(1, 2, 3));
    return (await collection().where({ v: _.gt(1) }).count()).total;
  }, 2),
  scenario('mixed types are sorted by type first', order, async ({ add, collection }) => {
    await add(valuesAt('a', 5, null, true, { x: 1 }, new Date(0), undefined, -1));
    return (await collection().where({}).orderBy('v', 'asc').orderBy('_id', 'asc').get()).data.map((document) => document._id);
  }, [3, 7, 8, 2, 1, 5, 4, 6]),
]);
