import { campaignEscrow, campaignReturns, communityIssuance, communityReceived, directedFunds, formatAccount, fundBudget, grantFunds, isHeld, isOwn, matchBudget, memberPoints, parseAccount } from './account';

describe('account addresses', () => {
  it('says what it reads', () => {
    for (const text of [memberPoints('m_1'), communityIssuance('hs-s1-c1'), 'campaign:c_1:escrow', 'member:m_1:CNY']) expect(formatAccount(parseAccount(text))).toBe(text);
  });

  it('tells money held for a purpose from the outside and from what a person owns', () => {
    for (const text of [campaignEscrow('k_1', 2), campaignReturns('k_1'), directedFunds('d_1'), fundBudget('f_1'), grantFunds('gr_1'), matchBudget('mb_1')]) {
      expect(formatAccount(parseAccount(text))).toBe(text);
      expect([isHeld(text), isOwn(text)]).toEqual([true, false]);
    }
    expect(campaignEscrow('k_1', 2)).toBe('campaign:k_1_s2:escrow');
    expect([communityReceived('hs-s1-c1'), memberPoints('m_1')].map(isHeld)).toEqual([false, false]);
  });

  it.each(['fund:f_1:escrow', 'grant:g_1:budget', 'match:m_1:funds', 'directed:d_1:public', '', 'member:m_1', 'member:m_1:escrow', 'campaign:c_1:points', 'member::points', 'member:m 1:points', 'member:m_1:points:x', 'toString:m_1:points'])('refuses %p', (text) => {
    expect(() => parseAccount(text)).toThrow(/no account address/);
  });
});
