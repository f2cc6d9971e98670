import { gunzipSync } from 'node:zlib';
import { byDocument, localScenario, type World } from './support/scenario';
import { runScenarios } from './support/run-scenarios';
import { cloudPay, MERCHANT, ORDER, order, orderAndPay } from './support/pay';
import { later } from './support/wechat';

const DAY = '20261120';
const HOUR_MS = 3_600_000;
const bill = (world: World, change: object = {}) => cloudPay(world, 'downloadBill', { billDate: DAY, ...change });
const linesOf = async (world: World, change: object = {}): Promise<string[]> => String((await bill(world, change)).data).split('\r\n');

/** Two paid orders, one of them partly refunded, one unpaid; then the next day at ten. */
async function trade(world: World): Promise<void> {
  await orderAndPay(world);
  await orderAndPay(world, { outTradeNo: 'T2', totalFee: 1, body: '一分,钱' });
  await order(world, { outTradeNo: 'T3' });
  await cloudPay(world, 'refund', { outTradeNo: ORDER.outTradeNo, outRefundNo: 'R1', totalFee: 500, refundFee: 200 });
  await later(world, 24.5 * HOUR_MS);
}

const HEAD = '交易时间,公众账号ID,商户号,特约商户号,设备号,微信订单号,商户订单号,用户标识,交易类型,交易状态,付款银行,货币种类,应结订单金额,代金券金额';
const SUMMARY = '总交易单数,应结订单总金额,退款总金额,充值券退款总金额,手续费总金额,订单总金额,申请退款总金额';
const fails = (name: string, change: object, after: number, returnMsg: string, errorCode: string) =>
  localScenario(name, byDocument('downloadbill: 错误码'), async (world) => {
    await orderAndPay(world);
    await later(world, after);
    return bill(world, change);
  }, expect.objectContaining({ returnCode: 'FAIL', returnMsg, errorCode, errCode: 0 }));

runScenarios('downloadBill', [
  localScenario('is a table with a sum below', byDocument('downloadbill: 明细数据表头、明细数据内容、汇总数据表头、汇总数据'), async (world) => {
    await trade(world);
    const lines = await linesOf(world);
    return [lines[0], lines.length, lines.at(-3), lines.at(-2), lines.at(-1)];
  }, [
    `${HEAD},微信退款单号,商户退款单号,退款金额,充值券退款金额,退款类型,退款状态,商品名称,商户数据包,手续费,费率,订单金额,申请退款金额,费率备注`,
    7,
    SUMMARY,
    '`3,`5.01,`2.00,`0.00,`0.01806,`5.01,`2.00',
    '',
  ]),
  localScenario('carries a backtick before every value, amounts in yuan', byDocument('downloadbill: 每个字段前会增加1个字符 `'), async (world) => {
    await trade(world);
    const cells = String((await linesOf(world)).find((line) => line.includes(ORDER.outTradeNo) && line.includes('`SUCCESS,'))).split(',');
    return [cells.every((cell) => cell.startsWith('`')), cells.length, cells[3], cells[6], cells[7], cells[12], cells[24]];
  }, [true, 27, `\`${MERCHANT}`, `\`${ORDER.outTradeNo}`, '`oAlice', '`5.00', '`5.00']),
  localScenario('keeps a comma of the words out of the columns', byDocument('downloadbill: 字段使用英文逗号间隔'), async (world) => {
    await trade(world);
    const line = String((await linesOf(world)).find((each) => each.includes('`T2,')));
    return [line.split(',').length, line.includes('`一分，钱')];
  }, [27, true]),
  localScenario('SUCCESS holds the payments only', byDocument('downloadbill: bill_type SUCCESS'), async (world) => {
    await trade(world);
    const lines = await linesOf(world, { billType: 'SUCCESS' });
    return [lines[0], lines.length, lines.at(-2)];
  }, [`${HEAD},商品名称,商户数据包,手续费,费率,订单金额,费率备注`, 6, '`2,`5.01,`0.00,`0.00,`0.03006,`5.01,`0.00']),
  localScenario('REFUND holds the refunds only, with their times', byDocument('downloadbill: bill_type REFUND'), async (world) => {
    await trade(world);
    const lines = await linesOf(world, { billType: 'REFUND' });
    return [lines[0], lines.length, lines[1]?.includes('`R1,`2.00')];
  }, [`${HEAD},退款申请时间,退款成功时间,微信退款单号,商户退款单号,退款金额,充值券退款金额,退款类型,退款状态,商品名称,商户数据包,手续费,费率,订单金额,申请退款金额,费率备注`, 5, true]),
  localScenario('GZIP gives the same, packed', byDocument('downloadbill: tar_type GZIP'), async (world) => {
    await trade(world);
    const { data } = await bill(world, { tarType: 'GZIP' });
    return gunzipSync(data as Buffer).toString() === (await linesOf(world)).join('\r\n');
  }, true),
  localScenario('days are those of China', byDocument('downloadbill: bill_date'), async (world) => {
    await world.local.control('clock', { set: '2026-11-20T16:30:00Z' });
    await orderAndPay(world);
    await later(world, 34 * HOUR_MS);
    return [(await bill(world)).returnMsg, (await linesOf(world, { billDate: '20261121' })).length];
  }, ['No Bill Exist', 5]),
  localScenario('another merchant has its own', byDocument('downloadbill: sub_mch_id'), async (world) => {
    await trade(world);
    return (await bill(world, { subMchId: '1900000110' })).returnMsg;
  }, 'No Bill Exist'),
  fails('there is none of today', {}, 0, 'No Bill Exist', '20002'),
  fails('there is none of a day without trade', { billDate: '20261119' }, 24.5 * HOUR_MS, 'No Bill Exist', '20002'),
  fails('it is still made before nine in the morning', {}, 20 * HOUR_MS, 'Bill Creating', '20003'),
  fails('it is kept for three months', {}, 100 * 24 * HOUR_MS, 'No Bill Exist', '20002'),
  fails('a date that is none is refused', { billDate: '2026-11' }, 0, 'invalid bill_date', '20001'),
  fails('a type nobody knows is refused', { billType: 'EVERYTHING' }, 0, 'invalid bill_type', '20001'),
]);
