import { matchNext, offerInput, ratioText } from './match-words';

describe('words of a matching budget', () => {
  it('tells the shop and staff what each does next', () => {
    const may = { withdraw: false, decide: false, end: false, recordReturn: false, confirmReturn: false };
    const sums = { budgetFen: 200_000, leftFen: 28_000 };
    expect(matchNext({ ...sums, may: { ...may, withdraw: true } })).toBe('请把 ¥2,000 交给收款的单位；社区看到收据，就开始配。');
    expect(matchNext({ ...sums, may: { ...may, decide: true } })).toContain('收到 ¥2,000');
    expect(matchNext({ ...sums, may: { ...may, recordReturn: true } })).toContain('剩下的 ¥280');
    expect(matchNext({ ...sums, may })).toBe('');
  });

  it('takes yuan as they are typed, and nothing else', () => {
    const form = { budget: '1000', numerator: 1, denominator: 2, cap: '50.5' };
    expect(offerInput('c_1', form)).toEqual({ campaignId: 'c_1', budgetFen: 100_000, numerator: 1, denominator: 2, capFenPerPersonDay: 5_050 });
    for (const budget of ['', '一千', '0.001', '-5']) expect(offerInput('c_1', { ...form, budget })).toBeNull();
    expect(ratioText(form)).toBe('每 2 元配 1 元');
  });
});
