/** Paths of updates: names, conflicts, order of fields, lists, the _id; and what is no update at all. */
import { runScenarios } from './support/run-scenarios';
import { byDocument, byMongodb, bySdk, refuses, scenario, updates } from './support/scenario';
import { counts, ordersFields, refusesUpdate } from './support/update-scenarios';

const CONFLICT = byMongodb('update/update_object_node.cpp: conflicts');
const NAMES = byMongodb('update/field_checker.cpp');
const STORAGE = byMongodb('update/storage_validation.cpp (4.0)');
const DRIVER = byMongodb('update/update_driver.cpp (4.0)');
const ARRAYS = byMongodb('update/path_support.cpp: createPathAt');
const ORDER = byDocument('MongoDB manual, update operators: in 4.4 and earlier in lexicographic order');
const IMMUTABLE = byMongodb('update/modifier_node.cpp: immutable paths');

runScenarios('conflicting paths', [
  refusesUpdate('a part of a field that is set', CONFLICT, {}, () => ({ $set: { a: 1, 'a.b': 2 } }), "Updating the path 'a.b' would create a conflict at 'a'"),
  refusesUpdate('a field of which a part is set', CONFLICT, {}, () => ({ $set: { 'a.b': 1 }, $inc: { a: 2 } }), "Updating the path 'a' would create a conflict at 'a'"),
  refusesUpdate('one field in two operators', CONFLICT, { n: 1 }, () => ({ $set: { n: 1 }, $inc: { n: 1 } }), "Updating the path 'n' would create a conflict at 'n'"),
  refusesUpdate('deep below a field that is pushed to', CONFLICT, {}, () => ({ $push: { 'a.b': 1 }, $set: { 'a.b.c.d': 1 } }), "Updating the path 'a.b.c.d' would create a conflict at 'a.b'"),
  refusesUpdate('a conflict counts even where no document could show it', CONFLICT, { z: 1 }, ({ _ }) => ({ 'x.y': _.remove(), x: _.remove() }), "Updating the path 'x' would create a conflict at 'x'"),
  updates('names that only begin alike do not conflict', CONFLICT, {}, () => ({ a: 1, ab: 2, 'a-b': 3 }), { a: 1, ab: 2, 'a-b': 3 }),
  scenario('is refused when nothing matches as well', CONFLICT, async ({ collection, refusal }) => (await refusal(() => collection().where({ x: 1 }).update({ data: { $set: { n: 1 }, $inc: { n: 1 } } }))).errMsg, expect.stringContaining("would create a conflict at 'n'")),
]);

runScenarios('names in paths', [
  refusesUpdate('an empty part', NAMES, {}, () => ({ 'a..b': 1 }), "The update path 'a..b' contains an empty field name, which is not allowed."),
  refusesUpdate('a dot at the end', NAMES, {}, () => ({ 'a.': 1 }), "The update path 'a.' contains an empty field name, which is not allowed."),
  refusesUpdate('a dot at the beginning', NAMES, {}, ({ _ }) => ({ '.a': _.remove() }), "The update path '.a' contains an empty field name, which is not allowed."),
  refusesUpdate('an empty path', NAMES, {}, () => ({ $set: { '': 1 } }), 'An empty update path is not valid.'),
  refusesUpdate('a part that begins with a dollar', STORAGE, { a: {} }, () => ({ 'a.$b': 1 }), "The dollar ($) prefixed field '$b' in 'a.$b' is not valid for storage."),
  refusesUpdate('a value with a name that begins with a dollar', STORAGE, {}, () => ({ $set: { a: { b: [{ $c: 1 }] } } }), "The dollar ($) prefixed field '$c' in 'a.b.0.$c' is not valid for storage."),
  refusesUpdate('a pushed value with such a name', STORAGE, { a: [0] }, () => ({ $push: { a: { $position: 0 } } }), "The dollar ($) prefixed field '$position' in 'a.1.$position' is not valid for storage."),
  updates('a name with a dot inside a value is kept', byDocument('MongoDB manual, field names: dots since 3.6'), {}, ({ _ }) => ({ a: _.set({ 'b.c': 1 }) }), { a: { 'b.c': 1 } }),
  updates('a dollar inside a name is an ordinary character', NAMES, {}, () => ({ a$b: 1 }), { a$b: 1 }),
  scenario('__proto__ in a path is a field like any other and touches nothing else', byMongodb('any name'), async ({ add, collection, read }) => {
    await add([{ _id: 'one', a: 1 }, { _id: 'two' }]);
    await collection().doc('one').update({ data: { '__proto__.polluted': 1, 'constructor.prototype.polluted': 2, b: 3 } });
    const { total } = await collection().where({ a: 1, b: 3 }).count();
    return [total, ({} as Record<string, unknown>).polluted, (await read('two'))?.polluted];
  }, [1, undefined, undefined]),
]);

runScenarios('the order of fields', [
  ordersFields('new fields are added in lexicographic order of their paths', ORDER, { x: 1 }, () => ({ c: 1, a: 1, b: 1 }), ['_id', 'x', 'a', 'b', 'c']),
  ordersFields('whatever the operators are', ORDER, {}, () => ({ $set: { b: 1 }, $inc: { a: 1 }, $push: { c: 1 } }), ['_id', 'a', 'b', 'c']),
  ordersFields('upper case comes before lower case', ORDER, {}, () => ({ b: 1, B: 1, a: 1 }), ['_id', 'B', 'a', 'b']),
  ordersFields('a field that exists stays in its place', ORDER, { z: 1, y: 2 }, () => ({ y: 5, a: 1, z: 9 }), ['_id', 'z', 'y', 'a']),
  ordersFields('a renamed field goes to the end', ORDER, { a: 1, b: 2 }, ({ _ }) => ({ a: _.rename('c') }), ['_id', 'b', 'c']),
  ordersFields('a field removed and set again goes to the end', ORDER, { a: 1, b: 2 }, ({ _ }) => ({ a: _.remove() }), ['_id', 'b']),
  scenario('holds inside an object too', ORDER, async ({ add, collection, read }) => {
    await add([{ _id: 'one', o: { m: 1 } }]);
    await collection().doc('one').update({ data: { 'o.z': 1, 'o.a': 1 } });
    return Object.keys((await read('one'))?.o as object);
  }, ['m', 'a', 'z']),
  scenario('a replacement keeps the order given', byMongodb('update/object_replace_node.cpp'), async ({ add, collection, read }) => {
    await add([{ _id: 'one', a: 1 }]);
    await collection().doc('one').set({ data: { z: 1, a: 2 } });
    return Object.keys((await read('one')) ?? {});
  }, ['_id', 'z', 'a']),
]);

runScenarios('lists in paths', [
  updates('a number names an element', ARRAYS, { a: [1, { b: 2 }] }, () => ({ 'a.0': 9, 'a.1.b': 8 }), { a: [9, { b: 8 }] }),
  updates('the next index appends', ARRAYS, { a: [1] }, () => ({ 'a.1': 2 }), { a: [1, 2] }),
  updates('an index beyond the end pads with null', ARRAYS, { a: [1] }, () => ({ 'a.3': 2 }), { a: [1, null, null, 2] }),
  updates('a field of an element beyond the end', ARRAYS, { a: [] }, () => ({ 'a.1.b': 2 }), { a: [null, { b: 2 }] }),
  updates('a number names a field of an object', ARRAYS, { a: { 0: 'x' } }, () => ({ 'a.0': 'y' }), { a: { 0: 'y' } }),
  refusesUpdate('a name in a list', ARRAYS, { a: [1, 'x'] }, () => ({ 'a.b': 1 }), "Cannot create field 'b' in element {a: [ 1, \"x\" ]}"),
  refusesUpdate('a name in an empty list', ARRAYS, { a: [] }, () => ({ 'a.b': 1 }), "Cannot create field 'b' in element {a: []}"),
  refusesUpdate('a negative index', ARRAYS, { a: [1] }, () => ({ 'a.-1': 1 }), "Cannot create field '-1' in element {a: [ 1 ]}"),
  refusesUpdate('an index of more than 32 bits', ARRAYS, { a: [] }, () => ({ 'a.99999999999': 1 }), "Cannot create field '99999999999' in element {a: []}"),
  refusesUpdate('an index far behind the end', ARRAYS, { a: [] }, () => ({ 'a.2000000': 1 }), "can't backfill more than 1500000 elements"),
  refusesUpdate('a field of an element that is no object', ARRAYS, { a: [5] }, () => ({ 'a.0.b': 1 }), "Cannot create field 'b' in element {0: 5}"),
]);

runScenarios('the _id', [
  refusesUpdate('is not set to another value', IMMUTABLE, {}, () => ({ $set: { _id: 'two' } }), "Performing an update on the path '_id' would modify the immutable field '_id'"),
  refusesUpdate('is not removed', IMMUTABLE, {}, () => ({ $unset: { _id: '' } }), "Performing an update on the path '_id' would modify the immutable field '_id'"),
  refusesUpdate('has no parts', IMMUTABLE, {}, () => ({ '_id.a': 1 }), "Cannot create field 'a' in element {_id: \"one\"}"),
  counts('set to the value it has is no change', IMMUTABLE, {}, () => ({ $set: { _id: 'one' } }), 0),
  refuses('in plain data is refused by the SDK', bySdk('document.js: update'), [{ _id: 'one' }], ({ collection }) => collection().doc('one').update({ data: { _id: 'one', a: 1 } }), { errCode: -501007, errMsg: '不能更新_id的值' }),
]);

runScenarios('what is no update', [
  refusesUpdate('an unknown operator', DRIVER, { a: 1 }, () => ({ $foo: { a: 1 } }), 'Unknown modifier: $foo'),
  refusesUpdate('an operator of other servers', DRIVER, { a: [1] }, () => ({ $pushAll: { a: [1] } }), 'Unknown modifier: $pushAll'),
  refusesUpdate('an operator without fields', DRIVER, { a: 1 }, () => ({ $set: {} }), "'$set' is empty. You must specify a field like so: {$set: {<field>: ...}}"),
  refusesUpdate('another empty operator beside a full one', DRIVER, { a: 1 }, () => ({ $set: { a: 2 }, $push: {} }), "'$push' is empty. You must specify a field like so: {$push: {<field>: ...}}"),
  refusesUpdate('an operator on a text', DRIVER, { a: 1 }, () => ({ $inc: 'a' }), 'Modifiers operate on fields but we found type string instead. For example: {$mod: {<field>: ...}} not {$inc: "a"}'),
  refusesUpdate('an operator on a list', DRIVER, { a: 1 }, () => ({ $set: [1] }), 'Modifiers operate on fields but we found type array instead. For example: {$mod: {<field>: ...}} not {$set: [ 1 ]}'),
  refuses('empty data is refused by the SDK', bySdk('utils/assert: assertObjectNotEmpty'), [{ _id: 'one' }], ({ collection }) => collection().doc('one').update({ data: {} }), { errCode: -1, errMsg: /data/ }),
  refuses('nothing but an empty object, which the SDK drops', bySdk('serializer/common.js: flatten drops empty objects'), [{ _id: 'one' }], ({ collection }) => collection().doc('one').update({ data: { a: {} } }), { errCode: -502001, errMsg: 'update document must have at least one element' }),
]);
