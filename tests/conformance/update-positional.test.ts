/** `$`, `$[]` and `$[identifier]` in the paths of updates. */
import { runScenarios } from './support/run-scenarios';
import { byDocument, byMongodb, scenario, updates } from './support/scenario';
import { refusesUpdate, refusesWhere, updatesWhere } from './support/update-scenarios';

const POSITION = byMongodb('matcher/match_details.h: the position of the matched element');
const ALL = byMongodb('update/update_array_node.cpp');
const NO_MATCH = 'The positional operator did not find the match needed from the query.';
const people = [{ k: 1, n: 0 }, { k: 2, n: 0 }, { k: 2, n: 0 }];
const withSecond = (change: object): object[] => people.map((person, i) => (i === 1 ? { ...person, ...change } : person));

runScenarios('the matched element', [
  updatesWhere('is the first of those that match', byDocument('update an element of a list'), { list: people }, () => ({ 'list.k': 2 }), () => ({ 'list.$.n': 9 }), { list: withSecond({ n: 9 }) }),
  updatesWhere('can be replaced as a whole', POSITION, { list: [4, 5, 6] }, () => ({ list: 5 }), ({ _ }) => ({ 'list.$': _.set({ x: 1 }) }), { list: [4, { x: 1 }, 6] }),
  updatesWhere('is found by a comparison', POSITION, { list: [1, 5, 9] }, ({ _ }) => ({ list: _.gte(5) }), () => ({ 'list.$': 0 }), { list: [1, 0, 9] }),
  updatesWhere('is found by $elemMatch on fields', POSITION, { list: [{ a: 1, b: 2 }, { a: 1, b: 1 }] }, ({ _ }) => ({ list: _.elemMatch({ a: 1, b: 1 }) }), () => ({ 'list.$.hit': true }), { list: [{ a: 1, b: 2 }, { a: 1, b: 1, hit: true }] }),
  updatesWhere('is found by $elemMatch on values', POSITION, { list: [3, 12, 7] }, () => ({ list: { $elemMatch: { $gt: 5, $lt: 10 } } }), () => ({ 'list.$': 0 }), { list: [3, 12, 0] }),
  updatesWhere('is found by an expression', POSITION, { list: ['pear', 'apple'] }, () => ({ list: /^a/ }), () => ({ 'list.$': 'x' }), { list: ['pear', 'x'] }),
  updatesWhere('is found by one of several values', POSITION, { list: [{ k: 'a' }, { k: 'c' }] }, ({ _ }) => ({ 'list.k': _.in(['b', 'c']) }), () => ({ 'list.$.hit': 1 }), { list: [{ k: 'a' }, { k: 'c', hit: 1 }] }),
  updatesWhere('is found inside $and', POSITION, { list: people }, ({ _ }) => _.and([{ _id: 'one' }, { 'list.k': 2 }]) as unknown as object, ({ _ }) => ({ 'list.$.n': _.inc(1) }), { list: withSecond({ n: 1 }) }),
  updatesWhere('beside conditions on other fields', POSITION, { list: people, state: 'open' }, () => ({ state: 'open', 'list.k': 2 }), ({ _ }) => ({ 'list.$.n': _.inc(1) }), { list: withSecond({ n: 1 }), state: 'open' }),
  updatesWhere('with two conditions on one list: the one evaluated last (here $gte after equality)', POSITION, { list: [{ k: 2, n: 0 }, { k: 1, n: 5 }] }, ({ _ }) => ({ 'list.k': 2, 'list.n': _.gte(5) }), () => ({ 'list.$.hit': 1 }), { list: [{ k: 2, n: 0 }, { k: 1, n: 5, hit: 1 }] }),
  updatesWhere('lies in a nested object', POSITION, { a: { list: [1, 2] } }, () => ({ 'a.list': 2 }), () => ({ 'a.list.$': 9 }), { a: { list: [1, 9] } }),
  updatesWhere('of lists in lists is the outer one', POSITION, { list: [{ in: [1] }, { in: [2, 3] }] }, () => ({ 'list.in': 3 }), () => ({ 'list.$.hit': 1 }), { list: [{ in: [1] }, { in: [2, 3], hit: 1 }] }),
  updatesWhere('may lack the field: null matches', POSITION, { list: [{ k: 1 }, { v: 1 }] }, () => ({ 'list.k': null }), () => ({ 'list.$.hit': 1 }), { list: [{ k: 1 }, { v: 1, hit: 1 }] }),
  updatesWhere('can lose a field', POSITION, { list: [{ k: 1 }, { k: 2, x: 1 }] }, () => ({ 'list.k': 2 }), ({ _ }) => ({ 'list.$.x': _.remove() }), { list: [{ k: 1 }, { k: 2 }] }),
  updatesWhere('removed as a whole becomes null', POSITION, { list: [1, 2] }, () => ({ list: 2 }), ({ _ }) => ({ 'list.$': _.remove() }), { list: [1, null] }),
  updatesWhere('can be pushed into', POSITION, { list: [{ k: 1, in: [] }, { k: 2, in: [1] }] }, () => ({ 'list.k': 2 }), ({ _ }) => ({ 'list.$.in': _.push([2]) }), { list: [{ k: 1, in: [] }, { k: 2, in: [1, 2] }] }),
  updatesWhere('can be met by $[] further down', ALL, { list: [{ k: 1, in: [1] }, { k: 2, in: [1, 2] }] }, () => ({ 'list.k': 2 }), ({ _ }) => ({ 'list.$.in.$[]': _.inc(10) }), { list: [{ k: 1, in: [1] }, { k: 2, in: [11, 12] }] }),
  scenario('is found for each document of a multi update', POSITION, async ({ add, collection, read }) => {
    await add([{ _id: 'a', list: [1, 2] }, { _id: 'b', list: [2, 1] }]);
    const { stats } = await collection().where({ list: 2 }).update({ data: { 'list.$': 0 } });
    return [stats.updated, (await read('a'))?.list, (await read('b'))?.list];
  }, [2, [1, 0], [0, 1]]),
  refusesUpdate('is unknown to an update by id', POSITION, { list: people }, () => ({ 'list.$.n': 1 }), NO_MATCH),
  refusesWhere('is unknown when the query does not look into a list', POSITION, { list: [1], state: 1 }, () => ({ state: 1 }), () => ({ 'list.$': 2 }), NO_MATCH),
  refusesWhere('is unknown to alternatives', byMongodb('matcher/expression_tree.cpp: $or keeps no details'), { list: [1], x: 1 }, ({ _ }) => _.or([{ list: 1 }, { x: 2 }]) as unknown as object, () => ({ 'list.$': 2 }), NO_MATCH),
  refusesWhere('is unknown to a negation', POSITION, { list: [1] }, ({ _ }) => ({ list: _.neq(5) }), () => ({ 'list.$': 2 }), NO_MATCH),
  refusesWhere('is unknown to $size', POSITION, { list: [1] }, ({ _ }) => ({ list: _.size(1) }), () => ({ 'list.$': 2 }), NO_MATCH),
  refusesWhere('cannot stand twice in a path', byMongodb('update/update_object_node.cpp'), { list: [1] }, () => ({ list: 1 }), () => ({ 'list.$.a.$': 2 }), "Too many positional (i.e. '$') elements found in path 'list.$.a.$'"),
  refusesWhere('cannot stand first', byMongodb('update/update_object_node.cpp'), { list: [1] }, () => ({ list: 1 }), () => ({ $set: { '$.a': 2 } }), "Cannot have positional (i.e. '$') element in the first position in path '$.a'"),
  refusesWhere('and its index in another path conflict', byMongodb('update/update_node.cpp: merging'), { list: [{ k: 1 }] }, () => ({ 'list.k': 1 }), () => ({ 'list.$.n': 2, 'list.0.n': 3 }), "Update created a conflict at 'list.0.n'"),
]);

runScenarios('all elements', [
  updates('$[] changes every one', ALL, { list: [1, 2, 3] }, ({ _ }) => ({ 'list.$[]': _.inc(10) }), { list: [11, 12, 13] }),
  updates('$[] with a field makes it where it is absent', ALL, { list: [{ k: 1 }, {}] }, () => ({ 'list.$[].n': 5 }), { list: [{ k: 1, n: 5 }, { n: 5 }] }),
  updates('$[] twice goes down two levels', ALL, { list: [{ in: [1, 2] }, { in: [3] }] }, ({ _ }) => ({ 'list.$[].in.$[]': _.mul(2) }), { list: [{ in: [2, 4] }, { in: [6] }] }),
  updates('$[] with two fields', ALL, { list: [{ a: 1, b: 1 }] }, ({ _ }) => ({ 'list.$[].a': _.inc(1), 'list.$[].b': _.remove() }), { list: [{ a: 2 }] }),
  updates('$[] of an empty list is nothing', ALL, { list: [], n: 1 }, ({ _ }) => ({ 'list.$[]': _.inc(1), n: 2 }), { list: [], n: 2 }),
  refusesUpdate('$[] of an absent list', ALL, {}, () => ({ 'list.$[].n': 1 }), "The path 'list' must exist in the document in order to apply array updates."),
  refusesUpdate('$[] of something else', ALL, { list: { a: 1 } }, () => ({ 'list.$[].n': 1 }), 'Cannot apply array updates to non-array element list: { a: 1 }'),
  refusesUpdate('$[] beside a single index', ALL, { list: [{ a: 1 }] }, () => ({ 'list.$[].a': 1, 'list.0.b': 2 }), "Updating the path 'list.0.b' would create a conflict at 'list'"),
  refusesUpdate('an element that cannot hold the field', ALL, { list: [{ a: 1 }, 5] }, () => ({ 'list.$[].a': 2 }), "Cannot create field 'a' in element {1: 5}"),
  refusesUpdate('an identifier without a filter', byMongodb('update/update_object_node.cpp'), { list: [1] }, () => ({ 'list.$[id]': 2 }), "No array filter found for identifier 'id' in path 'list.$[id]'"),
  refusesUpdate('an identifier with a field', byMongodb('update/update_object_node.cpp'), { a: [{}] }, () => ({ 'a.$[who].n': 2 }), "No array filter found for identifier 'who' in path 'a.$[who].n'"),
]);
