import type { BatchMode, ErrorCode, PictureKey } from '@contract';
import { bornWith, type Aggregate, type OutboxEvent } from '../aggregate/aggregate';
import type { AggregateKind } from '../aggregate/aggregate-kind';
import { changedBy, changeOf, is, REPLAY, type OutcomeOf } from '../aggregate/change';
import type { Step } from '../aggregate/step';
import type { Effect } from '../effect/effect';
import { deriveId } from '../kernel/ids';
import { accept, refuse, type Result } from '../kernel/result';
import { RULES } from '../rules';

/** One wish of the action. */
export interface BatchItem {
  readonly wishId: string;
  readonly shares: number;
  readonly claimId: string;
}

/** What became of it; without a code it is claimed. */
export interface BatchResult {
  readonly wishId: string;
  readonly title: string;
  readonly pictureKey: PictureKey;
  readonly holdUntilMs: number | null;
  readonly code: ErrorCode | null;
  readonly sentence: string;
}

export interface BatchEvent extends OutboxEvent {
  readonly kind: 'batchTried' | 'batchConfirmed' | 'batchAbandoned';
}

/**
 * One action on many wishes (一对多). Its holds are tentative until this one document, by one guarded update, says confirmed
 * or abandoned; whoever finds a tentative hold asks here. It remembers the answer, so that the same act answers the same.
 */
export interface ClaimBatch extends Aggregate<BatchEvent> {
  readonly memberId: string;
  readonly partyId: string;
  readonly giverName: string;
  readonly mode: BatchMode;
  readonly state: 'trying' | 'confirmed' | 'abandoned';
  readonly items: readonly BatchItem[];
  /** Null until it is decided, and when the clock decided. */
  readonly results: readonly BatchResult[] | null;
  readonly inputHash: string;
  readonly createdAtMs: number;
}

export const batchIdOf = (operationId: string): string => deriveId('b', operationId);

/** Each wish of the action has a claim id of its own, made from the act. */
export const batchClaimIdOf = (operationId: string, wishId: string): string => deriveId('c', operationId, wishId);

export interface NewBatch {
  readonly partyId: string;
  readonly giverName: string;
  readonly mode: BatchMode;
  readonly items: readonly { readonly wishId: string; readonly shares: number }[];
}

/**
 * The batch before anything is tried. Items stand in the order of their ids: two actions that want the same wishes take
 * them in the same order, so one of them gets through.
 */
export const newBatch = (input: NewBatch, step: Step): ClaimBatch => ({
  _id: batchIdOf(step.operationId),
  memberId: step.actorId,
  partyId: input.partyId,
  giverName: input.giverName,
  mode: input.mode,
  state: 'trying',
  items: [...input.items].sort((a, b) => (a.wishId < b.wishId ? -1 : 1)).map(({ wishId, shares }) => ({ wishId, shares, claimId: batchClaimIdOf(step.operationId, wishId) })),
  results: null,
  inputHash: step.inputHash,
  createdAtMs: step.nowMs,
  ...bornWith<BatchEvent>({ kind: 'batchTried', eventId: deriveId('e', step.operationId, 'tried'), atMs: step.nowMs, byId: step.actorId }),
});

/** Whether everything was got: then it is confirmed, else nothing is. Of a best effort every outcome is an answer. */
export const isConfirmedBy = (batch: Pick<ClaimBatch, 'mode'>, results: readonly BatchResult[]): boolean => batch.mode === 'bestEffort' || results.every((result) => result.code === null);

/** The one decision. Refuses CLAIM_STATE_CHANGED when it fell before: what stands counts. */
export const decideBatch = (batch: ClaimBatch, results: readonly BatchResult[], nowMs: number): Result<OutcomeOf<BatchEvent>> => {
  if (batch.state !== 'trying') return refuse('CLAIM_STATE_CHANGED');
  const isConfirmed = isConfirmedBy(batch, results);
  const kind = isConfirmed ? 'batchConfirmed' : 'batchAbandoned';
  return accept(
    changedBy<BatchEvent>({
      when: { state: is('trying') },
      set: { state: isConfirmed ? 'confirmed' : 'abandoned', results },
      event: { kind, eventId: deriveId('e', batch._id, 'decided'), atMs: nowMs, byId: batch.memberId },
    }),
  );
};

/** Nobody decided in time: it is given up. */
const abandonment = (batch: ClaimBatch, nowMs: number) =>
  changeOf<BatchEvent>({ when: { state: is('trying') }, set: { state: 'abandoned' }, event: { kind: 'batchAbandoned', eventId: deriveId('e', batch._id, 'decided'), atMs: nowMs, byId: 'clock' } });

export const decideAbandon = (batch: ClaimBatch, nowMs: number): Result<OutcomeOf<BatchEvent>> =>
  batch.state === 'trying' && nowMs >= batch.createdAtMs + RULES.claim.tryMs ? accept({ kind: 'change', change: abandonment(batch, nowMs) }) : accept(REPLAY);

const effectsOf = (batch: ClaimBatch, event: BatchEvent): readonly Effect[] => {
  // A best effort holds nothing tentatively.
  if (event.kind === 'batchTried' || batch.mode === 'bestEffort') return [];
  return batch.items.map(({ wishId, claimId }) => ({ kind: 'endTry', batchId: batch._id, wishId, claimId, atMs: event.atMs }));
};

export const BATCH_KIND: AggregateKind<ClaimBatch, BatchEvent> = {
  collection: 'claimBatches',
  effectsOf,
  clocksOf: (batch, nowMs) => (batch.state === 'trying' ? [{ atMs: batch.createdAtMs + RULES.claim.tryMs, change: abandonment(batch, nowMs) }] : []),
};
