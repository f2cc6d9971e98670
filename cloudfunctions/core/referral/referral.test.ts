import { applyChange, mayChange } from '../aggregate/change';
import { DAY_MS, HOUR_MS } from '../kernel/clock';
import { unwrap, type Result } from '../kernel/result';
import { addWorkingMs } from '../kernel/working-days';
import { decideRefer } from '../rescue/refer-wish';
import { RULES } from '../rules';
import type { Wish } from '../wish/wish';
import type { Outcome } from '../wish/wish-change';
import { decideDue, nextWakeMs } from '../wish/wish-clocks';
import { effectsOf } from '../wish/wish-effects';
import { COMMUNITY, member, neighbour, openWish, roleOf, START_MS } from '../wish/wish.fixtures';
import { decideAccept, decideDecline } from './answer-referral';
import { decideFinishReferral } from './finish-referral';
import { decideReferOn } from './refer-on';

const OTHER = 'd01-s01-c02';
const worker = member('m_worker', { displayName: '周敏', roles: [roleOf('socialWorker', COMMUNITY)] });
const other = member('m_other', { displayName: '小陈', roles: [roleOf('staff', OTHER)] });
const street = member('m_street', { displayName: '郑主任', roles: [roleOf('staff', 'd01-s01')] });
const REFERRED_MS = START_MS + RULES.wish.unclaimedDays * DAY_MS + HOUR_MS;
const step = (actorId: string, operationId: string, nowMs = REFERRED_MS) => ({ actorId, operationId, inputHash: 'i', nowMs });
const offer = (toAreaId: string, toAreaName: string, kind: 'primary' | 'assist' | 'transfer' = 'transfer') => ({ class: kind, toAreaId, toAreaName, toRole: 'staff', reason: '我们没有这个资源' }) as const;
const settled = (wish: Wish): Wish => ({ ...wish, outbox: {}, pendingEvents: 0 });

const carry = (wish: Wish, decided: Result<Outcome>): Wish => {
  const outcome = unwrap(decided);
  if (outcome.kind !== 'change') throw new Error('a replay');
  expect(mayChange(wish, outcome.change)).toBe(true);
  const after = applyChange(wish, outcome.change);
  // Every event of a referral says what it brings about, whatever the state it is read in.
  for (const event of Object.values(after.outbox)) expect(effectsOf(after, event).length).toBeGreaterThan(0);
  return settled(after);
};

const strike = (wish: Wish, nowMs: number): Wish => {
  const change = decideDue(wish, nowMs).find((due) => mayChange(wish, due));
  if (change === undefined) throw new Error('no clock is due');
  return carry(wish, { ok: true, value: { kind: 'change', change } });
};

const told = (): Wish => strike(openWish(), REFERRED_MS - HOUR_MS);
const offered = (kind: 'primary' | 'assist' | 'transfer' = 'transfer'): Wish => carry(told(), decideRefer(told(), offer(OTHER, '柳岸社区', kind), worker, step(worker._id, 'op_refer')));
const refusalOf = (result: Result<Outcome>): string => (result.ok ? result.value.kind : `${result.refusal.code} ${result.refusal.message ?? ''}`);

describe('a referral', () => {
  it('takes the wish off the wall, and the sender answers for it until it is accepted', () => {
    const wish = offered();
    expect(wish).toMatchObject({ state: 'referred', referral: { state: 'offered', hop: 1, owner: { name: '周敏' } } });
    expect(wish.referralAreaIds).toEqual(expect.arrayContaining([OTHER, COMMUNITY]));
    expect(nextWakeMs(wish, REFERRED_MS)).toBe(addWorkingMs(REFERRED_MS, 24 * HOUR_MS));
  });

  it('makes the receiver the owner of a transfer, a helper of the other classes', () => {
    const transferred = carry(offered(), decideAccept(offered(), '', other, step(other._id, 'op_a')));
    expect(transferred.referral).toMatchObject({ state: 'accepted', owner: { name: '小陈' }, helper: null });
    const assisted = carry(offered('assist'), decideAccept(offered('assist'), '', other, step(other._id, 'op_a')));
    expect(assisted.referral).toMatchObject({ owner: { name: '周敏' }, helper: { name: '小陈' } });
    expect(nextWakeMs(transferred, REFERRED_MS)).toBe(REFERRED_MS + 30 * DAY_MS);
  });

  it('is answered by those it was sent to, once', () => {
    expect(refusalOf(decideAccept(offered(), '', worker, step(worker._id, 'op')))).toContain('NOT_ALLOWED');
    expect(refusalOf(decideAccept(offered(), '', neighbour, step(neighbour._id, 'op')))).toContain('NOT_FOUND');
    const accepted = carry(offered(), decideAccept(offered(), '', other, step(other._id, 'op_a')));
    expect(refusalOf(decideAccept(accepted, '', other, step(other._id, 'op_a')))).toBe('replay');
    expect(refusalOf(decideDecline(accepted, '没空', street, step(street._id, 'op_b')))).toContain('小陈刚刚接下了');
  });

  it('goes back to the sender when declined or without an answer, then to the street', () => {
    const lateMs = addWorkingMs(REFERRED_MS, 24 * HOUR_MS);
    const late = strike(offered(), lateMs);
    expect(late.referral).toMatchObject({ state: 'declined', owner: { name: '周敏' } });
    const stuckMs = addWorkingMs(lateMs, 24 * HOUR_MS);
    const stuck = strike(late, stuckMs);
    expect(stuck.referral).toMatchObject({ state: 'declined', asked: 1 });
    expect(nextWakeMs(stuck, stuckMs)).toBe(stuckMs + RULES.referral.stuckDays * DAY_MS);
  });

  it('hops twice at most, then the owner stays', () => {
    const declined = carry(offered(), decideDecline(offered(), '没有轮椅', other, step(other._id, 'op_d')));
    const second = carry(declined, decideReferOn(declined, offer('d01-s01', '枫桥街道'), worker, step(worker._id, 'op_2')));
    expect(second.referral).toMatchObject({ hop: 2, state: 'offered' });
    const accepted = carry(second, decideAccept(second, '', street, step(street._id, 'op_3')));
    expect(refusalOf(decideReferOn(accepted, offer('d01', '云溪区'), street, step(street._id, 'op_4')))).toContain('郑主任负责到底');
  });

  it('stays in the district and never goes to a grid or to oneself', () => {
    for (const areaId of ['d02-s01', `${OTHER}-g01`, COMMUNITY]) expect(refusalOf(decideRefer(told(), offer(areaId, '别处'), worker, step(worker._id, 'op')))).toContain('BAD_INPUT');
  });

  it('is asked after when 30 days passed, first the owner, then the street, for ever until it is done', () => {
    const accepted = carry(offered(), decideAccept(offered(), '', other, step(other._id, 'op_a')));
    const asked = strike(accepted, REFERRED_MS + 30 * DAY_MS);
    expect(asked.referral?.asked).toBe(1);
    const again = strike(asked, REFERRED_MS + 60 * DAY_MS);
    expect(again.referral?.asked).toBe(2);
    expect(nextWakeMs(again, REFERRED_MS + 60 * DAY_MS)).toBe(REFERRED_MS + 90 * DAY_MS);
  });

  it.each([['helped', 'completed'], ['impossible', 'refused'], ['backToWall', 'open']] as const)('ends as %s: the wish is %s', (outcome, state) => {
    const accepted = carry(offered(), decideAccept(offered(), '', other, step(other._id, 'op_a')));
    expect(refusalOf(decideFinishReferral(accepted, outcome, '说明', worker, step(worker._id, 'op_w')))).toContain('NOT_ALLOWED');
    const done = carry(accepted, decideFinishReferral(accepted, outcome, '说明', other, step(other._id, 'op_f')));
    expect(done).toMatchObject({ state, referral: { state: 'done', outcome }, referralAreaIds: [] });
    if (outcome === 'backToWall') expect(nextWakeMs(done, REFERRED_MS)).toBe(REFERRED_MS + 7 * DAY_MS);
    expect(refusalOf(decideFinishReferral(done, outcome, '说明', other, step(other._id, 'op_f')))).toBe('replay');
  });

  it('does not go back to a wall whose window has closed', () => {
    const accepted = carry(offered(), decideAccept(offered(), '', other, step(other._id, 'op_a')));
    expect(refusalOf(decideFinishReferral(accepted, 'backToWall', '说明', other, step(other._id, 'op_f', accepted.windowEndMs + 1)))).toContain('WISH_WINDOW_PAST');
  });
});
