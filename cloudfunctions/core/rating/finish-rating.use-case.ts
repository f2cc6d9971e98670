import { tellAggregate } from '../aggregate/tell.use-case';
import { decideRated } from '../claim/record-rating';
import { earnPoints } from '../effect/apply-effect';
import { store } from '../platform/store';
import { NEVER_MS } from '../wish/wish';
import { WISH_KIND } from '../wish/settle-wish';
import { RATING_CAUSE_TEXT, type Rating } from './rating';

/** Notes on the wish that this claim was rated. */
const tellWish = (rating: Rating): Promise<void> =>
  tellAggregate(WISH_KIND, rating.wishId, (wish) => decideRated(wish, rating.claimId, rating.satisfaction, rating.recordedBy, rating.createdAtMs));

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
