import { byDocument, byMeasurement, localScenario, type World } from './support/scenario';
import { runScenarios } from './support/run-scenarios';
import { answerWith, atCashier, callbacks, cloudPay, MERCHANT, ORDER, order, orderAndPay, tradeState, triedTimes } from './support/pay';
import { arm, eventsOf, heard, heardExactly, later, pause } from './support/wechat';

const SECOND_MS = 1000;
const MINUTE_MS = 60 * SECOND_MS;
const HOUR_MS = 60 * MINUTE_MS;
/** 15s/15s/30s/3m/10m/20m/30m/30m/30m/60m/3h/3h/3h/6h/6h */
const PAUSES_MS = [15, 15, 30, 180, 600, 1200, 1800, 1800, 1800, 3600, 10_800, 10_800, 10_800, 21_600, 21_600].map((seconds) => seconds * SECOND_MS);

/** Tries again and again, moving the clock from one attempt to the next. */
async function exhaust(world: World, attempts: number): Promise<void> {
  await triedTimes(world, 1);
  for (let i = 1; i < attempts; i += 1) {
    await later(world, PAUSES_MS[i - 1] ?? 0);
    await triedTimes(world, i + 1);
  }
}

runScenarios('the callback of a payment', [
  localScenario('carries the fields a real environment sends', byMeasurement('github: cloud function payment callbacks of 2020, 2021, 2023'), async (world) => {
    await orderAndPay(world);
    const [call] = await heard(world, 1);
    return [call?.source, call?.openid, call?.event];
  }, ['wx_paycallback', 'oAlice', {
    appid: 'wxd2d16a504f24665e',
    bankType: 'OTHERS',
    cashFee: 500,
    feeType: 'CNY',
    isSubscribe: 'N',
    mchId: '1800008281',
    nonceStr: expect.stringMatching(/^[0-9a-f]{16}$/) as string,
    openid: expect.stringMatching(/^oP/) as string,
    outTradeNo: ORDER.outTradeNo,
    resultCode: 'SUCCESS',
    returnCode: 'SUCCESS',
    subAppid: 'wxlinyuanlocal',
    subIsSubscribe: 'N',
    subMchId: MERCHANT,
    subOpenid: 'oAlice',
    timeEnd: expect.stringMatching(/^20261120\d{6}$/) as string,
    totalFee: 500,
    tradeType: 'JSAPI',
    transactionId: expect.stringMatching(/^4200\d{24}$/) as string,
    userInfo: { appId: 'wxlinyuanlocal', openId: 'oAlice' },
  }]),
  localScenario('brings back what was attached to the order', byDocument('CloudPay.unifiedOrder: attach'), async (world) => {
    await orderAndPay(world, { attach: 'wish-1' });
    return eventsOf(await heard(world, 1)).map(({ attach }) => attach);
  }, ['wish-1']),
  localScenario('comes once when it is answered {errcode: 0}', byDocument('paymentCallback: errcode 0'), async (world) => {
    await orderAndPay(world);
    await triedTimes(world, 1);
    await later(world, 48 * HOUR_MS);
    return [(await heardExactly(world, 1)).length, (await callbacks(world)).map(({ state, attempts }) => [state, attempts])];
  }, [1, [['answered', 1]]]),
  ...([
    ['nothing', null],
    ['another errcode', { errcode: 1, errmsg: 'not now' }],
    ['the words of version 2', { return_code: 'SUCCESS', return_msg: 'OK' }],
    ['errcode as text', { errcode: '0' }],
    ['errCode with a capital', { errCode: 0, errMsg: 'ok' }],
    ['an exception', 'throw'],
  ] as const).map(([name, answer]) =>
    localScenario(`comes again when the answer is ${name}`, byDocument('paymentCallback: 必须返回 {errcode: 0, errmsg}'), async (world) => {
      await answerWith(world, answer, 1);
      await orderAndPay(world);
      const [before] = await triedTimes(world, 1);
      await later(world, 15 * SECOND_MS);
      const [after] = await triedTimes(world, 2);
      return [before?.state, after?.state];
    }, ['waiting', 'answered']),
  ),
  localScenario('does not come again before its time', byDocument('支付结果通知: 15s/15s/30s/3m…'), async (world) => {
    await answerWith(world, null, 9);
    await orderAndPay(world);
    await triedTimes(world, 1);
    await later(world, 14 * SECOND_MS);
    await pause(300);
    return (await callbacks(world)).map(({ attempts }) => attempts);
  }, [1]),
  localScenario('grows rarer, then stops after 24 hours and 4 minutes', byDocument('支付结果通知: 总计 24h4m'), async (world) => {
    await answerWith(world, null, 99);
    await orderAndPay(world);
    await exhaust(world, 16);
    await later(world, 48 * HOUR_MS);
    await pause(300);
    return [(await callbacks(world)).map(({ state, attempts }) => [state, attempts]), PAUSES_MS.reduce((sum, ms) => sum + ms, 0) / MINUTE_MS, await tradeState(world)];
  }, [[['givenUp', 16]], 24 * 60 + 4, 'SUCCESS']),
  localScenario('is the same each time', byDocument('支付结果通知: 同样的通知可能会多次发送'), async (world) => {
    await answerWith(world, null, 1);
    await orderAndPay(world);
    await exhaust(world, 2);
    const [first, second] = eventsOf(await heard(world, 2));
    return JSON.stringify(first) === JSON.stringify(second);
  }, true),
  localScenario('never comes when the environment is another one', byMeasurement('developers.weixin.qq.com 000a641b5b08a08cb6abf525751400'), async (world) => {
    await orderAndPay(world, { envId: 'somewhere-else' });
    await pause(200);
    return [(await callbacks(world)).map(({ state }) => state), await tradeState(world)];
  }, [['nowhere'], 'SUCCESS']),
  localScenario('is tried again when the function does not exist', byDocument('paymentCallback: 异常时支付回调会持续重试'), async (world) => {
    await orderAndPay(world, { functionName: 'nobody' });
    return (await triedTimes(world, 1)).map(({ state, attempts }) => [state, attempts]);
  }, [['waiting', 1]]),
  localScenario('does not come for a payment that was cancelled', byDocument('wxcloudrun callback: 只有用户支付成功时才会有结果回调'), async (world) => {
    await order(world);
    await atCashier(world, { outcome: 'cancelled' });
    await pause(200);
    return callbacks(world);
  }, []),
  localScenario('comes from nobody but the payment: clients are refused', byDocument('DESIGN.md 2: invoke rules'), async (world) => (await world.local.call('payment', { returnCode: 'SUCCESS' }, 'oMallory')).error?.errCode, -501023),
]);

runScenarios('callbacks of payments with faults', [
  localScenario('may be lost; the order tells the truth', byDocument('DESIGN.md 5: callback faults'), async (world) => {
    await arm(world, { callback: 'pay', mode: 'lost' });
    await orderAndPay(world);
    await later(world, 48 * HOUR_MS);
    await pause(200);
    return [(await callbacks(world)).map(({ state, attempts }) => [state, attempts]), await tradeState(world)];
  }, [[['lost', 0]], 'SUCCESS']),
  localScenario('may come twice although it was answered', byDocument('DESIGN.md 5: callback faults'), async (world) => {
    await arm(world, { callback: 'pay', mode: 'double' });
    await orderAndPay(world);
    const [first, second] = eventsOf(await heardExactly(world, 2));
    return JSON.stringify(first) === JSON.stringify(second);
  }, true),
  localScenario('may come late', byDocument('DESIGN.md 5: callback faults'), async (world) => {
    await arm(world, { callback: 'pay', mode: 'late', ms: HOUR_MS });
    await orderAndPay(world);
    await pause(200);
    const before = await world.collection().where({ kind: 'heard' }).count();
    await later(world, HOUR_MS);
    return [before.total, (await heard(world, 1)).length];
  }, [0, 1]),
  localScenario('may come out of order', byDocument('DESIGN.md 5: callback faults'), async (world) => {
    await arm(world, { callback: 'pay', mode: 'reorder' });
    await orderAndPay(world);
    await pause(200);
    const before = (await callbacks(world)).map(({ state }) => state);
    await orderAndPay(world, { outTradeNo: 'T2' });
    const numbers = eventsOf(await heardExactly(world, 2)).map(({ outTradeNo }) => outTradeNo);
    return [before, numbers.sort()];
  }, [['held'], ['T2', ORDER.outTradeNo]]),
  localScenario('may be forged with another amount, before the true one', byDocument('DESIGN.md 5: callback faults'), async (world) => {
    await arm(world, { callback: 'pay', mode: 'wrong' });
    await orderAndPay(world);
    const events = eventsOf(await heardExactly(world, 2));
    return [events.map(({ totalFee }) => totalFee).sort(), new Set(events.map(({ outTradeNo }) => outTradeNo)).size];
  }, [[1, 500], 1]),
  localScenario('may be forged for an order nobody made', byDocument('DESIGN.md 5: callback faults'), async (world) => {
    await arm(world, { callback: 'pay', mode: 'wrong', wrong: 'order' });
    await orderAndPay(world);
    const numbers = eventsOf(await heardExactly(world, 2)).map(({ outTradeNo }) => String(outTradeNo));
    const forged = numbers.find((number) => number !== ORDER.outTradeNo) ?? ORDER.outTradeNo;
    return [forged.length <= 32, (await cloudPay(world, 'queryOrder', { outTradeNo: forged })).errCodeDes];
  }, [true, 'order not exist']),
  localScenario('act as often as they say', byDocument('DESIGN.md 5: callback faults'), async (world) => {
    await arm(world, { callback: 'pay', mode: 'lost', times: 2 });
    for (const outTradeNo of ['L1', 'L2', 'L3']) await orderAndPay(world, { outTradeNo });
    return eventsOf(await heardExactly(world, 1)).map(({ outTradeNo }) => outTradeNo);
  }, ['L3']),
  localScenario('leave results of media alone', byDocument('DESIGN.md 5: callback faults'), async (world) => {
    await arm(world, { callback: 'media', mode: 'lost' });
    await orderAndPay(world);
    return (await heard(world, 1)).length;
  }, 1),
  ...([
    ['a mode nobody knows', { callback: 'pay', mode: 'slow' }, 'mode must be one of'],
    ['the terse form of media', { callback: 'pay', mode: 'terse' }, 'mode must be one of'],
    ['a wrong part nobody knows', { callback: 'pay', mode: 'wrong', wrong: 'payer' }, 'wrong must be one of'],
    ['a wrong part of a lost one', { callback: 'pay', mode: 'lost', wrong: 'amount' }, 'wrong must be one of'],
  ] as const).map(([name, rule, words]) =>
    localScenario(`refuse ${name}`, byDocument('devtools/local-cloud/README.md: faults'), (world) => arm(world, rule), expect.objectContaining({ error: { errMsg: expect.stringContaining(words) as string } })),
  ),
]);
