/** Update operators on single values. */
import { runScenarios } from './support/run-scenarios';
import { byDocument, byMeasurement, byMongodb, bySdk, scenario, updates } from './support/scenario';
import { counts, refusesUpdate } from './support/update-scenarios';

const SET = byMongodb('update/set');
const INC = byMongodb('update/arithmetic_node.cpp: $inc');
const MUL = byMongodb('update/arithmetic_node.cpp: $mul');
const COMPARE = byMongodb('update/compare_node.cpp: $min and $max');
const BIT = byMongodb('update/bit_node.cpp');
const RENAME = byMongodb('update/rename_node.cpp');
const DATE = byMongodb('update/current_date_node.cpp');

runScenarios('$set and $unset', [
  updates('a plain field is set', bySdk('serializer/update.js: encodeUpdateObject wraps fields into $set'), { a: 1 }, () => ({ a: 2, b: 'x' }), { a: 2, b: 'x' }),
  updates('a nested object merges, because the SDK flattens it', bySdk('serializer/common.js: flatten'), { a: { b: 1, c: 2 } }, () => ({ a: { b: 3 } }), { a: { b: 3, c: 2 } }),
  updates('_.set replaces the whole object', byDocument('Command.set'), { a: { b: 1, c: 2 } }, ({ _ }) => ({ a: _.set({ d: 4 }) }), { a: { d: 4 } }),
  updates('a dotted path makes the objects on its way', SET, {}, () => ({ 'a.b.c': 1 }), { a: { b: { c: 1 } } }),
  updates('a number in a path that does not exist becomes a field of an object', SET, {}, () => ({ 'a.0': 1 }), { a: { 0: 1 } }),
  updates('null, booleans, lists and dates are kept as they are', SET, { a: 1 }, () => ({ a: null, b: false, c: [], d: new Date(5) }), { a: null, b: false, c: [], d: new Date(5) }),
  updates('an array is replaced, not merged', SET, { a: [1, 2, 3] }, () => ({ a: [9] }), { a: [9] }),
  updates('raw operators pass through the SDK', bySdk('serializer/update.js: keys that begin with $'), { a: 1, b: 1 }, () => ({ $set: { a: 2 }, $unset: { b: '' } }), { a: 2 }),
  updates('raw operators and plain fields are joined into one $set', bySdk('serializer/common.js: mergeConditionAfterEncode'), {}, () => ({ $set: { a: 1 }, b: 2 }), { a: 1, b: 2 }),
  refusesUpdate('a field of a null cannot be made', byMeasurement('public reports of the cloud'), { a: null }, () => ({ 'a.b': 1 }), "Cannot create field 'b' in element {a: null}"),
  refusesUpdate('a field of a text cannot be made; the text stands in quotes', byMeasurement('public reports of the cloud'), { a: 'x' }, () => ({ 'a.b': 1 }), "Cannot create field 'b' in element {a: \"x\"}"),
  refusesUpdate('a field of a nested number cannot be made', SET, { a: { b: 5 } }, () => ({ 'a.b.c.d': 1 }), "Cannot create field 'c' in element {b: 5}"),
  refusesUpdate('a long text is cut to 150 characters in the refusal', byMeasurement('a public report of the cloud'), { a: 'y'.repeat(200) }, () => ({ 'a.b': 1 }), `Cannot create field 'b' in element {a: "${'y'.repeat(150)}..."}`),
  refusesUpdate('a fraction is written plain, a date as new Date', SET, { a: [0.5, new Date(7)] }, () => ({ 'a.b': 1 }), "Cannot create field 'b' in element {a: [ 0.5, new Date(7) ]}"),
  counts('setting the same value changes nothing', SET, { a: { b: [1, 'x', null] } }, ({ _ }) => ({ a: _.set({ b: [1, 'x', null] }) }), 0),
  counts('setting the same fields in another order is a change', SET, { a: { b: 1, c: 2 } }, ({ _ }) => ({ a: _.set({ c: 2, b: 1 }) }), 1),
  counts('setting 1 in place of true is a change', SET, { a: true }, () => ({ a: 1 }), 1),
  counts('setting the same date changes nothing', SET, { a: new Date(9) }, () => ({ a: new Date(9) }), 0),
  updates('remove takes a field away, of a map as well', byDocument('Command.remove'), { a: { b: 1, c: 2 }, d: 1 }, ({ _ }) => ({ 'a.b': _.remove(), d: _.remove() }), { a: { c: 2 } }),
  updates('$unset on an element of a list leaves null', byMongodb('update/unset_node.cpp'), { a: [1, 2, 3] }, () => ({ $unset: { 'a.1': '' } }), { a: [1, null, 3] }),
  counts('$unset of an absent field changes nothing', byMongodb('update/unset_node.cpp'), { a: 1 }, ({ _ }) => ({ b: _.remove() }), 0),
  counts('$unset through a text is ignored, not refused', byMongodb('update/unset_node.h: allowNonViablePath'), { a: 'x' }, () => ({ $unset: { 'a.b': '' } }), 0),
  updates('$setOnInsert does nothing to a document that exists', byMongodb('update/setOnInsert'), { a: 1 }, () => ({ $setOnInsert: { a: 5, b: 6 }, $set: { c: 7 } }), { a: 1, c: 7 }),
]);

runScenarios('$inc and $mul', [
  updates('inc adds, also negative and fractions', INC, { a: 5, b: 0.5 }, ({ _ }) => ({ a: _.inc(-7), b: _.inc(0.25) }), { a: -2, b: 0.75 }),
  updates('inc makes an absent field, mul makes it 0', INC, {}, ({ _ }) => ({ a: _.inc(3), b: _.mul(3), 'c.d': _.inc(1) }), { a: 3, b: 0, c: { d: 1 } }),
  updates('an int grows into a long', INC, { a: 2147483647 }, ({ _ }) => ({ a: _.inc(1) }), { a: 2147483648 }),
  updates('mul multiplies', MUL, { a: 6, b: 4 }, ({ _ }) => ({ a: _.mul(7), b: _.mul(0.5) }), { a: 42, b: 2 }),
  counts('inc by 0 changes nothing', INC, { a: 5 }, ({ _ }) => ({ a: _.inc(0) }), 0),
  counts('mul by 1 changes nothing', MUL, { a: 5 }, ({ _ }) => ({ a: _.mul(1) }), 0),
  counts('inc by 0 of an absent field is a change', INC, {}, ({ _ }) => ({ a: _.inc(0) }), 1),
  refusesUpdate('inc by a text', INC, { n: 1 }, ({ _ }) => ({ n: _.inc('x') }), 'Cannot increment with non-numeric argument: {n: "x"}'),
  refusesUpdate('inc by null', INC, { n: 1 }, ({ _ }) => ({ n: _.inc(null) }), 'Cannot increment with non-numeric argument: {n: null}'),
  refusesUpdate('mul by an object', MUL, { n: 1 }, () => ({ $mul: { 'n.m': { a: 1 } } }), 'Cannot multiply with non-numeric argument: {n.m: { a: 1 }}'),
  refusesUpdate('inc of a text', INC, { n: 'x' }, ({ _ }) => ({ n: _.inc(1) }), "Cannot apply $inc to a value of non-numeric type. {_id: \"one\"} has the field 'n' of non-numeric type string"),
  refusesUpdate('inc of null', INC, { n: null }, ({ _ }) => ({ n: _.inc(1) }), "Cannot apply $inc to a value of non-numeric type. {_id: \"one\"} has the field 'n' of non-numeric type null"),
  refusesUpdate('inc of an element that is an object names the last part', INC, { a: [{ b: {} }] }, ({ _ }) => ({ 'a.0.b': _.inc(1) }), "Cannot apply $inc to a value of non-numeric type. {_id: \"one\"} has the field 'b' of non-numeric type object"),
  refusesUpdate('mul of a boolean', MUL, { n: true }, ({ _ }) => ({ n: _.mul(2) }), "Cannot apply $mul to a value of non-numeric type. {_id: \"one\"} has the field 'n' of non-numeric type bool"),
  refusesUpdate('mul of a date', MUL, { n: new Date(1) }, ({ _ }) => ({ n: _.mul(2) }), "Cannot apply $mul to a value of non-numeric type. {_id: \"one\"} has the field 'n' of non-numeric type date"),
  refusesUpdate('mul of a list', MUL, { n: [1] }, ({ _ }) => ({ n: _.mul(2) }), "Cannot apply $mul to a value of non-numeric type. {_id: \"one\"} has the field 'n' of non-numeric type array"),
  refusesUpdate('a long does not overflow', MUL, { n: 2 ** 62 }, ({ _ }) => ({ n: _.mul(4) }), 'Failed to apply $mul operations to current value ((NumberLong)4611686018427387904) for document {_id: "one"}'),
]);

runScenarios('$min and $max', [
  updates('keep the smaller and the larger', COMPARE, { low: 5, high: 5 }, ({ _ }) => ({ low: _.min(4), high: _.max(9) }), { low: 4, high: 9 }),
  counts('change nothing when the value is beyond already', COMPARE, { low: 5, high: 5 }, ({ _ }) => ({ low: _.min(6), high: _.max(4) }), 0),
  updates('set an absent field', COMPARE, {}, ({ _ }) => ({ low: _.min(8), high: _.max(8) }), { low: 8, high: 8 }),
  updates('compare across types in the order of BSON: null, numbers, texts', COMPARE, { a: 5, b: 5, c: 'x' }, ({ _ }) => ({ a: _.min(null), b: _.max('a'), c: _.min(9) }), { a: null, b: 'a', c: 9 }),
  updates('compare across types: objects, lists, booleans, dates', COMPARE, { a: { x: 1 }, b: [1], c: true }, ({ _ }) => ({ a: _.max([0]), b: _.max(false), c: _.max(new Date(0)) }), { a: [0], b: false, c: new Date(0) }),
  updates('compare dates by time', COMPARE, { at: new Date(50) }, ({ _ }) => ({ at: _.min(new Date(20)) }), { at: new Date(20) }),
]);

runScenarios('$bit', [
  updates('and, or and xor', BIT, { a: 13, b: 3, c: 1 }, ({ _ }) => ({ a: _.bit({ and: 10 }), b: _.bit({ or: 5 }), c: _.bit({ xor: 5 }) }), { a: 8, b: 7, c: 4 }),
  updates('several operations act in their order', BIT, { a: 12 }, ({ _ }) => ({ a: _.bit({ or: 3, and: 6 }) }), { a: 6 }),
  updates('an absent field counts as 0', BIT, {}, ({ _ }) => ({ a: _.bit({ or: 5 }) }), { a: 5 }),
  updates('longs keep all their bits', BIT, { a: 2 ** 40 }, ({ _ }) => ({ a: _.bit({ or: 1 }) }), { a: 2 ** 40 + 1 }),
  counts('no bit changed, nothing changed', BIT, { a: 7 }, ({ _ }) => ({ a: _.bit({ or: 3 }) }), 0),
  refusesUpdate('a number in place of the object', BIT, { a: 1 }, ({ _ }) => ({ a: _.bit(5) }), 'The $bit modifier is not compatible with a int. You must pass in an embedded document: {$bit: {field: {and/or/xor: #}}'),
  refusesUpdate('an unknown operation', BIT, { a: 1 }, ({ _ }) => ({ a: _.bit({ not: 5 }) }), "The $bit modifier only supports 'and', 'or', and 'xor', not 'not' which is an unknown operator: {not: 5}"),
  refusesUpdate('a fraction as operand', BIT, { a: 1 }, ({ _ }) => ({ a: _.bit({ and: 1.5 }) }), "The $bit modifier field must be an Integer(32/64 bit); a 'double' is not supported here: {and: 1.5}"),
  refusesUpdate('no operation', BIT, { a: 1 }, () => ({ $bit: { a: {} } }), 'You must pass in at least one bitwise operation. The format is: {$bit: {field: {and/or/xor: #}}'),
  refusesUpdate('a text as value', BIT, { a: 'x' }, ({ _ }) => ({ a: _.bit({ and: 1 }) }), 'Cannot apply $bit to a value of non-integral type._id: "one" has the field a of non-integer type string'),
  refusesUpdate('a fraction as value', BIT, { a: 2.5 }, ({ _ }) => ({ a: _.bit({ and: 1 }) }), 'Cannot apply $bit to a value of non-integral type._id: "one" has the field a of non-integer type double'),
]);

runScenarios('$rename', [
  updates('moves the value to the new name', byDocument('Command.rename'), { a: { x: 1 }, b: 2 }, ({ _ }) => ({ a: _.rename('c') }), { b: 2, c: { x: 1 } }),
  updates('moves between levels', RENAME, { a: { x: 1 } }, ({ _ }) => ({ 'a.x': _.rename('b.y') }), { a: {}, b: { y: 1 } }),
  updates('replaces what stands at the new name', RENAME, { a: 1, b: 2 }, ({ _ }) => ({ a: _.rename('b') }), { b: 1 }),
  counts('of an absent field changes nothing', RENAME, { b: 1 }, ({ _ }) => ({ a: _.rename('c') }), 0),
  refusesUpdate('to itself', RENAME, { a: 1 }, ({ _ }) => ({ a: _.rename('a') }), 'The source and target field for $rename must differ: a: "a"'),
  refusesUpdate('into itself', RENAME, { a: {} }, ({ _ }) => ({ a: _.rename('a.b') }), 'The source and target field for $rename must not be on the same path: a: "a.b"'),
  refusesUpdate('to something that is no name', RENAME, { a: 1 }, ({ _ }) => ({ a: _.rename(5) }), "The 'to' field for $rename must be a string: a: 5"),
  refusesUpdate('of an element of a list', RENAME, { a: [1] }, ({ _ }) => ({ 'a.0': _.rename('b') }), "The source field cannot be an array element, 'a.0' in doc with _id: \"one\" has an array field called 'a'"),
  refusesUpdate('into a list', RENAME, { a: [1], b: 2 }, ({ _ }) => ({ b: _.rename('a.0') }), "The destination field cannot be an array element, 'a.0' in doc with _id: \"one\" has an array field called 'a'"),
  refusesUpdate('from every element', RENAME, { a: [1] }, () => ({ $rename: { 'a.$[]': 'b' } }), 'The source field for $rename may not be dynamic: a.$[]'),
  refusesUpdate('to the matched element', RENAME, { a: [1], b: 1 }, () => ({ $rename: { b: 'a.$' } }), 'The destination field for $rename may not be dynamic: a.$'),
  refusesUpdate('of _id', RENAME, { a: 1 }, () => ({ $rename: { _id: 'b' } }), "Unsetting the path '_id' using $rename would modify the immutable field '_id'"),
  refusesUpdate('through a text', RENAME, { a: 'x' }, ({ _ }) => ({ 'a.b': _.rename('c') }), 'cannot use the part (a of a.b) to traverse the element ({a: "x"})'),
  refusesUpdate('beside another operator on the new name', RENAME, { a: 1 }, () => ({ $rename: { a: 'b' }, $set: { b: 2 } }), "Updating the path 'b' would create a conflict at 'b'"),
]);

runScenarios('$currentDate', [
  scenario('sets the time of the server', DATE, async ({ add, collection, read }) => {
    await add([{ _id: 'one' }]);
    await collection().doc('one').update({ data: { $currentDate: { a: true, b: { $type: 'date' } } } });
    const { a, b } = (await read('one')) as { a: Date; b: Date };
    return [a instanceof Date, a.getTime() === b.getTime()];
  }, [true, true]),
  refusesUpdate('a number in place of true', DATE, {}, () => ({ $currentDate: { a: 1 } }), "int is not valid type for $currentDate. Please use a boolean ('true') or a $type expression ({$type: 'timestamp/date'})."),
  refusesUpdate('an unknown type', DATE, {}, () => ({ $currentDate: { a: { $type: 'time' } } }), "The '$type' string field is required to be 'date' or 'timestamp': {$currentDate: {field : {$type: 'date'}}}"),
  refusesUpdate('an unknown option', DATE, {}, () => ({ $currentDate: { a: { kind: 'date' } } }), 'Unrecognized $currentDate option: kind'),
]);
