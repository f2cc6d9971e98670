import { ERROR_TABLE, type BatchItemView, type ClaimBatchView } from '@contract';
import { chinaDateText, chinaTimeText } from '../kernel/clock';
import type { Refusal } from '../kernel/result';
import type { Wish } from '../wish/wish';
import { isConfirmedBy, type BatchItem, type BatchResult, type ClaimBatch } from './claim-batch';

type TitledWish = Pick<Wish, 'title' | 'pictureKey'>;
const GONE: TitledWish = { title: '一个心愿', pictureKey: 'goods' };

export const claimedResult = (item: BatchItem, wish: TitledWish, holdUntilMs: number): BatchResult => ({ wishId: item.wishId, title: wish.title, pictureKey: wish.pictureKey, holdUntilMs, code: null, sentence: `留给您了，${chinaDateText(holdUntilMs)} ${chinaTimeText(holdUntilMs)} 前定好哪天送` });

export const refusedResult = (item: BatchItem, wish: TitledWish | undefined, refusal: Refusal): BatchResult => ({
  wishId: item.wishId,
  title: (wish ?? GONE).title,
  pictureKey: (wish ?? GONE).pictureKey,
  holdUntilMs: null,
  code: refusal.code,
  sentence: refusal.message ?? ERROR_TABLE[refusal.code].message,
});

/** Of an action that takes all or nothing: one that would have gone but for the others. */
const LEFT_ALONE = '别的没认上，这件也没有认，还在心愿墙上';

const itemView = (item: BatchItem, result: BatchResult, isKept: boolean): BatchItemView => {
  const isClaimed = isKept && result.code === null;
  return {
    wishId: item.wishId,
    title: result.title,
    pictureKey: result.pictureKey,
    shares: item.shares,
    isClaimed,
    claimId: isClaimed ? item.claimId : null,
    code: isClaimed ? null : (result.code ?? 'CLAIM_STATE_CHANGED'),
    sentence: isClaimed || result.code !== null ? result.sentence : LEFT_ALONE,
  };
};

const outcomeOf = (claimed: number, all: number): ClaimBatchView['outcome'] => (claimed === 0 ? 'none' : claimed === all ? 'all' : 'some');

/** What became of an action, for who asked: per wish what is so now. */
export const batchView = (batch: ClaimBatch, results: readonly BatchResult[]): ClaimBatchView => {
  const isKept = batch.state === 'confirmed' && isConfirmedBy(batch, results);
  const items = batch.items.map((item, index) => itemView(item, results[index] ?? refusedResult(item, undefined, { code: 'BUSY' }), isKept || (batch.mode === 'bestEffort' && batch.state === 'abandoned')));
  const claimed = items.filter((item) => item.isClaimed);
  const holds = results.flatMap((result) => (result.holdUntilMs === null ? [] : [result.holdUntilMs]));
  return {
    batchId: batch._id,
    mode: batch.mode,
    outcome: outcomeOf(claimed.length, items.length),
    giverName: batch.giverName,
    items,
    wishCount: claimed.length,
    shareCount: claimed.reduce((sum, item) => sum + item.shares, 0),
    holdUntilMs: claimed.length === 0 || holds.length === 0 ? null : Math.min(...holds),
  };
};
