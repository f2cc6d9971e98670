import { byDocument, byMeasurement, bySdk, localScenario, type World } from './support/scenario';
import { runScenarios } from './support/run-scenarios';
import { later, openapi, openapiAs, refusedBy } from './support/wechat';

const PHONE = 'phonenumber.getPhoneNumber';
const MINUTE_MS = 60_000;
const watermark = { timestamp: expect.any(Number) as number, appid: 'wxlinyuanlocal' };

const codeOf = async (world: World, more: object = {}): Promise<unknown> => (await world.local.control('phone-code', { openid: 'oAlice', phoneNumber: '13800138000', ...more })).code;

runScenarios('phone numbers', [
  localScenario('a code becomes the number', byDocument('api_getphonenumber: phone_info'), async (world) => openapi(world, PHONE, { code: await codeOf(world) }), {
    phoneInfo: { phoneNumber: '13800138000', purePhoneNumber: '13800138000', countryCode: '86', watermark },
    errCode: 0,
    errMsg: 'openapi.phonenumber.getPhoneNumber:ok',
  }),
  localScenario('a foreign number is told with its country', byDocument('api_getphonenumber: 国外手机号会有区号'), async (world) => {
    const { phoneInfo } = await openapi(world, PHONE, { code: await codeOf(world, { phoneNumber: '4155550100', countryCode: '1' }) });
    return phoneInfo;
  }, { phoneNumber: '+1 4155550100', purePhoneNumber: '4155550100', countryCode: '1', watermark }),
  localScenario('a code is good once', byDocument('api_getphonenumber: 每个code只能使用一次'), async (world) => {
    const code = await codeOf(world);
    await openapi(world, PHONE, { code });
    return world.refusal(() => openapi(world, PHONE, { code }));
  }, refusedBy(PHONE, 40029, 'invalid code')),
  localScenario('a code is good for five minutes', byDocument('api_getphonenumber: code的有效期为5min'), async (world) => {
    const [early, late] = [await codeOf(world), await codeOf(world)];
    await later(world, 4 * MINUTE_MS);
    const { errCode } = await openapi(world, PHONE, { code: early });
    await later(world, 2 * MINUTE_MS);
    return [errCode, (await world.refusal(() => openapi(world, PHONE, { code: late }))).errCode];
  }, [0, 40029]),
  localScenario('a made-up code is refused', byMeasurement('developers.weixin.qq.com 40029 invalid code'), (world) => world.refusal(() => openapi(world, PHONE, { code: 'none' })), refusedBy(PHONE, 40029, 'invalid code')),
  localScenario('a code of somebody else is refused', byDocument('api_getphonenumber: openid 校验绑定关系'), async (world) => {
    const code = await codeOf(world);
    return (await world.refusal(() => openapi(world, PHONE, { code, openid: 'oBob' }))).errCode;
  }, 40029),
]);

const PHONE_DATA = { phoneNumber: '13800138000', purePhoneNumber: '13800138000', countryCode: '86', watermark };
const mint = async (world: World, kind = 'phone', data: object = { phoneNumber: '13800138000' }, openid = 'oAlice'): Promise<string> => String((await world.local.control('open-data', { openid, kind, data })).cloudID);
const asAlice = async (world: World, event: object): Promise<unknown> => (await world.local.call('probe', event, 'oAlice')).result;
const openData = (world: World, list: readonly string[]): Promise<unknown> => asAlice(world, { task: 'openData', list });

runScenarios('open data', [
  localScenario('getOpenData gives the phone number of an id', bySdk('wx-server-sdk/index.js:2086 getOpenData'), async (world) => {
    const id = await mint(world);
    const { list, errMsg, errCode } = (await world.sdk.getOpenData({ list: [id] })) as { list: unknown; errMsg?: unknown; errCode?: unknown };
    return [list, errMsg, errCode, id.length > 40];
  }, [[{ cloudID: expect.any(String) as string, data: PHONE_DATA }], 'getOpenData:ok', 0, true]),
  localScenario('the id of a group', byDocument('wx.getGroupEnterInfo: opengid'), async (world) => openData(world, [await mint(world, 'group', { opengid: 'tGroup1' })]), [{ cloudID: expect.any(String) as string, data: { opengid: 'tGroup1', watermark } }]),
  localScenario('the steps of a person', byDocument('Cloud.getOpenData'), async (world) => openData(world, [await mint(world, 'run', { stepInfoList: [{ timestamp: 1571673600, step: 9103 }] })]), [
    { cloudID: expect.any(String) as string, data: { stepInfoList: [{ timestamp: 1571673600, step: 9103 }], watermark } },
  ]),
  localScenario('items come in the order of the ids, a wrong one spoils only itself', byDocument('Cloud.getOpenData: 一一对应'), async (world) => {
    const id = await mint(world);
    return openData(world, ['none', id]);
  }, [{ cloudID: 'none', errCode: -601005, errMsg: 'invalid cloudID.' }, { cloudID: expect.any(String) as string, data: PHONE_DATA }]),
  localScenario('an id runs out after five minutes', byDocument('get-wechat-open-data: cloudID expired.'), async (world) => {
    const id = await mint(world);
    await later(world, 5 * MINUTE_MS + 1000);
    return openData(world, [id]);
  }, [{ cloudID: expect.any(String) as string, errCode: -601006, errMsg: 'cloudID expired.' }]),
  localScenario('an id of somebody else is not told', bySdk('wx-server-sdk/index.js:3149 -601007'), async (world) => openData(world, [await mint(world, 'phone', { phoneNumber: '13800138000' }, 'oBob')]), [
    { cloudID: expect.any(String) as string, errCode: -601007, errMsg: 'cloudID and calling user does not match.' },
  ]),
  localScenario('no ids, no data', bySdk('wx-server-sdk/index.js:2086 getOpenData'), (world) => openData(world, []), []),
  localScenario('an id at the top of an event is replaced by its data', byDocument('Cloud.CloudID'), async (world) => {
    const cloudID = await mint(world);
    return asAlice(world, { task: 'event', phone: { cloudID } });
  }, expect.objectContaining({ phone: { cloudID: expect.any(String) as string, data: PHONE_DATA } })),
  localScenario('an id deeper in an event becomes its text', byDocument('Cloud.CloudID: 非顶层字段不会被替换'), async (world) => {
    const cloudID = await mint(world);
    const { form } = (await asAlice(world, { task: 'event', form: { phone: { cloudID }, list: [{ cloudID }] } })) as { form: unknown };
    return [form, cloudID].map((value) => JSON.stringify(value).replaceAll(cloudID, 'ID'));
  }, ['{"phone":"ID","list":["ID"]}', '"ID"']),
  localScenario('five ids of an event are replaced, no more', byDocument('get-wechat-open-data: 最多可替换 5 个'), async (world) => {
    const ids = await Promise.all(Array.from({ length: 6 }, () => mint(world)));
    const event = (await asAlice(world, { task: 'event', ...Object.fromEntries(ids.map((cloudID, i) => [`id${i}`, { cloudID }])) })) as Record<string, unknown>;
    return ids.map((_, i) => typeof event[`id${i}`]);
  }, ['object', 'object', 'object', 'object', 'object', 'string']),
  localScenario('an id that ran out is told so in the event', byDocument('get-wechat-open-data: 过期 cloudID'), async (world) => {
    const cloudID = await mint(world);
    await later(world, 6 * MINUTE_MS);
    return asAlice(world, { task: 'event', phone: { cloudID } });
  }, expect.objectContaining({ phone: { cloudID: expect.any(String) as string, errCode: -601006, errMsg: 'cloudID expired.' } })),
  localScenario('an object with more fields is left alone', byDocument('Cloud.CloudID'), (world) => asAlice(world, { task: 'event', note: { cloudID: 'x', more: 1 } }), expect.objectContaining({ note: { cloudID: 'x', more: 1 } })),
  localScenario('the openapi of the same name wants the person', byDocument('api_getopendata'), async (world) => {
    const id = await mint(world);
    const { dataList } = await openapi(world, 'cloudbase.getOpenData', { openid: 'oAlice', cloudidList: [id] });
    return [dataList, await world.refusal(() => openapi(world, 'cloudbase.getOpenData', { cloudidList: [id] }))];
  }, [[{ cloudId: expect.any(String) as string, json: { cloudID: expect.any(String) as string, data: PHONE_DATA } }], refusedBy('cloudbase.getOpenData', 40003, 'invalid openid')]),
  localScenario('a kind nobody knows is not minted', byDocument('devtools/local-cloud/README.md: open-data'), (world) => world.local.control('open-data', { openid: 'oAlice', kind: 'address', data: {} }), expect.objectContaining({ error: { errMsg: 'kind must be one of phone, group, run' } })),
]);

const limited = async (world: World, api: string): Promise<unknown> => (await world.local.call('limited', { task: 'openapi', api, args: {} }, 'oAlice')).result;

runScenarios('openapi', [
  ...['security.msgSecCheck', 'security.mediaCheckAsync', 'subscribeMessage.send', 'wxacode.getUnlimited', 'phonenumber.getPhoneNumber'].map((api) =>
    localScenario(`${api} needs the permission of the function: -604101`, byDocument('permissions.openapi'), (world) => limited(world, api), { errCode: -604101, errMsg: 'system error: error code: -604101' }),
  ),
  localScenario('a name WeChat does not have: -604100', bySdk('wx-server-sdk/index.js:3168 -604100 API not found'), (world) => world.refusal(() => openapi(world, 'weather.forecast', {})), { errCode: -604100, errMsg: 'system error: error code: -604100' }),
  localScenario('one it has and the local cloud lacks says so', byDocument('devtools/local-cloud/README.md: gaps'), (world) => world.refusal(() => openapi(world, 'ocr.idcard', { type: 'photo' })), expect.objectContaining({ errCode: -501007, errMsg: expect.stringContaining('does not support openapi ocr.idcard') as string })),
  localScenario('also inside of a function that may call it', byDocument('devtools/local-cloud/README.md: gaps'), (world) => openapiAs(world, 'oAlice', 'ocr.idcard', {}), expect.objectContaining({ errCode: -501007 })),
  ...([['getVoIPSign', 'ApiVoipSign'], ['getCloudCallSign', 'GetCloudCallSign']] as const).map(([name, api]) =>
    localScenario(`cloud.${name} is refused with a message`, byDocument('devtools/local-cloud/README.md: gaps'), (world) => {
      const call = (world.sdk as unknown as Record<string, (args: object) => Promise<unknown>>)[name];
      return world.refusal(() => call?.({ groupId: 'g', timestamp: 1, nonce: 'n', openidList: ['oAlice'] }) ?? Promise.resolve());
    }, expect.objectContaining({ errMsg: expect.stringContaining(`does not support ${api}`) as string })),
  ),
  localScenario('field names go out in snake case and come back in camel case', bySdk('wx-server-sdk/index.js:2400 convertCase'), async (world) => {
    const reply = await openapi(world, 'security.msgSecCheck', { openid: 'oAlice', scene: 1, version: 2, content: 'x' });
    return Object.keys(reply).sort();
  }, ['detail', 'errCode', 'errMsg', 'result', 'traceId']),
  localScenario('bytes that are no protobuf are refused, and the cloud goes on', bySdk('@cloudbase/node-sdk/dist/wx/index.js:84'), async (world) => {
    const form = new FormData();
    for (const [name, value] of Object.entries({ action: 'wx.openApi', apiName: 'security.msgSecCheck' })) form.append(name, value);
    form.append('requestData', new Blob([Buffer.from([0xff, 0xff, 0xff, 0x01, 0x7f])], { type: 'application/octet-stream' }), 'data');
    const reply = (await (await fetch(`${world.local.url}/admin?env=linyuan-local`, { method: 'POST', body: form })).json()) as { code: string };
    const { errCode } = await openapi(world, 'security.msgSecCheck', { openid: 'oAlice', scene: 1, version: 2, content: 'x' });
    return [reply.code, errCode];
  }, ['INVALID_PARAM', 0]),
]);
