/** downloadBill: the trades of one day as text, in the form of WeChat Pay for merchants under a service provider. */
import { gzipSync } from 'node:zlib';
import { APP_ID } from '../functions/environment';
import { merchant, neededText, optionalText } from './pay-arguments';
import type { PayBook, PayOrder, PayRefund } from './pay-book';
import { PROVIDER, type PayArguments } from './pay-reply';
import { DAY_MS, dayOf, hourOf, momentOf, parseStamp } from './pay-time';

type BillType = 'ALL' | 'SUCCESS' | 'REFUND';

/** Bills of a day are made from nine in the morning of the next one, and kept for three months. */
const READY_HOUR = 9;
const KEPT_MS = 92 * DAY_MS;
const FEE_RATE = 0.006;

const TRADE_COLUMNS = ['交易时间', '公众账号ID', '商户号', '特约商户号', '设备号', '微信订单号', '商户订单号', '用户标识', '交易类型', '交易状态', '付款银行', '货币种类', '应结订单金额', '代金券金额'];
const REFUND_COLUMNS = ['微信退款单号', '商户退款单号', '退款金额', '充值券退款金额', '退款类型', '退款状态'];
const COLUMNS: Readonly<Record<BillType, readonly string[]>> = {
  ALL: [...TRADE_COLUMNS, ...REFUND_COLUMNS, '商品名称', '商户数据包', '手续费', '费率', '订单金额', '申请退款金额', '费率备注'],
  SUCCESS: [...TRADE_COLUMNS, '商品名称', '商户数据包', '手续费', '费率', '订单金额', '费率备注'],
  REFUND: [...TRADE_COLUMNS, '退款申请时间', '退款成功时间', ...REFUND_COLUMNS, '商品名称', '商户数据包', '手续费', '费率', '订单金额', '申请退款金额', '费率备注'],
};
const SUMMARY_COLUMNS = ['总交易单数', '应结订单总金额', '退款总金额', '充值券退款总金额', '手续费总金额', '订单总金额', '申请退款总金额'];

const yuan = (fen: number): string => (fen / 100).toFixed(2);
const feeOf = (fen: number): number => Math.round(fen * FEE_RATE * 1000) / 1000 / 100;

interface Line {
  readonly atMs: number;
  readonly order: PayOrder;
  readonly refund?: PayRefund;
}

/** A line by column; each field carries a backtick so that a spreadsheet leaves long numbers alone. */
function textOfLine({ atMs, order, refund }: Line, columns: readonly string[]): string {
  const feeYuan = feeOf(refund === undefined ? order.totalFeeFen : -refund.refundFeeFen);
  const paidFen = refund === undefined ? order.totalFeeFen : 0;
  const fields: Readonly<Record<string, string>> = {
    交易时间: momentOf(atMs),
    公众账号ID: APP_ID,
    商户号: PROVIDER.mchId,
    特约商户号: order.subMchId,
    设备号: order.deviceInfo ?? '',
    微信订单号: order.paid?.transactionId ?? '',
    商户订单号: order.outTradeNo,
    用户标识: order.openid,
    交易类型: 'JSAPI',
    交易状态: refund === undefined ? 'SUCCESS' : 'REFUND',
    付款银行: 'OTHERS',
    货币种类: 'CNY',
    应结订单金额: yuan(paidFen),
    代金券金额: '0.00',
    退款申请时间: refund === undefined ? '' : momentOf(refund.createdAtMs),
    退款成功时间: refund?.doneAtMs === undefined ? '' : momentOf(refund.doneAtMs),
    微信退款单号: refund?.refundId ?? '0',
    商户退款单号: refund?.outRefundNo ?? '0',
    退款金额: yuan(refund?.refundFeeFen ?? 0),
    充值券退款金额: '0.00',
    退款类型: refund === undefined ? '' : 'ORIGINAL',
    退款状态: refund === undefined ? '' : refund.doneAtMs === undefined ? 'PROCESSING' : 'SUCCESS',
    商品名称: order.body,
    商户数据包: order.attach ?? '',
    手续费: feeYuan.toFixed(5),
    费率: '0.60%',
    订单金额: yuan(paidFen),
    申请退款金额: yuan(refund?.refundFeeFen ?? 0),
    费率备注: '',
  };
  return columns.map((column) => `\`${(fields[column] ?? '').replaceAll(',', '，')}`).join(',');
}

function summaryOf(lines: readonly Line[]): string {
  const paidFen = lines.reduce((sum, { order, refund }) => sum + (refund === undefined ? order.totalFeeFen : 0), 0);
  const refundFen = lines.reduce((sum, { refund }) => sum + (refund?.refundFeeFen ?? 0), 0);
  const fees = lines.reduce((sum, { order, refund }) => sum + feeOf(refund === undefined ? order.totalFeeFen : -refund.refundFeeFen), 0);
  return [String(lines.length), yuan(paidFen), yuan(refundFen), '0.00', fees.toFixed(5), yuan(paidFen), yuan(refundFen)].map((value) => `\`${value}`).join(',');
}

const failure = (reason: string, code: string): Buffer => Buffer.from(JSON.stringify({ return_code: 'FAIL', return_msg: reason, error_code: code }));

/** The lines of a day: payments by the time they were made, refunds by the time they were asked for. */
function linesOf(book: PayBook, subMchId: string, day: string, type: BillType): readonly Line[] {
  const orders = book.orders().filter((order) => order.subMchId === subMchId);
  const paid = orders.flatMap((order): Line[] => (order.paid === undefined ? [] : [{ atMs: order.paid.atMs, order }]));
  const refunded = orders.flatMap((order) => book.refundsOf(order).map((refund): Line => ({ atMs: refund.createdAtMs, order, refund })));
  const chosen = type === 'SUCCESS' ? paid : type === 'REFUND' ? refunded : [...paid, ...refunded];
  return chosen.filter(({ atMs }) => dayOf(atMs) === day).sort((a, b) => a.atMs - b.atMs);
}

/** The bytes of the answer: the bill, or a JSON text that says why there is none. */
export function downloadBill(book: PayBook, args: PayArguments, nowMs: number): Buffer {
  const subMchId = merchant(args);
  const day = neededText(args, 'bill_date', 8);
  const type = (optionalText(args, 'bill_type', 16) ?? 'ALL') as BillType;
  const tar = optionalText(args, 'tar_type', 8);
  const atMs = parseStamp(`${day}000000`);
  if (Number.isNaN(atMs)) return failure('invalid bill_date', '20001');
  if (!Object.hasOwn(COLUMNS, type) || (tar !== undefined && tar !== 'GZIP')) return failure('invalid bill_type', '20001');
  if (day >= dayOf(nowMs) || nowMs - atMs > KEPT_MS) return failure('No Bill Exist', '20002');
  if (day === dayOf(nowMs - DAY_MS) && hourOf(nowMs) < READY_HOUR) return failure('Bill Creating', '20003');
  const lines = linesOf(book, subMchId, day, type);
  if (lines.length === 0) return failure('No Bill Exist', '20002');
  const columns = COLUMNS[type];
  const text = [columns.join(','), ...lines.map((line) => textOfLine(line, columns)), SUMMARY_COLUMNS.join(','), summaryOf(lines), ''].join('\r\n');
  return tar === 'GZIP' ? gzipSync(text) : Buffer.from(text);
}
