import { byDocument, byMeasurement, bySdk, localScenario, type Source } from './support/scenario';
import { runScenarios } from './support/run-scenarios';
import { CAUGHT, withSmallFunctions, WITH_SDK } from './support/small-functions';

const LIMITS = byDocument('docs.cloudbase.net/cloud-function/how-works: limits');
const CONTEXT = byDocument('wxcloud/reference-sdk-api/utils/Cloud.getWXContext');
const CALL = byDocument('wxcloud/reference-sdk-api/functions/Cloud.callFunction');
const JSON_RULES: Source = byDocument('ECMA-262 JSON.stringify: what a result becomes on its way');

const { call, running } = withSmallFunctions({
  echo: { source: 'exports.main = async (event) => event;' },
  gives: {
    source: `const values = {
      nothing: () => undefined, nil: () => null, date: () => new Date(0), buffer: () => Buffer.from('ab'), bigint: () => 1n, map: () => new Map([[1, 2]]),
      circle: () => { const a = {}; a.a = a; return a; }, nan: () => NaN, callable: () => () => 1, text: () => '邻愿', number: () => 0, no: () => false,
      holes: () => ({ a: undefined, b: [undefined, () => 1] }), thrower: () => ({ toJSON() { throw new Error('no JSON'); } }),
    };
    exports.main = async ({ kind }) => values[kind]();`,
  },
  plain: { source: 'exports.main = () => "not a promise";' },
  throws: {
    source: `const values = { error: new TypeError('wrong'), text: 'a text', nothing: undefined, nil: null, object: { code: 7 }, number: 42 };
    exports.main = async ({ kind }) => { throw values[kind]; };`,
  },
  broken: { source: 'this is no JavaScript' },
  failing: { source: 'throw new Error("module scope failed");' },
  headless: { source: 'exports.handler = () => 1;' },
  who: { source: `${WITH_SDK} exports.main = async (event, context) => ({ context: cloud.getWXContext(), event, keys: Object.keys(context).sort() });` },
  envs: { source: 'exports.main = async () => process.env;', declaration: { environment: [{ key: 'LINYUAN_ID_SECRET', purpose: 'seen', secret: true }] } },
  calls: {
    source: `${WITH_SDK} ${CAUGHT} exports.main = ({ name, data, times }) => caught(async () => {
      const answer = await cloud.callFunction({ name, ...(data === undefined ? {} : { data: times ? { ...data, text: 'x'.repeat(times) } : data }) });
      return times ? { kept: JSON.stringify(answer.result).length } : answer.result;
    });`,
  },
  hidden: { source: `${WITH_SDK} exports.main = async (event) => ({ event, ...cloud.getWXContext() });`, isPrivate: true },
  big: { source: 'exports.main = async ({ bytes }) => "x".repeat(bytes);' },
  limited: { source: 'exports.main = async (_event, { memory_limit_in_mb, time_limit_in_ms, function_name }) => ({ memory_limit_in_mb, time_limit_in_ms, function_name });', declaration: { memoryMegabytes: 128, timeoutSeconds: 7 } },
});

const failed = (text: string) => ({ error: { errCode: -504002, errMsg: expect.stringContaining(`errCode: -504002 functions execute fail | errMsg: ${text}`) as unknown } });
const gives = (kind: string) => () => call('gives', { kind });
const throws = (kind: string) => () => call('throws', { kind });
const USER = { userInfo: { appId: 'wxlinyuanlocal', openId: 'oAlice' } };

runScenarios('function: calls', [
  localScenario('the event arrives as it was sent, with who calls', CALL, () => call('echo', { a: [1, null, '邻愿'], b: { c: true } }), { a: [1, null, '邻愿'], b: { c: true }, ...USER }),
  localScenario('an event with names of prototypes is only data', JSON_RULES, async () => {
    const body = '{"__proto__":{"admin":true},"constructor":1,"toString":2}';
    const answer = await fetch(`${running().url}/functions/echo`, { method: 'POST', body, headers: { 'x-openid': 'oAlice' } });
    const { result } = (await answer.json()) as { result: Record<string, unknown> };
    return [Object.keys(result).sort(), ({} as Record<string, unknown>).admin];
  }, [['__proto__', 'constructor', 'toString', 'userInfo'], undefined]),
  localScenario('a client cannot say who it is', CONTEXT, () => call('echo', { userInfo: { openId: 'oMallory' } }), USER),
  localScenario('a result of undefined arrives as null', JSON_RULES, gives('nothing'), null),
  localScenario('a result of null arrives as null', JSON_RULES, gives('nil'), null),
  localScenario('a result of false arrives as false', JSON_RULES, gives('no'), false),
  localScenario('a result of 0 arrives as 0', JSON_RULES, gives('number'), 0),
  localScenario('a text arrives as text', JSON_RULES, gives('text'), '邻愿'),
  localScenario('a date arrives as its text', JSON_RULES, gives('date'), '1970-01-01T00:00:00.000Z'),
  localScenario('a buffer arrives as its JSON', JSON_RULES, gives('buffer'), { type: 'Buffer', data: [97, 98] }),
  localScenario('a map arrives empty', JSON_RULES, gives('map'), {}),
  localScenario('a NaN arrives as null', JSON_RULES, gives('nan'), null),
  localScenario('a function arrives as null', JSON_RULES, gives('callable'), null),
  localScenario('undefined inside a result goes away, or becomes null in a list', JSON_RULES, gives('holes'), { b: [null, null] }),
  localScenario('a result with a circle fails the call', JSON_RULES, gives('circle'), failed('TypeError: Converting circular structure to JSON')),
  localScenario('a BigInt fails the call', JSON_RULES, gives('bigint'), failed('TypeError: Do not know how to serialize a BigInt')),
  localScenario('a toJSON that throws fails the call', JSON_RULES, gives('thrower'), failed('Error: no JSON')),
  localScenario('a function need not be async', CALL, () => call('plain'), 'not a promise'),
  localScenario('an error that is thrown is told with its type and text', CALL, throws('error'), failed('TypeError: wrong')),
  localScenario('a thrown text is told', CALL, throws('text'), failed('a text')),
  localScenario('a thrown undefined is told', CALL, throws('nothing'), failed('undefined')),
  localScenario('a thrown null is told', CALL, throws('nil'), failed('null')),
  localScenario('a thrown object is told', CALL, throws('object'), failed('{ code: 7 }')),
  localScenario('a thrown number is told', CALL, throws('number'), failed('42')),
  localScenario('a bundle that is no JavaScript fails every call', CALL, () => call('broken'), failed('')),
  localScenario('a bundle whose module scope throws fails every call', CALL, async () => [await call('failing'), await call('failing')], [failed('Error: module scope failed'), failed('Error: module scope failed')]),
  localScenario('a bundle without main fails every call', CALL, () => call('headless'), failed('Error: the bundle does not export main')),
  localScenario('its context tells the limits of the declaration', LIMITS, () => call('limited'), { memory_limit_in_mb: 128, time_limit_in_ms: 7000, function_name: 'limited' }),

  localScenario('getWXContext of a client call', CONTEXT, async () => ((await call('who')) as { context: unknown }).context, {
    OPENID: 'oAlice', APPID: 'wxlinyuanlocal', ENV: 'linyuan-local', SOURCE: 'wx_client', CLIENTIP: '127.0.0.1',
  }),
  localScenario('getWXContext hides the token of the call', bySdk('wx-server-sdk index.js:2945'), async () => Object.keys(((await call('who')) as { context: object }).context).filter((key) => key.includes('TOKEN')), []),
  localScenario('the environment is the declared one and that of the cloud, nothing of the machine', LIMITS, async () => {
    const keys = Object.keys((await call('envs')) as object).filter((key) => !/^(TENCENTCLOUD_|TCB_|WX_|SCF_)/.test(key));
    return keys.sort();
  }, ['LINYUAN_CLOCK_OFFSET_MS', 'LINYUAN_ID_SECRET', 'TZ']),
  localScenario('the clock of a function is in UTC', byMeasurement('new Date() in a cloud function is UTC'), async () => ((await call('envs')) as { TZ: string }).TZ, 'UTC'),

  localScenario('a client may not call what the invoke rules forbid', byDocument('docs.cloudbase.net: invoke rules of functions'), () => call('hidden'), { error: { errCode: -501023, errMsg: expect.stringContaining('permission denied') as unknown } }),
  localScenario('another function may', CALL, async () => ((await call('calls', { name: 'hidden', data: { a: 1 } })) as { event: unknown }).event, { a: 1 }),
  localScenario('SOURCE of a nested call tells both', CONTEXT, async () => ((await call('calls', { name: 'hidden', data: {} })) as { SOURCE: string }).SOURCE, 'wx_client,scf'),
  localScenario('OPENID goes along with a nested call', CONTEXT, async () => ((await call('calls', { name: 'hidden', data: {} }, 'oBob')) as { OPENID: string }).OPENID, 'oBob'),
  localScenario('a nested call without data has an empty event', bySdk('@cloudbase/node-sdk functions/index.js:62'), async () => ((await call('calls', { name: 'hidden' })) as { event: unknown }).event, {}),
  localScenario('a nested call of an unknown function', byMeasurement('errCode -1, code FUNCTION_NOT_FOUND'), () => call('calls', { name: 'nowhere', data: {} }), {
    errCode: -1, code: 'FUNCTION_NOT_FOUND', errMsg: expect.stringContaining('FunctionName parameter could not be found') as unknown,
  }),
  localScenario('a nested call that throws', bySdk('wx-server-sdk callFunction: errCode -1, code survives'), () => call('calls', { name: 'throws', data: { kind: 'error' } }), {
    errCode: -1, code: 'FUNCTIONS_EXECUTE_FAIL', errMsg: expect.stringContaining('TypeError: wrong') as unknown,
  }),
  localScenario('names of object properties are no functions', CALL, async () => {
    const errors = [];
    for (const name of ['constructor', '__proto__', 'toString']) errors.push((await call('calls', { name, data: {} }) as { code: string }).code);
    return errors;
  }, ['FUNCTION_NOT_FOUND', 'FUNCTION_NOT_FOUND', 'FUNCTION_NOT_FOUND']),

  localScenario('an event of a client over 100 KB is refused', LIMITS, () => call('echo', { text: 'x'.repeat(100 * 1024) }), { error: { errCode: -501007, errMsg: expect.stringContaining('EXCEED_MAX_PAYLOAD_SIZE') as unknown } }),
  localScenario('an event of a client just under 100 KB arrives', LIMITS, async () => ((await call('echo', { text: 'x'.repeat(100 * 1024 - 200) })) as { text: string }).text.length, 100 * 1024 - 200),
  localScenario('an event between functions may have 5 MB', LIMITS, () => call('calls', { name: 'echo', data: {}, times: 5_000_000 }), { kept: expect.any(Number) as unknown }),
  localScenario('an event between functions over 6 MB is refused', LIMITS, () => call('calls', { name: 'echo', data: {}, times: 6_300_000 }), { errCode: -1, code: 'EXCEED_MAX_PAYLOAD_SIZE', errMsg: expect.anything() as unknown }),
  localScenario('a result to a client over 1 MB is refused', LIMITS, () => call('big', { bytes: 1024 * 1024 }), { error: { errCode: -604001, errMsg: expect.stringContaining('1 MB') as unknown } }),
  localScenario('a result to a client just under 1 MB arrives', LIMITS, async () => ((await call('big', { bytes: 1024 * 1024 - 10 })) as string).length, 1024 * 1024 - 10),
  localScenario('a result to a function may have 5 MB', LIMITS, async () => ((await call('calls', { name: 'big', data: { bytes: 5_000_000 }, times: 1 })) as { kept: number }).kept, 5_000_002),
  localScenario('a result to a function over 6 MB is refused', LIMITS, () => call('calls', { name: 'big', data: { bytes: 6_400_000 } }), { errCode: -1, code: 'FUNCTIONS_EXECUTE_FAIL', errMsg: expect.anything() as unknown }),
]);
