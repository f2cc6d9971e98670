import { DISPUTE_NOTE_CHARACTERS, EVIDENCE_PHOTOS_MAX, LIMITS } from '@contract';
import { claimIdOf, decideClaim } from '../../cloudfunctions/core/claim/claim-wish';
import { decideDelivery } from '../../cloudfunctions/core/claim/deliver-claim';
import { decideGiveBack } from '../../cloudfunctions/core/claim/give-back-claim';
import { selfGiver } from '../../cloudfunctions/core/claim/giver';
import { decidePlan } from '../../cloudfunctions/core/claim/plan-claim';
import { decideDispute } from '../../cloudfunctions/core/dispute/end-dispute';
import { decideDisputeOpening } from '../../cloudfunctions/core/dispute/open-dispute';
import type { Step } from '../../cloudfunctions/core/aggregate/step';
import { decideCodeIssue, decideRedemption } from '../../cloudfunctions/core/handover/handover-code';
import { DAY_MS } from '../../cloudfunctions/core/kernel/clock';
import { deriveId } from '../../cloudfunctions/core/kernel/ids';
import { unwrap, type Result } from '../../cloudfunctions/core/kernel/result';
import type { Member } from '../../cloudfunctions/core/member/member';
import { RULES } from '../../cloudfunctions/core/rules';
import { applyChange, type Outcome } from '../../cloudfunctions/core/wish/wish-change';
import { CLAIM_STEPS_MAX, OUTBOX_MAX, REVIEW_STEPS_MAX, type Wish } from '../../cloudfunctions/core/wish/wish';
import { member, openWish, poster, staff, START_MS } from '../../cloudfunctions/core/wish/wish.fixtures';

/** DESIGN.md section 3.1: the largest document an aggregate can become. */
const LARGEST_BYTES = 256 * 1024;
const text = (characters: number): string => '愿'.repeat(characters);
const file = (name: string): string => `cloud://linyuan-prod-1a2b3c.6c69-linyuan-prod-1a2b3c-1234567890/uploads/m_abcdefghijklmnopqrst/${name}/${'f'.repeat(24)}.jpg`;

let operations = 0;
const stepOf = (giver: Member): Step => ({ actorId: giver._id, operationId: deriveId('op', String((operations += 1))), inputHash: 'h'.repeat(22), nowMs: START_MS });

const apply = (wish: Wish, decided: Result<Outcome>): Wish => {
  const outcome = unwrap(decided);
  if (outcome.kind === 'replay') throw new Error('nothing to apply');
  // Events are delivered while a wish grows; the largest outbox is added at the end.
  return { ...applyChange(wish, outcome.change), outbox: {}, pendingEvents: 0 };
};

const claim = (wish: Wish, giver: Member): readonly [Wish, string] => {
  const step = stepOf(giver);
  return [apply(wish, decideClaim(wish, 1, selfGiver(giver), step)), claimIdOf(step.operationId)];
};

/** Planned again and again up to the last step there is room for. */
const planOften = (wish: Wish, claimId: string, giver: Member): Wish => {
  let planned = wish;
  for (let times = 0; times < CLAIM_STEPS_MAX; times += 1) {
    const decided = decidePlan(planned, claimId, { deliverAtMs: START_MS + DAY_MS, handover: 'station', note: text(LIMITS.noteCharacters) }, giver, stepOf(giver));
    if (!decided.ok) break;
    planned = apply(planned, decided);
  }
  return planned;
};

const deliver = (wish: Wish, claimId: string, giver: Member): Wish => {
  const proofFileIds = Array.from({ length: LIMITS.photosPerProof }, (_unused, index) => file(`proof${index}`));
  return apply(wish, decideDelivery(wish, claimId, { note: text(LIMITS.noteCharacters), proofFileIds, shares: null }, giver, stepOf(giver)));
};

const evidence = (): readonly string[] => Array.from({ length: EVIDENCE_PHOTOS_MAX }, (_unused, index) => file(`evidence${index}`));

/** Said with as many words and photos as there may be, and decided so. */
const dispute = (wish: Wish, claimId: string): Wish => {
  const opened = apply(wish, decideDisputeOpening(wish, claimId, { kind: 'notReceived', note: text(DISPUTE_NOTE_CHARACTERS), photoFileIds: evidence() }, poster, stepOf(poster)));
  return apply(opened, decideDispute(opened, claimId, { outcome: 'returned', note: text(DISPUTE_NOTE_CHARACTERS), photoFileIds: evidence() }, staff, stepOf(staff)));
};

const giveBackByStaff = (wish: Wish, claimId: string): Wish => {
  const claim = wish.claims[claimId];
  if (claim === undefined) throw new Error('no claim');
  const followedUp: Wish = { ...wish, claims: { ...wish.claims, [claimId]: { ...claim, isFollowedUp: true } } };
  return apply(followedUp, decideGiveBack(followedUp, claimId, staff, stepOf(staff)));
};

/** A code that was tried in vain as often as it may be. */
const withTriedCode = (wish: Wish, claimId: string, giver: Member): Wish => {
  let tried = apply(wish, decideCodeIssue(wish, claimId, 'h'.repeat(22), poster, stepOf(poster)));
  for (let tries = 0; tries < RULES.handover.codeTries; tries += 1) tried = apply(tried, decideRedemption(tried, claimId, 'wrong', giver, stepOf(giver)));
  return tried;
};

const largestWish = (): Wish => {
  let wish = openWish({}, { title: text(LIMITS.titleCharacters), story: text(LIMITS.storyCharacters), shareNote: text(LIMITS.shareNoteCharacters), shares: LIMITS.sharesPerWish, photoFileIds: Array.from({ length: LIMITS.photosPerWish }, (_unused, index) => file(`wishPhoto${index}`)) });
  const givers = Array.from({ length: RULES.wish.claimsPerWish }, (_unused, index) => member(deriveId('m', String(index)), { displayName: text(LIMITS.nameCharacters) }));
  const ended = givers.slice(0, RULES.wish.claimsPerWish - LIMITS.sharesPerWish);
  for (const giver of ended) {
    const [held, claimId] = claim(wish, giver);
    const delivered = deliver(planOften(held, claimId, giver), claimId, giver);
    wish = wish.disputeCount < RULES.dispute.perWish ? dispute(delivered, claimId) : giveBackByStaff(delivered, claimId);
  }
  for (const giver of givers.slice(ended.length)) {
    const [held, claimId] = claim(wish, giver);
    wish = withTriedCode(deliver(planOften(held, claimId, giver), claimId, giver), claimId, giver);
  }
  const steps = Object.fromEntries(Array.from({ length: REVIEW_STEPS_MAX }, (_unused, index) => [deriveId('op', `r${index}`), 'h'.repeat(22)]));
  const events = Array.from({ length: OUTBOX_MAX }, (_unused, index) => {
    const common = { claimId: deriveId('c', String(index)), eventId: deriveId('e', String(index)), atMs: START_MS, byId: deriveId('m', 'poster') };
    return index >= 2 * RULES.dispute.perWish ? { kind: 'claimConfirmed' as const, ...common } : { kind: 'disputeEnded' as const, disputeRound: 1, round: 0, outcome: 'dismissed' as const, fromState: 'delivered' as const, wasOverdue: false, photoIds: evidence().map(() => deriveId('p', String(index))), voidedPointsRound: null, pointsRound: null, heirClaimId: null, ...common };
  });
  return { ...wish, review: { ...wish.review, note: text(LIMITS.noteCharacters), answer: text(LIMITS.noteCharacters), steps }, outbox: Object.fromEntries(events.map((event) => [event.eventId, event])), pendingEvents: OUTBOX_MAX };
};

test('the largest wish there can be stays within 256 KB', () => {
  const wish = largestWish();
  expect(wish.claimCount).toBe(RULES.wish.claimsPerWish);
  expect(wish.sharesDelivered).toBe(LIMITS.sharesPerWish);
  const bytes = Buffer.byteLength(JSON.stringify(wish));
  expect(bytes).toBeGreaterThan(LARGEST_BYTES / 4);
  expect(bytes).toBeLessThanOrEqual(LARGEST_BYTES);
});
