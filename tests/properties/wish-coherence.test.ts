import { DISPUTE_KINDS, DISPUTE_OUTCOMES } from '@contract';
import fc from 'fast-check';
import { claimIdOf, decideClaim } from '../../cloudfunctions/core/claim/claim-wish';
import { decideConfirmation } from '../../cloudfunctions/core/claim/confirm-claim';
import { decideDelivery } from '../../cloudfunctions/core/claim/deliver-claim';
import { decideExtension } from '../../cloudfunctions/core/claim/extend-claim';
import { decideGiveBack } from '../../cloudfunctions/core/claim/give-back-claim';
import { selfGiver } from '../../cloudfunctions/core/claim/giver';
import { decidePlan } from '../../cloudfunctions/core/claim/plan-claim';
import { decideRated } from '../../cloudfunctions/core/claim/record-rating';
import type { Step } from '../../cloudfunctions/core/aggregate/step';
import { decideDispute, decideDisputeWithdrawal } from '../../cloudfunctions/core/dispute/end-dispute';
import { decideDisputeOpening } from '../../cloudfunctions/core/dispute/open-dispute';
import { decideCodeIssue, decideRedemption } from '../../cloudfunctions/core/handover/handover-code';
import { DAY_MS, HOUR_MS } from '../../cloudfunctions/core/kernel/clock';
import type { Result } from '../../cloudfunctions/core/kernel/result';
import { decideAnswer } from '../../cloudfunctions/core/review/answer-review';
import { decideReview } from '../../cloudfunctions/core/review/decide-review';
import { applySettlement, decideSettlement, pendingEventsOf } from '../../cloudfunctions/core/wish/settle-wish';
import { decideDue, nextWakeMs } from '../../cloudfunctions/core/wish/wish-clocks';
import { applyChange, mayChange, type Outcome } from '../../cloudfunctions/core/wish/wish-change';
import { effectsOf } from '../../cloudfunctions/core/wish/wish-effects';
import { decideWithdrawal } from '../../cloudfunctions/core/wish/withdraw-wish';
import { claimsOf, isPending, isCoherent, NEVER_MS, wallStateOf, type Wish } from '../../cloudfunctions/core/wish/wish';
import { member, poster, roleOf, staff, START_MS, submittedWish, COMMUNITY } from '../../cloudfunctions/core/wish/wish.fixtures';

/** `npm run test:long` draws many more sequences. */
const LONGER = process.env.LINYUAN_LONG === '1' ? 20 : 1;

/**
 * Any sequence of commands and clocks, by anybody, with stale reads among them: after every step the shares add up and
 * the wish is coherent; once settled, it has a clock or is over.
 */
const givers = ['a', 'b', 'c', 'd'].map((name) => member(`m_${name}`, { roles: name === 'a' ? [roleOf('merchant', COMMUNITY, '吴记')] : [] }));

type Command =
  | { readonly kind: 'review'; readonly decision: 'approve' | 'ask' | 'refuse' }
  | { readonly kind: 'answer' | 'withdraw' | 'clocks' | 'settle' }
  | { readonly kind: 'claim'; readonly giver: number; readonly shares: number }
  | { readonly kind: 'plan' | 'deliver' | 'extend' | 'giveBack' | 'confirm' | 'dispute' | 'undispute' | 'decide' | 'issueCode' | 'redeem' | 'rated'; readonly nth: number; readonly byStaff: boolean; readonly shares: number | null }
  | { readonly kind: 'wait'; readonly hours: number };

const nth = fc.nat({ max: 5 });
const command: fc.Arbitrary<Command> = fc.oneof(
  { weight: 2, arbitrary: fc.record({ kind: fc.constant('review' as const), decision: fc.constantFrom('approve' as const, 'approve' as const, 'ask' as const, 'refuse' as const) }) },
  { weight: 2, arbitrary: fc.record({ kind: fc.constantFrom('answer' as const, 'withdraw' as const) }) },
  { weight: 4, arbitrary: fc.record({ kind: fc.constantFrom('clocks' as const, 'settle' as const) }) },
  { weight: 6, arbitrary: fc.record({ kind: fc.constant('claim' as const), giver: fc.nat({ max: givers.length - 1 }), shares: fc.integer({ min: 1, max: 3 }) }) },
  { weight: 12, arbitrary: fc.record({ kind: fc.constantFrom('plan' as const, 'deliver' as const, 'extend' as const, 'giveBack' as const, 'confirm' as const, 'dispute' as const, 'undispute' as const, 'decide' as const, 'issueCode' as const, 'redeem' as const, 'rated' as const), nth, byStaff: fc.boolean(), shares: fc.constantFrom(null, 1, 2) }) },
  { weight: 4, arbitrary: fc.record({ kind: fc.constant('wait' as const), hours: fc.constantFrom(1, 30, 73, 24 * 6, 24 * 10) }) },
);

/** The database as the shell uses it: a change goes through when its guard holds on what stands, whatever was read. */
class Model {
  wish: Wish = submittedWish();
  nowMs = START_MS;
  private steps = 0;

  step(actorId: string): Step {
    this.steps += 1;
    return { actorId, operationId: `op_${this.steps}`, inputHash: 'input', nowMs: this.nowMs };
  }

  write(decided: Result<Outcome>): void {
    if (!decided.ok || decided.value.kind === 'replay') return;
    const { change } = decided.value;
    if (!mayChange(this.wish, change)) return;
    this.wish = applyChange(this.wish, change);
  }

  settle(): void {
    for (let round = 0; round < 3; round += 1) {
      const events = pendingEventsOf(this.wish);
      for (const event of events) expect(effectsOf(this.wish, event)).toBeDefined();
      const settlement = decideSettlement(this.wish, events.map((event) => event.eventId), this.nowMs);
      if (settlement === null) return;
      this.wish = applySettlement(this.wish, settlement);
    }
  }

  strike(): void {
    for (let struck = 0; struck < 100; struck += 1) {
      const [change] = decideDue(this.wish, this.nowMs);
      if (change === undefined) return;
      expect(mayChange(this.wish, change)).toBe(true);
      this.wish = applyChange(this.wish, change);
    }
    throw new Error('a clock strikes for ever');
  }
}

const claimAt = (wish: Wish, index: number): { readonly claimId: string; readonly claimerId: string } => claimsOf(wish)[index] ?? { claimId: 'c_none', claimerId: 'm_none' };

const onClaim = (model: Model, seen: Wish, command: Extract<Command, { readonly nth: number }>): Result<Outcome> => {
  const { claimId, claimerId } = claimAt(seen, command.nth);
  const giver = givers.find((each) => each._id === claimerId) ?? poster;
  switch (command.kind) {
    case 'plan':
      return decidePlan(seen, claimId, { deliverAtMs: model.nowMs + DAY_MS, handover: 'station', note: '' }, giver, model.step(giver._id));
    case 'deliver':
      return decideDelivery(seen, claimId, { note: '', proofFileIds: ['cloud://e.b/uploads/a/1.jpg'], shares: command.shares }, giver, model.step(giver._id));
    case 'extend':
      return decideExtension(seen, claimId, '晚几天', command.byStaff ? staff : giver, model.step(command.byStaff ? staff._id : giver._id));
    case 'giveBack':
      return decideGiveBack(seen, claimId, command.byStaff ? staff : giver, model.step(command.byStaff ? staff._id : giver._id), command.shares);
    case 'confirm':
      return decideConfirmation(seen, claimId, command.byStaff ? staff : poster, model.step(command.byStaff ? staff._id : poster._id));
    case 'dispute': {
      const kind = DISPUTE_KINDS[model.nowMs % 3] ?? 'notWanted';
      const actor = command.byStaff ? giver : poster;
      return decideDisputeOpening(seen, claimId, { kind, note: '没看到', photoFileIds: [] }, actor, model.step(actor._id));
    }
    case 'undispute':
      return decideDisputeWithdrawal(seen, claimId, model.step(command.byStaff ? giver._id : poster._id));
    case 'decide':
      return decideDispute(seen, claimId, { outcome: DISPUTE_OUTCOMES[command.nth % 4] ?? 'returned', note: '问清楚了', photoFileIds: [] }, staff, model.step(staff._id));
    case 'issueCode':
      return decideCodeIssue(seen, claimId, 'right', poster, model.step(poster._id));
    case 'redeem':
      return decideRedemption(seen, claimId, command.byStaff ? 'wrong' : 'right', giver, model.step(giver._id));
    case 'rated':
      return decideRated(seen, claimId, 'satisfied', poster._id, model.nowMs);
  }
};

const carryOut = (model: Model, seen: Wish, command: Command): void => {
  switch (command.kind) {
    case 'review':
      return model.write(decideReview(seen, command.decision === 'approve' ? { kind: 'approve' } : { kind: command.decision, note: '请说清楚' }, staff, model.step(staff._id)));
    case 'answer':
      return model.write(decideAnswer(seen, { answer: '补好了', photoFileIds: [], needsCare: false }, poster, model.step(poster._id)));
    case 'withdraw':
      return model.write(decideWithdrawal(seen, poster, model.step(poster._id)));
    case 'clocks':
      return model.strike();
    case 'settle':
      return model.settle();
    case 'claim': {
      const giver = givers[command.giver] ?? poster;
      return model.write(decideClaim(seen, command.shares, selfGiver(giver), model.step(giver._id)));
    }
    case 'wait':
      model.nowMs += command.hours * HOUR_MS;
      return;
    default:
      return model.write(onClaim(model, seen, command));
  }
};

const assertSettled = (wish: Wish, nowMs: number): void => {
  expect(wish.pendingEvents).toBe(0);
  expect(wish.wallState).toBe(wallStateOf(wish));
  expect(wish.wakeAtMs).toBe(nextWakeMs(wish, nowMs));
  const isOpenEnded = wish.state === 'review' || wish.state === 'asked' || wish.state === 'open';
  const waitsForStaff = claimsOf(wish).some((claim) => (claim.state === 'delivered' && claim.isFollowedUp) || claim.dispute?.isEscalated === true);
  // Every state has an owner and a clock: an open wish wakes again unless a staff task already asks after a delivery.
  if (isOpenEnded && !waitsForStaff) expect(wish.wakeAtMs).toBeLessThan(NEVER_MS);
};

describe('a wish under any sequence of commands and clocks', () => {
  test('shares always add up, claims and counters agree, and a settled wish has its clock', () => {
    fc.assert(
      fc.property(fc.array(fc.record({ command, isStale: fc.boolean() }), { minLength: 5, maxLength: 60 }), (steps) => {
        const model = new Model();
        let earlier = model.wish;
        for (const { command: each, isStale } of steps) {
          const seen = isStale ? earlier : model.wish;
          earlier = model.wish;
          carryOut(model, seen, each);
          expect(isCoherent(model.wish)).toBe(true);
          expect(model.wish.sharesLeft + model.wish.sharesHeld + model.wish.sharesDelivered).toBe(model.wish.sharesWanted);
          expect(model.wish.wakeAtMs).toBeLessThanOrEqual(model.wish.pendingEvents > 0 ? model.nowMs : NEVER_MS);
        }
        model.strike();
        model.settle();
        assertSettled(model.wish, model.nowMs);
      }),
      { numRuns: 300 * LONGER },
    );
  });

  test('left alone for a year, every wish ends and nobody holds anything of it but what staff look after', () => {
    fc.assert(
      fc.property(fc.array(command, { maxLength: 40 }), (commands) => {
        const model = new Model();
        for (const each of commands) carryOut(model, model.wish, each);
        for (let week = 0; week < 52; week += 1) {
          model.nowMs += 7 * DAY_MS;
          model.strike();
          model.settle();
        }
        const held = claimsOf(model.wish).filter(isPending);
        expect(held.every((claim) => (claim.state === 'delivered' && claim.isFollowedUp) || claim.dispute?.isEscalated === true)).toBe(true);
        if (held.length === 0) expect(['completed', 'refused', 'withdrawn', 'expired']).toContain(model.wish.state);
        expect(model.wish.wakeAtMs).toBe(NEVER_MS);
      }),
      { numRuns: 150 * LONGER },
    );
  });

  test('the same operation again is the same claim, with other input it is refused', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 3 }), (shares) => {
        const model = new Model();
        carryOut(model, model.wish, { kind: 'review', decision: 'approve' });
        const [giver] = givers;
        if (giver === undefined) throw new Error('nobody gives');
        const step = model.step(giver._id);
        model.write(decideClaim(model.wish, shares, selfGiver(giver), step));
        const once = model.wish;
        expect(once.claims[claimIdOf(step.operationId)]?.shares).toBe(shares);
        expect(decideClaim(once, shares, selfGiver(giver), step)).toEqual({ ok: true, value: { kind: 'replay' } });
        expect(decideClaim(once, shares, selfGiver(giver), { ...step, inputHash: 'other' })).toMatchObject({ ok: false, refusal: { code: 'OPERATION_REUSED' } });
      }),
    );
  });
});
