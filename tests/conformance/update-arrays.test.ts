/** Update operators on lists. */
import { runScenarios } from './support/run-scenarios';
import { byDocument, byMongodb, bySdk, updates } from './support/scenario';
import { counts, refusesUpdate } from './support/update-scenarios';

const PUSH = byMongodb('update/push_node.cpp');
const ADD = byMongodb('update/addtoset_node.cpp');
const POP = byMongodb('update/pop_node.cpp');
const PULL = byMongodb('update/pull_node.cpp');
const PULL_ALL = byMongodb('update/pullall_node.cpp');

runScenarios('$push', [
  updates('the SDK sends a list as $each', bySdk('command.js: push'), { a: [1] }, ({ _ }) => ({ a: _.push([2, 3]) }), { a: [1, 2, 3] }),
  updates('several arguments are several elements', bySdk('command.js: push'), { a: [1] }, ({ _ }) => ({ a: _.push(2, { b: 1 }) }), { a: [1, 2, { b: 1 }] }),
  updates('an absent field becomes a list', PUSH, {}, ({ _ }) => ({ 'a.b': _.push([1]) }), { a: { b: [1] } }),
  updates('nothing pushed to an absent field makes an empty list', PUSH, {}, ({ _ }) => ({ a: _.push([]) }), { a: [] }),
  updates('a list pushed raw is one element', PUSH, { a: [] }, () => ({ $push: { a: [1, 2] } }), { a: [[1, 2]] }),
  updates('unshift puts in front, in the given order', byDocument('Command.unshift'), { a: [3] }, ({ _ }) => ({ a: _.unshift([1, 2]) }), { a: [1, 2, 3] }),
  updates('position counts from the front', PUSH, { a: [1, 2, 3] }, ({ _ }) => ({ a: _.push({ each: [9, 8], position: 1 }) }), { a: [1, 9, 8, 2, 3] }),
  updates('a negative position counts from the end', PUSH, { a: [1, 2, 3] }, ({ _ }) => ({ a: _.push({ each: [9], position: -1 }) }), { a: [1, 2, 9, 3] }),
  updates('positions beyond the ends are the ends', PUSH, { a: [1, 2], b: [1, 2] }, ({ _ }) => ({ a: _.push({ each: [9], position: 50 }), b: _.push({ each: [9], position: -50 }) }), { a: [1, 2, 9], b: [9, 1, 2] }),
  updates('slice keeps the first', PUSH, { a: [1, 2] }, ({ _ }) => ({ a: _.push({ each: [3, 4], slice: 3 }) }), { a: [1, 2, 3] }),
  updates('a negative slice keeps the last', PUSH, { a: [1, 2] }, ({ _ }) => ({ a: _.push({ each: [3, 4], slice: -3 }) }), { a: [2, 3, 4] }),
  updates('slice 0 empties the list', PUSH, { a: [1, 2] }, ({ _ }) => ({ a: _.push({ each: [3], slice: 0 }) }), { a: [] }),
  updates('an absent list is sliced too', PUSH, {}, ({ _ }) => ({ a: _.push({ each: [1, 2, 3], slice: -1 }) }), { a: [3] }),
  updates('sort 1 and -1 order whole elements, across types', PUSH, { a: [3, 'x', 1], b: [3, 1] }, ({ _ }) => ({ a: _.push({ each: [null, 2], sort: 1 }), b: _.push({ each: [2], sort: -1 }) }), { a: [null, 1, 2, 3, 'x'], b: [3, 2, 1] }),
  updates('sort by fields, the second deciding among equals', PUSH, { a: [{ k: 2, v: 1 }, { k: 1, v: 1 }] }, ({ _ }) => ({ a: _.push({ each: [{ k: 1, v: 9 }], sort: { k: 1, v: -1 } }) }), { a: [{ k: 1, v: 9 }, { k: 1, v: 1 }, { k: 2, v: 1 }] }),
  updates('sort by a dotted field; what lacks it counts as null', PUSH, { a: [{ k: { s: 2 } }, { k: 5 }, 7] }, ({ _ }) => ({ a: _.push({ each: [{ k: { s: 1 } }], sort: { 'k.s': 1 } }) }), { a: [{ k: 5 }, 7, { k: { s: 1 } }, { k: { s: 2 } }] }),
  updates('sort of an object by a list number', PUSH, { a: [{ k: [5, 1] }] }, ({ _ }) => ({ a: _.push({ each: [{ k: [4, 2] }], sort: { 'k.1': 1 } }) }), { a: [{ k: [5, 1] }, { k: [4, 2] }] }),
  updates('insertion, then sort, then slice', PUSH, { a: [5, 1] }, ({ _ }) => ({ a: _.push({ each: [9, 0], position: 0, sort: -1, slice: 2 }) }), { a: [9, 5] }),
  updates('clauses alone sort and cut what is there', PUSH, { a: [3, 1, 2] }, ({ _ }) => ({ a: _.push({ each: [], sort: 1, slice: 2 }) }), { a: [1, 2] }),
  counts('nothing pushed changes nothing', PUSH, { a: [1] }, ({ _ }) => ({ a: _.push([]) }), 0),
  counts('a slice that cuts nothing changes nothing', PUSH, { a: [1] }, ({ _ }) => ({ a: _.push({ each: [], slice: 5 }) }), 0),
  counts('a sort counts as a change even when the order stays', PUSH, { a: [1, 2] }, ({ _ }) => ({ a: _.push({ each: [], sort: 1 }) }), 1),
  refusesUpdate('to a text', PUSH, { x: 't' }, ({ _ }) => ({ x: _.push([1]) }), "The field 'x' must be an array but is of type string in document {_id: \"one\"}"),
  refusesUpdate('to a nested null names the whole path', PUSH, { a: { b: null } }, ({ _ }) => ({ 'a.b': _.push([1]) }), "The field 'a.b' must be an array but is of type null in document {_id: \"one\"}"),
  refusesUpdate('$each that is no list', PUSH, { a: [] }, ({ _ }) => ({ a: _.push({ each: 'x' }) }), 'The argument to $each in $push must be an array but it was of type: string'),
  refusesUpdate('$slice that is no integer', PUSH, { a: [] }, ({ _ }) => ({ a: _.push({ each: [1], slice: 1.5 }) }), 'The value for $slice must be an integer value but was given type: double'),
  refusesUpdate('$position that is no number', PUSH, { a: [] }, ({ _ }) => ({ a: _.push({ each: [1], position: 'x' }) }), 'The value for $position must be an integer value, not of type: string'),
  refusesUpdate('$sort of another number', PUSH, { a: [] }, ({ _ }) => ({ a: _.push({ each: [1], sort: 2 }) }), 'The $sort element value must be either 1 or -1'),
  refusesUpdate('$sort of another direction of a field', PUSH, { a: [] }, ({ _ }) => ({ a: _.push({ each: [1], sort: { k: 'asc' } }) }), 'The $sort element value must be either 1 or -1'),
  refusesUpdate('$sort without fields', PUSH, { a: [] }, () => ({ $push: { a: { $each: [1], $sort: {} } } }), 'The $sort pattern is empty when it should be a set of fields.'),
  refusesUpdate('$sort by a path with a hole', PUSH, { a: [] }, () => ({ $push: { a: { $each: [1], $sort: { 'k..v': 1 } } } }), 'The sort field is a dotted field but has an empty part: k..v'),
  refusesUpdate('$sort that is a text', PUSH, { a: [] }, ({ _ }) => ({ a: _.push({ each: [1], sort: 'k' }) }), 'The $sort is invalid: use 1/-1 to sort the whole element, or {field:1/-1} to sort embedded fields'),
  refusesUpdate('an unknown clause', PUSH, { a: [] }, () => ({ $push: { a: { $each: [1], $limit: 1 } } }), 'Unrecognized clause in $push: $limit'),
]);

runScenarios('$addToSet', [
  updates('adds what is not there', byDocument('Command.addToSet'), { a: ['x'] }, ({ _ }) => ({ a: _.addToSet('y') }), { a: ['x', 'y'] }),
  updates('an absent field becomes a list', ADD, {}, ({ _ }) => ({ a: _.addToSet(1) }), { a: [1] }),
  updates('$each adds several, each once', ADD, { a: [1] }, ({ _ }) => ({ a: _.addToSet({ $each: [1, 2, 2, 3] }) }), { a: [1, 2, 3] }),
  updates('a list is one element', ADD, { a: [] }, ({ _ }) => ({ a: _.addToSet([1, 2]) }), { a: [[1, 2]] }),
  counts('an equal object is there already', ADD, { a: [{ x: 1, y: 2 }] }, ({ _ }) => ({ a: _.addToSet({ x: 1, y: 2 }) }), 0),
  counts('the same fields in another order are another object', ADD, { a: [{ x: 1, y: 2 }] }, ({ _ }) => ({ a: _.addToSet({ y: 2, x: 1 }) }), 1),
  counts('a date that is there already', ADD, { a: [new Date(5)] }, ({ _ }) => ({ a: _.addToSet(new Date(5)) }), 0),
  refusesUpdate('to a text', ADD, { a: { s: 'x' } }, ({ _ }) => ({ 'a.s': _.addToSet(1) }), "Cannot apply $addToSet to non-array field. Field named 's' has non-array type string"),
  refusesUpdate('$each that is no list', ADD, { a: [] }, ({ _ }) => ({ a: _.addToSet({ $each: 5 }) }), 'The argument to $each in $addToSet must be an array but it was of type int'),
  refusesUpdate('something after $each', ADD, { a: [] }, ({ _ }) => ({ a: _.addToSet({ $each: [1], $slice: 2 }) }), 'Found unexpected fields after $each in $addToSet: { $each: [ 1 ], $slice: 2 }'),
]);

runScenarios('$pop', [
  updates('pop takes the last, shift the first', byDocument('Command.pop, Command.shift'), { a: [1, 2, 3], b: [1, 2, 3] }, ({ _ }) => ({ a: _.pop(), b: _.shift() }), { a: [1, 2], b: [2, 3] }),
  counts('an empty list stays', POP, { a: [] }, ({ _ }) => ({ a: _.pop() }), 0),
  counts('an absent list stays absent', POP, { b: {} }, ({ _ }) => ({ 'b.a': _.pop() }), 0),
  refusesUpdate('another number', POP, { a: [1] }, () => ({ $pop: { a: 2 } }), '$pop expects 1 or -1, found: 2'),
  refusesUpdate('zero', POP, { a: [1] }, () => ({ $pop: { a: 0 } }), '$pop expects 1 or -1, found: 0'),
  refusesUpdate('a text', POP, { a: [1] }, () => ({ $pop: { a: 'x' } }), 'Expected a number in: a: "x"'),
  refusesUpdate('a fraction', POP, { a: [1] }, () => ({ $pop: { a: 1.5 } }), 'Expected an integer: a: 1.5'),
  refusesUpdate('of a text', POP, { a: { b: 'x' } }, ({ _ }) => ({ 'a.b': _.pop() }), "Path 'a.b' contains an element of non-array type 'string'"),
  refusesUpdate('through a text', POP, { a: 'x' }, ({ _ }) => ({ 'a.b': _.pop() }), 'Cannot use the part (b) of (a.b) to traverse the element ({a: "x"})'),
]);

runScenarios('$pull', [
  updates('takes every equal element', byDocument('Command.pull'), { a: [1, 2, 1, 3] }, ({ _ }) => ({ a: _.pull(1) }), { a: [2, 3] }),
  updates('a condition is tested on the element', byDocument('Command.pull'), { a: [1, 5, 9] }, ({ _ }) => ({ a: _.pull(_.gte(5)) }), { a: [1] }),
  updates('_.in takes any of several', byDocument('Command.pull'), { a: ['x', 'y', 'z'] }, ({ _ }) => ({ a: _.pull(_.in(['x', 'z'])) }), { a: ['y'] }),
  updates('two bounds hold together', PULL, { a: [1, 5, 9] }, () => ({ $pull: { a: { $gt: 2, $lt: 8 } } }), { a: [1, 9] }),
  updates('an object is a query on the fields of elements', PULL, { a: [{ k: 1, v: 1 }, { k: 1, v: 2 }, { k: 2 }, 7] }, ({ _ }) => ({ a: _.pull({ k: 1 }) }), { a: [{ k: 2 }, 7] }),
  updates('a nested object in that query must be equal', PULL, { a: [{ k: { x: 1 } }, { k: { x: 1, y: 2 } }] }, () => ({ $pull: { a: { k: { x: 1 } } } }), { a: [{ k: { x: 1, y: 2 } }] }),
  updates('a dotted field and an operator in that query', PULL, { a: [{ k: { x: 1 } }, { k: { x: 5 } }] }, () => ({ $pull: { a: { 'k.x': { $gte: 5 } } } }), { a: [{ k: { x: 1 } }] }),
  updates('that query reaches into lists of the element', PULL, { a: [{ k: [1, 2] }, { k: [3] }] }, () => ({ $pull: { a: { k: 2 } } }), { a: [{ k: [3] }] }),
  updates('$or stands before queries on the fields', PULL, { a: [{ k: 1 }, { v: 2 }, { k: 3 }] }, () => ({ $pull: { a: { $or: [{ k: 1 }, { v: 2 }] } } }), { a: [{ k: 3 }] }),
  updates('an empty object takes every object', PULL, { a: [{ k: 1 }, {}, 5] }, () => ({ $pull: { a: {} } }), { a: [5] }),
  updates('a list must equal the whole element', PULL, { a: [[1, 2], 1, [2, 1]] }, () => ({ $pull: { a: [1, 2] } }), { a: [1, [2, 1]] }),
  updates('an expression is matched with texts', PULL, { a: ['apple', 'pear', 5] }, () => ({ $pull: { a: /^a/ } }), { a: ['pear', 5] }),
  updates('null takes null only', PULL, { a: [null, 0, {}] }, ({ _ }) => ({ a: _.pull(null) }), { a: [0, {}] }),
  updates('$elemMatch looks into elements that are lists', PULL, { a: [[1, 9], [2]] }, () => ({ $pull: { a: { $elemMatch: { $gt: 5 } } } }), { a: [[2]] }),
  counts('nothing taken, nothing changed', PULL, { a: [1] }, ({ _ }) => ({ a: _.pull(5) }), 0),
  counts('an absent list stays absent', PULL, {}, ({ _ }) => ({ a: _.pull(5) }), 0),
  refusesUpdate('of a text', PULL, { a: 'x' }, ({ _ }) => ({ a: _.pull('x') }), 'Cannot apply $pull to a non-array value'),
  refusesUpdate('$not alone is no condition', PULL, { a: [1] }, () => ({ $pull: { a: { $not: { $gt: 5 } } } }), 'unknown top level operator: $not'),
  refusesUpdate('an unknown operator', PULL, { a: [1] }, () => ({ $pull: { a: { $foo: 1 } } }), 'unknown operator: $foo'),
  refusesUpdate('$expr is not allowed', byMongodb('update/pull_node.cpp: kBanAllSpecialFeatures'), { a: [{ k: 1 }] }, () => ({ $pull: { a: { $expr: true } } }), '$expr is not allowed in this context'),
  refusesUpdate('a field through a list', PULL, { a: [{ k: [1] }] }, ({ _ }) => ({ 'a.k': _.pull(1) }), 'Cannot use the part (k) of (a.k) to traverse the element ({a: [ { k: [ 1 ] } ]})'),
]);

runScenarios('$pullAll', [
  updates('takes every element that equals one of the list', byDocument('Command.pullAll'), { a: [1, 2, 3, 2, { k: 1 }] }, ({ _ }) => ({ a: _.pullAll([2, { k: 1 }]) }), { a: [1, 3] }),
  updates('objects must be equal, not match', PULL_ALL, { a: [{ k: 1, v: 2 }] }, ({ _ }) => ({ a: _.pullAll([{ k: 1 }]) }), { a: [{ k: 1, v: 2 }] }),
  refusesUpdate('a single value', PULL_ALL, { a: [1] }, ({ _ }) => ({ a: _.pullAll('x') }), '$pullAll requires an array argument but was given a string'),
  refusesUpdate('of a number says $pull too', PULL_ALL, { a: 5 }, ({ _ }) => ({ a: _.pullAll([1]) }), 'Cannot apply $pull to a non-array value'),
]);
