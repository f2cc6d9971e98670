import { refused, startConformance, type Conformance } from './support/cloud';

let cloud: Conformance;
beforeAll(async () => {
  cloud = await startConformance();
});
afterAll(() => cloud.close());
beforeEach(() => cloud.control('reset', { seed: 'empty' }));

const probe = async (event: object): Promise<unknown> => (await cloud.call('probe', event, 'oAlice')).result;
const notes = () => cloud.sdk.database().collection('notes');

async function heardEvents(count: number): Promise<Record<string, unknown>[]> {
  for (let attempt = 0; attempt < 100; attempt += 1) {
    const { data } = await notes().where({ kind: 'heard' }).get();
    if (data.length >= count) return data;
    await new Promise((resolve) => setTimeout(resolve, 30));
  }
  throw new Error(`fewer than ${count} events arrived`);
}

describe('text check', () => {
  test.each([
    ['你好', { suggest: 'pass', label: 100 }],
    ['这里有违禁内容', { suggest: 'risky', label: 20006 }],
    ['存疑的话', { suggest: 'review', label: 20006 }],
  ])('of %s', async (content, result) => {
    expect(await probe({ task: 'check', content })).toMatchObject({ errCode: 0, result, traceId: expect.any(String) as string });
  });

  test('takes 2500 characters and no more', async () => {
    expect(await probe({ task: 'check', content: '字'.repeat(2500) })).toMatchObject({ errCode: 0 });
    expect(await probe({ task: 'check', content: '字'.repeat(2501) })).toMatchObject({ errCode: 45002 });
  });

  test('needs the permission of the function', async () => {
    const { result } = await cloud.call('limited', { task: 'check', content: '你好' }, 'oAlice');
    expect(result).toMatchObject({ errCode: -604101 });
  });
});

describe('media check', () => {
  test('answers later, to the events function, in the form of WeChat', async () => {
    const reply = (await probe({ task: 'media', url: `${cloud.url}/storage/up/risky-1.jpg?sign=x` })) as { traceId: string };
    expect(reply).toMatchObject({ errCode: 0, traceId: expect.any(String) as string });
    const [event] = await heardEvents(1);
    expect(event).toMatchObject({
      source: 'wx_event',
      event: { MsgType: 'event', Event: 'wxa_media_check', appid: 'wxlinyuanlocal', trace_id: reply.traceId, version: 2, errcode: 0, result: { suggest: 'risky', label: 20006 } },
    });
  });

  test('can be lost or come twice', async () => {
    await cloud.control('faults', { rules: [{ callback: 'media', mode: 'lost' }, { callback: 'media', mode: 'double' }] });
    await probe({ task: 'media', url: `${cloud.url}/storage/lost.jpg` });
    const { traceId } = (await probe({ task: 'media', url: `${cloud.url}/storage/review.jpg` })) as { traceId: string };
    const events = await heardEvents(2);
    expect(events.map(({ event }) => (event as { trace_id: string }).trace_id)).toEqual([traceId, traceId]);
  });
});

describe('subscription messages', () => {
  const send = (thing: string): Promise<unknown> => probe({ task: 'send', openid: 'oBob', templateId: 'T1', thing });

  test('arrive once for each grant', async () => {
    expect(await send('一')).toMatchObject({ errCode: 43101 });
    await cloud.control('grants', { openid: 'oBob', templateId: 'T1', count: 1 });
    expect(await send('一')).toMatchObject({ errCode: 0 });
    expect(await send('二')).toMatchObject({ errCode: 43101 });
    expect(await cloud.control('inbox?openid=oBob')).toMatchObject({ messages: [{ templateId: 'T1', data: { thing1: { value: '一' } } }] });
    expect(await cloud.control('inbox?openid=oAlice')).toMatchObject({ messages: [] });
  });

  test('with a field too long cost no grant', async () => {
    await cloud.control('grants', { openid: 'oBob', templateId: 'T1' });
    expect(await send('字'.repeat(21))).toMatchObject({ errCode: 47003 });
    expect(await send('字'.repeat(20))).toMatchObject({ errCode: 0 });
  });
});

describe('what is not simulated yet fails loudly', () => {
  test('codes and payment', async () => {
    expect(await probe({ task: 'code' })).toMatchObject({ errCode: -604101 });
    expect((await refused(() => cloud.sdk.openapi.wxacode.getUnlimited({ scene: 'a' }))).errMsg).toContain('does not support openapi wxacode.getUnlimited');
    expect((await refused(() => cloud.sdk.cloudPay.unifiedOrder({ body: 'b' }))).errMsg).toContain('does not support wx.wxPayApi');
  });
});
