import type { FundLineView } from '@contract';
import type { Fund } from './fund';
import type { Grant } from './grant';

type Line = Omit<FundLineView, 'balanceFen'>;

/** Pure: lines in the order they happened, each with what was left after it; the newest first. */
const withBalance = (lines: readonly Line[]): readonly FundLineView[] => {
  let balanceFen = 0;
  return [...lines].sort((a, b) => a.atMs - b.atMs).map((line) => ({ ...line, balanceFen: (balanceFen += line.amountFen) })).reverse();
};

const line = (lineId: string, atMs: number, kind: Line['kind'], text: string, amountFen: number, leadsTo: Partial<Pick<Line, 'spendingId' | 'grantId'>> = {}): Line => ({ lineId, atMs, kind, text, amountFen, spendingId: null, grantId: null, ...leadsTo });

/** Pure: the book of a fund: what came, what committees got, what they gave back. Its last balance is what is left. */
export const fundLines = (fund: Fund): readonly FundLineView[] =>
  withBalance([
    line('budget', fund.openedAtMs, 'budget', `拨款，${fund.documentNo}`, fund.budgetFen),
    ...Object.entries(fund.grants).flatMap(([grantId, { title, grantedFen, grantedAtMs, returnedFen, returnedAtMs }]) => [
      ...(grantedFen === null || grantedAtMs === null ? [] : [line(`${grantId}_granted`, grantedAtMs, 'grant', `批给${title}`, -grantedFen, { grantId })]),
      ...(returnedAtMs === null || returnedFen === 0 ? [] : [line(`${grantId}_returned`, returnedAtMs, 'returned', `${title}没用完的退回`, returnedFen, { grantId })]),
    ]),
    ...(fund.closedAtMs === null || fund.returnedFen === 0 ? [] : [line('closed', fund.closedAtMs, 'closed', '年终没用完的退回', -fund.returnedFen)]),
  ]);

/** Pure: the book of a grant: what it got, each payment, what it gave back. */
export const grantLines = (grant: Grant): readonly FundLineView[] =>
  withBalance([
    ...(grant.grantedFen === null || grant.grantedAtMs === null ? [] : [line('granted', grant.grantedAtMs, 'grant', '基金批给', grant.grantedFen)]),
    ...Object.values(grant.spendings).flatMap((spending) => (spending.payout === null ? [] : [line(spending.id, spending.payout.paidAtMs, 'spending', spending.useLabel, -spending.amountFen, { spendingId: spending.id })])),
    ...(grant.closedAtMs === null || grant.returnedFen === 0 ? [] : [line('closed', grant.closedAtMs, 'returned', '没用完的退回基金', -grant.returnedFen)]),
  ]);
