import type { DifferenceKind, DifferenceView, ReconciliationRowView, ReconciliationState } from '@contract';
import type { TagTone } from '@/components/tag/tag';
import type { IconName } from '@/drawings';
import { chinaMoment, formatDate, formatMoney } from '@/lib/format';

const DAY_MS = 86_400_000;

/** "2026-11-28" as 11 月 28 日; with the year where it is not this one. */
export const dayWords = (day: string, nowMs: number): string =>
  formatDate(chinaMoment(Math.floor(Date.UTC(Number(day.slice(0, 4)), Number(day.slice(5, 7)) - 1, Number(day.slice(8))) / DAY_MS), 12), nowMs);

/** How one day of one account stands. */
export function reconciliationTag({ state, differenceCount }: Pick<ReconciliationRowView, 'state' | 'differenceCount'>): { readonly words: string; readonly tone: TagTone; readonly icon: IconName } {
  if (state === 'waiting') return { words: '账单还没出', tone: 'ochre', icon: 'clock' };
  if (state === 'right') return { words: '对上了', tone: 'green', icon: 'check' };
  return state === 'different' ? { words: `${differenceCount} 处不一样`, tone: 'accent', icon: 'flag' } : { words: '原因写了', tone: 'plain', icon: 'check' };
}

/** What WeChat's bill says of the day; nothing while there is none. */
export function sumWords({ state, payments, paidFen, refunds, refundedFen }: ReconciliationRowView): readonly string[] {
  if (state === 'waiting') return [];
  if (payments === 0 && refunds === 0) return ['微信账单上没有收退'];
  return [payments === 0 ? '' : `收 ${payments} 笔 ${formatMoney(paidFen)}`, refunds === 0 ? '' : `退 ${refunds} 笔 ${formatMoney(refundedFen)}`];
}

/** What is so, and what comes next. */
export const STATE_WORDS: Readonly<Record<ReconciliationState, string>> = {
  waiting: '微信每天上午出前一天的账单，出了自己来对，不用等着。',
  right: '微信账单和我们的账，一笔一笔都一样。',
  different: '先别动钱。照下面一处一处找，找到了写一句原因。',
  explained: '原因写在下面，账和账单都没有改。',
};

const KINDS: Readonly<Record<DifferenceKind, { readonly title: string; readonly next: string }>> = {
  paymentUnknown: { title: '微信收了，我们没记', next: '在商户平台按单号查：是不是别处用这个账户收的。' },
  paymentMissing: { title: '我们记了，微信没有', next: '在商户平台按单号查：钱到了没有，是不是算在前后一天。' },
  paymentAmount: { title: '收的数不一样', next: '在商户平台按单号查实收多少，看差在哪边。' },
  refundUnknown: { title: '微信退了，我们没记', next: '问问收款的单位：是不是在商户平台上直接退的。' },
  refundMissing: { title: '我们退了，微信没有', next: '在商户平台按退款号查：到了没有，是不是算在前后一天。' },
  refundAmount: { title: '退的数不一样', next: '在商户平台按退款号查实退多少，看差在哪边。' },
  ledger: { title: '收到了，账本里的数不一样', next: '把单号告诉管系统的人，查清了再写。' },
  sum: { title: '账单的合计和明细不一样', next: '账单可能没下全。在商户平台下一份，自己加一遍。' },
  billMissing: { title: '账单一直没有出', next: '到商户平台看这天有没有账单，有就对着我们的账看一遍。' },
  billUnreadable: { title: '账单下来了，看不懂', next: '到商户平台下一份，对着我们的账看一遍；也告诉管系统的人。' },
};

export interface DifferenceTold {
  readonly title: string;
  readonly next: string;
  /** What either says; none where it is about the bill itself. */
  readonly sides: readonly { readonly label: string; readonly value: string }[];
}

const sideLabels = (kind: DifferenceKind): readonly [string, string] => (kind === 'sum' ? ['账单写的合计', '明细加起来'] : ['微信账单', kind === 'ledger' ? '账本里' : '我们的账']);

/** One line in which bill and books differ, for somebody who goes and looks. */
export function differenceWords({ kind, number, billFen, booksFen }: DifferenceView): DifferenceTold {
  const [billLabel, booksLabel] = sideLabels(kind);
  const said = (fen: number | null): string => (fen === null ? '没有这一笔' : formatMoney(fen));
  const sides = billFen === null && booksFen === null ? [] : [{ label: billLabel, value: said(billFen) }, { label: booksLabel, value: said(booksFen) }];
  return { ...KINDS[kind], sides: number === '' ? sides : [...sides, { label: kind.startsWith('refund') ? '退款号' : '单号', value: number }] };
}
