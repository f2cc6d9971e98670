import * as v from 'valibot';
import { giverSchema } from './claim.contract';
import { idSchema, sharesSchema } from './common';
import type { ErrorCode } from './errors';
import { LIMITS } from './limits';
import { BUDGET, route } from './route';
import type { PictureKey } from './vocabulary';

/** How many wishes one action takes together: every one or none, or as many as there are. */
export const BATCH_MODES = ['allOrNothing', 'bestEffort'] as const;
export type BatchMode = (typeof BATCH_MODES)[number];

/** What became of one wish of the action. */
export interface BatchItemView {
  readonly wishId: string;
  readonly title: string;
  readonly pictureKey: PictureKey;
  readonly shares: number;
  readonly isClaimed: boolean;
  /** Set when claimed. */
  readonly claimId: string | null;
  /** Set when not: why, as a code and a sentence. */
  readonly code: ErrorCode | null;
  readonly sentence: string;
}

export interface ClaimBatchView {
  readonly batchId: string;
  readonly mode: BatchMode;
  readonly outcome: 'all' | 'some' | 'none';
  readonly giverName: string;
  readonly items: readonly BatchItemView[];
  readonly wishCount: number;
  readonly shareCount: number;
  /** Until when the first of them must be planned; null when nothing was claimed. */
  readonly holdUntilMs: number | null;
}

const itemsSchema = v.pipe(
  v.array(v.strictObject({ wishId: idSchema, shares: sharesSchema })),
  v.minLength(1, '先选几个心愿'),
  v.maxLength(LIMITS.wishesPerBatch, `一次最多认领 ${LIMITS.wishesPerBatch} 个心愿`),
  v.check((items) => new Set(items.map((item) => item.wishId)).size === items.length, '同一个心愿选了两次'),
);

export const BATCH_ROUTES = {
  /** Many wishes in one action (一对多). Counted with every hold and every decision, whatever comes of it: at most 6 + 2n requests. */
  'wish.claimMany': route<ClaimBatchView>()({ input: v.strictObject({ items: itemsSchema, mode: v.picklist(BATCH_MODES), as: v.optional(giverSchema, { kind: 'self' }) }), mutating: true, access: 'member', requestBudget: BUDGET.batch(LIMITS.wishesPerBatch) }),
} as const;
