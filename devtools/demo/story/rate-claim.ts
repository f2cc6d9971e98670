import type { RATING_CHIPS, Satisfaction } from '@contract';
import { decideRated } from '../../../cloudfunctions/core/claim/record-rating';
import { unwrap } from '../../../cloudfunctions/core/kernel/result';
import type { Step } from '../../../cloudfunctions/core/aggregate/step';
import { DAY_MS, HOUR_MS } from '../../../cloudfunctions/core/kernel/clock';
import { decideRecordCall } from '../../../cloudfunctions/core/rating/call-back';
import { claimSubject, decideMayRate, ratingOf, type RatingInput } from '../../../cloudfunctions/core/rating/make-rating';
import { isParty, type Rating } from '../../../cloudfunctions/core/rating/rating';
import { decideAppeal } from '../../../cloudfunctions/core/rating/rating-appeal';
import { RULES } from '../../../cloudfunctions/core/rules';
import { localEnvironment } from '../community/build-member';
import { DEMO_NOW_MS } from '../community/moments';
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
    voiceFileId: null,
    voiceSeconds: null,
    secondsPerItem: {},
    secondsOnScreen: unfolds ? random.between(24, 70) : random.between(4, 12),
  };
};

const SECRET = localEnvironment.LINYUAN_ID_SECRET ?? '';

const step = (actorId: string, name: string, claimId: string, nowMs: number): Step => ({ actorId, operationId: `demo-${name}-${claimId}`, inputHash: 'demo', nowMs });

/** Of the last days one is being called back and one appeals, so that both can be seen. */
const RECENT_MS = 4 * DAY_MS;

/** Staff called the next day those who were drawn; somebody appeals the evening before the demo's morning. */
const follow = ({ cast, stage }: Telling, rating: Rating, isRecent: boolean): void => {
  const { ratings } = stage.town;
  const { _id: aboutId, createdAtMs } = rating;
  if (rating.callBack !== null && !isRecent && !isParty(rating, cast.socialWorker)) {
    const calledMs = createdAtMs + DAY_MS;
    ratings.act(rating._id, calledMs, (found) => decideRecordCall(found, 'asSaid', '', cast.socialWorker, step(cast.socialWorker._id, 'call', aboutId, calledMs)));
  }
  const isAppealed = [...ratings.documents.values()].some(({ appeal }) => appeal !== null);
  const appealMs = Math.max(createdAtMs + 2 * HOUR_MS, DEMO_NOW_MS - 20 * HOUR_MS);
  const mayAppeal = rating.pointState === 'none' && createdAtMs > DEMO_NOW_MS - RULES.rating.appealMs + DAY_MS && appealMs < DEMO_NOW_MS;
  if (!mayAppeal || isAppealed) return;
  ratings.act(rating._id, appealMs, (found) => decideAppeal(found, '我眼睛花，打字慢，就点了一下。东西是真收到了，也真合用。', cast.poster, step(cast.poster._id, 'appeal', aboutId, appealMs)));
};

/** The recipient answers the one question, sometimes with a sentence: the rating, the wish that knows, the point that waits. */
export function rateClaim(telling: Telling, claimId: string, satisfaction: Satisfaction, words: string, atMs: number): void {
  const { play, cast, stage } = telling;
  const { town, random } = stage;
  play.advanceTo(atMs);
  const input: RatingInput = { wishId: play.state._id, claimId, ...contentOf(random, satisfaction, words) };
  const { wish, claim } = unwrap(decideMayRate(play.state, claimId, cast.poster));
  const isRecent = atMs > DEMO_NOW_MS - RECENT_MS;
  const isCalling = [...town.ratings.documents.values()].some(({ callBack }) => callBack !== null && callBack.outcome === null && callBack.endsAtMs > DEMO_NOW_MS);
  const rating = ratingOf(claimSubject(wish, claim, cast.poster, atMs), input, {
    member: cast.poster, operationId: `demo-rate-${claimId}`, inputHash: 'demo', wordsState: 'clear', nowMs: atMs,
    prints: { own: town.prints.get(cast.poster._id) ?? [], community: town.prints.get(wish.communityId) ?? [] }, secret: SECRET, ...(isRecent && !isCalling ? { callShare: 1 } : {}),
  });
  town.ratings.insert(rating, atMs);
  play.note(atMs, (standing) => decideRated(standing, claimId, satisfaction, rating.recordedBy, atMs));
  follow(telling, rating, isRecent);
  town.ratings.advance(rating._id, DEMO_NOW_MS);
}
