import type { RATING_CHIPS, Satisfaction } from '@contract';
import { decideRated } from '../../../cloudfunctions/core/claim/record-rating';
import { unwrap } from '../../../cloudfunctions/core/kernel/result';
import { RATING_CAUSE_TEXT, decideMayRate, ratingOf, type RatingInput } from '../../../cloudfunctions/core/rating/rating';
import { NEVER_MS } from '../../../cloudfunctions/core/wish/wish';
import type { Random } from '../random';
import type { Telling } from './tell-wish';

type Chip = (typeof RATING_CHIPS)[number];

const CHIPS: Readonly<Record<Satisfaction, readonly Chip[]>> = {
  satisfied: ['讲得清楚', '手脚利索', '很准时', '很耐心', '东西合用'],
  fair: ['东西合用', '还差一点'],
  unsatisfied: ['还差一点'],
};

const STARS: Readonly<Record<Satisfaction, readonly number[]>> = { satisfied: [5, 5, 4], fair: [4, 3], unsatisfied: [2, 3] };

/** Who writes a sentence also unfolds the rest; who does not, taps once. */
const contentOf = (random: Random, satisfaction: Satisfaction, words: string): Omit<RatingInput, 'wishId' | 'claimId'> => {
  const unfolds = words !== '';
  const stars = (): number | null => (unfolds ? random.pick(STARS[satisfaction]) : null);
  return {
    satisfaction,
    effect: stars(),
    timeliness: stars(),
    attitude: stars(),
    chips: unfolds || random.chance(0.4) ? [random.pick(CHIPS[satisfaction])] : [],
    words,
    photoFileIds: [],
    secondsOnScreen: unfolds ? random.between(24, 70) : random.between(4, 12),
  };
};

/** The recipient answers the one question, sometimes with a sentence: the rating, the wish that knows, the point that waits. */
export function rateClaim({ play, cast, stage }: Telling, claimId: string, satisfaction: Satisfaction, words: string, atMs: number): void {
  const { town, random } = stage;
  play.advanceTo(atMs);
  const input: RatingInput = { wishId: play.state._id, claimId, ...contentOf(random, satisfaction, words) };
  const { wish } = unwrap(decideMayRate(play.state, claimId, cast.poster));
  const rating = ratingOf(wish, input, { member: cast.poster, operationId: `demo-rate-${claimId}`, inputHash: 'demo', wordsState: 'clear', nowMs: atMs });
  town.ratings.set(rating._id, { ...rating, wakeAtMs: NEVER_MS });
  play.note(atMs, (standing) => decideRated(standing, claimId, satisfaction, rating.recordedBy, atMs));
  if (rating.points === null) return;
  town.book.earn({
    transferId: rating.points.transferId,
    memberId: rating.raterId,
    communityId: rating.communityId,
    points: rating.points.amount,
    cause: { kind: 'carefulRating', aggregateId: rating._id, text: RATING_CAUSE_TEXT },
    atMs,
    dueAtMs: rating.points.dueAtMs,
  });
}
