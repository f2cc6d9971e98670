import { proofLine, proofScope } from './proof-words';

describe('a night\'s proof in words', () => {
  it('says what agreed and what did not', () => {
    expect(proofLine({ state: 'right', wrong: 0 })).toBe('都对得上');
    expect(proofLine({ state: 'wrong', wrong: 3 })).toBe('有 3 处对不上');
    expect(proofLine({ state: 'unquiet', wrong: 0 })).toContain('每一户对得上');
  });

  it('says what was gone through', () => {
    expect(proofScope({ accounts: 12, transfers: 340, books: 3, folds: 0 })).toBe('看了 12 个账户、340 笔流水，公共账 3 本');
    expect(proofScope({ accounts: 12, transfers: 340, books: 3, folds: 4 })).toMatch(/新归总 4 次$/);
  });
});
