import { dueChanges, wakeMsOf, type Due as DueOf } from '../aggregate/aggregate-kind';
import type { WishEvent } from './wish-event';
import { is, wishChange, type Condition, type WishChange } from './wish-change';
import { leaving, sharesGuard } from '../claim/claim-parts';
import { disputeClock } from '../dispute/dispute-clocks';
import { isErrand } from '../last-leg/last-leg';
import { helpedIdOf } from './recipient';
import { claimsOf, isPending, isTentative, type Claim, type Wish } from './wish';
import { deriveId } from '../kernel/ids';
import { referralClocks } from '../referral/referral-clocks';
import { rescueClocks } from '../rescue/rescue-clocks';
import { RULES } from '../rules';

/**
 * Every clock of a wish and its claims, and what happens when one runs out. `nextWakeMs` names the earliest, so that
 * `jobs` looks again then; `decideDue` says what is due. Both read the same table, so no clock is named and not heard.
 */
type Due = DueOf<WishEvent>;

type ClockEvent = Exclude<WishEvent['kind'], 'submitted' | 'answered' | 'benefitDecided' | 'approved' | 'publicised' | 'published' | 'asked' | 'refused' | 'withdrawn' | 'claimDelivered' | 'claimExtended' | 'claimReduced' | 'sharesTried' | 'sharesReleased' | 'disputeOpened' | 'disputeOverdue' | 'disputeEnded' | 'codeIssued' | 'codeMissed' | 'claimHandedOver'>;

/** A clock strikes once, so its event's id is made from what it is about; a re-armed clock counts its round. */
const clockEvent = (wish: Wish, kind: ClockEvent, about: string, atMs: number): { readonly eventId: string; readonly atMs: number; readonly byId: string } => ({
  eventId: deriveId('e', wish._id, kind, about),
  atMs,
  byId: 'clock',
});

const due = (atMs: number, change: WishChange): readonly Due[] => [{ atMs, change }];

/** Of a claim that staff sort out, every other clock stands still. */
const undisputed = (claim: Claim): Readonly<Record<string, Condition>> => ({ [`claims.${claim.claimId}.isDisputed`]: is(false) });

const released = (claim: Claim, endedAtMs: number): Readonly<Record<string, unknown>> => ({
  [`claims.${claim.claimId}.state`]: 'lapsed',
  [`claims.${claim.claimId}.endedAtMs`]: endedAtMs,
  [`claims.${claim.claimId}.plan`]: null,
  [`claims.${claim.claimId}.isOverdue`]: false,
  [`claims.${claim.claimId}.steps`]: {},
});

/** The hold or the grace ran out: the shares go back by themselves. */
const lapse = (wish: Wish, claim: Claim, atMs: number, nowMs: number): readonly Due[] => {
  const { when, leaves } = leaving(wish, claim);
  return due(
    atMs,
    wishChange({
      when: { ...undisputed(claim), [`claims.${claim.claimId}.state`]: is(claim.state), [`claims.${claim.claimId}.deliverByMs`]: is(claim.deliverByMs), [`claims.${claim.claimId}.isOverdue`]: is(claim.isOverdue), ...sharesGuard(claim), ...when },
      set: released(claim, nowMs),
      add: { sharesLeft: claim.shares, sharesHeld: -claim.shares },
      leaves,
      event: { kind: 'claimLapsed', claimId: claim.claimId, wasOverdue: claim.isOverdue, round: claim.extensionCount, ...clockEvent(wish, 'claimLapsed', claim.claimId, nowMs) },
    }),
  );
};

/** A clock that an extension armed again strikes as another event. */
const roundOf = (claim: Claim): string => (claim.extensionCount === 0 ? '' : `:${claim.extensionCount}`);

/** A day before the last moment, unless the time given was hardly longer than a day. */
const remind = (wish: Wish, claim: Claim, sinceMs: number, untilMs: number, nowMs: number): readonly Due[] => {
  const atMs = untilMs - RULES.claim.reminderMs;
  if (claim.isReminded || atMs <= sinceMs) return [];
  return due(
    atMs,
    wishChange({
      when: { ...undisputed(claim), [`claims.${claim.claimId}.state`]: is(claim.state), [`claims.${claim.claimId}.isReminded`]: is(false) },
      set: { [`claims.${claim.claimId}.isReminded`]: true },
      event: { kind: 'claimReminded', claimId: claim.claimId, ...clockEvent(wish, 'claimReminded', `${claim.claimId}:${claim.state}${roundOf(claim)}`, nowMs) },
    }),
  );
};

const overdue = (wish: Wish, claim: Claim, atMs: number, nowMs: number): readonly Due[] =>
  claim.isOverdue
    ? []
    : due(
        atMs,
        wishChange({
          when: { ...undisputed(claim), [`claims.${claim.claimId}.state`]: is('planned'), [`claims.${claim.claimId}.isOverdue`]: is(false), [`claims.${claim.claimId}.deliverByMs`]: is(claim.deliverByMs) },
          set: { [`claims.${claim.claimId}.isOverdue`]: true },
          event: { kind: 'claimOverdue', claimId: claim.claimId, round: claim.extensionCount, ...clockEvent(wish, 'claimOverdue', `${claim.claimId}${roundOf(claim)}`, nowMs) },
        }),
      );

const followUp = (wish: Wish, claim: Claim, atMs: number, nowMs: number): readonly Due[] =>
  claim.isFollowedUp
    ? []
    : due(
        atMs,
        wishChange({
          when: { ...undisputed(claim), [`claims.${claim.claimId}.state`]: is('delivered'), [`claims.${claim.claimId}.isFollowedUp`]: is(false) },
          set: { [`claims.${claim.claimId}.isFollowedUp`]: true },
          event: { kind: 'confirmOverdue', claimId: claim.claimId, ...clockEvent(wish, 'confirmOverdue', claim.claimId, nowMs) },
        }),
      );

/** A question nobody answers does not stand on the first page for ever. */
const closeRating = (wish: Wish, claim: Claim, confirmedAtMs: number, nowMs: number): readonly Due[] =>
  claim.satisfaction !== null || claim.isRatingClosed
    ? []
    : due(
        confirmedAtMs + RULES.rating.askMs,
        wishChange({
          when: { ...undisputed(claim), [`claims.${claim.claimId}.satisfaction`]: is(null), [`claims.${claim.claimId}.isRatingClosed`]: is(false) },
          set: { [`claims.${claim.claimId}.isRatingClosed`]: true },
          event: { kind: 'ratingClosed', claimId: claim.claimId, ...clockEvent(wish, 'ratingClosed', claim.claimId, nowMs) },
        }),
      );

/** What was only tried for does not stand for ever: the batch is asked what became of it, and asked once. */
const staleTry = (wish: Wish, claim: Claim, nowMs: number): readonly Due[] => {
  const path = `claims.${claim.claimId}`;
  if (claim.isReminded || claim.batchId === null) return [];
  return due(
    claim.heldAtMs + RULES.claim.tryMs,
    wishChange({
      when: { [`${path}.batchId`]: is(claim.batchId), [`${path}.isReminded`]: is(false) },
      set: { [`${path}.isReminded`]: true },
      event: { kind: 'tryStale', triedClaimId: claim.claimId, batchId: claim.batchId, ...clockEvent(wish, 'tryStale', claim.claimId, nowMs) },
    }),
  );
};

const claimClocks = (wish: Wish, claim: Claim, nowMs: number): readonly Due[] => {
  if (claim.isDisputed) return disputeClock(wish, claim, nowMs);
  switch (claim.state) {
    case 'held':
      if (isTentative(claim)) return staleTry(wish, claim, nowMs);
      return [...remind(wish, claim, claim.heldAtMs, claim.holdUntilMs, nowMs), ...lapse(wish, claim, claim.holdUntilMs, nowMs)];
    case 'planned': {
      const byMs = claim.deliverByMs ?? claim.holdUntilMs;
      return [
        ...remind(wish, claim, claim.plannedAtMs ?? claim.heldAtMs, byMs, nowMs),
        ...overdue(wish, claim, byMs, nowMs),
        ...lapse(wish, claim, byMs + RULES.claim.overdueGraceMs, nowMs),
      ];
    }
    case 'delivered':
      return followUp(wish, claim, claim.confirmByMs ?? claim.heldAtMs, nowMs);
    case 'confirmed':
      return closeRating(wish, claim, claim.confirmedAtMs ?? claim.heldAtMs, nowMs);
    case 'returned':
    case 'lapsed':
    case 'cancelled':
      return [];
  }
};

/** Without an answer of the content check a person looks. */
const photoClocks = (wish: Wish, nowMs: number): readonly Due[] =>
  Object.entries(wish.photos).flatMap(([photoId, photo]) =>
    photo.state === 'checking'
      ? due(
          photo.addedAtMs + RULES.media.answerMs,
          wishChange({
            when: { [`photos.${photoId}.state`]: is('checking') },
            set: { [`photos.${photoId}.state`]: 'human' },
            event: { kind: 'photoNeedsHuman', photoId, ...clockEvent(wish, 'photoNeedsHuman', photoId, nowMs) },
          }),
        )
      : [],
  );

/** The window closed and nobody is on the way: the wish ends. Whoever still holds or delivers is waited for. */
const windowClock = (wish: Wish, nowMs: number): readonly Due[] =>
  claimsOf(wish).some(isPending)
    ? []
    : due(
        wish.windowEndMs,
        wishChange({
          when: { state: is(wish.state), revision: is(wish.revision) },
          set: { state: 'expired', endedAtMs: nowMs, 'review.taskId': null, 'review.askNoticeId': null },
          event: { kind: 'expired', closesTaskId: wish.review.taskId, closesNoticeId: wish.review.askNoticeId, ...clockEvent(wish, 'expired', '', nowMs) },
        }),
      );

/** Whoever was helped may be asked, once and privately, whether they would help others. */
const helpBackClock = (wish: Wish, nowMs: number): readonly Due[] =>
  wish.completedAtMs === null || wish.helpBackAtMs !== null || isErrand(wish) || helpedIdOf(wish) === null
    ? []
    : due(
        wish.completedAtMs + RULES.helpBack.afterMs,
        wishChange({ when: { state: is('completed'), helpBackAtMs: is(null) }, set: { helpBackAtMs: nowMs }, event: { kind: 'helpBackDue', ...clockEvent(wish, 'helpBackDue', '', nowMs) } }),
      );

const wishClocks = (wish: Wish, nowMs: number): readonly Due[] => {
  switch (wish.state) {
    case 'review':
    case 'asked':
    case 'publicity':
    case 'open':
      return [...(isErrand(wish) ? [] : rescueClocks(wish, nowMs)), ...windowClock(wish, nowMs)];
    case 'referred':
      return referralClocks(wish, nowMs);
    case 'completed':
      return helpBackClock(wish, nowMs);
    case 'refused':
    case 'withdrawn':
    case 'expired':
      return [];
  }
};

export const clocksOf = (wish: Wish, nowMs: number): readonly Due[] => [
  ...claimsOf(wish).flatMap((claim) => claimClocks(wish, claim, nowMs)),
  ...photoClocks(wish, nowMs),
  ...wishClocks(wish, nowMs),
];

/** Changes whose moment has come, the earliest first. */
export const decideDue = (wish: Wish, nowMs: number): readonly WishChange[] => dueChanges(clocksOf(wish, nowMs), nowMs);

/** When `jobs` must look again. */
export const nextWakeMs = (wish: Wish, nowMs: number): number => wakeMsOf(clocksOf(wish, nowMs), wish.pendingEvents, nowMs);
