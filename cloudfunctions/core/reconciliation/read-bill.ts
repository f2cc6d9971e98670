/** One payment or refund as WeChat's bill says it. */
export interface BillPayment {
  readonly orderNo: string;
  readonly transactionId: string;
  readonly amountFen: number;
}
export interface BillRefund {
  readonly refundNo: string;
  readonly orderNo: string;
  readonly amountFen: number;
}

export interface Bill {
  readonly payments: readonly BillPayment[];
  readonly refunds: readonly BillRefund[];
  /** What the bill says it comes to itself. */
  readonly lines: number;
  readonly paidFen: number;
  readonly refundedFen: number;
}

const NEEDED = ['商户订单号', '微信订单号', '交易状态', '订单金额', '商户退款单号', '退款金额'] as const;
type Column = (typeof NEEDED)[number];

/** "5.00" → 500; digit by digit, since a decimal number would round. Null when it is no amount. */
export const fenOfYuan = (text: string): number | null => {
  const [, sign = '', yuan = '', fen = ''] = /^(-?)(\d{1,12})(?:\.(\d{2}))?$/.exec(text) ?? [];
  if (yuan === '') return null;
  return (sign === '-' ? -1 : 1) * (Number(yuan) * 100 + Number(fen === '' ? '0' : fen));
};

/** WeChat puts a backtick before every value, so that a spreadsheet leaves long numbers alone; a comma never stands in one. */
const cellsOf = (line: string): readonly string[] => line.split(',').map((cell) => cell.replace(/^`/, '').trim());

class Unreadable extends Error {}

const amountIn = (text: string | undefined): number => fenOfYuan(text ?? '') ?? unreadable(`no amount: ${text ?? ''}`);
const unreadable = (why: string): never => {
  throw new Unreadable(why);
};

const tableOf = (lines: readonly string[]): { readonly rows: readonly Readonly<Record<Column, string>>[]; readonly summary: readonly string[] } => {
  const [head = '', ...rest] = lines;
  const columns = cellsOf(head);
  const places = NEEDED.map((name) => columns.indexOf(name));
  if (places.includes(-1)) unreadable('a column is missing');
  const end = rest.findIndex((line) => line.startsWith('总交易单数'));
  if (end === -1) unreadable('no sum');
  const rows = rest.slice(0, end).map((line) => {
    const cells = cellsOf(line);
    if (!line.startsWith('`') || cells.length !== columns.length) unreadable(`a line of ${cells.length} cells`);
    return Object.fromEntries(NEEDED.map((name, index) => [name, cells[places[index] ?? -1] ?? ''])) as Record<Column, string>;
  });
  return { rows, summary: cellsOf(rest[end + 1] ?? '') };
};

/** Pure: a bill of kind ALL. @returns why not when it can't be read to the last line: half a bill proves nothing. */
export const readBill = (text: string): { readonly ok: true; readonly bill: Bill } | { readonly ok: false; readonly why: string } => {
  try {
    const { rows, summary } = tableOf(text.replace(/^\uFEFF/, '').split(/\r?\n/).filter((line) => line.trim() !== ''));
    const isRefund = (row: Readonly<Record<Column, string>>): boolean => row.交易状态 === 'REFUND';
    return {
      ok: true,
      bill: {
        payments: rows.filter((row) => !isRefund(row)).map((row) => ({ orderNo: row.商户订单号, transactionId: row.微信订单号, amountFen: amountIn(row.订单金额) })),
        refunds: rows.filter(isRefund).map((row) => ({ refundNo: row.商户退款单号, orderNo: row.商户订单号, amountFen: amountIn(row.退款金额) })),
        lines: Number(summary[0]), paidFen: amountIn(summary[5] ?? summary[1]), refundedFen: amountIn(summary[2]),
      },
    };
  } catch (error) {
    if (error instanceof Unreadable) return { ok: false, why: error.message };
    throw error;
  }
};
