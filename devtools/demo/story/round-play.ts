import type { RoundCreateInput } from '@contract';
import type { Step } from '../../../cloudfunctions/core/aggregate/step';
import { pendingEventsOf } from '../../../cloudfunctions/core/aggregate/aggregate';
import { dueChanges } from '../../../cloudfunctions/core/aggregate/aggregate-kind';
import { applyChange, mayChange, type Change } from '../../../cloudfunctions/core/aggregate/change';
import { applySettlement, settlementOf } from '../../../cloudfunctions/core/aggregate/settlement';
import type { Area } from '../../../cloudfunctions/core/area/area';
import type { Effect } from '../../../cloudfunctions/core/effect/effect';
import { hashInput, screenCodeOf } from '../../../cloudfunctions/core/kernel/ids';
import { unwrap, type Result } from '../../../cloudfunctions/core/kernel/result';
import type { Member } from '../../../cloudfunctions/core/member/member';
import { decideRound, roundIdOf } from '../../../cloudfunctions/core/round/make-round';
import { decideReport } from '../../../cloudfunctions/core/round/round-clocks';
import type { RoundEvent } from '../../../cloudfunctions/core/round/round-event';
import { foldPage } from '../../../cloudfunctions/core/round/round-fold';
import { decideAddWishes } from '../../../cloudfunctions/core/round/round-wishes';
import type { RoundOutcome } from '../../../cloudfunctions/core/round/round-step';
import type { Round } from '../../../cloudfunctions/core/round/round';
import { ROUND_KIND } from '../../../cloudfunctions/core/round/settle-round';
import type { Wish } from '../../../cloudfunctions/core/wish/wish';
import type { Town } from './town';

const TURNS_MAX = 40;

/**
 * One round lived through by the program's own decisions. Its wishes have lived already, so each is noted as having
 * stood in it from the day it joined, together with the records of its claims.
 */
export class RoundPlay {
  private steps = 0;

  private constructor(
    private readonly town: Town,
    private round: Round,
    private nowMs: number,
  ) {}

  static create(town: Town, input: RoundCreateInput, area: Area, organiser: Member, atMs: number): RoundPlay {
    const step: Step = { actorId: organiser._id, operationId: `demo-round-${input.title}`, inputHash: hashInput(input), nowMs: atMs };
    const roundId = roundIdOf(step.operationId);
    const code = input.kind === 'onSite' ? screenCodeOf(roundId, 0) : null;
    if (code !== null) town.roundCodes.set(code, { _id: code, roundId });
    const play = new RoundPlay(town, unwrap(decideRound(input, area, code, step)), atMs);
    play.settle();
    return play;
  }

  addWishes(actor: Member, wishes: readonly Wish[], atMs: number): void {
    const wishIds = wishes.map((wish) => wish._id);
    const then = wishes.map((wish) => ({ ...wish, state: 'open' as const }));
    this.advanceTo(atMs);
    this.steps += 1;
    const step: Step = { actorId: actor._id, operationId: `demo-${this.round._id}-${this.steps}`, inputHash: hashInput(wishIds), nowMs: atMs };
    this.carryOut(decideAddWishes(this.round, wishIds, then, actor, step));
  }

  /** Hears every clock up to this moment. */
  advanceTo(atMs: number): void {
    for (let turn = 0; this.round.wakeAtMs <= atMs; turn += 1) {
      if (turn > TURNS_MAX) throw new Error(`the clocks of ${this.round.title} never stop`);
      this.nowMs = Math.max(this.nowMs, this.round.wakeAtMs);
      const [change] = dueChanges(ROUND_KIND.clocksOf(this.round, this.nowMs), this.nowMs);
      if (change !== undefined) this.write(change);
      this.settle();
    }
    this.nowMs = Math.max(this.nowMs, atMs);
  }

  private carryOut(result: Result<RoundOutcome>): void {
    if (!result.ok) throw new Error(`"${this.round.title}": ${result.refusal.code} ${result.refusal.message ?? ''}`);
    if (result.value.kind === 'change') this.write(result.value.change);
    this.settle();
  }

  private write(change: Change<RoundEvent>): void {
    if (!mayChange(this.round, change)) throw new Error(`"${this.round.title}": the guard of ${change.event.kind} does not hold`);
    this.round = applyChange(this.round, change);
  }

  private settle(): void {
    for (let turn = 0; turn < TURNS_MAX; turn += 1) {
      const events = pendingEventsOf(this.round);
      for (const event of events) for (const effect of ROUND_KIND.effectsOf(this.round, event)) this.bringAbout(effect);
      const settlement = settlementOf(ROUND_KIND, this.round, events.map((event) => event.eventId), this.nowMs);
      if (settlement === null) break;
      this.round = applySettlement(this.round, settlement);
    }
    this.town.rounds.set(this.round._id, this.round);
  }

  private bringAbout(effect: Effect): void {
    if (effect.kind === 'alignRound') this.join(effect.wishId);
    else if (effect.kind === 'foldRound') this.report(effect.atMs);
    else this.town.carryOut(effect);
  }

  private join(wishId: string): void {
    const wish = this.town.wishes.get(wishId);
    if (wish === undefined || wish.roundId !== null) throw new Error(`wish ${wishId} cannot join ${this.round.title}`);
    this.town.wishes.set(wishId, { ...wish, roundId: this.round._id });
    for (const claimId of Object.keys(wish.claims)) {
      const record = this.town.claims.get(claimId);
      if (record !== undefined) this.town.claims.set(claimId, { ...record, roundId: this.round._id });
    }
  }

  private report(atMs: number): void {
    const { fold } = this.round;
    if (fold === null) return;
    const wishes = this.round.wishIds.flatMap((wishId) => this.town.wishes.get(wishId) ?? []);
    this.round = { ...this.round, fold: foldPage(fold, wishes, wishes.length) };
    const decided = unwrap(decideReport(this.round, atMs));
    if (decided.kind === 'change') this.write(decided.change);
  }
}
