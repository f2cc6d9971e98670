import { RATING_CHIPS, RATED_CATEGORIES, SATISFACTIONS, type CategoryScoreView, type PublicGiverView, type RatingSumView, type Satisfaction, type ScoreView, type SentenceView } from '@contract';
import { keyedId } from '../kernel/ids';
import { privateWordRefusal } from '../publicity/public-words';
import type { Rating } from '../rating/rating';
import type { Member } from '../member/member';
import { RULES } from '../rules';
import { isPraiseworthy } from './judge-sum';
import { revealedFrom, type RatingSum } from './rating-sum';
import { mayHideReply, mayReply } from './reply-to-sum';
import { byLowerBound, peopleOf, scoreOf, type Score } from './score';
import type { Tally } from './tally';

/** Rounded outwards, so that the mean stays within. */
const scoreView = ({ mean, lower, upper }: Score): ScoreView => ({ mean: Math.round(100 * mean), lower: Math.floor(100 * lower), upper: Math.ceil(100 * upper) });

/** No score below five people. */
const scoreOrNull = (shown: readonly Tally[]): ScoreView | null => (peopleOf(shown) < RULES.ratingSum.peopleMin ? null : scoreView(scoreOf(shown, RULES.ratingSum)));

const categoriesOf = (shown: readonly Tally[]): readonly CategoryScoreView[] =>
  RATED_CATEGORIES.map((category) => ({ category, score: scoreOf(shown.filter((tally) => tally.category === category), RULES.ratingSum) }))
    .filter(({ score }) => score.people >= RULES.ratingSum.peopleMin)
    .sort((a, b) => byLowerBound(a.score, b.score))
    .map(({ category, score }) => ({ category, people: score.people, score: scoreView(score) }));

const countsOf = (shown: readonly Tally[]): Readonly<Record<Satisfaction, number>> => {
  const count = (satisfaction: Satisfaction): number => shown.filter((tally) => tally.satisfaction === satisfaction).length;
  const [satisfied, fair, unsatisfied] = SATISFACTIONS.map(count);
  return { satisfied: satisfied ?? 0, fair: fair ?? 0, unsatisfied: unsatisfied ?? 0 };
};

const chipsOf = (shown: readonly Tally[]): RatingSumView['chips'] =>
  RATING_CHIPS.map((chip) => ({ chip, count: shown.filter((tally) => tally.chips.includes(chip)).length }))
    .filter(({ count }) => count > 0)
    .sort((a, b) => b.count - a.count);

/** A name of a sentence from which nobody finds the rating, though they know the claim and who was served. It also gives the order. */
export const sentenceIdOf = (ratingId: string, secret: string): string => keyedId('sn', secret, 'sentence', ratingId);

/** Pure: the ratings whose words a sum shows now, in an order that says nothing of when they came. */
export const sentencesToRead = (sum: RatingSum, secret: string, nowMs: number): readonly string[] =>
  revealedFrom(sum.tallies, nowMs).shown.filter(({ hasWords }) => hasWords)
    .map(({ ratingId }) => ({ ratingId, place: sentenceIdOf(ratingId, secret) }))
    .sort((a, b) => (a.place < b.place ? -1 : 1))
    .slice(0, RULES.ratingSum.sentences)
    .map(({ ratingId }) => ratingId);

export type RatingWords = Pick<Rating, '_id' | 'words' | 'wordsState'>;

/** Words that tell of an illness, a door or an age stay unshown: they could say who it was. */
const mayShow = ({ words, wordsState }: RatingWords): boolean => wordsState === 'clear' && words !== '' && privateWordRefusal(words, 'words') === null;

export interface SumReading {
  readonly words: ReadonlyMap<string, RatingWords>;
  readonly secret: string;
  readonly nowMs: number;
}

const sentencesOf = (sum: RatingSum, { words, secret, nowMs }: SumReading): readonly SentenceView[] =>
  sentencesToRead(sum, secret, nowMs).flatMap((ratingId) => {
    const found = words.get(ratingId);
    return found === undefined || !mayShow(found) ? [] : [{ sentenceId: sentenceIdOf(ratingId, secret), words: found.words }];
  });

/** Pure: a sum as the rated side reads it. */
export const ratingSumView = (sum: RatingSum, reading: SumReading): RatingSumView => {
  const { shown, hidden, peopleMissing, nextAtMs } = revealedFrom(sum.tallies, reading.nowMs);
  return {
    sumId: sum._id,
    kind: sum.giverKind,
    name: sum.partyText,
    people: peopleOf(shown),
    ratings: shown.length,
    counts: countsOf(shown),
    score: scoreOrNull(shown),
    categories: categoriesOf(shown),
    chips: chipsOf(shown),
    sentences: sentencesOf(sum, reading),
    rectificationId: sum.rectification?.rectificationId ?? null,
    reply: sum.reply === null ? null : { words: sum.reply.words, hiddenNote: sum.reply.hiddenNote },
    canReply: mayReply(sum, reading.nowMs),
    praise: sum.praise === null || !isPraiseworthy(shown) ? null : { isShown: sum.praise.isShown },
    hidden: nextAtMs === null ? null : { ratings: hidden.length, peopleMissing, nextAtMs },
  };
};

const replyShown = (sum: RatingSum | null): string => (sum === null || sum.reply === null || sum.reply.hiddenNote !== null ? '' : sum.reply.words);

/** Pure: what neighbours see of a shop or a unit; nothing of it before five people are shown to the party itself. */
export const publicGiverView = (sum: RatingSum | null, { kind, name }: Pick<PublicGiverView, 'kind' | 'name'>, reader: Member, nowMs: number): PublicGiverView => {
  const shown = sum === null ? [] : revealedFrom(sum.tallies, nowMs).shown;
  const score = scoreOrNull(shown);
  return { name, kind, people: score === null ? 0 : peopleOf(shown), score, peopleMin: RULES.ratingSum.peopleMin, isPraised: sum !== null && sum.praise?.isShown === true && isPraiseworthy(shown), reply: replyShown(sum), hidesReplyOf: sum !== null && mayHideReply(sum, reader) ? sum._id : null };
};
