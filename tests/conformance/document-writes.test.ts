/** Adding, replacing, changing and removing documents: what is kept, what is counted, what is refused. */
import { runScenarios } from './support/run-scenarios';
import { byDocument, byMeasurement, byMongodb, bySdk, refuses, scenario } from './support/scenario';
import { refusesUpdate, writeError } from './support/update-scenarios';

const INSERT = byMongodb('ops/insert.cpp: fixDocumentForInsert');
const ORDERED = byMongodb('insert, ordered: stops at the first error');
const E11000 = byMeasurement('a duplicate key as the cloud reports it');
/** The cloud puts the tenant before the name of the collection, the local cloud does not. */
const duplicate = (collection: string, index: string, key: string): unknown =>
  expect.objectContaining({
    errCode: -502001,
    errMsg: expect.stringMatching(new RegExp(`E11000 duplicate key error collection: (\\S+\\.)?\\S*${collection} index: ${index} dup key: \\{ ${key} \\}`)) as unknown,
  });

runScenarios('adding', [
  scenario('gives back the id', bySdk('WX: collection.add'), async ({ collection }) => collection().add({ data: { _id: 'a', n: 1 } }), { _id: 'a', errMsg: 'collection.add:ok' }),
  scenario('makes an id of 32 hex characters', byMeasurement('ids of the cloud'), async ({ collection }) => (await collection().add({ data: { n: 1 } }))._id, expect.stringMatching(/^[0-9a-f]{32}$/)),
  scenario('of several gives back their ids in order', bySdk('DB/collection.js: add'), async ({ collection }) => (await collection().add({ data: [{ _id: 'x' }, { _id: 7 }, { _id: 'y' }] }))._ids, ['x', 7, 'y']),
  scenario('puts _id first', INSERT, async ({ add, read }) => {
    await add([{ b: 1, a: 2, _id: 'one' }]);
    return Object.keys((await read('one')) ?? {});
  }, ['_id', 'b', 'a']),
  scenario('keeps a number and a text that look alike apart', byMongodb('_id: types differ'), async ({ add, read }) => {
    await add([{ _id: 1, kind: 'number' }, { _id: '1', kind: 'text' }]);
    return [(await read(1))?.kind, (await read('1'))?.kind];
  }, ['number', 'text']),
  scenario('takes negative and fractional numbers as ids', byMongodb('_id: any number'), async ({ add, read }) => {
    await add([{ _id: -1.5, n: 1 }]);
    return read(-1.5);
  }, { _id: -1.5, n: 1 }),
  scenario('drops undefined, keeps null', bySdk('utils/utils.js: filterUndefined'), async ({ add, read }) => {
    await add([{ _id: 'one', a: undefined, b: null }]);
    return read('one');
  }, { _id: 'one', b: null }),
  scenario('keeps names with dots as they are', byDocument('MongoDB manual, field names: dots since 3.6'), async ({ add, read }) => {
    await add([{ _id: 'one', 'a.b': 1 }]);
    return read('one');
  }, { _id: 'one', 'a.b': 1 }),
  scenario('a second one with an id that is taken', E11000, async ({ add, collection, refusal }) => {
    await add([{ _id: 'a', n: 1 }]);
    return refusal(() => collection().add({ data: { _id: 'a', n: 2 } }));
  }, duplicate('notes', '_id_', ': "a"')),
  scenario('a second one with a number as id', E11000, async ({ add, collection, refusal }) => {
    await add([{ _id: 5 }]);
    return refusal(() => collection().add({ data: { _id: 5 } }));
  }, duplicate('notes', '_id_', ': 5')),
  scenario('a second one in a unique index', E11000, async ({ add, collection, refusal }) => {
    await add([{ _id: 'a', code: 'x' }], 'people');
    return refusal(() => collection('people').add({ data: { _id: 'b', code: 'x' } }));
  }, duplicate('people', 'code', ': "x"')),
  scenario('two without the unique field: missing counts as null', E11000, async ({ add, collection, refusal }) => {
    await add([{ _id: 'a' }], 'people');
    return refusal(() => collection('people').add({ data: { _id: 'b' } }));
  }, duplicate('people', 'code', ': null')),
  scenario('of several stops at the first error and keeps what stood before it', ORDERED, async ({ add, collection, refusal }) => {
    await add([{ _id: 'b' }]);
    const { errMsg } = await refusal(() => collection().add({ data: [{ _id: 'a' }, { _id: 'b' }, { _id: 'c' }] }));
    const { data } = await collection().orderBy('_id', 'asc').get();
    return [errMsg.includes('E11000'), data.map((document) => document._id)];
  }, [true, ['a', 'b']]),
  scenario('of several keeps what stood before a document MongoDB does not take', ORDERED, async ({ collection, refusal }) => {
    const { errMsg } = await refusal(() => collection().add({ data: [{ _id: 'a' }, { _id: [1] }, { _id: 'c' }] }));
    const { data } = await collection().get();
    return [errMsg.includes("can't use an array for _id"), data.map((document) => document._id)];
  }, [true, ['a']]),
  scenario('of two with one id keeps the first', ORDERED, async ({ collection, refusal, read }) => {
    await refusal(() => collection().add({ data: [{ _id: 'a', n: 1 }, { _id: 'a', n: 2 }] }));
    return read('a');
  }, { _id: 'a', n: 1 }),
  scenario('a list as _id', INSERT, ({ collection, refusal }) => refusal(() => collection().add({ data: { _id: [1] } })), writeError("can't use an array for _id")),
  scenario('an expression as _id', INSERT, ({ collection, refusal }) => refusal(() => collection().add({ data: { _id: /x/ } })), writeError("can't use a regex for _id")),
  scenario('a name that begins with a dollar', INSERT, ({ collection, refusal }) => refusal(() => collection().add({ data: { a: 1, $b: 2 } })), writeError("Document can't have $ prefixed field names: $b")),
  refuses('nothing at all', byMongodb('the Go driver: InsertMany'), [], ({ collection }) => collection().add({ data: [] }), { errCode: -502001, errMsg: 'must provide at least one element' }),
  refuses('to a collection that does not exist', byDocument('error codes: -502005'), [], ({ database }) => database.collection('unknown').add({ data: { a: 1 } }), { errCode: -502005, errMsg: 'Db or Table not exist: unknown' }),
]);

runScenarios('replacing', [
  scenario('set replaces the whole document', byDocument('Document.set'), async ({ add, collection, read }) => {
    await add([{ _id: 'one', a: 1, b: 2 }]);
    const { stats } = await collection().doc('one').set({ data: { c: 3 } });
    return [stats, await read('one')];
  }, [{ updated: 1, created: 0 }, { _id: 'one', c: 3 }]),
  scenario('set creates what is not there', byDocument('Document.set'), async ({ collection, read }) => {
    const { stats } = await collection().doc('new').set({ data: { c: 3 } });
    return [stats, await read('new')];
  }, [{ updated: 0, created: 1 }, { _id: 'new', c: 3 }]),
  scenario('set with a number as id', byDocument('Document.set'), async ({ collection, read }) => {
    await collection().doc(12).set({ data: { c: 3 } });
    return read(12);
  }, { _id: 12, c: 3 }),
  scenario('set does not flatten objects', bySdk('document.js: set serializes'), async ({ add, collection, read }) => {
    await add([{ _id: 'one', a: { b: 1, c: 2 } }]);
    await collection().doc('one').set({ data: { a: { b: 9 } } });
    return read('one');
  }, { _id: 'one', a: { b: 9 } }),
  scenario('set of the same content counts as a change', byMongodb('update/object_replace_node.cpp: compares with the _id'), async ({ add, collection }) => {
    await add([{ _id: 'one', a: 1 }]);
    return (await collection().doc('one').set({ data: { a: 1 } })).stats.updated;
  }, 1),
  scenario('set keeps an empty object', bySdk('document.js: set serializes'), async ({ collection, read }) => {
    await collection().doc('one').set({ data: { a: {} } });
    return read('one');
  }, { _id: 'one', a: {} }),
  refuses('set with an _id', bySdk('document.js: set'), [], ({ collection }) => collection().doc('one').set({ data: { _id: 'one', a: 1 } }), { errCode: -501007, errMsg: '不能更新_id的值' }),
  refuses('set with an update command', bySdk('document.js: set'), [{ _id: 'one' }], ({ collection, _ }) => collection().doc('one').set({ data: { a: _.inc(1) } }), { errCode: -502001, errMsg: 'update operator complicit' }),
  refuses('set with a raw operator', byMongodb('the Go driver: ReplaceOne'), [{ _id: 'one', a: 1 }], ({ collection }) => collection().doc('one').set({ data: { $set: { a: 2 } } }), { errCode: -502001, errMsg: "replacement document cannot contain keys beginning with '$'" }),
  scenario('set with a nested name that begins with a dollar', byMongodb('update/storage_validation.cpp (4.0)'), ({ collection, refusal }) => refusal(() => collection().doc('one').set({ data: { a: { $b: 1 } } })), writeError("The dollar ($) prefixed field '$b' in 'a.$b' is not valid for storage.")),
  scenario('set into a unique value of another document', E11000, async ({ add, collection, refusal }) => {
    await add([{ _id: 'a', code: 'x' }, { _id: 'b', code: 'y' }], 'people');
    return refusal(() => collection('people').doc('b').set({ data: { code: 'x' } }));
  }, duplicate('people', 'code', ': "x"')),
]);

runScenarios('counting changes', [
  scenario('update of an absent document changes none', bySdk('WX: document.update'), async ({ collection, _ }) => collection().doc('none').update({ data: { n: _.inc(1) } }), { stats: { updated: 0 }, errMsg: 'document.update:ok' }),
  scenario('update by condition changes all that match', byDocument('Collection.update'), async ({ add, collection, _ }) => {
    await add([{ _id: 'a', k: 1, n: 1 }, { _id: 'b', k: 1, n: 2 }, { _id: 'c', k: 2, n: 3 }]);
    const { stats } = await collection().where({ k: 1 }).update({ data: { n: _.inc(10) } });
    const { data } = await collection().orderBy('_id', 'asc').get();
    return [stats.updated, data.map(({ n }) => n)];
  }, [2, [11, 12, 3]]),
  scenario('those that stay as they are do not count', byMongodb('nModified'), async ({ add, collection }) => {
    await add([{ _id: 'a', n: 1 }, { _id: 'b', n: 2 }]);
    return (await collection().where({ n: { $gte: 1 } }).update({ data: { n: 2 } })).stats.updated;
  }, 1),
  scenario('update by condition with nothing to find', byDocument('Collection.update'), async ({ collection }) => (await collection().where({ k: 'none' }).update({ data: { n: 2 } })).stats.updated, 0),
  scenario('an update of many keeps what it changed before the document that cannot be changed', byMongodb('update, multi: no rollback'), async ({ add, collection, refusal, _ }) => {
    await add([{ _id: 'a', k: 1, n: 1 }, { _id: 'b', k: 1, n: 'x' }, { _id: 'c', k: 1, n: 3 }]);
    const { errMsg } = await refusal(() => collection().where({ k: 1 }).update({ data: { n: _.inc(1) } }));
    const { data } = await collection().orderBy('_id', 'asc').get();
    return [errMsg.includes("{_id: \"b\"} has the field 'n' of non-numeric type string"), data.map(({ n }) => n)];
  }, [true, [2, 'x', 3]]),
  scenario('an update into a unique value of another document', E11000, async ({ add, collection, refusal }) => {
    await add([{ _id: 'a', code: 'x' }, { _id: 'b', code: 'y' }], 'people');
    return refusal(() => collection('people').doc('b').update({ data: { code: 'x' } }));
  }, duplicate('people', 'code', ': "x"')),
  scenario('an update of the unique value of the document itself', E11000, async ({ add, collection }) => {
    await add([{ _id: 'a', code: 'x' }], 'people');
    return (await collection('people').doc('a').update({ data: { code: 'z', other: 1 } })).stats.updated;
  }, 1),
  scenario('a guarded update lets through as many as the guard allows, however many race', byMongodb('an update of one document is atomic'), async ({ add, collection, read, _ }) => {
    await add([{ _id: 'w', left: 3, takers: [] }]);
    const take = (who: string) => collection().where({ _id: 'w', left: _.gte(1), takers: _.neq(who) }).update({ data: { left: _.inc(-1), takers: _.push([who]) } });
    const replies = await Promise.all(Array.from({ length: 20 }, (_unused, i) => take(`p${i % 10}`)));
    const after = await read('w');
    return [replies.filter(({ stats }) => stats.updated === 1).length, after?.left, (after?.takers as unknown[]).length];
  }, [3, 0, 3]),
  scenario('a wrong condition of an update is an error of the write', byMongodb('commands: an update reports it in writeErrors'), ({ collection, refusal }) => refusal(() => collection().where({ n: { $foo: 1 } }).update({ data: { n: 1 } })), writeError('unknown operator: $foo')),
  scenario('a wrong condition of a remove is an error of the write', byMongodb('commands: a delete reports it in writeErrors'), ({ collection, refusal }) => refusal(() => collection().where({ n: { $in: 5 } }).remove()), writeError('$in needs an array')),
  scenario('remove tells how many went', byDocument('Document.remove'), async ({ add, collection, read }) => {
    await add([{ _id: 'a' }]);
    const first = await collection().doc('a').remove();
    const second = await collection().doc('a').remove();
    return [first.stats.removed, second.stats.removed, await read('a')];
  }, [1, 0, null]),
  scenario('remove by condition removes all that match', byDocument('Collection.remove'), async ({ add, collection }) => {
    await add([{ _id: 'a', k: 1 }, { _id: 'b', k: 1 }, { _id: 'c', k: 2 }]);
    const { stats } = await collection().where({ k: 1 }).remove();
    return [stats.removed, (await collection().count()).total];
  }, [2, 1]),
  scenario('an id that was removed can be added again', byMongodb('remove, insert'), async ({ add, collection, read }) => {
    await add([{ _id: 'a', n: 1 }]);
    await collection().doc('a').remove();
    await add([{ _id: 'a', n: 2 }]);
    return read('a');
  }, { _id: 'a', n: 2 }),
  scenario('get of an absent document throws unless told otherwise', bySdk('WX: document.get'), async ({ sdk, nameOf, refusal }) => refusal(() => sdk.database({ throwOnNotFound: true }).collection(nameOf('notes')).doc('none').get()), { errCode: -1, errMsg: 'document.get:fail document with _id none does not exist' }),
  scenario('get of an absent document is null when told so', bySdk('WX: document.get'), ({ read }) => read('none'), null),
]);

const nested = (levels: number): object => Array.from({ length: levels }).reduce<object>((inner) => ({ a: inner }), {});

runScenarios('limits of a document', [
  scenario('below 512 KB it is kept', bySdk('DB/config/app.config.js: docSizeLimit'), async ({ add, read }) => {
    await add([{ _id: 'big', text: 'x'.repeat(511 * 1024) }]);
    return ((await read('big'))?.text as string).length;
  }, 511 * 1024),
  refuses('above 512 KB it is refused', bySdk('DB/config/app.config.js: docSizeLimit'), [], ({ collection }) => collection().add({ data: { text: 'x'.repeat(513 * 1024) } }), { errCode: -502001, errMsg: 'the limit is 524288' }),
  refuses('growing beyond 512 KB is refused', bySdk('DB/config/app.config.js: docSizeLimit'), [{ _id: 'one', text: 'x'.repeat(400 * 1024) }], ({ collection }) => collection().doc('one').update({ data: { more: 'x'.repeat(200 * 1024) } }), { errCode: -502001, errMsg: 'the limit is 524288' }),
  scenario('90 levels of nesting are kept', byDocument('MongoDB limits: 100 levels'), async ({ add, read }) => {
    await add([{ _id: 'deep', a: nested(89) }]);
    return JSON.stringify(await read('deep')).split('{').length - 1;
  }, 91),
  scenario('101 levels are refused', byDocument('MongoDB limits: 100 levels'), ({ collection, refusal }) => refusal(() => collection().add({ data: { a: nested(100) } })), writeError('cannot insert document because it exceeds 100 levels of nesting')),
  refusesUpdate('an update cannot nest deeper either', byDocument('MongoDB limits: 100 levels'), {}, ({ _ }) => ({ a: _.set(nested(120)) }), 'Document exceeds maximum nesting depth of 100'),
  refusesUpdate('nor can a path', byDocument('MongoDB limits: 100 levels'), {}, () => ({ [Array.from({ length: 150 }, () => 'a').join('.')]: 1 }), 'Document exceeds maximum nesting depth of 100'),
  refuses('1000 levels are refused', byMongodb('BSON: 200 levels'), [], ({ collection }) => collection().add({ data: { a: nested(1000) } }), { errCode: -502001, errMsg: 'exceeded maximum nested object depth: 200' }),
]);
