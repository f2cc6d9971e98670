/** Paths through arrays, $elemMatch, $all and $size. */
import { runScenarios } from './support/run-scenarios';
import { byMongodb, bySdk, finds, scenario } from './support/scenario';
import { valuesAt } from './support/values-at';

const paths = byMongodb('core/document: dot notation');
const match = byMongodb('query/elemMatch');
const all = byMongodb('query/all');

runScenarios('query: arrays', [
  finds('a path goes through the objects of an array', paths, valuesAt([{ b: 1 }, { b: 2 }], [{ b: 3 }], { b: 2 }), () => ({ 'v.b': 2 }), [1, 3]),
  finds('a path does not go through an array in an array', byMongodb('matcher/path: implicit traversal of one level'), valuesAt([[{ b: 1 }]], [{ b: 1 }]), () => ({ 'v.b': 1 }), [2]),
  finds('a number names a place', paths, valuesAt([1, 2], [2, 1]), () => ({ 'v.0': 2 }), [2]),
  finds('a number names a field of an object too', paths, valuesAt({ 0: 2 }, [{ 0: 2 }], [2]), () => ({ 'v.0': 2 }), [1, 2, 3]),
  finds('the element at a place is taken whole', byMongodb('matcher/path: array offset'), valuesAt([[1, 2]], [1]), () => ({ 'v.0': 1 }), [2]),
  finds('a place reaches into an array in an array', byMongodb('matcher/path: array offset'), valuesAt([[{ b: 1 }]], [[5, { b: 1 }]]), () => ({ 'v.0.b': 1 }), [1, 2]),
  finds('two places name an element of an array in an array', byMongodb('matcher/path: array offset'), valuesAt([[1, 2]], [[2, 1]]), () => ({ 'v.0.1': 2 }), [1]),
  finds('a path goes through arrays on every step', paths, valuesAt([{ b: [{ c: 1 }, { c: 2 }] }], [{ b: { c: 2 } }], [{ b: [] }]), () => ({ 'v.b.c': 2 }), [1, 2]),
  finds('exists is true where one element has the field', byMongodb('query/exists'), valuesAt([{ b: 1 }, {}], [{}], []), ({ _ }) => ({ 'v.b': _.exists(true) }), [1]),
  finds('exists is false where no element has it', byMongodb('query/exists'), valuesAt([{ b: 1 }, {}], [{}], [], 5), ({ _ }) => ({ 'v.b': _.exists(false) }), [2, 3, 4]),
  finds('size counts the elements', byMongodb('query/size'), valuesAt([], [1], [1, 2], 'ab', undefined), ({ _ }) => ({ v: _.size(1) }), [2]),
  finds('size of an array in an array is not looked at', byMongodb('query/size'), valuesAt([[1, 2]], [1, 2]), ({ _ }) => ({ v: _.size(2) }), [2]),
  finds('size through a path looks at each array', byMongodb('query/size'), valuesAt([{ b: [1] }, { b: [1, 2] }], [{ b: [] }]), ({ _ }) => ({ 'v.b': _.size(2) }), [1]),
  finds('all needs every value', all, valuesAt([1, 2, 3], [1], 1, [2, 1]), ({ _ }) => ({ v: _.all([1, 2]) }), [1, 4]),
  finds('all of one value finds the value itself', byMongodb('query/all: equivalent to $and'), valuesAt(1, [1], 2), ({ _ }) => ({ v: _.all([1]) }), [1, 2]),
  finds('all of nothing finds nothing', byMongodb('query/all: empty'), valuesAt([], [1], undefined), ({ _ }) => ({ v: _.all([]) }), []),
  finds('all takes expressions', byMongodb('query/all: regular expressions'), valuesAt(['ab', 'cd'], ['ab']), () => ({ v: { $all: [/^a/, /d$/] } }), [1]),
  finds('all of an array finds it whole or as an element', byMongodb('query/all: nested arrays'), valuesAt([1, 2], [[1, 2]], [2, 1]), () => ({ v: { $all: [[1, 2]] } }), [1, 2]),
  finds('all with elemMatch needs an element for each', byMongodb('query/all: $elemMatch'), valuesAt([{ a: 1, b: 2 }, { a: 3, b: 4 }], [{ a: 1, b: 4 }]), () => ({ v: { $all: [{ $elemMatch: { a: 1, b: 2 } }, { $elemMatch: { a: 3 } }] } }), [1]),
  finds('all through a path', all, valuesAt([{ b: 1 }, { b: 2 }], [{ b: 1 }]), ({ _ }) => ({ 'v.b': _.all([1, 2]) }), [1]),
  finds('elemMatch needs one object to satisfy everything', match, valuesAt([{ a: 1, b: 2 }], [{ a: 1 }, { b: 2 }], { a: 1, b: 2 }), ({ _ }) => ({ v: _.elemMatch({ a: 1, b: 2 }) }), [1]),
  finds('elemMatch with commands inside', bySdk('serializer/query.js ELEM_MATCH'), valuesAt([{ a: 5 }, { a: 1 }], [{ a: 9 }]), () => ({ v: { $elemMatch: { a: { $gt: 4, $lt: 6 } } } }), [1]),
  finds('elemMatch with operators needs one element to satisfy all', byMongodb('query/elemMatch: value'), valuesAt([1, 9], [5], 5), () => ({ v: { $elemMatch: { $gt: 4, $lt: 6 } } }), [2]),
  finds('elemMatch of nothing finds arrays with an object', byMongodb('query/elemMatch: empty'), valuesAt([{}], [[]], [1], []), () => ({ v: { $elemMatch: {} } }), [1, 2]),
  finds('elemMatch looks into arrays in arrays by place', byMongodb('matcher: $elemMatch object on array'), valuesAt([[7, 8]], [[8, 7]]), () => ({ v: { $elemMatch: { 0: 7 } } }), [1]),
  finds('elemMatch with not', byMongodb('query/elemMatch: $not'), valuesAt([1], [1, 2], []), () => ({ v: { $elemMatch: { $not: { $eq: 1 } } } }), [2]),
  finds('elemMatch with ne', byMongodb('query/elemMatch: $ne'), valuesAt(['a'], ['a', 'b'], []), () => ({ v: { $elemMatch: { $ne: 'a' } } }), [2]),
  finds('elemMatch in elemMatch', byMongodb('query/elemMatch: nested'), valuesAt([[1, 5]], [[1], [9]], [5]), () => ({ v: { $elemMatch: { $elemMatch: { $gt: 4, $lt: 6 } } } }), [1]),
  finds('elemMatch with or', byMongodb('query/elemMatch: $or'), valuesAt([{ a: 1 }], [{ b: 2 }], [{ a: 2, b: 1 }]), () => ({ v: { $elemMatch: { $or: [{ a: 1 }, { b: 2 }] } } }), [1, 2]),
  finds('elemMatch finds a missing field', byMongodb('query/elemMatch: null'), valuesAt([{ a: 1 }], [{ b: 1 }], [1]), () => ({ v: { $elemMatch: { a: null } } }), [2]),
  finds('elemMatch with not ne', byMongodb('jstests/core/arrayfind9.js'), valuesAt([1], [2]), () => ({ v: { $elemMatch: { $not: { $ne: 1 } } } }), [1]),
  finds('elemMatch on objects by order', byMongodb('jstests/core/arrayfind9.js'), valuesAt([{}], [1]), () => ({ v: { $elemMatch: { $gte: {} } } }), [1]),
  finds('elemMatch on arrays by value', byMongodb('jstests/core/arrayfind9.js'), valuesAt([[]], [], [[1]]), () => ({ v: { $elemMatch: { $in: [[]] } } }), [1]),
  finds('below elemMatch two bounds may meet in different elements', byMongodb('jstests/core/arrayfind9.js'), valuesAt([{ b: [0, 2] }], [{ b: 5 }]), () => ({ v: { $elemMatch: { b: { $gte: 1, $lte: 1 } } } }), [1]),
  finds('elemMatch on a path inside elemMatch', byMongodb('jstests/core/arrayfind7.js'), valuesAt([{ b: [{ c: [1] }] }], [{ b: [{ c: 1 }] }]), () => ({ v: { $elemMatch: { 'b.c': { $elemMatch: { $gte: 1, $lte: 1 } } } } }), [1]),
  finds('elemMatch beside another operator in elemMatch', byMongodb('jstests/core/arrayfind8.js'), valuesAt([{ b: [2] }], [{ b: [1] }, { b: [3] }]), () => ({ v: { $elemMatch: { b: { $elemMatch: { $in: [1, 2] }, $in: [2, 3] } } } }), [1]),
  finds('in with a list and a type looks at the list and at its elements', byMongodb('jstests/core/in3.js'), valuesAt([1], ['1'], [[2]]), () => ({ v: { $in: [['1']], $type: 2 } }), [2]),
  finds('an array in an array is equal whole', byMongodb('jstests/core/in3.js'), valuesAt([1], [[2]]), ({ _ }) => ({ v: _.eq([2]) }), [2]),
  finds('not elemMatch finds what has no such element', byMongodb('query/not: $elemMatch'), valuesAt([{ a: 1 }], [{ a: 2 }], undefined, 5), () => ({ v: { $not: { $elemMatch: { a: 1 } } } }), [2, 3, 4]),
  scenario('conditions beside each other may meet in different elements', byMongodb('tutorial/query-array-of-documents'), async ({ add, collection, _ }) => {
    await add(valuesAt([{ a: 1 }, { b: 2 }], [{ a: 1 }]));
    const apart = await collection().where({ 'v.a': 1, 'v.b': 2 }).get();
    const together = await collection().where({ v: _.elemMatch({ a: 1, b: 2 }) }).get();
    return [apart.data.length, together.data.length];
  }, [1, 0]),
]);
