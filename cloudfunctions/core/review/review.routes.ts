import type { REVIEW_ROUTES } from '@contract';
import type { Handlers } from '../platform/router';
import { finishTask, staffQueue } from '../staff/task.use-case';
import { reviewAids, saveReason } from './review-aids.use-case';
import { decideOnPhoto, decideOnWish, getReview } from './review.use-case';

export const reviewHandlers: Pick<Handlers, keyof typeof REVIEW_ROUTES> = {
  'staff.queue': staffQueue,
  'staff.finishTask': finishTask,
  'review.get': getReview,
  'review.decide': decideOnWish,
  'review.aids': reviewAids,
  'review.saveReason': saveReason,
  'review.photo': decideOnPhoto,
};
