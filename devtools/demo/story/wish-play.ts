import type { HandoverKind, WishSubmitInput } from '@contract';
import { decideClaim, claimIdOf } from '../../../cloudfunctions/core/claim/claim-wish';
import type { Step } from '../../../cloudfunctions/core/aggregate/step';
import { decideConfirmation } from '../../../cloudfunctions/core/claim/confirm-claim';
import { decideDelivery } from '../../../cloudfunctions/core/claim/deliver-claim';
import { decideExtension } from '../../../cloudfunctions/core/claim/extend-claim';
import { decideGiveBack } from '../../../cloudfunctions/core/claim/give-back-claim';
import { merchantGiver, selfGiver, type Giver } from '../../../cloudfunctions/core/claim/giver';
import { decidePlan } from '../../../cloudfunctions/core/claim/plan-claim';
import { decideDispute, type Ruling } from '../../../cloudfunctions/core/dispute/end-dispute';
import { decideDisputeOpening, type Complaint } from '../../../cloudfunctions/core/dispute/open-dispute';
import { hashInput } from '../../../cloudfunctions/core/kernel/ids';
import { accept, unwrap, type Result } from '../../../cloudfunctions/core/kernel/result';
import type { Member } from '../../../cloudfunctions/core/member/member';
import { decideBenefit, type BenefitAnswer } from '../../../cloudfunctions/core/review/decide-benefit';
import type { ReferralOffer } from '../../../cloudfunctions/core/referral/offer-referral';
import { decideRefer } from '../../../cloudfunctions/core/rescue/refer-wish';
import { decidePhotoCheck, type PhotoVerdict } from '../../../cloudfunctions/core/review/decide-photo';
import { decideReview, type ReviewDecision } from '../../../cloudfunctions/core/review/decide-review';
import { applySettlement, decideSettlement, pendingEventsOf } from '../../../cloudfunctions/core/wish/settle-wish';
import { decideSubmission, usesBudget, type SubmissionFacts, type WishPlace } from '../../../cloudfunctions/core/wish/submit-wish';
import { decideDue } from '../../../cloudfunctions/core/wish/wish-clocks';
import { applyChange, mayChange, type Outcome, type WishChange } from '../../../cloudfunctions/core/wish/wish-change';
import { benefitsPending, type Wish } from '../../../cloudfunctions/core/wish/wish';
import { decideWithdrawal } from '../../../cloudfunctions/core/wish/withdraw-wish';
import { DEMO_NOW_MS } from '../community/moments';
import type { Town } from './town';
import { effectsOf } from '../../../cloudfunctions/core/wish/wish-effects';

/** More turns than any wish takes; a settling that never ends is a defect. */
const TURNS_MAX = 400;
const RESUMED_FROM = 1_000;

/**
 * One wish lived through: every step is the program's own decision at a moment of the past, every clock that ran out in
 * between is heard, every event has its effects. What stands at the end is what the program would have written.
 */
export class WishPlay {
  private steps = 0;

  private constructor(
    private readonly town: Town,
    private wish: Wish,
    private nowMs: number,
  ) {}

  static submit(town: Town, input: WishSubmitInput, poster: Member, place: WishPlace, facts: SubmissionFacts): WishPlay {
    const wish = unwrap(decideSubmission(input, poster, place, facts));
    if (usesBudget(wish)) town.reserveOpenWish(wish.householdId, wish._id, facts.nowMs);
    const play = new WishPlay(town, wish, facts.nowMs);
    play.settle();
    return play;
  }

  /** Goes on with a wish whose story was told up to now. */
  static resume(town: Town, wish: Wish, nowMs: number): WishPlay {
    const play = new WishPlay(town, wish, nowMs);
    // Steps have ids of their own, so a story that goes on counts on from what it can't have reached.
    play.steps = RESUMED_FROM;
    return play;
  }

  get state(): Wish {
    return this.wish;
  }

  checkPhotos(atMs: number, verdict: PhotoVerdict = 'shown'): void {
    this.advanceTo(atMs);
    for (const [photoId, photo] of Object.entries(this.wish.photos)) {
      if (photo.state === 'checking') this.carryOut(decidePhotoCheck(this.wish, photoId, verdict, atMs));
    }
  }

  review(reviewer: Member, decision: ReviewDecision, atMs: number): void {
    this.act(reviewer, decision, atMs, (step) => decideReview(this.wish, decision, reviewer, step));
  }

  /** Where the list of benefits speaks to the wish, a social worker says what it means before the reviewer does. */
  weighBenefits(actor: Member, answer: BenefitAnswer, atMs: number): void {
    if (benefitsPending(this.wish)) this.act(actor, answer, atMs, (step) => decideBenefit(this.wish, answer, actor, true, step));
  }

  /** In the name of a unit, or any other giver. */
  claimAs(giver: Giver, shares: number, atMs: number): string {
    return claimIdOf(this.act(giver.contact, { shares, partyId: giver.partyId }, atMs, (now) => decideClaim(this.wish, shares, giver, now)).operationId);
  }

  refer(actor: Member, offer: ReferralOffer, atMs: number): void {
    this.act(actor, offer, atMs, (step) => decideRefer(this.wish, offer, actor, step));
  }

  claim(giver: Member, shares: number, atMs: number): string {
    const isShop = giver.roles.some((held) => held.role === 'merchant');
    const step = this.act(giver, { shares, isShop }, atMs, (now) => {
      const as = isShop ? this.merchantAt(giver, atMs) : accept(selfGiver(this.town.member(giver._id)));
      return as.ok ? decideClaim(this.wish, shares, as.value, now) : as;
    });
    return claimIdOf(step.operationId);
  }

  plan(giver: Member, claimId: string, plan: { readonly deliverAtMs: number; readonly handover: HandoverKind; readonly note: string }, atMs: number): void {
    this.act(giver, { claimId, ...plan }, atMs, (step) => decidePlan(this.wish, claimId, plan, this.town.member(giver._id), step));
  }

  deliver(giver: Member, claimId: string, note: string, proofFileId: string, atMs: number, shares: number | null = null): void {
    this.act(giver, { claimId, note, shares }, atMs, (step) => decideDelivery(this.wish, claimId, { note, proofFileIds: [proofFileId], shares }, this.town.member(giver._id), step));
    this.checkPhotos(atMs + 4_000);
  }

  confirm(actor: Member, claimId: string, atMs: number): void {
    this.act(actor, { claimId }, atMs, (step) => decideConfirmation(this.wish, claimId, actor, step));
  }

  dispute(actor: Member, claimId: string, complaint: Complaint, atMs: number): void {
    this.act(actor, { claimId, ...complaint }, atMs, (step) => decideDisputeOpening(this.wish, claimId, complaint, actor, step));
  }

  decideDispute(actor: Member, claimId: string, ruling: Ruling, atMs: number): void {
    this.act(actor, { claimId, ...ruling }, atMs, (step) => decideDispute(this.wish, claimId, ruling, actor, step));
  }

  giveBack(giver: Member, claimId: string, atMs: number): void {
    this.act(giver, { claimId }, atMs, (step) => decideGiveBack(this.wish, claimId, this.town.member(giver._id), step));
  }

  extend(giver: Member, claimId: string, reason: string, atMs: number): void {
    this.act(giver, { claimId, reason }, atMs, (step) => decideExtension(this.wish, claimId, reason, this.town.member(giver._id), step));
  }

  withdraw(poster: Member, atMs: number): void {
    this.act(poster, {}, atMs, (step) => decideWithdrawal(this.wish, poster, step));
  }

  /** Carries out a decision of another area that changes this wish, such as noting a rating. */
  note(atMs: number, decide: (wish: Wish) => Result<Outcome>): void {
    this.advanceTo(atMs);
    this.carryOut(decide(this.wish));
  }

  /** Hears every clock that runs out up to this moment, as `jobs` would have. */
  advanceTo(atMs: number): void {
    for (let turn = 0; this.wish.wakeAtMs <= atMs; turn += 1) {
      if (turn > TURNS_MAX) throw new Error(`the clocks of ${this.wish.title} never stop`);
      this.nowMs = Math.max(this.nowMs, this.wish.wakeAtMs);
      const change = decideDue(this.wish, this.nowMs).find((due) => mayChange(this.wish, due));
      if (change) this.write(change);
      this.settle();
    }
    this.nowMs = Math.max(this.nowMs, atMs);
  }

  /** Before staff let in a shop of their own, people gave by the role they were given by hand. */
  private merchantAt(giver: Member, atMs: number): Result<Giver> {
    const [standing, shops] = [this.town.member(giver._id), this.town.shops.givingAt(giver._id, atMs)];
    return merchantGiver(shops.length === 0 ? { ...standing, roles: giver.roles } : standing, this.wish.areaId, null, shops);
  }

  private act(actor: Member, input: object, atMs: number, decide: (step: Step) => Result<Outcome>): Step {
    if (atMs < this.nowMs || atMs > DEMO_NOW_MS) throw new Error(`"${this.wish.title}": a step at ${new Date(atMs).toISOString()} is out of its time`);
    this.advanceTo(atMs);
    this.steps += 1;
    const step: Step = { actorId: actor._id, operationId: `demo-${this.wish._id}-${this.steps}`, inputHash: hashInput(input), nowMs: atMs };
    this.carryOut(decide(step));
    return step;
  }

  private carryOut(result: Result<Outcome>): void {
    if (!result.ok) throw new Error(`"${this.wish.title}": ${result.refusal.code} ${result.refusal.message ?? ''}`);
    if (result.value.kind === 'replay') return;
    if (!mayChange(this.wish, result.value.change)) throw new Error(`"${this.wish.title}": the guard of ${result.value.change.event.kind} does not hold`);
    this.write(result.value.change);
    this.settle();
  }

  private write(change: WishChange): void {
    this.wish = applyChange(this.wish, change);
  }

  private settle(): void {
    for (let turn = 0; turn < TURNS_MAX; turn += 1) {
      const events = pendingEventsOf(this.wish);
      for (const event of events) for (const effect of effectsOf(this.wish, event)) this.town.carryOut(effect);
      const settlement = decideSettlement(this.wish, events.map((event) => event.eventId), this.nowMs);
      if (settlement === null) break;
      this.wish = applySettlement(this.wish, settlement);
    }
    this.town.wishes.set(this.wish._id, this.wish);
  }
}
