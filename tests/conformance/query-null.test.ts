/** The whole table of null and missing values, as MongoDB's own test has it (jstests/core/null_query_semantics.js, without undefined). */
import { runScenarios } from './support/run-scenarios';
import { byMongodb, finds, type Scenario } from './support/scenario';

const source = byMongodb('jstests/core/null_query_semantics.js');

const stored = [
  { _id: 'a_double_array', a: [[]] },
  { _id: 'a_empty_array', a: [] },
  { _id: 'a_empty_subobject', a: {} },
  { _id: 'a_null', a: null },
  { _id: 'a_number', a: 4 },
  { _id: 'a_objects_all_null', a: [{ b: null }, { b: null }, {}] },
  { _id: 'a_objects_no_null', a: [{ b: 1 }, { b: 3 }, { b: 'string' }] },
  { _id: 'a_objects_some_missing', a: [{ b: 3 }, {}] },
  { _id: 'a_objects_some_null', a: [{ b: null }, { b: 3 }, { b: null }] },
  { _id: 'a_subobject_b_not_null', a: { b: 'hi' } },
  { _id: 'a_subobject_b_null', a: { b: null } },
  { _id: 'a_values_all_null', a: [null, null] },
  { _id: 'a_values_no_null', a: [1, 'string', 4] },
  { _id: 'a_values_with_null', a: [1, 'string', null, 4] },
  { _id: 'no_a' },
];
const everyId = stored.map(({ _id }) => _id);
const allBut = (...ids: readonly string[]): string[] => everyId.filter((id) => !ids.includes(id));

const isNull = ['a_null', 'a_values_all_null', 'a_values_with_null', 'no_a'];
const belowIsNull = ['a_empty_subobject', 'a_null', 'a_number', 'a_objects_all_null', 'a_objects_some_missing', 'a_objects_some_null', 'a_subobject_b_null', 'no_a'];

const row = (name: string, query: object, ids: readonly string[]): Scenario => finds(name, source, stored, () => query, ids);

runScenarios('query: null', [
  row('a is null', { a: { $eq: null } }, isNull),
  row('a is not null', { a: { $ne: null } }, allBut(...isNull)),
  row('a is not at least null', { a: { $not: { $gte: null } } }, allBut(...isNull)),
  row('a is null or a number', { a: { $in: [null, 75] } }, isNull),
  row('a is null or else a number', { $or: [{ a: null }, { a: 75 }] }, isNull),
  row('a is neither null nor a number', { a: { $nin: [null, 75] } }, allBut(...isNull)),
  row('a is neither null nor matched', { a: { $nin: [null, /^str.*/] } }, allBut(...isNull, 'a_values_no_null')),
  row('a is missing', { a: { $exists: false } }, ['no_a']),
  row('an element of a is null', { a: { $elemMatch: { $eq: null } } }, ['a_values_all_null', 'a_values_with_null']),
  row('an element of a is not null', { a: { $elemMatch: { $ne: null } } }, ['a_double_array', 'a_objects_all_null', 'a_objects_no_null', 'a_objects_some_missing', 'a_objects_some_null', 'a_values_no_null', 'a_values_with_null']),
  row('a.b is null', { 'a.b': { $eq: null } }, belowIsNull),
  row('a.b is not null', { 'a.b': { $ne: null } }, allBut(...belowIsNull)),
  row('a.b is null or a number', { 'a.b': { $in: [null, 75] } }, belowIsNull),
  row('a.b is null or else a number', { $or: [{ 'a.b': null }, { 'a.b': 75 }] }, belowIsNull),
  row('a.b is neither null nor a number', { 'a.b': { $nin: [null, 75] } }, allBut(...belowIsNull)),
  row('a.b is neither null nor matched', { 'a.b': { $nin: [null, /^str.*/] } }, allBut(...belowIsNull, 'a_objects_no_null')),
  row('a.b is missing', { 'a.b': { $exists: false } }, ['a_double_array', 'a_empty_array', 'a_empty_subobject', 'a_null', 'a_number', 'a_values_all_null', 'a_values_no_null', 'a_values_with_null', 'no_a']),
  row('an element of a.b is null', { 'a.b': { $elemMatch: { $eq: null } } }, []),
  row('an element of a has b null', { a: { $elemMatch: { b: { $eq: null } } } }, ['a_double_array', 'a_objects_all_null', 'a_objects_some_missing', 'a_objects_some_null']),
  row('an element of a has b not null', { a: { $elemMatch: { b: { $ne: null } } } }, ['a_objects_no_null', 'a_objects_some_missing', 'a_objects_some_null']),
]);
