/** Values on their way in and out: dates of the server, numbers, expressions, what the SDK gets wrong, what is not kept. */
/* eslint-disable no-restricted-syntax -- what the rule forbids the program is shown here on purpose */
import { runScenarios } from './support/run-scenarios';
import { byDocument, byMongodb, bySdk, localScenario, refuses, scenario, updates, type World } from './support/scenario';

const SERVER_DATE = byDocument('Database.serverDate');
const EJSON = byMongodb('extended JSON, version 2');

/** The server's own time: its clock need not be that of this process. */
async function serverNow({ add, database, read }: World): Promise<number> {
  await add([{ _id: 'now', at: database.serverDate() }]);
  return ((await read('now'))?.at as Date).getTime();
}

/** Whether a stored time is the server's now, within ten seconds. */
const isNow = async (world: World, value: unknown): Promise<boolean> => value instanceof Date && Math.abs(value.getTime() - (await serverNow(world))) < 10_000;

runScenarios('dates of the server', [
  scenario('in an added document, at any depth', SERVER_DATE, async (world) => {
    const { add, database, read } = world;
    await add([{ _id: 'one', at: database.serverDate(), deep: { list: [{ at: database.serverDate() }] } }]);
    const { at, deep } = (await read('one')) as { at: Date; deep: { list: { at: Date }[] } };
    return [await isNow(world, at), deep.list[0]?.at.getTime() === at.getTime()];
  }, [true, true]),
  scenario('with an offset forwards and backwards', SERVER_DATE, async ({ add, database, read }) => {
    await add([{ _id: 'one', now: database.serverDate(), later: database.serverDate({ offset: 60_000 }), before: database.serverDate({ offset: -3_600_000 }) }]);
    const { now, later, before } = (await read('one')) as { now: Date; later: Date; before: Date };
    return [later.getTime() - now.getTime(), before.getTime() - now.getTime()];
  }, [60_000, -3_600_000]),
  scenario('in an update, plain and nested', SERVER_DATE, async (world) => {
    const { add, collection, database, read } = world;
    await add([{ _id: 'one' }]);
    await collection().doc('one').update({ data: { at: database.serverDate(), deep: { at: database.serverDate({ offset: 5000 }) } } });
    const { at, deep } = (await read('one')) as { at: Date; deep: { at: Date } };
    return [await isNow(world, at), deep.at.getTime() - at.getTime()];
  }, [true, 5000]),
  scenario('in an update by condition', SERVER_DATE, async (world) => {
    await world.add([{ _id: 'one', k: 1 }]);
    await world.collection().where({ k: 1 }).update({ data: { at: world.database.serverDate() } });
    return isNow(world, (await world.read('one'))?.at);
  }, true),
  scenario('in a replacement', SERVER_DATE, async (world) => {
    await world.collection().doc('one').set({ data: { at: world.database.serverDate() } });
    return isNow(world, (await world.read('one'))?.at);
  }, true),
  scenario('in a list that is pushed', SERVER_DATE, async (world) => {
    await world.add([{ _id: 'one', list: [] }]);
    await world.collection().doc('one').update({ data: { list: world._.push([{ at: world.database.serverDate() }]) } });
    return isNow(world, ((await world.read('one'))?.list as { at: Date }[])[0]?.at);
  }, true),
  scenario('in a condition', SERVER_DATE, async (world) => {
    const now = await serverNow(world);
    await world.add([{ _id: 'past', k: 1, at: new Date(now - 60_000) }, { _id: 'future', k: 1, at: new Date(now + 600_000) }]);
    const { data } = await world.collection().where({ k: 1, at: world._.lt(world.database.serverDate()) }).get();
    return data.map(({ _id: id }) => id);
  }, ['past']),
  scenario('in a condition with an offset', SERVER_DATE, async (world) => {
    const now = await serverNow(world);
    await world.add([{ _id: 'past', k: 1, at: new Date(now - 60_000) }, { _id: 'older', k: 1, at: new Date(now - 7_200_000) }]);
    const { data } = await world.collection().where({ k: 1, at: world._.gt(world.database.serverDate({ offset: -3_600_000 })) }).get();
    return data.map(({ _id: id }) => id);
  }, ['past']),
  localScenario('follow the clock of the program', bySdk('the local cloud: POST /control/clock'), async ({ add, database, read, local }) => {
    await local.control('clock', { set: '2031-05-06T07:08:09Z' });
    await add([{ _id: 'one', at: database.serverDate() }]);
    return ((await read('one'))?.at as Date).toISOString().slice(0, 16);
  }, '2031-05-06T07:08'),
]);

runScenarios('what the SDK gets wrong', [
  updates('_.set(serverDate) stores the offset instead of a date', bySdk('serializer/update.js:57-66 does not encode operands'), {}, ({ _, database }) => ({ at: _.set(database.serverDate()) }), { at: { offset: 0 } }),
  updates('a serverDate inside _.set as well', bySdk('serializer/update.js:57-66 does not encode operands'), {}, ({ _, database }) => ({ a: _.set({ at: database.serverDate({ offset: 5 }) }) }), { a: { at: { offset: 5 } } }),
  updates('and inside push with clauses', bySdk('serializer/update.js: push with an object'), {}, ({ _, database }) => ({ list: _.push({ each: [database.serverDate()] }) }), { list: [{ offset: 0 }] }),
  updates('an empty object in an update is dropped', bySdk('serializer/common.js:35-37'), { b: { x: 1 } }, () => ({ a: 1, b: {} }), { a: 1, b: { x: 1 } }),
  updates('addToSet with each stores the clause', bySdk('command.js: addToSet'), { a: [] }, ({ _ }) => ({ a: _.addToSet({ each: ['x'] }) }), { a: [{ each: ['x'] }] }),
  scenario('an added Buffer becomes an object without its bytes', bySdk('datatype.js: serialize'), async ({ add, read }) => {
    await add([{ _id: 'one', bytes: Buffer.from('ab') }]);
    return JSON.stringify((await read('one'))?.bytes);
  }, '{"type":"Buffer","data":[]}'),
  scenario('set in a transaction reports nothing created', bySdk('document.js:108-113 against WX:1397'), async ({ database, nameOf, read }) => {
    const transaction = await database.startTransaction();
    const { stats } = await transaction.collection(nameOf('notes')).doc('new').set({ data: { a: 1 } });
    await transaction.commit();
    return [stats.created, await read('new')];
  }, [0, { _id: 'new', a: 1 }]),
]);

const roundTrip = async ({ add, read }: World, value: unknown): Promise<unknown> => {
  await add([{ _id: 'one', value }]);
  return (await read('one'))?.value;
};

runScenarios('values there and back', [
  scenario('a date keeps its milliseconds', EJSON, (world) => roundTrip(world, new Date('2026-11-22T01:02:03.456Z')), new Date('2026-11-22T01:02:03.456Z')),
  scenario('a date before 1970', EJSON, (world) => roundTrip(world, new Date(-1)), new Date(-1)),
  scenario('a date beyond 9999', EJSON, (world) => roundTrip(world, new Date(253402300800000)), new Date(253402300800000)),
  scenario('integers of 32 and 53 bits, fractions', EJSON, (world) => roundTrip(world, [0, -1, 2 ** 31, -(2 ** 53) + 1, 0.1, 1e300, 5e-324]), [0, -1, 2 ** 31, -(2 ** 53) + 1, 0.1, 1e300, 5e-324]),
  scenario('NaN and both infinities', EJSON, (world) => roundTrip(world, [NaN, Infinity, -Infinity]), [NaN, Infinity, -Infinity]),
  scenario('texts of any characters', EJSON, (world) => roundTrip(world, ['', '邻愿 😀', '"$date"', 'a\u0000b\n']), ['', '邻愿 😀', '"$date"', 'a\u0000b\n']),
  scenario('null, booleans, empty list and empty object', EJSON, (world) => roundTrip(world, [null, true, false, [], {}]), [null, true, false, [], {}]),
  scenario('lists in lists', EJSON, (world) => roundTrip(world, [[1, [2, [3]]], []]), [[1, [2, [3]]], []]),
  scenario('an expression comes back with pattern and options', EJSON, async (world) => {
    const value = (await roundTrip(world, /^a.b$/i)) as { pattern?: string; source?: string; options?: string; flags?: string };
    return [value.pattern ?? value.source, value.options ?? value.flags];
  }, ['^a.b$', 'i']),
  scenario('a point comes back as a point', bySdk('util.js: formatField'), async (world) => {
    const value = (await roundTrip(world, world.database.Geo.Point(113.3, 23.1))) as { longitude: number; latitude: number };
    return [value.longitude, value.latitude];
  }, [113.3, 23.1]),
  scenario('names that look like tags without being one', EJSON, (world) => roundTrip(world, { numberInt: '5', date: 1, oid: 'x' }), { numberInt: '5', date: 1, oid: 'x' }),
  refuses('an object id', bySdk('helper: ObjectId'), [], ({ collection }) => collection().add({ data: { at: { $oid: '5f5f5f5f5f5f5f5f5f5f5f5f' } } }), { errCode: -501007, errMsg: '$oid' }),
  refuses('a decimal', EJSON, [], ({ collection }) => collection().add({ data: { n: { $numberDecimal: '1.5' } } }), { errCode: -501007, errMsg: '$numberDecimal' }),
  refuses('bytes', EJSON, [], ({ collection }) => collection().add({ data: { n: { $binary: { base64: 'AA==', subType: '00' } } } }), { errCode: -501007, errMsg: '$binary' }),
  refuses('a date that is none', EJSON, [], ({ collection }) => collection().add({ data: { at: { $date: 'someday' } } }), { errCode: -501007, errMsg: 'malformed $date' }),
  refuses('a number that is none', EJSON, [], ({ collection }) => collection().add({ data: { n: { $numberInt: 'five' } } }), { errCode: -501007, errMsg: 'malformed $numberInt' }),
]);

/** A request as it stands on the wire, without the SDK. */
async function wire({ local }: World, body: object): Promise<Record<string, unknown>> {
  const response = await fetch(`${local.url}/admin?env=test&seqId=1`, { method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify(body) });
  const { code, message, data } = (await response.json()) as Record<string, unknown>;
  return { status: response.status, ...(code !== undefined && { code, message }), ...(data !== undefined && { data }) };
}

const WIRE = bySdk('the wire protocol, without the SDK');
const insert = (text: string): object => ({ action: 'database.insertDocument', collectionName: 'notes', data: [text] });

runScenarios('texts on the wire', [
  localScenario('dates as number of milliseconds, as text, as long', EJSON, async (world) => {
    await wire(world, insert('{"_id":"one","a":{"$date":5},"b":{"$date":"1970-01-01T00:00:01Z"},"c":{"$date":{"$numberLong":"7"}}}'));
    const { a, b, c } = (await world.read('one')) as { a: Date; b: Date; c: Date };
    return [a.getTime(), b.getTime(), c.getTime()];
  }, [5, 1000, 7]),
  localScenario('relaxed and canonical numbers', EJSON, async (world) => {
    await wire(world, insert('{"_id":"one","n":[1,{"$numberInt":"2"},{"$numberLong":"3"},{"$numberDouble":"4.5"},{"$numberDouble":"-Infinity"}]}'));
    return (await world.read('one'))?.n;
  }, [1, 2, 3, 4.5, -Infinity]),
  localScenario('of two fields of one name the last counts', WIRE, async (world) => {
    await wire(world, insert('{"_id":"one","a":1,"a":2}'));
    return world.read('one');
  }, { _id: 'one', a: 2 }),
  localScenario('__proto__ is a field of the document and of nothing else', WIRE, async (world) => {
    const reply = await wire(world, insert('{"_id":"one","__proto__":{"polluted":{"$numberInt":"1"}},"a":2}'));
    return [reply.code, ({} as Record<string, unknown>).polluted, (await world.collection().where({ polluted: 1 }).count()).total];
  }, [undefined, undefined, 0]),
  localScenario('text that is no EJSON', WIRE, (world) => wire(world, insert('{"_id":')), { status: 200, code: 'INVALID_PARAM', message: 'not EJSON: {"_id":' }),
  localScenario('nothing in place of a document', WIRE, async (world) => [await wire(world, { action: 'database.insertDocument', collectionName: 'notes', data: [null] }), await wire(world, { action: 'database.modifyDocument', collectionName: 'notes', queryType: 'DOC', query: '{"_id":"a"}', merge: false, upsert: true })], [{ status: 200, code: 'INVALID_PARAM', message: 'data is missing' }, { status: 200, code: 'INVALID_PARAM', message: 'data is missing' }]),
  localScenario('an order that names nothing', WIRE, (world) => wire(world, { action: 'database.getDocument', collectionName: 'notes', queryType: 'WHERE', order: '[null]' }), { status: 200, code: 'INVALID_PARAM', message: 'order must name fields and directions' }),
  localScenario('a list in place of a document', WIRE, (world) => wire(world, insert('[1]')), { status: 200, code: 'INVALID_PARAM', message: 'an object was expected' }),
  localScenario('100,000 levels of objects', WIRE, (world) => wire(world, insert(`{"a":${'{"a":'.repeat(100_000)}1${'}'.repeat(100_000)}}`)), { status: 200, code: 'DATABASE_REQUEST_FAILED', message: '[FailedOperation] exceeded maximum nested object depth: 200' }),
  localScenario('100,000 levels of lists with tags', WIRE, (world) => wire(world, insert(`{"a":${'['.repeat(100_000)}{"$numberInt":"1"}${']'.repeat(100_000)}}`)), { status: 200, code: 'DATABASE_REQUEST_FAILED', message: '[FailedOperation] exceeded maximum nested object depth: 200' }),
  localScenario('a date in a date in a date', WIRE, (world) => wire(world, insert(`{"a":${'{"$date":'.repeat(5000)}1${'}'.repeat(5000)}}`)), expect.objectContaining({ status: 200, code: expect.stringMatching(/INVALID_PARAM|DATABASE_REQUEST_FAILED/) as unknown })),
  localScenario('a condition of 100,000 levels', WIRE, (world) => wire(world, { action: 'database.getDocument', collectionName: 'notes', queryType: 'WHERE', query: `${'{"$and":['.repeat(50_000)}{}${']}'.repeat(50_000)}` }), expect.objectContaining({ code: 'DATABASE_REQUEST_FAILED' })),
  localScenario('a condition with an expression that is none', WIRE, (world) => wire(world, { action: 'database.getDocument', collectionName: 'notes', queryType: 'WHERE', query: '{"a":{"$regularExpression":{"pattern":"(","options":""}}}' }), expect.objectContaining({ code: 'DATABASE_REQUEST_FAILED' })),
  localScenario('modifyAndReturnDoc gives the document after the change', bySdk('DB/query.js: updateAndReturn'), async (world) => {
    await world.add([{ _id: 'one', n: 1 }]);
    return wire(world, { action: 'database.modifyAndReturnDoc', collectionName: 'notes', queryType: 'WHERE', query: '{"_id":"one"}', data: '{"$inc":{"n":{"$numberInt":"2"}}}' });
  }, { status: 200, data: { updated: 1, doc: '{"_id":"one","n":3}' } }),
  localScenario('modifyAndReturnDoc of nothing', bySdk('DB/query.js: updateAndReturn'), (world) => wire(world, { action: 'database.modifyAndReturnDoc', collectionName: 'notes', queryType: 'WHERE', query: '{"_id":"none"}', data: '{"$set":{"n":1}}' }), { status: 200, data: { updated: 0, doc: null } }),
  localScenario('multi false changes one document', bySdk('WX: Query.update({multi: false})'), async (world) => {
    await world.add([{ _id: 'a', k: 1 }, { _id: 'b', k: 1 }]);
    const { data } = await wire(world, { action: 'database.modifyDocument', collectionName: 'notes', queryType: 'WHERE', query: '{"k":1}', data: '{"$set":{"n":1}}', multi: false, merge: true, upsert: false });
    return [data, (await world.collection().where({ n: 1 }).count()).total];
  }, [{ updated: 1, upsert_id: null }, 1]),
  localScenario('a replacement cannot change the _id', byMongodb('update/object_replace_node.cpp'), async (world) => {
    await world.add([{ _id: 'one' }]);
    return (await wire(world, { action: 'database.modifyDocument', collectionName: 'notes', queryType: 'DOC', query: '{"_id":"one"}', data: '{"_id":"two"}', multi: false, merge: false, upsert: true })).message;
  }, expect.stringContaining("After applying the update, the (immutable) field '_id' was found to have been altered to _id: \"two\"")),
]);
