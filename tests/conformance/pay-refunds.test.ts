import { byDocument, byMeasurement, localScenario, type World } from './support/scenario';
import { runScenarios } from './support/run-scenarios';
import { cloudPay, ENVIRONMENT, MERCHANT, ORDER, order, orderAndPay, payWire, refusedOrder, tradeState } from './support/pay';
import { eventsOf, heard, heardExactly, pause } from './support/wechat';
import type { Fields } from '../../devtools/local-cloud/sdk-types';

const OTHER_AMOUNTS = '订单金额或退款金额与之前请求不一致，请核实后再试';
const refund = (world: World, change: object = {}) => cloudPay(world, 'refund', { outTradeNo: ORDER.outTradeNo, outRefundNo: 'R1', totalFee: 500, refundFee: 200, ...change });
const queryRefund = (world: World, args: object = { outRefundNo: 'R1' }) => cloudPay(world, 'queryRefund', args);

async function done(world: World, outRefundNo = 'R1'): Promise<Fields> {
  for (let turn = 0; turn < 600; turn += 1) {
    const reply = await queryRefund(world, { outRefundNo });
    if (reply.refundStatus_0 === 'SUCCESS') return reply;
    await pause(25);
  }
  throw new Error('the refund was never done');
}

const refuses = (name: string, source: ReturnType<typeof byDocument>, change: object, description: string, before: (world: World) => Promise<unknown> = (world) => orderAndPay(world)) =>
  localScenario(name, source, async (world) => {
    await before(world);
    return refund(world, change);
  }, refusedOrder('refund', description));

runScenarios('refund', [
  localScenario('is accepted at once', byDocument('wxcloudrun refund: 出参数据'), async (world) => {
    await orderAndPay(world);
    return refund(world);
  }, expect.objectContaining({
    returnCode: 'SUCCESS', resultCode: 'SUCCESS', outTradeNo: ORDER.outTradeNo, outRefundNo: 'R1', refundId: expect.stringMatching(/^503\d+$/) as string,
    refundFee: 200, totalFee: 500, cashFee: 500, cashRefundFee: 200, couponRefundFee: 0, couponRefundCount: 0, errCode: 0, errMsg: 'cloudPay.refund:ok',
  })),
  localScenario('is done a while later', byDocument('CloudPay.queryRefund: SUCCESS'), async (world) => {
    await orderAndPay(world);
    await refund(world);
    return (await done(world)).refundStatus_0;
  }, 'SUCCESS'),
  localScenario('turns the order into REFUND', byDocument('CloudPay.queryOrder: REFUND 转入退款'), async (world) => {
    await orderAndPay(world);
    const before = await tradeState(world);
    await refund(world);
    return [before, await tradeState(world)];
  }, ['SUCCESS', 'REFUND']),
  localScenario('the same number again is the same refund', byDocument('CloudPay.refund: 同一退款单号多次请求只退一笔'), async (world) => {
    await orderAndPay(world);
    const [first, second] = [await refund(world), await refund(world)];
    return [first.refundId === second.refundId, (await queryRefund(world, { outTradeNo: ORDER.outTradeNo })).refundCount];
  }, [true, 1]),
  localScenario('several make up the whole', byDocument('CloudPay.refund: 分多次退款'), async (world) => {
    await orderAndPay(world);
    const parts = [await refund(world), await refund(world, { outRefundNo: 'R2', refundFee: 300 })];
    return parts.map(({ resultCode }) => resultCode);
  }, ['SUCCESS', 'SUCCESS']),
  localScenario('finds the order by the number WeChat gave it', byDocument('CloudPay.refund: transaction_id'), async (world) => {
    await orderAndPay(world);
    const { transactionId } = await cloudPay(world, 'queryOrder', { outTradeNo: ORDER.outTradeNo });
    return (await refund(world, { outTradeNo: undefined, transactionId })).resultCode;
  }, 'SUCCESS'),
  refuses('the same number with another amount', byMeasurement('developers.weixin.qq.com 0002a44d3ccb50f17200b50de60000'), { refundFee: 100 }, OTHER_AMOUNTS, async (world) => {
    await orderAndPay(world);
    await refund(world);
  }),
  refuses('another total than the order has', byMeasurement('developers.weixin.qq.com 0004e2f901098838debecbc2e51000'), { totalFee: 400 }, OTHER_AMOUNTS),
  refuses('more than was paid', byDocument('CloudPay.refund: 申请退款总金额不能超过订单金额'), { refundFee: 501 }, '累计退款金额大于支付金额'),
  refuses('more than is left', byDocument('CloudPay.refund: 申请退款总金额不能超过订单金额'), { outRefundNo: 'R2', refundFee: 301 }, '累计退款金额大于支付金额', async (world) => {
    await orderAndPay(world);
    await refund(world);
  }),
  refuses('an unpaid order', byDocument('CloudPay.refund: TRADE_STATE_ERROR'), {}, '订单状态错误', (world) => order(world)),
  refuses('an order nobody made', byDocument('CloudPay.refund: ORDERNOTEXIST'), {}, '订单不存在', () => Promise.resolve()),
  refuses('what the merchant does not have', byDocument('CloudPay.refund: NOTENOUGH'), {}, '基本账户余额不足，请充值后重新发起', async (world) => {
    await orderAndPay(world);
    await world.local.control('pay', { merchantBalanceFen: 199 });
  }),
  localScenario('takes it from the balance of the merchant', byDocument('CloudPay.refund: NOTENOUGH'), async (world) => {
    await orderAndPay(world);
    await world.local.control('pay', { merchantBalanceFen: 200 });
    return [(await refund(world)).resultCode, (await world.local.control('pay')).merchantBalanceFen];
  }, ['SUCCESS', 0]),
  localScenario('the code of a refusal on the wire', byDocument('CloudPay.refund: NOTENOUGH'), async (world) => {
    await orderAndPay(world);
    await world.local.control('pay', { merchantBalanceFen: 0 });
    return (await payWire(world, 'refund', { out_trade_no: ORDER.outTradeNo, out_refund_no: 'R1', total_fee: 500, refund_fee: 1 })).err_code;
  }, 'NOTENOUGH'),
  ...([
    ['without a number', { outRefundNo: undefined }, '缺少参数out_refund_no'],
    ['an amount of nothing', { refundFee: 0 }, 'invalid refund_fee'],
    ['without the total', { totalFee: undefined }, '缺少参数total_fee'],
  ] as const).map(([name, change, returnMsg]) =>
    localScenario(name, byDocument('CloudPay.refund: 参数说明'), async (world) => {
      await orderAndPay(world);
      return refund(world, change);
    }, expect.objectContaining({ returnCode: 'FAIL', returnMsg })),
  ),
]);

runScenarios('queryRefund', [
  localScenario('tells each refund under its number', byDocument('CloudPay.queryRefund: refund_status_$n'), async (world) => {
    await orderAndPay(world);
    await refund(world);
    await refund(world, { outRefundNo: 'R2', refundFee: 300 });
    await done(world);
    await done(world, 'R2');
    return queryRefund(world, { outTradeNo: ORDER.outTradeNo });
  }, expect.objectContaining({
    resultCode: 'SUCCESS', outTradeNo: ORDER.outTradeNo, totalFee: 500, refundCount: 2, totalRefundCount: 2,
    outRefundNo_0: 'R1', refundFee_0: 200, refundStatus_0: 'SUCCESS', refundSuccessTime_0: expect.stringMatching(/^2026-11-20 09:41:\d\d$/) as string,
    outRefundNo_1: 'R2', refundFee_1: 300, refundStatus_1: 'SUCCESS',
  })),
  localScenario('sends the lists empty, as a real environment does', byMeasurement('developers.weixin.qq.com queryRefund 返回结果全是空数组'), async (world) => {
    await orderAndPay(world);
    await refund(world);
    const { outRefundNoList, refundIdList, refundFeeList, refundStatusList, refundSuccessTimeList } = await queryRefund(world);
    return [outRefundNoList, refundIdList, refundFeeList, refundStatusList, refundSuccessTimeList];
  }, [[], [], [], [], []]),
  localScenario('finds one by the number WeChat gave it', byDocument('CloudPay.queryRefund: refund_id'), async (world) => {
    await orderAndPay(world);
    await refund(world);
    const { refundId } = await refund(world, { outRefundNo: 'R2', refundFee: 1 });
    const { refundCount, outRefundNo_0: number } = await queryRefund(world, { refundId, outRefundNo: 'R1' });
    return [refundCount, number];
  }, [1, 'R2']),
  localScenario('gives ten at a time', byDocument('CloudPay.queryRefund: 分页查询'), async (world) => {
    await orderAndPay(world);
    for (let i = 0; i < 12; i += 1) await refund(world, { outRefundNo: `R${i}`, refundFee: 1 });
    const [first, rest] = [await queryRefund(world, { outTradeNo: ORDER.outTradeNo }), await queryRefund(world, { outTradeNo: ORDER.outTradeNo, offset: 10 })];
    return [first.refundCount, first.totalRefundCount, rest.refundCount, rest.outRefundNo_0];
  }, [10, 12, 2, 'R10']),
  localScenario('refuses an offset behind the last', byDocument('CloudPay.queryRefund: PARAM_ERROR'), async (world) => {
    await orderAndPay(world);
    await refund(world);
    return queryRefund(world, { outTradeNo: ORDER.outTradeNo, offset: 1 });
  }, refusedOrder('queryRefund', 'invalid offset')),
  localScenario('an order without a refund', byDocument('CloudPay.queryRefund: REFUNDNOTEXIST'), async (world) => {
    await orderAndPay(world);
    return [await queryRefund(world, { outTradeNo: ORDER.outTradeNo }), (await payWire(world, 'queryRefund', { out_refund_no: 'none' })).err_code];
  }, [refusedOrder('queryRefund', 'not exist'), 'REFUNDNOTEXIST']),
]);

const named = { envId: ENVIRONMENT, functionName: 'payment' };

runScenarios('callbacks of refunds', [
  localScenario('tell the named function', byDocument('pay.weixin.qq.com 退款结果通知'), async (world) => {
    await orderAndPay(world);
    await heard(world, 1);
    await refund(world, named);
    const calls = await heard(world, 2);
    const call = calls.find(({ event }) => (event as Fields).refundId !== undefined);
    return [call?.source, call?.openid, call?.event];
  }, ['wx_paycallback', 'oAlice', expect.objectContaining({
    returnCode: 'SUCCESS', outTradeNo: ORDER.outTradeNo, outRefundNo: 'R1', totalFee: 500, refundFee: 200, settlementRefundFee: 200, refundStatus: 'SUCCESS', subMchId: MERCHANT,
    refundRecvAccout: '支付用户零钱', refundAccount: 'REFUND_SOURCE_RECHARGE_FUNDS', refundRequestSource: 'API', successTime: expect.stringMatching(/^2026-11-20 09:41:\d\d$/) as string,
  })]),
  localScenario('are not sent when no function is named', byDocument('CloudPay.refund: functionName'), async (world) => {
    await orderAndPay(world);
    await heard(world, 1);
    await refund(world);
    await done(world);
    return eventsOf(await heardExactly(world, 1)).map(({ outRefundNo = null }) => outRefundNo);
  }, [null]),
]);
