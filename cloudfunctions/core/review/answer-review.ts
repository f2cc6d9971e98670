import { LIMITS } from '@contract';
import { HOUR_MS } from '../kernel/clock';
import { deriveId } from '../kernel/ids';
import { accept, refuse, type Result } from '../kernel/result';
import { addWorkingMs } from '../kernel/working-days';
import type { Member } from '../member/member';
import { RULES } from '../rules';
import type { Step } from '../aggregate/step';
import { reviewTaskIdOf, wishPhotos } from '../wish/submit-wish';
import { isRecipient } from '../wish/recipient';
import { REVIEW_STEPS_MAX, type Wish } from '../wish/wish';
import { changed, is, REPLAY, type Outcome } from '../wish/wish-change';

export interface ReviewAnswer {
  readonly answer: string;
  readonly photoFileIds: readonly string[];
  /** The text check asks for a person's eye. */
  readonly needsCare: boolean;
}

const photosLeft = (wish: Wish): number => LIMITS.photosPerWish - Object.values(wish.photos).filter((photo) => photo.claimId === null && photo.isAudio !== true && photo.state !== 'refused').length;

/**
 * The poster adds what the reviewer asked for; the wish goes back into the queue with a new 24 working hours.
 * Refusals: NOT_FOUND, WISH_STATE_CHANGED, BAD_INPUT (too many photos), OPERATION_REUSED.
 */
export const decideAnswer = (wish: Wish, answer: ReviewAnswer, actor: Member, step: Step): Result<Outcome> => {
  if (!isRecipient(wish, actor)) return refuse('NOT_FOUND');
  const knownHash = wish.review.steps[step.operationId];
  if (knownHash !== undefined) return knownHash === step.inputHash ? accept(REPLAY) : refuse('OPERATION_REUSED');
  if (wish.state !== 'asked' || Object.keys(wish.review.steps).length >= REVIEW_STEPS_MAX) return refuse('WISH_STATE_CHANGED');
  if (answer.photoFileIds.length > photosLeft(wish)) return refuse('BAD_INPUT', { fields: { photoFileIds: `一共最多 ${LIMITS.photosPerWish} 张照片` } });
  const photos = wishPhotos(answer.photoFileIds, Object.keys(wish.photos).length, step.nowMs);
  const added = Object.entries(photos).filter(([photoId]) => !Object.hasOwn(wish.photos, photoId));
  const eventId = deriveId('e', step.operationId);
  return accept(
    changed({
      when: { state: is('asked'), [`review.steps.${step.operationId}`]: { isAbsent: true } },
      set: {
        state: 'review',
        'review.answer': answer.answer,
        'review.dueAtMs': addWorkingMs(step.nowMs, RULES.wish.reviewWorkingHours * HOUR_MS),
        'review.needsCare': wish.review.needsCare || answer.needsCare,
        'review.taskId': reviewTaskIdOf(eventId),
        'review.askNoticeId': null,
        [`review.steps.${step.operationId}`]: step.inputHash,
        ...Object.fromEntries(added.map(([photoId, photo]) => [`photos.${photoId}`, photo])),
      },
      event: { kind: 'answered', photoIds: added.map(([photoId]) => photoId), closesTaskId: null, closesNoticeId: wish.review.askNoticeId, eventId, atMs: step.nowMs, byId: step.actorId },
    }),
  );
};
