import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { startConformance, type Conformance } from './support/cloud';
import { worldOf } from './support/stage';
import { answerWith, callbacks, cloudPay, ENVIRONMENT, ORDER, orderAndPay, triedTimes } from './support/pay';
import { heard, later, openapi, pause } from './support/wechat';
import type { World } from './support/scenario';

const FOLDER_PREFIX = join(tmpdir(), 'pay-kill-');

/** A cloud on disk, killed and started again as often as asked. */
async function onDisk(work: (start: (options?: object) => Promise<World>, kill: () => Promise<void>) => Promise<void>): Promise<void> {
  const data = mkdtempSync(FOLDER_PREFIX);
  let running: Conformance | undefined;
  const kill = async (): Promise<void> => {
    await running?.kill();
    running = undefined;
  };
  const start = async (options: object = {}): Promise<World> => {
    const cloud = await startConformance({ data, allowScans: true, ...options });
    running = cloud;
    return worldOf(cloud.sdk, (name) => name, cloud);
  };
  try {
    await work(start, kill);
  } finally {
    await kill();
  }
}

describe('a kill', () => {
  test('keeps orders, and a callback that was not answered goes on after it', () =>
    onDisk(async (start, kill) => {
      const before = await start();
      await answerWith(before, null, 1);
      await orderAndPay(before);
      await triedTimes(before, 1);
      await kill();
      const after = await start();
      expect(await cloudPay(after, 'queryOrder', { outTradeNo: ORDER.outTradeNo })).toMatchObject({ tradeState: 'SUCCESS' });
      await later(after, 15_000);
      expect(await triedTimes(after, 2)).toMatchObject([{ state: 'answered', attempts: 2 }]);
      expect(await heard(after, 2)).toHaveLength(2);
    }));

  test('before the first word of a payment loses nothing', () =>
    onDisk(async (start, kill) => {
      const before = await start({ payDelayMs: 60_000 });
      await orderAndPay(before);
      await kill();
      const after = await start();
      expect(await callbacks(after)).toMatchObject([{ state: 'waiting', attempts: 0 }]);
      await later(after, 60_000);
      expect(await triedTimes(after, 1)).toMatchObject([{ state: 'answered' }]);
    }));

  test('ends no refund too early and forgets none', () =>
    onDisk(async (start, kill) => {
      const before = await start({ payDelayMs: 60_000 });
      await orderAndPay(before);
      await cloudPay(before, 'refund', { outTradeNo: ORDER.outTradeNo, outRefundNo: 'R1', totalFee: 500, refundFee: 500, envId: ENVIRONMENT, functionName: 'payment' });
      await kill();
      const after = await start({ payDelayMs: 60_000 });
      expect(await cloudPay(after, 'queryRefund', { outRefundNo: 'R1' })).toMatchObject({ refundStatus_0: 'PROCESSING' });
      await later(after, 300_000);
      expect(await cloudPay(after, 'queryRefund', { outRefundNo: 'R1' })).toMatchObject({ refundStatus_0: 'SUCCESS' });
    }));

  test('leaves a media result that was on its way to be pushed', () =>
    onDisk(async (start, kill) => {
      const before = await start({ mediaDelayMs: 60_000 });
      const { traceId } = await openapi(before, 'security.mediaCheckAsync', { mediaUrl: 'https://example.com/risky.jpg', mediaType: 2, version: 2, openid: 'oAlice', scene: 1 });
      await kill();
      await pause(50);
      const after = await start();
      expect(await heard(after, 1)).toMatchObject([{ event: { trace_id: traceId, result: { suggest: 'risky' } } }]);
    }));

  test('keeps phone codes and CloudIDs for the rest of their five minutes', () =>
    onDisk(async (start, kill) => {
      const before = await start();
      const { code } = await before.local.control('phone-code', { openid: 'oAlice', phoneNumber: '13800138000' });
      const { cloudID } = await before.local.control('open-data', { openid: 'oAlice', kind: 'phone', data: { phoneNumber: '13800138000' } });
      await kill();
      const after = await start();
      expect(await openapi(after, 'phonenumber.getPhoneNumber', { code })).toMatchObject({ phoneInfo: { purePhoneNumber: '13800138000' } });
      expect((await after.sdk.getOpenData({ list: [String(cloudID)] })).list).toMatchObject([{ cloudID, data: { purePhoneNumber: '13800138000' } }]);
    }));
});
