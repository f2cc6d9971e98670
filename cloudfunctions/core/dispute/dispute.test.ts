import type { DisputeKind, DisputeOutcome, DisputeView } from '@contract';
import type { Step } from '../aggregate/step';
import { claimIdOf, decideClaim } from '../claim/claim-wish';
import { decideConfirmation } from '../claim/confirm-claim';
import { decideDelivery } from '../claim/deliver-claim';
import { selfGiver } from '../claim/giver';
import { decidePlan } from '../claim/plan-claim';
import { DAY_MS } from '../kernel/clock';
import type { Result } from '../kernel/result';
import type { Member } from '../member/member';
import { RULES } from '../rules';
import { applyChange, mayChange, type Outcome } from '../wish/wish-change';
import { isCoherent, type Claim, type Wish } from '../wish/wish';
import { member, neighbour, openWish, poster, roleOf, staff, START_MS } from '../wish/wish.fixtures';
import { decideDispute, decideDisputeWithdrawal } from './end-dispute';
import { decideDisputeOpening } from './open-dispute';
import { openKindsOf, outcomesOf } from './dispute';
import { disputeView } from './dispute-view';

let acts = 0;
const stepOf = (actor: Member, nowMs = START_MS): Step => ({ actorId: actor._id, operationId: `op_${(acts += 1)}`, inputHash: 'hash', nowMs });
const CLAIM = claimIdOf('op_claim');
const claimOf = (wish: Wish): Claim => {
  const claim = wish.claims[CLAIM];
  if (claim === undefined) throw new Error('no claim');
  return claim;
};

/** What stands after a decision; whatever it is, the wish adds up. */
const after = (wish: Wish, decided: Result<Outcome>): Wish => {
  if (!decided.ok) throw new Error(decided.refusal.code);
  if (decided.value.kind === 'replay') return wish;
  expect(mayChange(wish, decided.value.change)).toBe(true);
  const changed = applyChange(wish, decided.value.change);
  expect(isCoherent(changed)).toBe(true);
  return changed;
};
const codeOf = (decided: Result<Outcome>): string | null => (decided.ok ? null : decided.refusal.code);

const held = (): Wish => after(openWish(), decideClaim(openWish(), 2, selfGiver(neighbour), { ...stepOf(neighbour), operationId: 'op_claim' }));
const planned = (): Wish => after(held(), decidePlan(held(), CLAIM, { deliverAtMs: START_MS + DAY_MS, handover: 'station', note: '' }, neighbour, stepOf(neighbour)));
const delivered = (): Wish => {
  const wish = planned();
  return after(wish, decideDelivery(wish, CLAIM, { note: '放驿站了', proofFileIds: ['cloud://e.b/uploads/a/1.jpg'], shares: null }, neighbour, stepOf(neighbour)));
};
const confirmed = (): Wish => {
  const wish = delivered();
  return after(wish, decideConfirmation(wish, CLAIM, poster, stepOf(poster)));
};
const say = (kind: DisputeKind = 'notReceived') => ({ kind, note: '没看到', photoFileIds: [] });
const opened = (wish: Wish, kind?: DisputeKind, nowMs = START_MS): Wish => after(wish, decideDisputeOpening(wish, CLAIM, say(kind), poster, stepOf(poster, nowMs)));
const ruled = (wish: Wish, outcome: DisputeOutcome, nowMs = START_MS + DAY_MS): Wish => after(wish, decideDispute(wish, CLAIM, { outcome, note: '问清楚了', photoFileIds: [] }, staff, stepOf(staff, nowMs)));

describe('opening a dispute', () => {
  it('is for the two sides and staff of the area, about what may be said where the claim stands', () => {
    const wish = delivered();
    const foreign = member('m_foreign', { roles: [roleOf('staff', 'd01-s01-c02')] });
    for (const stranger of [member('m_stranger'), foreign]) expect(codeOf(decideDisputeOpening(wish, CLAIM, say(), stranger, stepOf(stranger)))).toBe('NOT_FOUND');
    expect(codeOf(decideDisputeOpening(wish, 'c_none', say(), poster, stepOf(poster)))).toBe('NOT_FOUND');
    expect(codeOf(decideDisputeOpening(held(), CLAIM, say('notReceived'), poster, stepOf(poster)))).toBe('DISPUTE_NOT_NOW');
    expect(codeOf(decideDisputeOpening(wish, CLAIM, say('notReceived'), neighbour, stepOf(neighbour)))).toBe('DISPUTE_NOT_NOW');
    for (const [actor, side] of [[poster, 'recipient'], [staff, 'recipient'], [neighbour, 'giver']] as const) expect(claimOf(after(wish, decideDisputeOpening(wish, CLAIM, say('notAsAgreed'), actor, stepOf(actor)))).dispute).toMatchObject({ side, openedById: actor._id, state: 'open' });
  });

  it('the same act again is known, with other words it is refused, and a second dispute waits for the end of the first', () => {
    const step = stepOf(poster);
    const wish = delivered();
    const disputed = after(wish, decideDisputeOpening(wish, CLAIM, say(), poster, step));
    expect(decideDisputeOpening(disputed, CLAIM, say(), poster, step)).toMatchObject({ ok: true, value: { kind: 'replay' } });
    expect(codeOf(decideDisputeOpening(disputed, CLAIM, say(), poster, { ...step, inputHash: 'other' }))).toBe('OPERATION_REUSED');
    expect(codeOf(decideDisputeOpening(disputed, CLAIM, say(), poster, stepOf(poster)))).toBe('CLAIM_IN_DISPUTE');
  });

  it('after the confirmation only as long as the points wait', () => {
    const wish = confirmed();
    const lastMs = (claimOf(wish).confirmedAtMs ?? 0) + RULES.dispute.afterConfirmMs;
    expect(openKindsOf(claimOf(wish), 'recipient', lastMs - 1)).toContain('notReceived');
    expect(openKindsOf(claimOf(wish), 'recipient', lastMs)).toEqual([]);
    expect(openKindsOf(claimOf(wish), 'giver', START_MS)).toEqual([]);
  });

  it('so many rounds a claim and no more', () => {
    let wish = delivered();
    for (let round = 1; round <= RULES.dispute.roundsPerClaim; round += 1) {
      wish = opened(wish);
      wish = after(wish, decideDisputeWithdrawal(wish, CLAIM, stepOf(poster)));
      expect(claimOf(wish).disputeRound).toBe(round);
    }
    expect(codeOf(decideDisputeOpening(wish, CLAIM, say(), poster, stepOf(poster)))).toBe('DISPUTE_CLOSED');
  });

  it('two at once: the guard lets one through', () => {
    const wish = delivered();
    const mine = decideDisputeOpening(wish, CLAIM, say(), poster, stepOf(poster));
    const theirs = decideDisputeOpening(wish, CLAIM, say('notWanted'), neighbour, stepOf(neighbour));
    if (!theirs.ok || theirs.value.kind === 'replay') throw new Error('refused');
    expect(mayChange(after(wish, mine), theirs.value.change)).toBe(false);
  });
});

describe('the end of a dispute', () => {
  it('returned: the shares are there again, with time for somebody else; nothing of the delivery stays', () => {
    const wish = ruled(opened(delivered()), 'returned');
    expect(claimOf(wish)).toMatchObject({ state: 'returned', isDisputed: false, plan: null, proofNote: '', dispute: { state: 'decided', outcome: 'returned', outcomeNote: '问清楚了' } });
    expect([wish.sharesLeft, wish.sharesHeld, wish.sharesDelivered]).toEqual([3, 0, 0]);
    expect(wish.windowEndMs).toBeGreaterThanOrEqual(START_MS + DAY_MS + RULES.dispute.reopenMs);
  });

  it('received: confirmed by whoever decided, from the plan too, once counted as delivered', () => {
    for (const stood of [planned(), delivered()]) {
      const wish = ruled(opened(stood, 'notAsAgreed'), 'received');
      expect(claimOf(wish)).toMatchObject({ state: 'confirmed', confirmedBy: staff._id, isOverdue: false });
      expect([wish.sharesLeft, wish.sharesHeld, wish.sharesDelivered]).toEqual([1, 0, 2]);
    }
  });

  it('cancelled: the wish is that much smaller, and so is its value', () => {
    const wish = ruled(opened(held(), 'notWanted'), 'cancelled');
    expect([wish.sharesWanted, wish.sharesLeft, wish.sharesHeld, wish.estimatedValueFen]).toEqual([1, 1, 0, 8_000]);
    expect(claimOf(wish).state).toBe('cancelled');
  });

  it('dismissed or withdrawn: the clocks go on where they stood', () => {
    for (const [stood, clock] of [[held(), 'holdUntilMs'], [planned(), 'deliverByMs'], [delivered(), 'confirmByMs']] as const) {
      const disputed = opened(stood, 'notWanted');
      const laterMs = START_MS + 3 * DAY_MS;
      const ends = [ruled(disputed, 'dismissed', laterMs), after(disputed, decideDisputeWithdrawal(disputed, CLAIM, stepOf(poster, laterMs)))];
      for (const wish of ends) expect((claimOf(wish)[clock] ?? 0) - (claimOf(stood)[clock] ?? 0)).toBe(3 * DAY_MS);
    }
  });

  it('points that were taken back come again under a new round, unless the help did not count', () => {
    const disputed = opened(confirmed());
    const { pointsRound } = claimOf(disputed);
    expect(claimOf(disputed).dispute?.heldPointsRound).toBe(pointsRound);
    expect(claimOf(ruled(disputed, 'received')).pointsRound).toBe(pointsRound + 1);
    expect(claimOf(ruled(disputed, 'returned')).pointsRound).toBe(pointsRound);
  });

  it('is decided by staff of the area who are no side of it, once, by what fits where the claim stands', () => {
    const ruling = { outcome: 'received' as const, note: '看过了', photoFileIds: [] };
    const disputed = opened(delivered());
    const foreign = member('m_foreign', { roles: [roleOf('staff', 'd01-s01-c02')] });
    expect(codeOf(decideDispute(disputed, CLAIM, ruling, foreign, stepOf(foreign)))).toBe('OUT_OF_AREA');
    const stood = delivered();
    const byStaff = after(stood, decideDisputeOpening(stood, CLAIM, say(), staff, stepOf(staff)));
    expect(codeOf(decideDispute(byStaff, CLAIM, ruling, staff, stepOf(staff)))).toBe('NOT_ALLOWED');
    const posterOnStaff = { ...poster, roles: staff.roles };
    expect(codeOf(decideDispute(disputed, CLAIM, ruling, posterOnStaff, stepOf(posterOnStaff)))).toBe('NOT_ALLOWED');
    expect(codeOf(decideDispute(stood, CLAIM, ruling, staff, stepOf(staff)))).toBe('NOT_FOUND');
    const early = opened(held(), 'notWanted');
    expect(outcomesOf(claimOf(early))).not.toContain('received');
    expect(codeOf(decideDispute(early, CLAIM, ruling, staff, stepOf(staff)))).toBe('DISPUTE_NOT_NOW');
    const step = stepOf(staff);
    const decided = after(disputed, decideDispute(disputed, CLAIM, ruling, staff, step));
    expect(decideDispute(decided, CLAIM, ruling, staff, step)).toMatchObject({ ok: true, value: { kind: 'replay' } });
    expect(codeOf(decideDispute(decided, CLAIM, ruling, staff, { ...step, inputHash: 'other' }))).toBe('OPERATION_REUSED');
    expect(codeOf(decideDispute(decided, CLAIM, ruling, staff, stepOf(staff)))).toBe('DISPUTE_CLOSED');
    expect(codeOf(decideDisputeOpening(decided, CLAIM, say(), poster, stepOf(poster)))).toBe('DISPUTE_CLOSED');
  });

  it('only whoever opened it takes it back, and only while it is open', () => {
    const disputed = opened(delivered());
    expect(codeOf(decideDisputeWithdrawal(disputed, CLAIM, stepOf(neighbour)))).toBe('NOT_FOUND');
    expect(codeOf(decideDisputeWithdrawal(ruled(disputed, 'dismissed'), CLAIM, stepOf(poster)))).toBe('DISPUTE_CLOSED');
  });
});

describe('what both sides read', () => {
  const view = (wish: Wish): DisputeView => disputeView(wish, claimOf(wish), { member: neighbour, reader: 'giver', links: new Map(), nowMs: START_MS + 2 * DAY_MS });
  const titles = (wish: Wish): readonly string[] => view(wish).timeline.map(({ title }) => title);

  it('says of the recipient only what they said', () => {
    expect(titles(opened(confirmed(), 'notReceived'))).toContain('说收到了');
    const found = ruled(opened(delivered(), 'notReceived'), 'received');
    expect(claimOf(found).state).toBe('confirmed');
    expect(titles(found)).not.toContain('说收到了');
    expect(titles(found).at(-1)).toContain('社区问清楚了');
  });

  it('says where the shares went instead of a day that is over', () => {
    expect(view(opened(delivered())).planText).toContain('约好');
    expect(view(ruled(opened(delivered()), 'returned')).planText).toBe('已经放回墙上');
    expect(view(ruled(opened(delivered()), 'cancelled')).planText).toBe('这几份不要了');
  });
});
