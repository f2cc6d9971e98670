import { aggregateRepository } from '../aggregate/aggregate.repository';
import { tellAggregate } from '../aggregate/tell.use-case';
import type { EffectOf } from '../effect/effect';
import { WISH_KIND } from '../wish/settle-wish';
import { BATCH_KIND, decideAbandon, type BatchEvent, type ClaimBatch } from './claim-batch';
import { decideFirm, decideRelease } from './try-shares';

const batches = aggregateRepository<ClaimBatch, BatchEvent>('claimBatches');

/** The batch, once it is decided: one that still tries when its time is over is given up first. */
const decidedBatch = async (batchId: string, nowMs: number): Promise<ClaimBatch | null> => {
  const batch = await batches.find(batchId);
  if (batch === null || batch.state !== 'trying') return batch;
  await tellAggregate(BATCH_KIND, batchId, (standing) => decideAbandon(standing, nowMs));
  return batches.find(batchId);
};

/** Makes a tentative hold firm, or gives it up, as its batch decided. A hold whose batch is not there goes. */
export const endTry = async ({ batchId, wishId, claimId, atMs }: EffectOf<'endTry'>): Promise<void> => {
  const batch = await decidedBatch(batchId, atMs);
  if (batch?.state === 'trying') throw new Error(`batch ${batchId} still tries; asked again later`);
  const decide = batch?.state === 'confirmed' ? decideFirm : decideRelease;
  await tellAggregate(WISH_KIND, wishId, (wish) => decide(wish, { batchId, claimId }, atMs));
};
