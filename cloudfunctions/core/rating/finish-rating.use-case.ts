import { decideRated } from '../claim/record-rating';
import { earnPoints } from '../effect/apply-effect';
import { store } from '../platform/store';
import { NEVER_MS } from '../wish/wish';
import { wishRepository } from '../wish/wish.repository';
import { RATING_CAUSE_TEXT, type Rating } from './rating';

const TELL_TRIES = 3;

/** Notes on the wish that this claim was rated. @throws when the wish changed under every try; the rating's clock is set. */
const tellWish = async (rating: Rating): Promise<void> => {
  for (let tries = 0; tries < TELL_TRIES; tries += 1) {
    const wish = await wishRepository.find(rating.wishId);
    if (wish === null) return;
    const decided = decideRated(wish, rating.claimId, rating.satisfaction, rating.recordedBy, rating.createdAtMs);
    if (!decided.ok || decided.value.kind === 'replay') return;
    if (await wishRepository.change(wish._id, decided.value.change)) return;
  }
  throw new Error(`wish ${rating.wishId} could not be told of rating ${rating._id}`);
};

/** What a rating brings about elsewhere; each step repeats harmlessly, so a killed call is finished by `jobs`. */
export const finishRating = async (rating: Rating): Promise<void> => {
  await tellWish(rating);
  if (rating.points !== null) {
    await earnPoints({
      kind: 'earnPoints',
      transferId: rating.points.transferId,
      memberId: rating.raterId,
      communityId: rating.communityId,
      points: rating.points.amount,
      causeText: RATING_CAUSE_TEXT,
      causeKind: 'carefulRating',
      aggregateId: rating.wishId,
      atMs: rating.createdAtMs,
      dueAtMs: rating.points.dueAtMs,
    });
  }
  await store.update('ratings', { _id: rating._id }, { wakeAtMs: NEVER_MS });
};
