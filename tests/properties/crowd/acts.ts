import { DISPUTE_KINDS, DISPUTE_OUTCOMES } from '@contract';
import type { Dice } from '../../../bench/dice';
import { decideClaim } from '../../../cloudfunctions/core/claim/claim-wish';
import { decideConfirmation } from '../../../cloudfunctions/core/claim/confirm-claim';
import { decideDelivery } from '../../../cloudfunctions/core/claim/deliver-claim';
import { decideExtension } from '../../../cloudfunctions/core/claim/extend-claim';
import { decideGiveBack } from '../../../cloudfunctions/core/claim/give-back-claim';
import { decidePlan } from '../../../cloudfunctions/core/claim/plan-claim';
import { decideRated } from '../../../cloudfunctions/core/claim/record-rating';
import { decideDispute, decideDisputeWithdrawal } from '../../../cloudfunctions/core/dispute/end-dispute';
import { decideDisputeOpening } from '../../../cloudfunctions/core/dispute/open-dispute';
import { DAY_MS, HOUR_MS, MINUTE_MS } from '../../../cloudfunctions/core/kernel/clock';
import { decideAnswer } from '../../../cloudfunctions/core/review/answer-review';
import { decidePhoto, decidePhotoCheck } from '../../../cloudfunctions/core/review/decide-photo';
import { decideReview, type ReviewDecision } from '../../../cloudfunctions/core/review/decide-review';
import { claimsOf, type Claim, type Wish } from '../../../cloudfunctions/core/wish/wish';
import { submission } from '../../../cloudfunctions/core/wish/wish.fixtures';
import { decideWithdrawal } from '../../../cloudfunctions/core/wish/withdraw-wish';
import { BrokenRule } from './checks';
import { decideRescue } from './rescue-acts';
import { PEOPLE, UNITS, WISHES, type Crowd, type Decide, type Fate } from './crowd';

/** Everything a person does to a wish; clocks, jobs and new wishes are drawn apart. */
export const ACT_KINDS = ['claim', 'review', 'answer', 'withdraw', 'photoAnswer', 'photoLook', 'plan', 'extend', 'deliver', 'giveBack', 'staffGiveBack', 'confirm', 'dispute', 'undispute', 'decideDispute', 'rate', 'split', 'pay', 'refer', 'acceptReferral', 'declineReferral', 'finishReferral'] as const;
export type ActKind = (typeof ACT_KINDS)[number];

const AFTER: Readonly<Record<Claim['state'], readonly ActKind[]>> = {
  held: ['plan', 'plan', 'plan', 'giveBack', 'deliver'],
  planned: ['deliver', 'deliver', 'deliver', 'plan', 'extend', 'giveBack', 'staffGiveBack', 'dispute'],
  delivered: ['confirm', 'confirm', 'confirm', 'dispute', 'decideDispute', 'undispute', 'staffGiveBack'],
  confirmed: ['rate', 'dispute', 'decideDispute'],
  returned: [],
  lapsed: [],
  cancelled: [],
};

/** What is likely now; one act in eight is drawn from all of them, since people press what is no longer there. */
const fittingOf = (wish: Wish): readonly ActKind[] => {
  switch (wish.state) {
    case 'review':
      return ['review', 'review', 'review', 'photoAnswer', 'photoLook', 'withdraw'];
    case 'asked':
      return ['answer', 'answer', 'withdraw'];
    case 'open':
      return [...(wish.sharesLeft > 0 ? (['claim', 'claim'] as const) : []), ...Object.values(wish.claims).flatMap((claim) => AFTER[claim.state]), 'photoAnswer', 'photoLook', 'withdraw', ...(wish.unclaimedToldAtMs === null ? [] : (['split', 'split', 'pay', 'pay', 'refer', 'refer'] as const))];
    case 'referred':
      return ['acceptReferral', 'acceptReferral', 'declineReferral', 'finishReferral', 'finishReferral'];
    default:
      return ['rate', 'photoAnswer', 'photoLook', 'confirm'];
  }
};

const STATES_FOR: Partial<Readonly<Record<ActKind, readonly Claim['state'][]>>> = {
  plan: ['held', 'planned'],
  extend: ['planned'],
  deliver: ['planned', 'held'],
  giveBack: ['held', 'planned'],
  staffGiveBack: ['delivered', 'planned'],
  confirm: ['delivered'],
  dispute: ['planned', 'delivered', 'confirmed'],
  undispute: ['planned', 'delivered', 'confirmed'],
  decideDispute: ['planned', 'delivered', 'confirmed'],
  rate: ['confirmed'],
};

const claimFor = (wish: Wish, kind: ActKind, dice: Dice): Claim | null => {
  const claims = claimsOf(wish);
  if (claims.length === 0) return null;
  const wanted = claims.filter((claim) => STATES_FOR[kind]?.includes(claim.state) === true);
  return wanted.length > 0 && dice.roll(8) > 0 ? dice.pick(wanted) : dice.pick(claims);
};

/** What was drawn for an operation, in a few words. */
type Told = string;

const anyStaff = (crowd: Crowd, dice: Dice): ReturnType<Crowd['person']> => crowd.person(PEOPLE - 1 - dice.roll(4));

const decisionOf = (dice: Dice): ReviewDecision => {
  const drawn = dice.roll(12);
  return drawn < 9 ? { kind: 'approve' } : { kind: drawn < 11 ? 'ask' : 'refuse', note: '请说清楚' };
};

const photoIn = (wish: Wish, state: 'checking' | 'human', dice: Dice): string => {
  const ids = Object.keys(wish.photos).filter((photoId) => wish.photos[photoId]?.state === state);
  return ids.length === 0 ? 'p_none' : dice.pick(ids);
};

const decideOnWish = (crowd: Crowd, seen: Wish, kind: ActKind, dice: Dice, operation: number): Decide | null => {
  const staff = anyStaff(crowd, dice);
  switch (kind) {
    case 'claim': {
      const index = dice.roll(6) === 0 ? dice.roll(UNITS) : dice.roll(PEOPLE);
      const shares = 1 + dice.roll(dice.roll(3) === 0 ? 10 : 2);
      const giver = crowd.giverFor(index, dice.roll(2) === 0);
      return (wish) => {
        const as = giver(wish);
        return as.ok ? decideClaim(wish, shares, as.value, crowd.step(as.value.contact._id, operation)) : as;
      };
    }
    case 'review': {
      const decision = decisionOf(dice);
      return (wish) => decideReview(wish, decision, staff, crowd.step(staff._id, operation));
    }
    case 'answer':
      return (wish) => decideAnswer(wish, { answer: '补好了', photoFileIds: dice.roll(3) === 0 ? [`cloud://e.b/uploads/${seen.posterId}/${operation}.jpg`] : [], needsCare: false }, crowd.memberOf(seen.posterId), crowd.step(seen.posterId, operation));
    case 'withdraw':
      return dice.roll(3) === 0 ? (wish) => decideWithdrawal(wish, crowd.memberOf(seen.posterId), crowd.step(seen.posterId, operation)) : null;
    case 'photoAnswer': {
      const verdict = dice.pick(['shown', 'shown', 'shown', 'human', 'refused'] as const);
      const photoId = photoIn(seen, 'checking', dice);
      return (wish) => decidePhotoCheck(wish, photoId, verdict, crowd.nowMs);
    }
    case 'photoLook': {
      const photoId = photoIn(seen, 'human', dice);
      const verdict = dice.roll(4) === 0 ? 'refuse' : 'show';
      return (wish) => decidePhoto(wish, photoId, verdict, staff, crowd.step(staff._id, operation));
    }
    case 'split':
    case 'pay':
    case 'refer':
    case 'acceptReferral':
    case 'declineReferral':
    case 'finishReferral':
      return decideRescue(crowd, seen, kind, staff, dice, operation);
    default:
      return decideOnClaim(crowd, seen, kind, dice, operation);
  }
};

const decideOnClaim = (crowd: Crowd, seen: Wish, kind: ActKind, dice: Dice, operation: number): Decide | null => {
  const claim = claimFor(seen, kind, dice);
  if (claim === null) return null;
  const { claimId, contactId } = claim;
  const contact = crowd.memberOf(contactId);
  const part = claim.shares > 1 && dice.roll(3) === 0 ? 1 + dice.roll(claim.shares) : null;
  const speaker = dice.roll(4) === 0 ? anyStaff(crowd, dice) : crowd.memberOf(seen.posterId);
  switch (kind) {
    case 'plan': {
      const deliverAtMs = crowd.nowMs + dice.roll(9 * 24) * HOUR_MS;
      return (wish) => decidePlan(wish, claimId, { deliverAtMs, handover: 'station', note: '' }, contact, crowd.step(contactId, operation));
    }
    case 'deliver':
      return (wish) => decideDelivery(wish, claimId, { note: '', proofFileIds: [`cloud://e.b/uploads/${contactId}/${operation}.jpg`], shares: part }, contact, crowd.step(contactId, operation));
    case 'giveBack':
      return (wish) => decideGiveBack(wish, claimId, contact, crowd.step(contactId, operation), part);
    case 'staffGiveBack': {
      const staff = anyStaff(crowd, dice);
      return (wish) => decideGiveBack(wish, claimId, staff, crowd.step(staff._id, operation));
    }
    case 'extend': {
      const asker = dice.roll(3) === 0 ? anyStaff(crowd, dice) : contact;
      return (wish) => decideExtension(wish, claimId, '', asker, crowd.step(asker._id, operation));
    }
    case 'confirm':
      return (wish) => decideConfirmation(wish, claimId, speaker, crowd.step(speaker._id, operation));
    case 'dispute': {
      const kind = dice.pick(DISPUTE_KINDS);
      const opener = dice.roll(3) === 0 ? contact : speaker;
      return (wish) => decideDisputeOpening(wish, claimId, { kind, note: '没看到', photoFileIds: [] }, opener, crowd.step(opener._id, operation));
    }
    case 'undispute': {
      const openerId = claim.dispute?.openedById ?? speaker._id;
      return (wish) => decideDisputeWithdrawal(wish, claimId, crowd.step(openerId, operation));
    }
    case 'decideDispute': {
      const outcome = dice.pick(DISPUTE_OUTCOMES);
      const judge = anyStaff(crowd, dice);
      return (wish) => decideDispute(wish, claimId, { outcome, note: '问清楚了', photoFileIds: [] }, judge, crowd.step(judge._id, operation));
    }
    case 'rate':
      return (wish) => decideRated(wish, claimId, 'satisfied', seen.posterId, crowd.nowMs);
    default:
      return null;
  }
};

const fateOf = (dice: Dice): Fate => {
  const drawn = dice.roll(20);
  return drawn < 15 ? 'whole' : drawn < 18 ? 'diesAfterWrite' : 'diesInDelivery';
};

const submitOne = (crowd: Crowd, slot: number, dice: Dice, operation: number): void => {
  const poster = crowd.person(dice.roll(10) === 0 ? PEOPLE - 1 - dice.roll(4) : dice.roll(PEOPLE));
  const shares = dice.roll(3) === 0 ? 1 + dice.roll(60) : 1 + dice.roll(4);
  const photoFileIds = Array.from({ length: dice.roll(3) }, (_unused, index) => `cloud://e.b/uploads/${poster._id}/w${operation}-${index}.jpg`);
  crowd.submit(slot, submission({ shares, urgency: dice.roll(6) === 0 ? 'urgent' : 'normal', windowEndMs: crowd.nowMs + (1 + dice.roll(60)) * DAY_MS, photoFileIds }), poster, operation, fateOf(dice));
};

/** Every fourth wish is one that nobody claims until a social worker was told, so that there is something to think of. */
const isOverlooked = (crowd: Crowd, slot: number): boolean => {
  const wishId = crowd.slots.get(slot);
  return slot % 4 === 3 && wishId !== undefined && crowd.wish(wishId).unclaimedToldAtMs === null;
};

/** One action on two to four wishes, all or nothing; one in two dies on its way. */
const claimMany = (crowd: Crowd, dice: Dice, operation: number): Told => {
  const index = dice.roll(PEOPLE);
  const wishIds = [...new Set(Array.from({ length: 2 + dice.roll(3) }, () => slotFor(crowd, dice, operation)))].flatMap((slot) => (isOverlooked(crowd, slot) ? [] : [crowd.slots.get(slot)]));
  const wanted = wishIds.flatMap((wishId) => (wishId === undefined ? [] : [{ wishId, shares: 1 }]));
  const fate = { triesAtMost: dice.roll(4) === 0 ? dice.roll(4) : 9, decides: dice.roll(5) > 0, spreads: dice.roll(3) > 0 };
  const [first] = wanted;
  const giver = first === undefined ? null : crowd.giverFor(index, dice.roll(2) === 0)(crowd.wish(first.wishId));
  if (giver === null || !giver.ok) return 'claimMany of nothing';
  crowd.batches.claim(crowd, wanted, giver.value, crowd.step(giver.value.contact._id, operation), fate);
  return 'claimMany';
};

/** A phone that got no answer sends the very same act again, soon or much later. */
const repeatOne = (crowd: Crowd, dice: Dice): Told => {
  if (crowd.recent.length === 0) return 'repeat of nothing';
  const { wishId, decide } = dice.pick(crowd.recent);
  const decided = decide(crowd.wish(wishId));
  if (decided.ok && decided.value.kind === 'change') throw new BrokenRule('an act sent again changes nothing', wishId, decided.value.change.event.kind);
  return 'repeat';
};

const WAITS_MS = [20 * MINUTE_MS, HOUR_MS, HOUR_MS, 3 * HOUR_MS, 9 * HOUR_MS, DAY_MS] as const;

/** A new wish comes every so many operations, so that old and young ones stand side by side. */
const OPERATIONS_A_WISH = 30;

/**
 * The place of a wish, the same for the same dice; mostly of one that is not over, since what is over refuses nearly
 * everything, which soon proves nothing new.
 */
const slotFor = (crowd: Crowd, dice: Dice, operation: number): number => {
  const opened = Math.min(WISHES, 10 + Math.floor(operation / OPERATIONS_A_WISH));
  let slot = dice.roll(opened);
  for (let tries = 0; tries < 4 && crowd.isOver(slot); tries += 1) slot = dice.roll(opened);
  return slot;
};

/**
 * One operation of the crowd, the same for the same dice whatever was left out before it. Answers what it was; what it
 * wrote stands in `crowd.touchedId`.
 */
export const takeTurn = (crowd: Crowd, dice: Dice, operation: number): Told => {
  const drawn = dice.roll(100);
  if (drawn < 2) {
    crowd.nowMs += dice.pick(WAITS_MS);
    return 'wait';
  }
  if (drawn < 6) {
    crowd.runJobs(dice.roll(3) === 0 ? dice.roll(10) : undefined);
    return 'jobs';
  }
  if (drawn < 9) return repeatOne(crowd, dice);
  if (drawn < 13) return claimMany(crowd, dice, operation);
  const slot = slotFor(crowd, dice, operation);
  const wishId = crowd.slots.get(slot);
  if (wishId === undefined) {
    submitOne(crowd, slot, dice, operation);
    return 'submit';
  }
  const seen = crowd.seen(wishId, dice);
  const kind = dice.roll(8) === 0 ? dice.pick(ACT_KINDS) : dice.pick(fittingOf(seen));
  const decide = kind === 'claim' && isOverlooked(crowd, slot) ? null : decideOnWish(crowd, seen, kind, dice, operation);
  if (decide === null) return `${kind} of nothing`;
  return crowd.act(wishId, seen, decide, fateOf(dice)) ? kind : `${kind} refused`;
};
