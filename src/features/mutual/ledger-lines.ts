import type { LedgerDayView } from '@contract';
import type { LedgerTableLine } from '@/components/ledger-table/ledger-table';
import { ledgerDate } from './campaign-words';

/** Days of the book as lines of a table, the newest first; those of a spending open what stands behind them. */
export function ledgerLines(days: readonly LedgerDayView[], onOpenSpending: ((spendingId: string) => void) | null): readonly LedgerTableLine[] {
  return days.flatMap(({ day, lines }) =>
    lines.map(({ lineId, text, amountFen, balanceFen, spendingId }) => ({
      lineId, dateText: ledgerDate(day), text, amountFen, balanceFen,
      ...(spendingId === null || onOpenSpending === null ? {} : { onOpen: () => onOpenSpending(spendingId) }),
    })),
  );
}

/** A book in which nothing was spent yet says so. */
export const spentNote = (days: readonly LedgerDayView[]): string => (days.some(({ lines }) => lines.some(({ kind }) => kind === 'spending')) ? '' : '还没花钱。');
