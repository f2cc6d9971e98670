import { GRANT_STATE_LABEL, type FundLineView, type FundView, type GrantState } from '@contract';
import type { LedgerTableLine } from '@/components/ledger-table/ledger-table';
import type { TagTone } from '@/components/tag/tag';
import { chinaDate, formatMoney } from '@/lib/format';

const TONES: Readonly<Record<GrantState, TagTone>> = { applied: 'ochre', granted: 'green', reported: 'ochre', closed: 'plain', refused: 'plain', withdrawn: 'plain' };

/** Pure: how a grant stands, as a tag. */
export const grantTag = (state: GrantState): { readonly tone: TagTone; readonly text: string } => ({ tone: TONES[state], text: GRANT_STATE_LABEL[state] });

export interface FundShare {
  readonly kind: 'paid' | 'withGrants' | 'left' | 'returned';
  readonly label: string;
  readonly amountFen: number;
  /** Whole percent; what is there is at least 1, so that nothing that is there vanishes. */
  readonly percent: number;
}

/** Pure: where the year's money is, in three parts that make the whole. */
export function fundShares({ budgetFen, paidFen, withGrantsFen, leftFen, state }: Pick<FundView, 'budgetFen' | 'paidFen' | 'withGrantsFen' | 'leftFen' | 'state'>): readonly FundShare[] {
  const rest = state === 'closed' ? budgetFen - paidFen - withGrantsFen : leftFen;
  const parts = [
    { kind: 'paid', label: '已经花了', amountFen: paidFen },
    { kind: 'withGrants', label: '批了还没花', amountFen: withGrantsFen },
    { kind: state === 'closed' ? 'returned' : 'left', label: state === 'closed' ? '没用完，退回了' : '还能申请', amountFen: rest },
  ] as const;
  return parts.map((part) => ({ ...part, percent: part.amountFen <= 0 || budgetFen <= 0 ? 0 : Math.max(1, Math.round((part.amountFen / budgetFen) * 100)) }));
}

/** Pure: the same told in words, for those who hear it. */
export const spokenShares = (shares: readonly FundShare[]): string => shares.map(({ label, amountFen }) => `${label} ${formatMoney(amountFen)}`).join('，');

const dateText = (atMs: number): string => {
  const { month, day } = chinaDate(atMs);
  return `${month}/${day}`;
};

/** Pure: lines of a book as the table draws them; what opens is the caller's. */
export const tableLines = (lines: readonly FundLineView[], openerOf: (line: FundLineView) => (() => void) | undefined): readonly LedgerTableLine[] =>
  lines.map((line) => ({ lineId: line.lineId, dateText: dateText(line.atMs), text: line.text, amountFen: line.amountFen, balanceFen: line.balanceFen, onOpen: openerOf(line) }));
