import type { NoticeTarget } from '@contract';
import type { Effect } from '../effect/effect';
import { deriveId } from '../kernel/ids';
import type { Rating } from './rating';

export const RATINGS_PAGE: NoticeTarget = { page: 'myRatings', wishId: null, claimId: null };

export const callTaskId = (rating: Rating): string => deriveId('k', 'callBack', rating._id);
export const callNoticeId = (rating: Rating): string => deriveId('n', 'callBack', rating._id);

/** A granted appeal is a cause of its own. */
export const appealPointsId = (ratingId: string): string => deriveId('t', ratingId, 'appeal');

/** The call is over: nobody of staff has it to make, nobody waits for it. */
export const callEndingEffects = (rating: Rating, atMs: number, note: string): readonly Effect[] => [
  { kind: 'closeTask', taskId: callTaskId(rating), atMs, note },
  { kind: 'finishNotice', noticeId: callNoticeId(rating), memberId: rating.raterId, atMs },
];
