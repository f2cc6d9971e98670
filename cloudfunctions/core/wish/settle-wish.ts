import type { AggregateKind, FollowUp } from '../aggregate/aggregate-kind';
import { settlementOf, type Settlement } from '../aggregate/settlement';
import type { WorkingDue } from '../aggregate/working-due';
import { deriveId } from '../kernel/ids';
import { afterWorkingHours } from '../kernel/working-days';
import { forgottenOf } from '../handover/forget';
import { isOpenReferral } from '../referral/referral';
import { RULES } from '../rules';
import type { WishEvent } from './wish-event';
import { claimsOf, isFulfilled, isLiveOf, isPending, wallStateOf, type Wish } from './wish';
import { clocksOf } from './wish-clocks';
import { effectsOf } from './wish-effects';

export { pendingEventsOf } from '../aggregate/aggregate';
export { applySettlement } from '../aggregate/settlement';

/** A wish that was completed, reopened by a dispute and completed again says so again. */
const completedId = (wish: Wish): string => {
  const reopened = claimsOf(wish).filter((claim) => claim.dispute?.outcome === 'returned').length;
  return reopened === 0 ? deriveId('e', wish._id, 'completed') : deriveId('e', wish._id, 'completed', String(reopened));
};

/**
 * A wish is completed when everything wanted was delivered and confirmed; when nothing is wanted any more, it is as if
 * it had been withdrawn.
 */
const completionOf = (wish: Wish, nowMs: number): FollowUp<WishEvent> | null => {
  if (wish.state !== 'open') return null;
  const common = { atMs: nowMs, byId: 'clock' };
  // An errand that is needed no more, and whose last claim came back.
  if (wish.errandFor?.isOver === true && wish.sharesDelivered < wish.sharesWanted && !claimsOf(wish).some(isPending)) return { set: { state: 'withdrawn', endedAtMs: nowMs }, event: { kind: 'withdrawn', eventId: deriveId('e', wish._id, 'errandOver'), closesTaskId: null, closesNoticeId: null, ...common } };
  if (!isFulfilled(wish)) return null;
  if (wish.sharesWanted === 0) return { set: { state: 'withdrawn', endedAtMs: nowMs }, event: { kind: 'withdrawn', eventId: deriveId('e', wish._id, 'notWanted'), closesTaskId: null, closesNoticeId: null, ...common } };
  return { set: { state: 'completed', completedAtMs: nowMs, endedAtMs: nowMs }, event: { kind: 'completed', eventId: completedId(wish), ...common } };
};

/** Those of its review, of where it was referred, and of each dispute. */
const workingDuesOf = (wish: Wish): readonly WorkingDue[] => [
  { path: 'review.dueAtMs', countFrom: afterWorkingHours(RULES.wish.reviewWorkingHours) },
  { path: 'referral.dueAtMs', countFrom: afterWorkingHours(RULES.referral.answerWorkingHours) },
  ...claimsOf(wish).filter(({ isDisputed }) => isDisputed).map(({ claimId }) => ({ path: `claims.${claimId}.dispute.dueAtMs`, countFrom: afterWorkingHours(RULES.dispute.workingHours) })),
];

export const WISH_KIND: AggregateKind<Wish, WishEvent> = {
  collection: 'wishes',
  effectsOf,
  clocksOf,
  derivedOf: (wish) => ({ wallState: wallStateOf(wish), isLive: isLiveOf(wish), ...forgottenOf(wish), referralDueAtMs: isOpenReferral(wish.referral) ? wish.referral.dueAtMs : 0 }),
  followUpOf: completionOf,
  workingDuesOf,
};

/** What to write after the events `deliveredIds` were carried out; null when nothing would change. */
export const decideSettlement = (wish: Wish, deliveredIds: readonly string[], nowMs: number): Settlement<WishEvent> | null => settlementOf(WISH_KIND, wish, deliveredIds, nowMs);
