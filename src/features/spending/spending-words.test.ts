import { approvalWords, nextWords, spendingTag } from './spending-words';

describe('words of a spending', () => {
  it('say whose turn it is before they say how it stands', () => {
    expect(spendingTag({ state: 'asked', isMyTurn: true })).toEqual({ tone: 'accent', text: '等您看' });
    expect(spendingTag({ state: 'approved', isMyTurn: true }).text).toBe('等您记付款');
    expect(spendingTag({ state: 'paid', isMyTurn: false })).toEqual({ tone: 'green', text: '付出去了' });
  });

  it('name the agent only where there is one', () => {
    const asked = { state: 'asked', waitsText: '等两位来看', approvalsNeeded: 2 } as const;
    expect(nextWords({ ...asked, hasAgent: true })).toContain('代理会计');
    expect(nextWords({ ...asked, hasAgent: false })).not.toContain('代理会计');
    expect(nextWords({ ...asked, state: 'paid', hasAgent: false })).toBe('');
  });

  it('tell neighbours roles, and names only to those who work on it', () => {
    expect(approvalWords({ role: 'staff', name: null, isMine: false })).toBe('社区工作人员');
    expect(approvalWords({ role: 'staff', name: '何静', isMine: false })).toBe('社区工作人员 何静');
    expect(approvalWords({ role: 'accountingAgent', name: '何静', isMine: true })).toBe('街道代理会计（您）');
  });
});
