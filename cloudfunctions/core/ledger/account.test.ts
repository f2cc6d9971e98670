import { communityIssuance, formatAccount, memberPoints, parseAccount } from './account';

describe('account addresses', () => {
  it('says what it reads', () => {
    for (const text of [memberPoints('m_1'), communityIssuance('hs-s1-c1'), 'campaign:c_1:escrow', 'member:m_1:CNY']) expect(formatAccount(parseAccount(text))).toBe(text);
  });

  it.each(['', 'member:m_1', 'member:m_1:escrow', 'campaign:c_1:points', 'member::points', 'member:m 1:points', 'member:m_1:points:x', 'toString:m_1:points'])('refuses %p', (text) => {
    expect(() => parseAccount(text)).toThrow(/no account address/);
  });
});
