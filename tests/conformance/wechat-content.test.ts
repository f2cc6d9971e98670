import { byDocument, byMeasurement, bySdk, localScenario, type World } from './support/scenario';
import { runScenarios } from './support/run-scenarios';
import { arm, eventsOf, heard, heardExactly, later, openapi, openapiAs, pause, refusedBy, visit } from './support/wechat';

const TEXT = 'security.msgSecCheck';
const MEDIA = 'security.mediaCheckAsync';
const IMAGE = 'security.imgSecCheck';
const text = { openid: 'oAlice', scene: 2, version: 2, content: '你好' };
const HOUR_MS = 3_600_000;

const refusesText = (name: string, source: ReturnType<typeof byDocument>, change: object, errCode: number, words: string) =>
  localScenario(name, source, (world) => world.refusal(() => openapi(world, TEXT, { ...text, ...change })), refusedBy(TEXT, errCode, words));

runScenarios('text check', [
  ...([
    ['plain words pass', '你好', { suggest: 'pass', label: 100 }],
    ['words with 违禁 are risky', '这里有违禁内容', { suggest: 'risky', label: 20006 }],
    ['words with 存疑 want a person', '存疑的话', { suggest: 'review', label: 20006 }],
  ] as const).map(([name, content, result]) =>
    localScenario(name, byDocument('api_msgseccheck: result.suggest'), (world) => openapi(world, TEXT, { ...text, content }), {
      result,
      detail: [{ strategy: 'content_model', errcode: 0, suggest: result.suggest, label: result.label, prob: 90 }],
      traceId: expect.stringMatching(/^[0-9a-f]{8}-[0-9a-f]{8}-[0-9a-f]{8}$/) as unknown,
      errCode: 0,
      errMsg: 'openapi.security.msgSecCheck:ok',
    }),
  ),
  localScenario('the title is looked at as well', byDocument('api_msgseccheck: title'), async (world) => (await openapi(world, TEXT, { ...text, title: '违禁' })).result, { suggest: 'risky', label: 20006 }),
  localScenario('2500 characters are taken', byDocument('api_msgseccheck: 2500 字'), async (world) => (await openapi(world, TEXT, { ...text, content: '字'.repeat(2500) })).errCode, 0),
  refusesText('2501 characters are too many', byDocument('api_msgseccheck: 2500 字'), { content: '字'.repeat(2501) }, 45002, 'content size out of limit'),
  refusesText('no content is refused', byDocument('api_msgseccheck: content 必填'), { content: '' }, 44991, 'empty content'),
  refusesText('no openid is refused', byDocument('api_msgseccheck: openid 必填'), { openid: '' }, 40003, 'invalid openid'),
  refusesText('another version is refused', byDocument('api_msgseccheck: version 2'), { version: 1 }, 40097, 'invalid args: only version 2 is supported'),
  refusesText('scenes go from 1 to 4', byDocument('api_msgseccheck: scene'), { scene: 5 }, 40097, 'invalid args: scene'),
  localScenario('a refusal is an Error with errCode and errMsg only', bySdk('wx-server-sdk/index.js:2454 CloudSDKError'), async (world) => {
    const error: unknown = await openapi(world, TEXT, { ...text, content: '' }).catch((reason: unknown) => reason);
    return [error instanceof Error, Object.keys(error as object).sort()];
  }, [true, ['errCode', 'errMsg']]),
  localScenario('somebody who was here within two hours may be checked', byDocument('api_msgseccheck: 近两小时访问过'), async (world) => {
    await visit(world, 'oAlice');
    await later(world, 2 * HOUR_MS - 60_000);
    return (await openapi(world, TEXT, text)).errCode;
  }, 0),
  localScenario('somebody who was here longer ago may not: 61010', byMeasurement('developers.weixin.qq.com 61010 code is expired rid'), async (world) => {
    await visit(world, 'oAlice');
    await later(world, 2 * HOUR_MS + 60_000);
    return world.refusal(() => openapi(world, TEXT, text));
  }, refusedBy(TEXT, 61010, 'code is expired')),
  localScenario('a new visit makes it right again', byDocument('api_msgseccheck: 近两小时访问过'), async (world) => {
    await visit(world, 'oAlice');
    await later(world, 3 * HOUR_MS);
    await visit(world, 'oAlice');
    return (await openapi(world, TEXT, text)).errCode;
  }, 0),
  localScenario('a function may check its caller, who is here right now', byDocument('api_msgseccheck: openid'), async (world) => await openapiAs(world, 'oBob', TEXT, { ...text, openid: 'oBob' }), expect.objectContaining({ errCode: 0 })),
  localScenario('a function may not check somebody who never was here', byDocument('api_msgseccheck: 近两小时访问过'), (world) => openapiAs(world, 'oBob', TEXT, { ...text, openid: 'oStranger' }), expect.objectContaining({ errCode: 61010 })),
  localScenario('too many within a minute answer 45009, the next minute is free', byMeasurement('developers.weixin.qq.com 45009 reach max api daily quota limit'), async (world) => {
    await world.local.control('quotas', { apiName: TEXT, perMinute: 2 });
    await openapi(world, TEXT, text);
    await openapi(world, TEXT, text);
    const refused = await world.refusal(() => openapi(world, TEXT, text));
    await later(world, 60_000);
    return [refused, (await openapi(world, TEXT, text)).errCode];
  }, [refusedBy(TEXT, 45009, 'reach max api daily quota limit'), 0]),
  localScenario('the quota of a day is not free in the next minute', byDocument('api_msgseccheck: 2,000,000 次/天'), async (world) => {
    await world.local.control('quotas', { apiName: TEXT, perDay: 1 });
    await openapi(world, TEXT, text);
    await later(world, 60_000);
    const refused = await world.refusal(() => openapi(world, TEXT, text));
    await later(world, 24 * HOUR_MS);
    return [refused.errCode, (await openapi(world, TEXT, text)).errCode];
  }, [45009, 0]),
]);

/** A picture in the storage, and a link to it. */
async function linkOf(world: World, path: string, bytes = Buffer.from('a picture')): Promise<string> {
  const { fileID } = await world.sdk.uploadFile({ cloudPath: path, fileContent: bytes });
  const { fileList } = await world.sdk.getTempFileURL({ fileList: [fileID] });
  return String(fileList[0]?.tempFileURL);
}

const media = { mediaType: 2, version: 2, openid: 'oAlice', scene: 1 };
const check = (world: World, mediaUrl: string) => openapi(world, MEDIA, { ...media, mediaUrl });
const pushed = (traceId: unknown, rest: object): unknown => expect.objectContaining({ MsgType: 'event', Event: 'wxa_media_check', appid: 'wxlinyuanlocal', trace_id: traceId, version: 2, ...rest });

const judges = (name: string, path: string, suggest: string) =>
  localScenario(name, byDocument('api_mediacheckasync: 异步检测结果推送'), async (world) => {
    await check(world, await linkOf(world, path));
    return eventsOf(await heard(world, 1)).map(({ result }) => (result as { suggest: string }).suggest);
  }, [suggest]);

runScenarios('media check', [
  judges('a plain picture passes', 'up/plain.jpg', 'pass'),
  judges('a picture with risky in its path is refused', 'up/risky-1.jpg', 'risky'),
  judges('a picture with review in its path wants a person', 'up/review-1.jpg', 'review'),
  localScenario('the call answers a trace id, the event brings it back', byDocument('api_mediacheckasync'), async (world) => {
    const reply = await check(world, await linkOf(world, 'up/risky.jpg'));
    const calls = await heard(world, 1);
    return [reply, calls[0]?.source, eventsOf(calls)[0]?.trace_id === reply.traceId, eventsOf(calls)[0]];
  }, [
    { traceId: expect.stringMatching(/^[0-9a-f]{8}(-[0-9a-f]{8}){2}$/) as unknown, errCode: 0, errMsg: 'openapi.security.mediaCheckAsync:ok' },
    'wx_event',
    true,
    pushed(expect.any(String), { FromUserName: 'oAlice', errcode: 0, errmsg: 'ok', result: { suggest: 'risky', label: 20006 }, detail: [{ strategy: 'content_model', errcode: 0, suggest: 'risky', label: 20006, prob: 90 }] }),
  ]),
  localScenario('a file that is not there has no verdict: -1008', byDocument('api_mediacheckasync: errcode -1008'), async (world) => {
    await check(world, `${world.local.url}/storage/up/nobody.jpg?sign=x&t=1`);
    return eventsOf(await heard(world, 1));
  }, [pushed(expect.any(String), { errcode: -1008, result: {} })]),
  localScenario('a link that ran out before WeChat came has no verdict', byDocument('api_mediacheckasync: media_url 需要保证可以被检测服务器下载'), async (world) => {
    const url = await linkOf(world, 'up/plain.jpg');
    await later(world, 3 * HOUR_MS);
    await check(world, url);
    return eventsOf(await heard(world, 1)).map(({ errcode }) => errcode);
  }, [-1008]),
  localScenario('a file over 10 MB has no verdict', byDocument('api_mediacheckasync: 单个文件大小不超过10M'), async (world) => {
    await check(world, await linkOf(world, 'up/large.jpg', Buffer.alloc(10 * 1024 * 1024 + 1)));
    return eventsOf(await heard(world, 1)).map(({ errcode }) => errcode);
  }, [-1008]),
  ...([
    ['an address that is none', { mediaUrl: 'cloud://a/b.jpg' }, 40097, 'invalid args: media_url'],
    ['a kind that is neither sound nor picture', { mediaUrl: 'https://example.com/a.jpg', mediaType: 3 }, 40097, 'invalid args: media_type'],
    ['no openid', { mediaUrl: 'https://example.com/a.jpg', openid: '' }, 40003, 'invalid openid'],
  ] as const).map(([name, change, errCode, words]) =>
    localScenario(`${name} is refused`, byDocument('api_mediacheckasync: 请求参数'), (world) => world.refusal(() => openapi(world, MEDIA, { ...media, ...change })), refusedBy(MEDIA, errCode, words)),
  ),
  localScenario('also asks for a visit within two hours', byDocument('api_mediacheckasync: openid'), async (world) => {
    await visit(world, 'oAlice');
    await later(world, 3 * HOUR_MS);
    return (await world.refusal(() => check(world, 'https://example.com/a.jpg'))).errCode;
  }, 61010),
]);

runScenarios('media results with faults', [
  localScenario('may be lost', byDocument('DESIGN.md 5: callback faults'), async (world) => {
    await arm(world, { callback: 'media', mode: 'lost' });
    await check(world, await linkOf(world, 'up/lost.jpg'));
    const { traceId } = await check(world, await linkOf(world, 'up/here.jpg'));
    return eventsOf(await heardExactly(world, 1)).map((event) => event.trace_id === traceId);
  }, [true]),
  localScenario('may come twice', byDocument('DESIGN.md 5: callback faults'), async (world) => {
    await arm(world, { callback: 'media', mode: 'double' });
    const { traceId } = await check(world, await linkOf(world, 'up/twice.jpg'));
    return eventsOf(await heardExactly(world, 2)).map((event) => event.trace_id === traceId);
  }, [true, true]),
  localScenario('may come late', byDocument('DESIGN.md 5: callback faults'), async (world) => {
    await arm(world, { callback: 'media', mode: 'late', ms: 600 });
    await check(world, await linkOf(world, 'up/late.jpg'));
    await pause(200);
    const before = await world.collection().where({ kind: 'heard' }).count();
    return [before.total, (await heard(world, 1)).length];
  }, [0, 1]),
  localScenario('may come out of order', byDocument('DESIGN.md 5: callback faults'), async (world) => {
    await arm(world, { callback: 'media', mode: 'reorder' });
    const first = await check(world, await linkOf(world, 'up/first.jpg'));
    const second = await check(world, await linkOf(world, 'up/second.jpg'));
    await heard(world, 1);
    await heardExactly(world, 2);
    const { data } = await world.collection().where({ kind: 'heard' }).orderBy('event.CreateTime', 'asc').get();
    return eventsOf(data).map((event) => (event.trace_id === first.traceId ? 'first' : event.trace_id === second.traceId ? 'second' : 'other')).sort();
  }, ['first', 'second']),
  localScenario('may name a trace id nobody knows', byDocument('DESIGN.md 5: callback faults'), async (world) => {
    await arm(world, { callback: 'media', mode: 'wrong' });
    const { traceId } = await check(world, await linkOf(world, 'up/wrong.jpg'));
    return eventsOf(await heardExactly(world, 1)).map((event) => event.trace_id === traceId);
  }, [false]),
  localScenario('may come in the terse form seen in 2025', byMeasurement('developers.weixin.qq.com 0002a2b26a09f883de245df686b000'), async (world) => {
    await arm(world, { callback: 'media', mode: 'terse' });
    await check(world, await linkOf(world, 'up/terse.jpg'));
    const [event] = eventsOf(await heard(world, 1));
    return [event?.result, event?.detail, 'errcode' in (event ?? {})];
  }, [{ suggest: 'pass', label: '100' }, [{ strategy: 'content_model', errcode: 0, suggest: 'pass', label: '100', prob: 90 }], false]),
]);

const picture = (value: Buffer, contentType = 'image/png') => ({ media: { contentType, value } });

runScenarios('picture check', [
  localScenario('a plain picture passes', byDocument('security.imgSecCheck'), (world) => openapi(world, IMAGE, picture(Buffer.from('plain'))), { errCode: 0, errMsg: 'openapi.security.imgSecCheck:ok' }),
  localScenario('a refused picture answers 87014', byDocument('security.imgSecCheck: 87014'), (world) => world.refusal(() => openapi(world, IMAGE, picture(Buffer.from('PNG risky')))), refusedBy(IMAGE, 87014, 'risky content')),
  localScenario('a picture over 1 MB is refused', byDocument('security.imgSecCheck: 1M'), (world) => world.refusal(() => openapi(world, IMAGE, picture(Buffer.alloc(1024 * 1024 + 1)))), expect.objectContaining({ errCode: 40006 })),
  localScenario('bytes that are no picture are refused', byDocument('security.imgSecCheck: media'), (world) => world.refusal(() => openapi(world, IMAGE, picture(Buffer.from('x'), 'text/plain'))), expect.objectContaining({ errCode: 40004 })),
  localScenario('a call without a picture is refused', byDocument('security.imgSecCheck: media'), (world) => world.refusal(() => openapi(world, IMAGE, {})), expect.objectContaining({ errCode: 41005 })),
]);
