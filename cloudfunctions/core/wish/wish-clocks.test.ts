import { claimIdOf, decideClaim } from '../claim/claim-wish';
import { selfGiver } from '../claim/giver';
import { DAY_MS, HOUR_MS } from '../kernel/clock';
import { unwrap } from '../kernel/result';
import { NEVER_MS, type Claim, type Wish } from './wish';
import { applyChange } from './wish-change';
import { decideDue, nextWakeMs } from './wish-clocks';
import { neighbour, openWish, START_MS, submittedWish } from './wish.fixtures';

const kindsDue = (wish: Wish, nowMs: number): readonly string[] => decideDue(wish, nowMs).map((change) => change.event.kind);

const withClaim = (changes: Partial<Claim>): Wish => {
  const open = openWish({}, { shares: 1 });
  const outcome = unwrap(decideClaim(open, 1, selfGiver(neighbour), { actorId: neighbour._id, operationId: 'op_1', inputHash: 'i', nowMs: START_MS }));
  if (outcome.kind === 'replay') throw new Error('a first claim is no repeat');
  const wish = applyChange(open, outcome.change);
  const claimId = claimIdOf('op_1');
  return { ...wish, outbox: {}, pendingEvents: 0, claims: { [claimId]: { ...(wish.claims[claimId] as Claim), ...changes } } };
};

describe('clocks of a wish', () => {
  test('an event that waits is due now', () => expect(nextWakeMs(submittedWish(), START_MS + 5)).toBe(START_MS + 5));

  test('a held claim: a reminder a day before, a release after 72 hours', () => {
    const wish = withClaim({});
    expect(nextWakeMs(wish, START_MS)).toBe(START_MS + 48 * HOUR_MS);
    expect(kindsDue(wish, START_MS + 48 * HOUR_MS - 1)).toEqual([]);
    expect(kindsDue(wish, START_MS + 48 * HOUR_MS)).toEqual(['claimReminded']);
    expect(kindsDue(withClaim({ isReminded: true }), START_MS + 72 * HOUR_MS)).toEqual(['claimLapsed']);
  });

  test('a hold of less than a day is not reminded of in the moment it begins', () => {
    expect(nextWakeMs(withClaim({ holdUntilMs: START_MS + 20 * HOUR_MS }), START_MS)).toBe(START_MS + 20 * HOUR_MS);
  });

  test('a plan: a reminder, overdue at its last moment, released after the grace', () => {
    const planned = { state: 'planned', plannedAtMs: START_MS, deliverByMs: START_MS + 7 * DAY_MS, plan: { deliverAtMs: START_MS + DAY_MS, handover: 'home', note: '' } } as const;
    expect(kindsDue(withClaim(planned), START_MS + 6 * DAY_MS)).toEqual(['claimReminded']);
    expect(kindsDue(withClaim({ ...planned, isReminded: true }), START_MS + 7 * DAY_MS)).toEqual(['claimOverdue']);
    expect(kindsDue(withClaim({ ...planned, isReminded: true, isOverdue: true }), START_MS + 9 * DAY_MS - 1)).toEqual([]);
    expect(kindsDue(withClaim({ ...planned, isReminded: true, isOverdue: true }), START_MS + 9 * DAY_MS)).toEqual(['claimLapsed']);
  });

  test('a delivery nobody confirmed in five days goes to staff, once', () => {
    const delivered = { state: 'delivered', deliveredAtMs: START_MS, confirmByMs: START_MS + 5 * DAY_MS } as const;
    expect(kindsDue(withClaim(delivered), START_MS + 5 * DAY_MS)).toEqual(['confirmOverdue']);
    expect(nextWakeMs(withClaim({ ...delivered, isFollowedUp: true }), START_MS + 6 * DAY_MS)).toBe(NEVER_MS);
  });

  test('unclaimed for seven days, then the end of its window', () => {
    const wish = openWish();
    expect(nextWakeMs(wish, START_MS)).toBe(START_MS + 7 * DAY_MS);
    expect(kindsDue(wish, START_MS + 7 * DAY_MS)).toEqual(['unclaimed']);
    // Told, and nobody chose: the street hears of it, and the window still ends.
    expect(kindsDue({ ...wish, unclaimedToldAtMs: START_MS + 7 * DAY_MS, rescue: { ...wish.rescue, round: 1 } }, wish.windowEndMs)).toEqual(['rescueLate', 'expired']);
  });

  test('seven days after the last claim ended, nobody having it in hand', () => {
    const returned = { ...withClaim({ state: 'returned', endedAtMs: START_MS + 3 * DAY_MS }), sharesLeft: 1, sharesHeld: 0 };
    expect(nextWakeMs(returned, START_MS + 3 * DAY_MS)).toBe(START_MS + 10 * DAY_MS);
    expect(kindsDue(returned, START_MS + 10 * DAY_MS)).toEqual(['unclaimed']);
  });

  test('a window that closes waits for whoever is on the way', () => {
    const wish = withClaim({ isReminded: true, holdUntilMs: START_MS + 72 * HOUR_MS });
    expect(kindsDue({ ...wish, windowEndMs: START_MS + DAY_MS }, START_MS + 2 * DAY_MS)).toEqual([]);
  });

  test('a photo without an answer for thirty minutes goes to a person', () => {
    const wish = { ...submittedWish({ photoFileIds: ['cloud://e.b/uploads/a/1.jpg'] }), outbox: {}, pendingEvents: 0 };
    expect(nextWakeMs(wish, START_MS)).toBe(START_MS + 30 * 60_000);
    expect(kindsDue(wish, START_MS + 30 * 60_000)).toEqual(['photoNeedsHuman']);
  });

  test('an ended wish sleeps', () => {
    for (const state of ['completed', 'refused', 'withdrawn', 'expired', 'referred'] as const) expect(nextWakeMs(openWish({ state }), START_MS)).toBe(NEVER_MS);
  });
});
