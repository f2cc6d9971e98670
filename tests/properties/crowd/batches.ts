import { BATCH_KIND, decideAbandon, decideBatch, newBatch, type BatchEvent, type BatchResult, type ClaimBatch } from '../../../cloudfunctions/core/batch/claim-batch';
import { decideFirm, decideRelease, decideTry } from '../../../cloudfunctions/core/batch/try-shares';
import { pendingEventsOf } from '../../../cloudfunctions/core/aggregate/aggregate';
import { dueChanges } from '../../../cloudfunctions/core/aggregate/aggregate-kind';
import { applyChange, mayChange } from '../../../cloudfunctions/core/aggregate/change';
import { applySettlement, settlementOf } from '../../../cloudfunctions/core/aggregate/settlement';
import type { Step } from '../../../cloudfunctions/core/aggregate/step';
import type { Giver } from '../../../cloudfunctions/core/claim/giver';
import type { EffectOf } from '../../../cloudfunctions/core/effect/effect';
import { claimsOf, type Wish } from '../../../cloudfunctions/core/wish/wish';
import { BrokenRule } from './checks';
import type { Crowd } from './crowd';

export interface Wanted {
  readonly wishId: string;
  readonly shares: number;
}

/** Where a call on many wishes dies: after so many tentative holds, before it decides, or before it tells the wishes. */
export interface BatchFate {
  readonly triesAtMost: number;
  readonly decides: boolean;
  readonly spreads: boolean;
}

const resultOf = (wishId: string, isGot: boolean): BatchResult => ({ wishId, title: '', pictureKey: 'goods', holdUntilMs: null, code: isGot ? null : 'SHARES_SOLD_OUT', sentence: '' });

/** Actions on many wishes at once, all or nothing, in memory: tentative holds, one decision, the word spread or not. */
export class Batches {
  private readonly all = new Map<string, ClaimBatch>();

  claim(crowd: Crowd, wanted: readonly Wanted[], giver: Giver, step: Step, fate: BatchFate): void {
    const fresh = newBatch({ partyId: giver.partyId, giverName: giver.name, mode: 'allOrNothing', items: wanted }, step);
    if (this.all.has(fresh._id)) return;
    this.all.set(fresh._id, fresh);
    const results: BatchResult[] = [];
    for (const [index, item] of fresh.items.entries()) {
      if (index >= fate.triesAtMost) return;
      const isGot = crowd.tell(item.wishId, (wish) => decideTry(wish, { batchId: fresh._id, claimId: item.claimId, shares: item.shares }, giver, step));
      results.push(resultOf(item.wishId, isGot));
      if (!isGot) break;
    }
    while (results.length < fresh.items.length) results.push(resultOf(fresh.items[results.length]?.wishId ?? '', false));
    if (!fate.decides) return;
    const decided = decideBatch(this.batch(fresh._id), results, crowd.nowMs);
    if (decided.ok && decided.value.kind === 'change') this.all.set(fresh._id, applyChange<BatchEvent, ClaimBatch>(this.batch(fresh._id), decided.value.change));
    if (fate.spreads) for (const { wishId, claimId } of fresh.items) this.end(crowd, fresh._id, wishId, claimId);
  }

  /** As the timer: what nobody decided is given up, and every wish hears of it. */
  runJobs(crowd: Crowd): void {
    for (const batch of this.all.values()) {
      if (batch.wakeAtMs > crowd.nowMs) continue;
      let standing = batch;
      for (const change of dueChanges(BATCH_KIND.clocksOf(standing, crowd.nowMs), crowd.nowMs)) if (mayChange(standing, change)) standing = applyChange<BatchEvent, ClaimBatch>(standing, change);
      this.all.set(batch._id, standing);
      const events = pendingEventsOf<BatchEvent>(standing);
      for (const event of events) for (const effect of BATCH_KIND.effectsOf(standing, event)) crowd.carryOut(effect);
      const settlement = settlementOf(BATCH_KIND, standing, events.map(({ eventId }) => eventId), crowd.nowMs);
      if (settlement !== null) this.all.set(batch._id, applySettlement<BatchEvent, ClaimBatch>(standing, settlement));
    }
  }

  endTry(crowd: Crowd, { batchId, wishId, claimId }: EffectOf<'endTry'>): void {
    const batch = this.batch(batchId);
    const abandoned = decideAbandon(batch, crowd.nowMs);
    if (abandoned.ok && abandoned.value.kind === 'change') this.all.set(batchId, applyChange<BatchEvent, ClaimBatch>(batch, abandoned.value.change));
    this.end(crowd, batchId, wishId, claimId);
  }

  private end(crowd: Crowd, batchId: string, wishId: string, claimId: string): void {
    const batch = this.batch(batchId);
    if (batch.state === 'trying') return;
    const decide = batch.state === 'confirmed' ? decideFirm : decideRelease;
    crowd.tell(wishId, (wish) => decide(wish, { batchId, claimId }, crowd.nowMs));
  }

  private batch(batchId: string): ClaimBatch {
    const batch = this.all.get(batchId);
    if (batch === undefined) throw new Error(`no batch ${batchId}`);
    return batch;
  }

  /** At rest: all or nothing, and nothing tentative. */
  check(wishes: ReadonlyMap<string, Wish>): void {
    for (const batch of this.all.values()) {
      const got = batch.items.filter(({ wishId, claimId }) => wishes.get(wishId)?.claims[claimId] !== undefined).length;
      if (got !== (batch.state === 'confirmed' ? batch.items.length : 0)) throw new BrokenRule('all or nothing', batch._id, `${batch.state}, ${got} of ${batch.items.length}`);
    }
    for (const wish of wishes.values()) for (const claim of claimsOf(wish)) if (claim.batchId !== null) throw new BrokenRule('no tentative hold is left', wish._id, claim.claimId);
  }
}
