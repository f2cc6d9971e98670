import { byDocument, byMeasurement, bySdk, localScenario, type World } from './support/scenario';
import { runScenarios } from './support/run-scenarios';
import { atCashier, cloudPay, cloudPayAs, ENVIRONMENT, MERCHANT, ORDER, order, orderAndPay, payWire, refusedOrder, tradeState } from './support/pay';
import { later } from './support/wechat';

const HOUR_MS = 3_600_000;
const SAME_NUMBER = '201 商户订单号重复';
const WIRE = { body: 'b', out_trade_no: 'W1', spbill_create_ip: '127.0.0.1', total_fee: 1, env_id: ENVIRONMENT, function_name: 'payment' };
const prepayOf = async (world: World, change: object = {}): Promise<unknown> => (await order(world, change)).prepayId;

const fails = (name: string, change: object, returnMsg: string, source = byDocument('CloudPay.unifiedOrder: 参数说明')) =>
  localScenario(name, source, (world) => order(world, change), expect.objectContaining({ returnCode: 'FAIL', returnMsg, errCode: 0 }));

runScenarios('unifiedOrder', [
  localScenario('answers what wx.requestPayment needs', byMeasurement('developers.weixin.qq.com 000a641b5b08a08cb6abf525751400'), (world) => order(world), {
    appid: 'wxd2d16a504f24665e',
    sign: expect.stringMatching(/^[0-9A-F]{32}$/) as string,
    payment: {
      appId: 'wxlinyuanlocal',
      timeStamp: expect.stringMatching(/^\d{10}$/) as string,
      nonceStr: expect.stringMatching(/^\w{16}$/) as string,
      package: expect.stringMatching(/^prepay_id=wx\w{34}$/) as string,
      signType: 'MD5',
      paySign: expect.stringMatching(/^[0-9A-F]{32}$/) as string,
    },
    returnCode: 'SUCCESS',
    returnMsg: 'OK',
    mchId: '1800008281',
    subAppid: 'wxlinyuanlocal',
    subMchId: MERCHANT,
    nonceStr: expect.any(String) as string,
    resultCode: 'SUCCESS',
    tradeType: 'JSAPI',
    prepayId: expect.stringMatching(/^wx\w{34}$/) as string,
    errCode: 0,
    errMsg: 'cloudPay.unifiedOrder:ok',
  }),
  localScenario('the same order again gives the same prepay id', byMeasurement('developers.weixin.qq.com 000c64738d08a0cab42e67a2550800'), async (world) => (await prepayOf(world)) === (await prepayOf(world)), true),
  localScenario('the same number with another amount is refused', byMeasurement('blog.csdn.net/jintu2010/article/details/51681307'), async (world) => {
    await order(world);
    return order(world, { totalFee: 501 });
  }, refusedOrder('unifiedOrder', SAME_NUMBER)),
  localScenario('the same number with other words is refused', byMeasurement('cnblogs.com/jiangxiaobo/p/9457334'), async (world) => {
    await order(world);
    return order(world, { body: '别的' });
  }, refusedOrder('unifiedOrder', SAME_NUMBER)),
  localScenario('the same number for another payer is refused', byMeasurement('developers.weixin.qq.com 201 商户订单号重复 sub_openid'), async (world) => {
    await order(world);
    return order(world, {}, 'oBob');
  }, refusedOrder('unifiedOrder', SAME_NUMBER)),
  localScenario('the same number at another merchant is another order', byDocument('CloudPay.unifiedOrder: 同一个商户号下唯一'), async (world) => {
    const first = await prepayOf(world);
    return [first === (await prepayOf(world, { subMchId: '1900000110', totalFee: 9 })), (await order(world, { subMchId: '1900000110', totalFee: 9 })).resultCode];
  }, [false, 'SUCCESS']),
  localScenario('a paid order is not taken again', byDocument('unifiedorder: ORDERPAID'), async (world) => {
    await orderAndPay(world);
    return order(world);
  }, refusedOrder('unifiedOrder', '该订单已支付')),
  localScenario('the number of a closed order is used up', byMeasurement('developers.weixin.qq.com 关闭订单后 201 商户订单号重复'), async (world) => {
    await order(world);
    await cloudPay(world, 'closeOrder', { outTradeNo: ORDER.outTradeNo });
    return order(world);
  }, refusedOrder('unifiedOrder', SAME_NUMBER)),
  localScenario('after two hours the prepay id is another one', byDocument('unifiedorder: prepay_id 有效期为2小时'), async (world) => {
    const first = await prepayOf(world);
    await later(world, 2 * HOUR_MS);
    return (await prepayOf(world)) === first;
  }, false),
  localScenario('the code of a refusal stands on the wire, the SDK writes 0 over it', bySdk('wx-server-sdk/index.js:1005 errCode: 0'), async (world) => {
    await payWire(world, 'unifiedOrder', WIRE);
    const { err_code: onWire } = await payWire(world, 'unifiedOrder', { ...WIRE, total_fee: 2 });
    const { errCode } = await cloudPay(world, 'unifiedOrder', { ...ORDER, outTradeNo: 'W1' });
    return [onWire, errCode];
  }, ['INVALID_REQUEST', 0]),
  localScenario('a process outside may name the payer', byDocument('CloudPay.unifiedOrder: subOpenid'), async (world) => {
    await cloudPay(world, 'unifiedOrder', { ...ORDER, subOpenid: 'oBob' });
    return (await atCashier(world, { openid: 'oBob' })).errMsg;
  }, 'requestPayment:ok'),
  localScenario('an order of a process outside that names nobody is paid by whoever comes', byDocument('devtools/local-cloud/README.md: POST /control/pay'), async (world) => {
    await cloudPay(world, 'unifiedOrder', ORDER);
    const { errMsg } = await atCashier(world, { openid: 'oCarol' });
    return [errMsg, (await cloudPay(world, 'queryOrder', { outTradeNo: ORDER.outTradeNo })).subOpenid];
  }, ['requestPayment:ok', 'oCarol']),
  localScenario('inside a function the payer is the caller, whatever the arguments say', byDocument('CloudPay: 私有安全链路'), async (world) => {
    await order(world, { subOpenid: 'oBob' });
    return (await atCashier(world, { openid: 'oAlice' })).errMsg;
  }, 'requestPayment:ok'),
  fails('without a merchant', { subMchId: '' }, '受理机构必须传入sub_mch_id', byMeasurement('developers.weixin.qq.com cloudpay.refund 受理机构必须传入sub_mch_id')),
  fails('without a number', { outTradeNo: undefined }, '缺少参数out_trade_no'),
  fails('a number over 32 characters', { outTradeNo: 'x'.repeat(33) }, 'invalid out_trade_no'),
  fails('a number with other characters', { outTradeNo: '订单1' }, 'invalid out_trade_no'),
  fails('without words', { body: '' }, '缺少参数body'),
  fails('words over 128 characters', { body: '字'.repeat(129) }, 'invalid body'),
  fails('an amount of nothing', { totalFee: 0 }, 'invalid total_fee'),
  fails('an amount in yuan', { totalFee: 0.01 }, 'invalid total_fee'),
  fails('an amount as text', { totalFee: '1' }, 'invalid total_fee'),
  fails('an address that is none', { spbillCreateIp: 'localhost' }, 'invalid spbill_create_ip'),
  fails('without an environment', { envId: undefined }, '缺少参数env_id'),
  fails('without a function', { functionName: undefined }, '缺少参数function_name'),
  fails('an end in the past', { timeExpire: '20200101000000' }, 'invalid time_expire'),
  fails('another way to pay', { tradeType: 'NATIVE' }, 'invalid trade_type'),
]);

runScenarios('the cashier', [
  localScenario('paying answers as wx.requestPayment does', byDocument('wx.requestPayment'), async (world) => {
    await order(world);
    return atCashier(world);
  }, { errMsg: 'requestPayment:ok', outTradeNo: ORDER.outTradeNo }),
  localScenario('the package of the payment names the order as well', byDocument('wx.requestPayment: package'), async (world) => {
    const { payment } = await order(world);
    return atCashier(world, { outTradeNo: undefined, packageId: (payment as { package: string }).package });
  }, { errMsg: 'requestPayment:ok', outTradeNo: ORDER.outTradeNo }),
  localScenario('going back leaves the order unpaid', byDocument('wx.requestPayment: fail cancel'), async (world) => {
    await order(world);
    return [await atCashier(world, { outcome: 'cancelled' }), await tradeState(world)];
  }, [{ errMsg: 'requestPayment:fail cancel', outTradeNo: ORDER.outTradeNo }, 'NOTPAY']),
  ...([
    ['somebody else', async () => undefined, { openid: 'oBob' }, '下单账号与支付账号不一致'],
    ['nobody', async () => undefined, { openid: undefined }, '下单账号与支付账号不一致'],
    ['who paid already', async (world: World) => void (await atCashier(world)), {}, '该订单已支付'],
    ['for a closed order', async (world: World) => void (await cloudPay(world, 'closeOrder', { outTradeNo: ORDER.outTradeNo })), {}, '订单已关闭'],
    ['with a prepay id over two hours old', async (world: World) => void (await later(world, 2 * HOUR_MS)), {}, '订单已过期'],
    ['for an order nobody made', async () => undefined, { outTradeNo: 'none' }, 'no such order'],
  ] as const).map(([name, before, change, words]) =>
    localScenario(`refuses to be paid by ${name}`, byDocument('wx.requestPayment: fail'), async (world) => {
      await order(world);
      await before(world);
      return atCashier(world, change);
    }, { error: { errMsg: expect.stringContaining(words) as string } }),
  ),
  localScenario('lists what a person has to pay', byDocument('devtools/local-cloud/README.md: GET /control/pay'), async (world) => {
    await order(world);
    await order(world, { outTradeNo: 'B1' }, 'oBob');
    const { orders } = (await world.local.control('pay?openid=oAlice')) as { orders: { outTradeNo: string; state: string; totalFeeFen: number }[] };
    return orders.map(({ outTradeNo, state, totalFeeFen }) => [outTradeNo, state, totalFeeFen]);
  }, [[ORDER.outTradeNo, 'NOTPAY', 500]]),
]);

const query = (world: World, args: object = { outTradeNo: ORDER.outTradeNo }) => cloudPay(world, 'queryOrder', args);

runScenarios('queryOrder', [
  localScenario('an unpaid order', byDocument('CloudPay.queryOrder: NOTPAY'), async (world) => {
    await order(world);
    return query(world);
  }, expect.objectContaining({ resultCode: 'SUCCESS', tradeState: 'NOTPAY', tradeStateDesc: '订单未支付', outTradeNo: ORDER.outTradeNo, totalFee: 500 })),
  localScenario('a paid order', byDocument('CloudPay.queryOrder: SUCCESS'), async (world) => {
    await orderAndPay(world, { attach: 'wish-1' });
    return query(world);
  }, expect.objectContaining({
    tradeState: 'SUCCESS', tradeStateDesc: '支付成功', subOpenid: 'oAlice', openid: expect.stringMatching(/^oP/) as string, tradeType: 'JSAPI', bankType: 'OTHERS', totalFee: 500, cashFee: 500, feeType: 'CNY',
    transactionId: expect.stringMatching(/^4200\d{24}$/) as string, attach: 'wish-1', timeEnd: expect.stringMatching(/^20261120\d{6}$/) as string, isSubscribe: 'N',
  })),
  localScenario('by the number WeChat gave it', byDocument('CloudPay.queryOrder: transaction_id'), async (world) => {
    await orderAndPay(world);
    const { transactionId } = await query(world);
    return (await query(world, { transactionId })).outTradeNo;
  }, ORDER.outTradeNo),
  localScenario('a closed order', byDocument('CloudPay.queryOrder: CLOSED'), async (world) => {
    await order(world);
    await cloudPay(world, 'closeOrder', { outTradeNo: ORDER.outTradeNo });
    return query(world);
  }, expect.objectContaining({ tradeState: 'CLOSED', tradeStateDesc: '订单已关闭' })),
  localScenario('an order that ran out', byDocument('CloudPay.unifiedOrder: timeExpire'), async (world) => {
    await order(world, { timeExpire: '20261120104100' });
    await later(world, HOUR_MS);
    return tradeState(world);
  }, 'CLOSED'),
  localScenario('an order nobody pays is closed after a week', byMeasurement('developers.weixin.qq.com 00004a95a90228ebc05c54dfb5bc00'), async (world) => {
    await order(world);
    await later(world, 6 * 24 * HOUR_MS);
    const before = await tradeState(world);
    await later(world, 24 * HOUR_MS);
    return [before, await tradeState(world)];
  }, ['NOTPAY', 'CLOSED']),
  localScenario('an order nobody made', byDocument('CloudPay.queryOrder: ORDERNOTEXIST'), (world) => query(world), refusedOrder('queryOrder', 'order not exist')),
  localScenario('its code on the wire', byDocument('orderquery: ORDERNOTEXIST'), async (world) => (await payWire(world, 'queryOrder', { out_trade_no: 'none' })).err_code, 'ORDERNOTEXIST'),
  localScenario('an order of another merchant', byDocument('CloudPay.queryOrder: subMchId'), async (world) => {
    await order(world);
    return query(world, { subMchId: '1900000110', outTradeNo: ORDER.outTradeNo });
  }, refusedOrder('queryOrder', 'order not exist')),
  localScenario('without any number', byDocument('CloudPay.queryOrder: 二选一'), (world) => query(world, {}), expect.objectContaining({ returnCode: 'FAIL', returnMsg: '缺少参数out_trade_no' })),
]);

const close = (world: World) => cloudPay(world, 'closeOrder', { outTradeNo: ORDER.outTradeNo });

runScenarios('closeOrder', [
  localScenario('closes an unpaid order', byDocument('CloudPay.closeOrder'), async (world) => {
    await order(world);
    return close(world);
  }, expect.objectContaining({ returnCode: 'SUCCESS', resultCode: 'SUCCESS', errMsg: 'cloudPay.closeOrder:ok' })),
  localScenario('a paid order stays', byDocument('CloudPay.closeOrder: ORDERPAID'), async (world) => {
    await orderAndPay(world);
    return [await close(world), await tradeState(world)];
  }, [refusedOrder('closeOrder', '该订单已支付'), 'SUCCESS']),
  localScenario('a closed order is closed', byDocument('CloudPay.closeOrder: ORDERCLOSED'), async (world) => {
    await order(world);
    await close(world);
    return close(world);
  }, refusedOrder('closeOrder', '该订单已关闭')),
  localScenario('an order nobody made', byDocument('CloudPay.closeOrder: ORDERNOTEXIST'), (world) => close(world), refusedOrder('closeOrder', 'order not exist')),
]);

runScenarios('cloudPay', [
  localScenario('needs no permission of the function', byDocument('CloudPay: 商户号绑定'), async (world) => {
    const { result } = await world.local.call('limited', { task: 'pay', method: 'queryOrder', args: { subMchId: MERCHANT, outTradeNo: 'none' } }, 'oAlice');
    return result;
  }, expect.objectContaining({ returnCode: 'SUCCESS', errMsg: 'cloudPay.queryOrder:ok' })),
  localScenario('a method the local cloud lacks says so', byDocument('devtools/local-cloud/README.md: gaps'), (world) => world.refusal(() => cloudPay(world, 'downloadFundflow' as 'downloadBill', {})), expect.objectContaining({ errCode: -501007, errMsg: expect.stringContaining('does not support cloudPay.downloadFundflow') as string })),
  localScenario('the caller of a nested call stays the payer', byDocument('Cloud.callFunction: wxContext'), async (world) => {
    const { result } = await world.local.call('probe', { task: 'nested', name: 'probe', event: { task: 'pay', method: 'unifiedOrder', args: { ...ORDER, subMchId: MERCHANT } } }, 'oAlice');
    return [(result as { resultCode: string }).resultCode, (await atCashier(world)).errMsg];
  }, ['SUCCESS', 'requestPayment:ok']),
  localScenario('a person is named in the answer of a function', byDocument('CloudPay.unifiedOrder'), async (world) => (await cloudPayAs(world, 'oAlice', 'queryOrder', { outTradeNo: 'none' })).resultCode, 'FAIL'),
]);
