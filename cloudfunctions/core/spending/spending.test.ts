import fc from 'fast-check';
import { carriedOut, refusalOf } from '../aggregate/aggregate.fixtures';
import { mayChange, type OutcomeOf } from '../aggregate/change';
import type { Result } from '../kernel/result';
import { RULES } from '../rules';
import { START_MS } from '../wish/wish.fixtures';
import { decideAskSpending, spendingIdOf } from './ask-spending';
import { decideApproveSpending, decideRecordPayout, decideRefuseSpending, decideWithdrawSpending, type Approver } from './decide-spending';
import { fundsOf, hasOpenSpendings, heldFenOf, isSpendingPartCoherent, paidFenByUse, paidFenOf, spendingOf, type Payout, type Spending } from './spending';
import type { SpendingEvent } from './spending-event';
import { actOf, after, askOf, hostWith, open, type PlainHost } from './spending.fixtures';

const STAFF: Approver = { role: 'staff', displayName: '何静' };
const CHIEF: Approver = { role: 'administrator', displayName: '郑洁' };
const AGENT: Approver = { role: 'accountingAgent', displayName: '孙宁' };
const ID = spendingIdOf(actOf('m_filer').operationId);
const payout = (changes: Partial<Payout> = {}): Payout => ({ voucherNo: '记-12-003', paidAtMs: START_MS, recordedById: 'm_agent', recordedRole: 'accountingAgent', photoFileId: null, ...changes });

const asked = (changes: Parameters<typeof askOf>[0] = {}, agentId: string | null = null): PlainHost => after(hostWith(100_000), decideAskSpending(hostWith(100_000), askOf(changes), open(agentId), actOf('m_filer')));
const yes = (host: PlainHost, memberId: string, approver: Approver = STAFF, agentId: string | null = null): PlainHost => after(host, decideApproveSpending(host, ID, approver, open(agentId), actOf(memberId)));
const approved = (): PlainHost => yes(yes(asked(), 'm_staff'), 'm_chief', CHIEF);
const one = (host: PlainHost): Spending => spendingOf(host, ID) ?? (() => { throw new Error('no spending'); })();
const askCode = (changes: Parameters<typeof askOf>[0], agentId: string | null = null): string => refusalOf(decideAskSpending(hostWith(100_000), askOf(changes), open(agentId), actOf('m_filer')));
const yesCode = (host: PlainHost, memberId: string, approver: Approver = STAFF, agentId: string | null = null): string => refusalOf(decideApproveSpending(host, ID, approver, open(agentId), actOf(memberId, 5)));

describe('asking for money to be paid', () => {
  it('sets it aside at once', () => {
    const host = asked();
    expect([host.fundsLeftFen, heldFenOf(host), paidFenOf(host), fundsOf(host), hasOpenSpendings(host)]).toEqual([70_000, 30_000, 0, 100_000, true]);
    expect(one(host)).toMatchObject({ state: 'asked', filedById: 'm_filer', approvals: {}, payout: null });
    expect(isSpendingPartCoherent(host)).toBe(true);
  });

  it('takes whole fen, at least one, no more than a community ever pays, and no more than is left', () => {
    expect([0, -1, 0.1, Number.NaN, 1e15, RULES.spending.amountMaxFen + 1].map((amountFen) => askCode({ amountFen }))).toEqual(Array.from({ length: 6 }, () => 'BAD_INPUT'));
    expect([askCode({ amountFen: 100_000 }), askCode({ amountFen: 100_001 }), askCode({ amountFen: 1 })]).toEqual(['ok', 'FUNDS_NOT_ENOUGH', 'ok']);
  });

  it('needs a receipt', () => {
    const photo = 'cloud://x/uploads/a.jpg';
    expect([askCode({ receiptFileIds: [] }), askCode({ receiptFileIds: Array.from({ length: 7 }, () => photo) })]).toEqual(['SPENDING_RECEIPT_MISSING', 'BAD_INPUT']);
  });

  it('is not for the accounting agent, who could then never look at it', () => {
    expect([askCode({}, 'm_filer'), askCode({ payee: { name: '孙宁', memberId: 'm_agent', isPerson: true } }, 'm_agent'), askCode({}, 'm_agent')]).toEqual(['SPENDING_AGENT_INVOLVED', 'SPENDING_AGENT_INVOLVED', 'ok']);
  });

  it('refuses what the host refuses, and more than a host holds', () => {
    const refused = decideAskSpending(hostWith(100_000), askOf(), { refusal: { code: 'NOT_ALLOWED' }, accountingAgentId: null }, actOf('m_filer'));
    expect(refusalOf(refused)).toBe('NOT_ALLOWED');
    let host = hostWith(100_000);
    for (let n = 0; n < RULES.spending.perHost; n += 1) host = after(host, decideAskSpending(host, askOf({ amountFen: 1 }), open(), actOf('m_filer', n)));
    expect(refusalOf(decideAskSpending(host, askOf({ amountFen: 1 }), open(), actOf('m_filer', 99)))).toBe('SPENDINGS_FULL');
    expect(isSpendingPartCoherent(host)).toBe(true);
  });

  it('happens once however often it is sent, also when its step is forgotten', () => {
    const host = asked();
    expect(decideAskSpending(host, askOf(), open(), actOf('m_filer'))).toEqual({ ok: true, value: { kind: 'replay' } });
    expect(decideAskSpending({ ...host, steps: {} }, askOf(), open(), actOf('m_filer'))).toEqual({ ok: true, value: { kind: 'replay' } });
    expect(refusalOf(decideAskSpending(host, askOf(), open(), { ...actOf('m_filer'), inputHash: 'other' }))).toBe('OPERATION_REUSED');
  });

  it('is held back by the amount itself when somebody else took the rest meanwhile', () => {
    const decided = decideAskSpending(hostWith(100_000), askOf(), open(), actOf('m_filer'));
    if (!decided.ok || decided.value.kind === 'replay') throw new Error('no change');
    expect([mayChange(hostWith(100_000), decided.value.change), mayChange(hostWith(29_999), decided.value.change)]).toEqual([true, false]);
  });
});

describe('two who say yes', () => {
  it('are needed, different ones, neither who asked nor who is paid', () => {
    const host = asked({ payee: { name: '陈伯', memberId: 'm_payee', isPerson: true } });
    expect([yesCode(host, 'm_filer'), yesCode(host, 'm_payee'), yesCode(host, 'm_staff')]).toEqual(['SPENDING_OWN', 'SPENDING_PAYEE', 'ok']);
    const first = yes(host, 'm_staff');
    const again = decideApproveSpending(first, ID, STAFF, open(), actOf('m_staff', 1));
    expect([one(first).state, refusalOf(again), one(yes(first, 'm_chief', CHIEF)).state]).toEqual(['asked', 'SPENDING_APPROVED_ALREADY', 'approved']);
  });

  it('at the same moment: the second is told that the first was there, and decides anew', () => {
    const host = asked();
    const both = ['m_staff', 'm_chief'].map((memberId) => decideApproveSpending(host, ID, STAFF, open(), actOf(memberId)));
    const changes = both.map((decided) => (decided.ok && decided.value.kind === 'change' ? decided.value.change : (() => { throw new Error('no change'); })()));
    const [first, second] = changes;
    if (first === undefined || second === undefined) throw new Error('no change');
    const written = after(host, both[0] as Result<OutcomeOf<SpendingEvent>>);
    expect([mayChange(host, first), mayChange(written, second)]).toEqual([true, false]);
    expect(one(yes(written, 'm_chief')).state).toBe('approved');
  });

  it('are one of them the accounting agent where there is one', () => {
    const host = asked({}, 'm_agent');
    const staffOnly = yes(yes(host, 'm_staff', STAFF, null), 'm_chief', CHIEF, null);
    expect(one(staffOnly).state).toBe('approved');
    const first = yes(host, 'm_staff', STAFF, 'm_agent');
    const second = yes(first, 'm_chief', CHIEF, 'm_agent');
    expect([one(second).state, yesCode(second, 'm_third', STAFF, 'm_agent')]).toEqual(['asked', 'SPENDING_WAITS_FOR_AGENT']);
    expect([one(yes(second, 'm_agent', AGENT, 'm_agent')).state, one(yes(first, 'm_agent', AGENT, 'm_agent')).state]).toEqual(['approved', 'approved']);
  });

  it('keep their yes when the agent changes: as what somebody said it counts', () => {
    const first = yes(asked({}, 'm_agent'), 'm_agent', AGENT, 'm_agent');
    expect(one(yes(first, 'm_staff', STAFF, 'm_newAgent')).state).toBe('approved');
    const waiting = yes(yes(asked({}, 'm_agent'), 'm_staff', STAFF, 'm_agent'), 'm_chief', CHIEF, 'm_agent');
    expect(one(yes(waiting, 'm_newAgent', AGENT, 'm_newAgent')).state).toBe('approved');
  });

  it('are marked when they are called like the payee', () => {
    const host = yes(asked({ payee: { name: '何 静', memberId: null, isPerson: true } }), 'm_staff');
    expect(one(host).approvals['m_staff']).toEqual({ role: 'staff', atMs: START_MS, hasPayeesName: true });
    expect(one(yes(asked(), 'm_staff')).approvals['m_staff']?.hasPayeesName).toBe(false);
  });
});

describe('how a spending ends', () => {
  it('gives the amount back when it is refused or taken back, also after it was approved', () => {
    for (const host of [asked(), approved()]) {
      const refused = carriedOut<SpendingEvent, PlainHost>(host, decideRefuseSpending(host, ID, '发票抬头不对', open(), actOf('m_third')));
      const withdrawn = carriedOut<SpendingEvent, PlainHost>(host, decideWithdrawSpending(host, ID, '不买了', actOf('m_filer', 1)));
      expect([refused, withdrawn].map((ended) => [ended.fundsLeftFen, one(ended).state, heldFenOf(ended)])).toEqual([[100_000, 'refused', 0], [100_000, 'withdrawn', 0]]);
      expect(Object.values(refused.outbox).at(-1)).toMatchObject({ kind: 'spendingRefused', wasApproved: one(host).state === 'approved' });
      expect(yesCode(refused, 'm_staff2')).toBe('SPENDING_CHANGED');
    }
    expect(refusalOf(decideWithdrawSpending(asked(), ID, '', actOf('m_staff')))).toBe('NOT_ALLOWED');
    expect(refusalOf(decideRefuseSpending(asked(), ID, '', open(), actOf('m_filer', 1)))).toBe('SPENDING_OWN');
  });

  it('is paid once, with a voucher, by neither who asked nor who is paid', () => {
    const host = approved();
    const codeOf = (from: PlainHost, memberId: string, changes: Partial<Payout> = {}): string => refusalOf(decideRecordPayout(from, ID, payout(changes), open(), actOf(memberId, 7)));
    expect([codeOf(host, 'm_filer'), codeOf(asked(), 'm_agent'), codeOf(host, 'm_agent', { paidAtMs: START_MS + 1 }), codeOf(host, 'm_agent', { paidAtMs: START_MS - 1 })]).toEqual(['SPENDING_OWN', 'SPENDING_CHANGED', 'BAD_INPUT', 'BAD_INPUT']);
    const paid = after(host, decideRecordPayout(host, ID, payout(), open(), actOf('m_agent', 7)));
    expect([paid.fundsLeftFen, heldFenOf(paid), paidFenOf(paid), fundsOf(paid), paidFenByUse(paid), hasOpenSpendings(paid)]).toEqual([70_000, 0, 30_000, 100_000, { repair: 30_000 }, false]);
    expect([codeOf(paid, 'm_agent2'), refusalOf(decideRefuseSpending(paid, ID, '', open(), actOf('m_third')))]).toEqual(['SPENDING_CHANGED', 'SPENDING_CHANGED']);
    expect(isSpendingPartCoherent(paid)).toBe(true);
  });

  it('of one that is not there is not found', () => {
    expect(refusalOf(decideApproveSpending(asked(), 'sp_none', STAFF, open(), actOf('m_staff')))).toBe('NOT_FOUND');
    expect(refusalOf(decideApproveSpending(asked(), 'constructor', STAFF, open(), actOf('m_staff')))).toBe('NOT_FOUND');
  });
});

type Act = (host: PlainHost, spendingId: string, memberId: string, nth: number) => Result<OutcomeOf<SpendingEvent>>;

const PEOPLE = ['m_1', 'm_2', 'm_3', 'm_4', 'm_agent'] as const;
const roleIn = (memberId: string, agentId: string | null): Approver => (memberId === agentId ? AGENT : STAFF);

const ACTS: Readonly<Record<string, (amountFen: number, agentId: string | null) => Act>> = {
  ask: (amountFen, agentId) => (host, _spendingId, memberId, nth) => decideAskSpending(host, askOf({ amountFen, payee: { name: '店', memberId: amountFen % 3 === 0 ? 'm_2' : null, isPerson: true } }), open(agentId), actOf(memberId, nth)),
  approve: (_amountFen, agentId) => (host, spendingId, memberId, nth) => decideApproveSpending(host, spendingId, roleIn(memberId, agentId), open(agentId), actOf(memberId, nth)),
  refuse: (_amountFen, agentId) => (host, spendingId, memberId, nth) => decideRefuseSpending(host, spendingId, '不行', open(agentId), actOf(memberId, nth)),
  withdraw: () => (host, spendingId, memberId, nth) => decideWithdrawSpending(host, spendingId, '', actOf(memberId, nth)),
  pay: (_amountFen, agentId) => (host, spendingId, memberId, nth) => decideRecordPayout(host, spendingId, payout({ recordedById: memberId }), open(agentId), actOf(memberId, nth)),
};

const plan = fc.record({ act: fc.constantFrom('ask', 'approve', 'approve', 'approve', 'refuse', 'withdraw', 'pay', 'pay'), who: fc.constantFrom(...PEOPLE), which: fc.nat(), amountFen: fc.integer({ min: -5, max: 40_000 }), agentId: fc.constantFrom(null, 'm_agent', 'm_agent', 'm_4') });

describe('whatever people do', () => {
  it('every fen is left, set aside or paid, and nobody decides on their own', () => {
    const reached = new Set<string>();
    fc.assert(
      fc.property(fc.array(plan, { minLength: 20, maxLength: 120 }), (steps) => {
        let host = hostWith(100_000);
        steps.forEach(({ act, who, which, amountFen, agentId }, nth) => {
          const ids = Object.keys(host.spendings);
          const decided = ACTS[act]?.(amountFen, agentId)(host, ids[which % Math.max(1, ids.length)] ?? 'sp_none', who, nth);
          if (decided?.ok !== true) return;
          host = carriedOut<SpendingEvent, PlainHost>(host, decided);
          reached.add(act);
          expect([fundsOf(host), isSpendingPartCoherent(host)]).toEqual([100_000, true]);
        });
      }),
      { numRuns: 200 },
    );
    expect([...reached].sort()).toEqual(['approve', 'ask', 'pay', 'refuse', 'withdraw']);
  });
});
