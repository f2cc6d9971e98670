import { byDocument, byMongodb, bySdk, localScenario, type World } from './support/scenario';
import { runScenarios } from './support/run-scenarios';
import { post, send, speak, wireError } from './support/wire';

const SHAPE = bySdk('@cloudbase/node-sdk tcbapirequester.js: {code, message, requestId} with HTTP 200');
const INVALID = wireError('INVALID_PARAM');
const url = (world: World): string => world.local.url;

const raw = (name: string, body: string | Uint8Array<ArrayBuffer>, expected: object, contentType?: string) =>
  localScenario(name, SHAPE, (world) => post(url(world), body, contentType), expected);

/** A request of the database with these parameters. */
const database = (name: string, parameters: object, expected: object = wireError(/^(INVALID_PARAM|DATABASE_REQUEST_FAILED)$/)) =>
  localScenario(name, SHAPE, async (world) => {
    await world.add([{ _id: 'a', n: 1 }]);
    return send(url(world), { envName: 'linyuan-local', collectionName: 'notes', ...parameters });
  }, expected);

const nested = (depth: number): string => `${'['.repeat(depth)}${']'.repeat(depth)}`;
const WHERE = { action: 'database.getDocument', queryType: 'WHERE', query: '{}' };
const UPDATE = { action: 'database.modifyDocument', queryType: 'DOC', query: '{"_id":"a"}', multi: false, merge: true, upsert: false };

runScenarios('bad input: bodies', [
  raw('no body at all', '', INVALID),
  raw('a body that is no JSON', 'hello', INVALID),
  raw('JSON that is cut off', '{"action":"database.getDocument","coll', INVALID),
  raw('a list in place of an object', '[]', INVALID),
  raw('a number', '42', INVALID),
  raw('null', 'null', INVALID),
  raw('a text', '"text"', INVALID),
  raw('bytes that are not UTF-8', new Uint8Array([0x7b, 0x22, 0xff, 0xfe, 0x22, 0x3a, 0x31, 0x7d]), wireError('INVALID_PARAM', 'not UTF-8')),
  raw('a form of another kind', 'action=database.getDocument&collectionName=notes', INVALID, 'application/x-www-form-urlencoded'),
  raw('a multipart form without boundary', 'x', INVALID, 'multipart/form-data'),
  raw('a multipart form that does not hold its boundary', 'x', INVALID, 'multipart/form-data; boundary=abc'),
  raw('a multipart part without head', '--abc\r\nx\r\n--abc--\r\n', INVALID, 'multipart/form-data; boundary=abc'),
  raw('a hundred thousand brackets', nested(100_000), wireError('INVALID_PARAM', 'nested')),
  raw('a hundred thousand brackets in a parameter', `{"action":"storage.batchDeleteFile","fileid_list":${nested(100_000)}}`, wireError('INVALID_PARAM', 'nested')),
  raw('brackets within a text do not count', JSON.stringify({ action: 'nothing', text: `${'['.repeat(200)}\\"${'{'.repeat(200)}` }), wireError('INVALID_PARAM', 'nothing')),
  localScenario('a body over 32 MB, after which the connection serves on', SHAPE, async (world) => {
    const large = await post(url(world), 'x'.repeat(33 * 1024 * 1024));
    const next = await send(url(world), { action: 'database.getDocument', collectionName: 'notes', queryType: 'WHERE', query: '{}' });
    return [large, next.status, (next.body as { data: unknown }).data];
  }, [wireError('INVALID_PARAM', '32 MB'), 200, { list: [] }]),
  localScenario('a request that is cut off leaves the cloud alive', SHAPE, async (world) => {
    await speak(url(world), 'POST /admin HTTP/1.1\r\nhost: x\r\ncontent-length: 1000\r\n\r\n{"action":');
    return (await send(url(world), { ...WHERE, collectionName: 'notes' })).status;
  }, 200),
  localScenario('what is no HTTP leaves the cloud alive', SHAPE, async (world) => {
    const heard = await speak(url(world), Buffer.from([0, 1, 2, 3, 0xff, 10, 13, 10, 13, 10]));
    return [heard.includes('400'), (await send(url(world), { ...WHERE, collectionName: 'notes' })).status];
  }, [true, 200]),
  localScenario('addresses that cannot be read are not found', SHAPE, async (world) => {
    const heard = [];
    for (const path of ['//', '/%zz', '/storage/%zz', '/\\', '/functions/%00', '/admin/../../etc/passwd', '*']) {
      heard.push((await speak(url(world), `GET ${path} HTTP/1.1\r\nhost: x\r\nconnection: close\r\n\r\n`)).slice(9, 12));
    }
    return heard;
  }, ['404', '404', '400', '404', '404', '404', '404']),
]);

runScenarios('bad input: requests', [
  database('no action', {}, INVALID),
  database('an unknown action', { action: 'database.dropEverything' }, wireError('INVALID_PARAM', 'does not support database.dropEverything')),
  database('an action of another type', { action: 7 }, INVALID),
  database('actions named like properties of objects', { action: '__proto__' }, INVALID),
  database('an action named constructor', { action: 'constructor' }, INVALID),
  database('no collection', { ...WHERE, collectionName: undefined }, INVALID),
  database('a collection of another type', { ...WHERE, collectionName: { $gt: '' } }, INVALID),
  database('a missing collection', { ...WHERE, collectionName: 'nowhere' }, wireError('DATABASE_COLLECTION_NOT_EXIST', '[ResourceNotFound] Db or Table not exist: nowhere')),
  database('a collection named like a property of objects', { ...WHERE, collectionName: '__proto__' }, wireError('DATABASE_COLLECTION_NOT_EXIST')),
  database('a query that is no EJSON', { ...WHERE, query: '{' }),
  database('a query that is a list', { ...WHERE, query: '[]' }),
  database('a query of a hundred thousand brackets', { ...WHERE, query: `{"a":${nested(100_000)}}` }),
  database('a query of a hundred thousand $not', { ...WHERE, query: `{"a":${'{"$not":'.repeat(100_000)}{}${'}'.repeat(100_001)}` }),
  database('an unknown operator of a query', { ...WHERE, query: '{"a":{"$near_ish":1}}' }),
  database('a limit below zero', { ...WHERE, limit: -1 }),
  database('an offset below zero', { ...WHERE, offset: -5 }),
  database('a limit that is a text', { ...WHERE, limit: '10' }),
  database('a limit that is a fraction', { ...WHERE, limit: 1.5 }),
  database('an offset beyond everything', { ...WHERE, offset: 9e15 }, { status: 200, body: expect.objectContaining({ data: { list: [] } }) as unknown }),
  database('an order that is no JSON', { ...WHERE, order: '{"a":' }),
  database('a transaction that never was', { ...WHERE, queryType: 'DOC', query: '{"_id":"a"}', transactionId: 'tx-none' }, wireError('DATABASE_TRANSACTION_FAIL', '[ResourceUnavailable.TransactionNotExist]')),
  database('a commit without id', { action: 'database.commitTransaction' }, INVALID),
  database('a document that is no object', { action: 'database.insertDocument', data: ['1'] }),
  database('documents that are no list', { action: 'database.insertDocument', data: '{}' }),
  database('a document of ten thousand levels', { action: 'database.insertDocument', data: [`{"a":${nested(10_000)}}`] }),
  database('an update with an unknown operator', { ...UPDATE, data: '{"$explode":{"a":1}}' }),
  database('an update of the prototype', { ...UPDATE, data: '{"$set":{"__proto__.polluted":1}}' }, { status: 200, body: expect.anything() as unknown }),
  database('an update of the constructor', { ...UPDATE, data: '{"$set":{"constructor.prototype.polluted":1}}' }, { status: 200, body: expect.anything() as unknown }),
  database('a document action without id', { ...UPDATE, query: '{}', data: '{"$set":{"a":1}}' }),
  database('a document action with an operator for id', { ...UPDATE, query: '{"_id":{"$gt":""}}', data: '{"$set":{"a":1}}' }),
  database('stages that are no list', { action: 'database.aggregateDocuments', stages: {} }),
  database('a stage without key', { action: 'database.aggregateDocuments', stages: [{}] }),
  database('an unknown stage', { action: 'database.aggregateDocuments', stages: [{ stageKey: '$explode', stageValue: '{}' }] }),
  database('a stage whose value is no JSON', { action: 'database.aggregateDocuments', stages: [{ stageKey: '$match', stageValue: '{' }] }),
  localScenario('nothing of this reaches the prototype of objects', SHAPE, async (world) => {
    await world.add([{ _id: 'a', n: 1 }]);
    for (const path of ['__proto__.polluted', 'constructor.prototype.polluted', 'n.__proto__.polluted']) {
      for (const operator of ['$set', '$inc', '$min', '$push', '$unset', '$rename']) await send(url(world), { ...UPDATE, collectionName: 'notes', data: JSON.stringify({ [operator]: { [path]: 1 } }) });
    }
    await send(url(world), { action: 'database.insertDocument', collectionName: 'notes', data: ['{"_id":"p","__proto__":{"polluted":1}}'] });
    return ({} as Record<string, unknown>).polluted ?? null;
  }, null),

  localScenario('the token of a run that is over', bySdk('@cloudbase/node-sdk wxCloudToken.js'), (world) => send(url(world), { ...WHERE, collectionName: 'notes', wxCloudApiToken: 'inv-0123456789abcdef01234567' }), wireError('INVALID_REQUEST_SOURCE', 'is over')),
  localScenario('a token of one\'s own is a process outside', SHAPE, async (world) => (await send(url(world), { ...WHERE, collectionName: 'notes', wxCloudApiToken: 'mine' })).body, expect.objectContaining({ data: { list: [] } })),
  localScenario('a token that is no text is a process outside', SHAPE, async (world) => (await send(url(world), { ...WHERE, collectionName: 'notes', wxCloudApiToken: { a: 1 } })).body, expect.objectContaining({ data: { list: [] } })),
  localScenario('thousands of invented tokens cost nothing that lasts', SHAPE, async (world) => {
    for (let i = 0; i < 1500; i += 1) await send(url(world), { ...WHERE, collectionName: 'notes', wxCloudApiToken: `t${i}` });
    return (await send(url(world), { ...WHERE, collectionName: 'notes' })).status;
  }, 200),

  localScenario('openapi without request', SHAPE, (world) => send(url(world), { action: 'wx.openApi', apiName: 'security.msgSecCheck' }), wireError(/./)),
  localScenario('openapi with protobuf that is cut off', SHAPE, (world) => {
    const part = (name: string, value: string, type = ''): string => `--b\r\ncontent-disposition: form-data; name="${name}"${type}\r\n\r\n${value}\r\n`;
    const body = `${part('action', 'wx.openApi')}${part('apiName', 'security.msgSecCheck')}${part('requestData', '\u0008\u0000\u0012\u007f\u000a', '; filename="x"\r\ncontent-type: application/octet-stream')}--b--\r\n`;
    return post(url(world), body, 'multipart/form-data; boundary=b');
  }, wireError(/./)),
  localScenario('a call of a function without name', SHAPE, (world) => send(url(world), { action: 'functions.invokeFunction' }), INVALID),
  localScenario('a call of a function whose event is no JSON', SHAPE, (world) => send(url(world), { action: 'functions.invokeFunction', function_name: 'probe', request_data: '{' }), wireError('FUNCTIONS_EXECUTE_FAIL')),
  localScenario('files that are no list', SHAPE, (world) => send(url(world), { action: 'storage.batchGetDownloadUrl', file_list: 'x' }), INVALID),
  localScenario('a file that is null', SHAPE, (world) => send(url(world), { action: 'storage.batchGetDownloadUrl', file_list: [null] }), INVALID),
  localScenario('a file id that is an object', SHAPE, (world) => send(url(world), { action: 'storage.batchDeleteFile', fileid_list: [{}] }), INVALID),
  localScenario('an age of a link that is a text', SHAPE, (world) => send(url(world), { action: 'storage.batchGetDownloadUrl', file_list: [{ fileid: 'x', max_age: 'long' }] }), INVALID),
  localScenario('an upload without path', SHAPE, (world) => send(url(world), { action: 'storage.getUploadMetadata' }), INVALID),
  localScenario('an expression that backtracks without end is given up', byMongodb('PCRE has a match limit'), async (world) => {
    await world.add([{ _id: 'a', text: `${'a'.repeat(40)}b` }]);
    const startedAtMs = Date.now();
    const answer = await send(url(world), { ...WHERE, collectionName: 'notes', query: JSON.stringify({ text: { $regularExpression: { pattern: '^(a+)+$', options: '' } } }) });
    return [answer, Date.now() - startedAtMs < 3000];
  }, [wireError('DATABASE_REQUEST_FAILED', 'gave up'), true]),
  localScenario('an expression over 32764 characters', byMongodb('RegexMatchExpression kMaxPatternSize'), async (world) => {
    await world.add([{ _id: 'a', text: 'a'.repeat(25) }]);
    return send(url(world), { ...WHERE, collectionName: 'notes', query: JSON.stringify({ text: { $regularExpression: { pattern: 'a'.repeat(32_765), options: '' } } }) });
  }, wireError('DATABASE_REQUEST_FAILED', 'Regular expression is too long')),
  localScenario('an expression that cannot be read', byDocument('wxcloud database RegExp'), async (world) => {
    await world.add([{ _id: 'a', text: 'x' }]);
    return send(url(world), { ...WHERE, collectionName: 'notes', query: JSON.stringify({ text: { $regularExpression: { pattern: '(', options: '' } } }) });
  }, wireError(/^(INVALID_PARAM|DATABASE_REQUEST_FAILED)$/)),
]);

const control = (name: string, path: string, body: string, expected: number) =>
  localScenario(name, SHAPE, async (world) => {
    const { status } = await fetch(`${url(world)}${path}`, { method: 'POST', body, headers: { 'x-openid': 'oAlice' } });
    return [status, (await fetch(`${url(world)}/control/clock`)).status];
  }, [expected, 200]);

runScenarios('bad input: controls and calls', [
  control('a clock moved beyond all dates', '/control/clock', '{"advanceMs":1e300}', 400),
  control('a clock moved to before all dates', '/control/clock', '{"advanceMs":-9e15}', 400),
  control('a clock set to no time', '/control/clock', '{"set":"soon"}', 400),
  control('faults that are no list', '/control/faults', '{"rules":{}}', 400),
  control('a fault that is null', '/control/faults', '{"rules":[null]}', 400),
  control('an unknown seed', '/control/reset', '{"seed":"__proto__"}', 400),
  control('a control without JSON', '/control/clock', '{', 400),
  control('a control that is half a character', '/control/clock', '\ud800', 400),
  control('an unknown control', '/control/nothing', '{}', 404),
  control('an event that is no JSON', '/functions/probe', '{', 400),
  control('an event that is a list', '/functions/probe', '[]', 400),
  control('an event of a hundred thousand brackets', '/functions/probe', `{"task":"event","x":${nested(100_000)}}`, 400),
  control('an event that asks for nothing', '/functions/probe', '', 200),
  control('an unknown function', '/functions/__proto__', '{}', 200),
]);
