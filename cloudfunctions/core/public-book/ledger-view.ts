import type { LedgerDayView, LedgerLineView } from '@contract';
import { BYTE_ORDER_MARK, csvLine } from '../kernel/csv';
import type { PublicDay, PublicLine } from './public-day';

const textOf = ({ kind, count, people, text }: PublicLine): string => {
  switch (kind) {
    case 'gifts':
      return people === count ? `${count} 位邻居` : people === 0 ? `${count} 笔` : `${count} 笔，${people} 位头一次`;
    case 'cash':
      return `现金 ${count} 笔`;
    case 'refunds':
      return `退回 ${count} 笔`;
    case 'returned':
      return `没办成，退回 ${count} 笔`;
    case 'match':
    case 'spending':
    case 'carried':
      return text;
  }
};

/** Lines of a day, the oldest first, each with the balance after it. */
const linesOf = (day: PublicDay): readonly LedgerLineView[] => {
  let balanceFen = day.openingFen;
  return day.lines.map((line) => {
    balanceFen += line.amountFen;
    return { lineId: `${day.day} ${line.lineId}`, kind: line.kind, text: textOf(line), amountFen: line.amountFen, balanceFen, spendingId: line.spendingId };
  });
};

/** A day on which nothing crossed the edge (only something began to be on its way) is no day of the ledger. */
export const hasLines = ({ lines }: Pick<PublicDay, 'lines'>): boolean => lines.length > 0;

export const ledgerDayView = (day: PublicDay): LedgerDayView => ({ day: day.day, lines: [...linesOf(day)].reverse(), openingFen: day.openingFen, closingFen: day.closingFen });

const yuan = (amountFen: number): number => amountFen / 100;

const HEAD = ['日期', '事项', '金额（元）', '余额（元）'];
export const csvHead = (): string => `${BYTE_ORDER_MARK}${csvLine(HEAD)}`;

/** The same figures as the pages, the oldest first; in yuan, as numbers that a spreadsheet can add. */
export const csvOf = (days: readonly PublicDay[]): string => days.flatMap((day) => linesOf(day).map((line) => csvLine([day.day, line.text, yuan(line.amountFen), yuan(line.balanceFen)]))).join('');
