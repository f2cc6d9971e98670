import { fundShares, grantTag, spokenShares, tableLines } from './fund-words';

const fund = { budgetFen: 10_000_000, paidFen: 1_234, withGrantsFen: 3_000_000, leftFen: 6_998_766, state: 'open' as const };

describe('where the money of a fund is', () => {
  it('is told in parts that make the whole, and nothing that is there vanishes', () => {
    const shares = fundShares(fund);
    expect(shares.reduce((sum, { amountFen }) => sum + amountFen, 0)).toBe(fund.budgetFen);
    expect(shares.map(({ kind, percent }) => [kind, percent])).toEqual([['paid', 1], ['withGrants', 30], ['left', 70]]);
    expect(spokenShares(shares)).toBe('已经花了 ¥12.34，批了还没花 ¥30,000，还能申请 ¥69,987.66');
  });

  it('of a closed year says what went back, of an empty one nothing', () => {
    expect(fundShares({ ...fund, state: 'closed', withGrantsFen: 0, leftFen: 0 }).at(-1)).toMatchObject({ kind: 'returned', amountFen: 9_998_766 });
    expect(fundShares({ budgetFen: 0, paidFen: 0, withGrantsFen: 0, leftFen: 0, state: 'open' }).map(({ percent }) => percent)).toEqual([0, 0, 0]);
  });

  it('and its book opens what can be opened', () => {
    const line = { lineId: 'a', atMs: Date.parse('2026-11-19T23:00:00+08:00'), kind: 'spending', text: '扶手', amountFen: -5, balanceFen: 5, spendingId: 'sp_1', grantId: null } as const;
    const [opens, closed] = tableLines([line, { ...line, spendingId: null }], ({ spendingId }) => (spendingId === null ? undefined : () => undefined));
    expect([opens?.dateText, opens?.onOpen === undefined, closed?.onOpen]).toEqual(['11/19', false, undefined]);
    expect(grantTag('granted')).toEqual({ tone: 'green', text: '在做' });
  });
});
