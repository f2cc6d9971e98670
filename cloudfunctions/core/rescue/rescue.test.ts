import { applyChange, mayChange } from '../aggregate/change';
import { claimIdOf } from '../claim/claim-wish';
import { DAY_MS, HOUR_MS } from '../kernel/clock';
import { unwrap, type Result } from '../kernel/result';
import { addWorkingMs } from '../kernel/working-days';
import { RULES } from '../rules';
import { isCoherent, type Wish } from '../wish/wish';
import type { Outcome } from '../wish/wish-change';
import { decideDue, nextWakeMs } from '../wish/wish-clocks';
import { effectsOf } from '../wish/wish-effects';
import { COMMUNITY, member, neighbour, openWish, roleOf, START_MS } from '../wish/wish.fixtures';
import { decidePayment } from './pay-from-project';
import { decideRefer } from './refer-wish';
import { canSplit, decideSplit } from './split-wish';

const worker = member('m_worker', { displayName: '周敏', roles: [roleOf('socialWorker', COMMUNITY)] });
const TOLD_MS = START_MS + RULES.wish.unclaimedDays * DAY_MS;
const step = (operationId: string, nowMs = TOLD_MS + HOUR_MS) => ({ actorId: worker._id, operationId, inputHash: 'i', nowMs });

const settled = (wish: Wish): Wish => ({ ...wish, outbox: {}, pendingEvents: 0 });

const strike = (wish: Wish, nowMs: number): Wish => {
  const change = decideDue(wish, nowMs).find((due) => mayChange(wish, due));
  if (change === undefined) throw new Error('no clock is due');
  return applyChange(wish, change);
};

const told = (input = {}): Wish => settled(strike(openWish({}, input), TOLD_MS));

const carry = (wish: Wish, decided: Result<Outcome>): Wish => {
  const outcome = unwrap(decided);
  if (outcome.kind !== 'change') throw new Error('a replay');
  expect(mayChange(wish, outcome.change)).toBe(true);
  const after = applyChange(wish, outcome.change);
  expect(isCoherent(after)).toBe(true);
  return after;
};

const codeOf = (result: Result<Outcome>): string => (result.ok ? result.value.kind : result.refusal.code);

describe('a wish nobody claims for seven days', () => {
  it('goes to a named social worker, then after 24 working hours to the street', () => {
    const first = strike(openWish(), TOLD_MS);
    const [event] = Object.values(first.outbox);
    expect(event).toMatchObject({ kind: 'unclaimed', round: 1 });
    expect(event && effectsOf(first, event)[0]).toMatchObject({ kind: 'openTask', taskKind: 'unclaimed', assignTo: 'socialWorker' });
    const lateMs = addWorkingMs(TOLD_MS, 24 * HOUR_MS);
    expect(nextWakeMs(settled(first), TOLD_MS)).toBe(lateMs);
    const late = strike(settled(first), lateMs);
    const [lateEvent] = Object.values(late.outbox);
    expect(lateEvent && effectsOf(late, lateEvent)[0]).toMatchObject({ kind: 'openTask', taskKind: 'unclaimedLate', areaIds: ['d01', 'd01-s01'] });
    expect(decideDue(settled(late), lateMs + DAY_MS)).toEqual([]);
  });

  it('is split into more, smaller shares; the sums hold and the clock begins anew', () => {
    const wish = carry(told(), decideSplit(told(), { shares: 12, shareNote: '1 公斤米' }, worker, step('op_split')));
    expect(wish).toMatchObject({ sharesWanted: 12, sharesLeft: 12, shareNote: '1 公斤米', estimatedValueFen: 24_000 });
    expect(nextWakeMs(settled(wish), TOLD_MS + HOUR_MS)).toBe(TOLD_MS + HOUR_MS + 7 * DAY_MS);
    const again = strike(settled(wish), TOLD_MS + HOUR_MS + 7 * DAY_MS);
    expect(Object.values(again.outbox)[0]).toMatchObject({ kind: 'unclaimed', round: 2 });
  });

  it('is not split into fewer, nor into more than a wish may have', () => {
    expect(codeOf(decideSplit(told(), { shares: 3, shareNote: '一份' }, worker, step('op')))).toBe('BAD_INPUT');
    const delivered: Wish = { ...told({ shares: 50 }), sharesDelivered: 40, sharesLeft: 10 };
    expect(codeOf(decideSplit(delivered, { shares: 21, shareNote: '一份' }, worker, step('op')))).toBe('BAD_INPUT');
    expect(codeOf(decideSplit(delivered, { shares: 20, shareNote: '一份' }, worker, step('op')))).toBe('change');
  });

  it('is not split when it is one single thing; one share that can be measured is', () => {
    const bed: Wish = { ...told({ shares: 1 }), shareNote: '' };
    expect(codeOf(decideSplit(bed, { shares: 2, shareNote: '半张' }, worker, step('op')))).toBe('BAD_INPUT');
    expect(canSplit(bed)).toBe(false);
    const rice: Wish = { ...told({ shares: 1 }), shareNote: '10 公斤米' };
    expect(codeOf(decideSplit(rice, { shares: 10, shareNote: '1 公斤米' }, worker, step('op')))).toBe('change');
  });

  it('is paid from a project: a planned claim of all that is left, carried by who chose', () => {
    const payment = { projectName: '邻里互助金', amountFen: 20_000, deliverAtMs: TOLD_MS + 3 * DAY_MS };
    const wish = carry(told(), decidePayment(told(), payment, worker, step('op_pay')));
    expect(wish.claims[claimIdOf('op_pay')]).toMatchObject({ giverKind: 'project', claimerName: '邻里互助金', claimerId: worker._id, state: 'planned', shares: 3, projectAmountFen: 20_000 });
    expect(codeOf(decidePayment(told(), { ...payment, amountFen: 24_001 }, worker, step('op')))).toBe('BAD_INPUT');
    expect(codeOf(decidePayment(told(), { ...payment, deliverAtMs: TOLD_MS + 60 * DAY_MS }, worker, step('op')))).toBe('PLAN_TOO_LATE');
    expect(codeOf(decidePayment(told(), { ...payment, deliverAtMs: TOLD_MS - 2 * DAY_MS }, worker, step('op')))).toBe('PLAN_TOO_LATE');
  });

  it('is chosen for once: the same act is a replay, the next is told what was chosen', () => {
    const wish = settled(carry(told(), decideSplit(told(), { shares: 12, shareNote: '1 公斤米' }, worker, step('op_split'))));
    expect(codeOf(decideSplit(wish, { shares: 12, shareNote: '1 公斤米' }, worker, step('op_split')))).toBe('replay');
    expect(codeOf(decideSplit(wish, { shares: 13, shareNote: '1 公斤米' }, worker, { ...step('op_split'), inputHash: 'other' }))).toBe('OPERATION_REUSED');
    const second = decideRefer(wish, { class: 'transfer', toAreaId: 'd01-s01', toAreaName: '枫桥街道', toRole: 'staff', reason: '一起想办法' }, worker, step('op_refer'));
    expect(second.ok ? '' : second.refusal.message).toContain('周敏刚刚选好了');
    expect(codeOf(decideSplit(told(), { shares: 12, shareNote: '米' }, neighbour, step('op')))).toBe('OUT_OF_AREA');
    expect(codeOf(decideSplit(openWish(), { shares: 12, shareNote: '米' }, worker, step('op')))).toBe('WISH_STATE_CHANGED');
  });
});
