import type { PictureKey, RatedKind } from '@contract';
import { isWithin } from '../kernel/area-tree';
import { bornWith, type Aggregate, type OutboxEvent } from '../aggregate/aggregate';
import { changedBy, changeOf, is, REPLAY, type Change, type OutcomeOf } from '../aggregate/change';
import type { Step, Steps } from '../aggregate/step';
import type { EffectOf } from '../effect/effect';
import { deriveId } from '../kernel/ids';
import { accept, type Result } from '../kernel/result';
import { maskedName, type Member } from '../member/member';
import type { Person } from '../person/person';
import type { RatedParty } from '../rating/rating';
import { RULES } from '../rules';
import type { Unit } from '../unit/unit';
import { isPraiseworthy, poorRatingsOf, type PoorRatings } from './judge-sum';
import { revealedOf, type Revealed } from './reveal';
import { scoreOf } from './score';
import { countedTallies, withTally, type Tallies, type Tally } from './tally';

/** Whoever left has no name any more. */
export const GONE_TEXT = '一位邻居';

/** `order`: what was seen then speaks for an order; its id is made from the event's. */
export type RatingSumEvent = OutboxEvent &
  (
    | { readonly kind: 'tallied'; readonly ratingId: string; readonly order: PoorRatings | null; readonly isPraised: boolean }
    | { readonly kind: 'revealed'; readonly order: PoorRatings | null; readonly isPraised: boolean }
    | { readonly kind: 'rectified' }
    | { readonly kind: 'replied' }
    | { readonly kind: 'praiseShown'; readonly shows: boolean }
    | { readonly kind: 'offered'; readonly wishId: string; readonly title: string; readonly pictureKey: PictureKey }
    | { readonly kind: 'replyHidden' }
  );

/**
 * What people of one community think of the help of one party, in one name: a shop's are apart from what its owner does
 * as a neighbour. It holds a line of each rating and nothing that could not be made again from the ratings: adding one is
 * the same whenever and however often it comes.
 */
export interface RatingSum extends Aggregate<RatingSumEvent> {
  readonly partyId: string;
  readonly giverKind: RatedKind;
  /** As strangers read it: a shop or unit by its name, a resident masked. */
  readonly partyText: string;
  readonly communityId: string;
  /** Down to the community: nothing of a sum is a grid's. */
  readonly areaIds: readonly string[];
  readonly tallies: Tallies;
  /** When the next that waits is shown; null when none waits. Then it is looked at again. */
  readonly revealsAtMs: number | null;
  /** The order that is open about it. */
  readonly rectification: { readonly rectificationId: string; readonly sinceMs: number } | null;
  /** Ratings up to then were judged. */
  readonly judgedFromMs: number;
  /** What the rated side says to all of it, once. */
  readonly reply: SumReply | null;
  /** It was once earned; neighbours see it while the party wants that and it still holds. */
  readonly praise: { readonly earnedAtMs: number; readonly isShown: boolean } | null;
  /** It has been thanked; plain, because a list asks for it. */
  readonly isPraised: boolean;
  /** The lower end of what shows, once it has been thanked, else 0; plain, because that list is ordered by it. */
  readonly praisedLower: number;
  /** Wishes it was told of first, of the last week. */
  readonly offers: Readonly<Record<string, number>>;
  /** Ids of the last acts of people → hash of their input; at most `SUM_STEPS_MAX`. */
  readonly steps: Steps;
}

/** Neighbours read it beside the score, unless staff put it away with a reason. */
export interface SumReply {
  readonly words: string;
  readonly byId: string;
  readonly atMs: number;
  readonly hiddenNote: string | null;
}

const SUM_STEPS_MAX = 12;

export const withStep = (steps: Steps, step: Step): Steps => Object.fromEntries([...Object.entries(steps).slice(1 - SUM_STEPS_MAX), [step.operationId, step.inputHash]]);

export const ratingSumIdOf = ({ partyId, kind }: Pick<RatedParty, 'partyId' | 'kind'>, communityId: string): string => deriveId('rs', partyId, kind, communityId);

type Telling = Pick<EffectOf<'tallyRating'>, 'rated' | 'communityId' | 'areaIds' | 'tally' | 'atMs'>;

const talliedId = (sumId: string, { ratingId, standing }: Tally): string => deriveId('e', sumId, ratingId, standing);

export const rectificationIdOf = (orderingEventId: string): string => deriveId('rc', orderingEventId);

/** What the rated side sees of these, and what waits. */
export const revealedFrom = (tallies: Tallies, nowMs: number): Revealed => revealedOf(countedTallies(tallies, nowMs, RULES.ratingSum), nowMs, RULES.ratingSum);

/** Who is rated, as strangers read them: a shop by its name where the sum is, a unit by its own, a person masked, also one who organises. */
export const partyTextOf = (kind: RatedKind, communityId: string, party: { readonly member?: Member | null; /** A unit, or a shop that is a party of its own. */ readonly unit?: Pick<Unit, 'name'> | null; readonly person?: Pick<Person, 'maskedName'> | null }): string => {
  if (kind === 'unit' || (kind === 'merchant' && party.unit)) return party.unit?.name ?? GONE_TEXT;
  if (kind === 'person') return party.person?.maskedName ?? GONE_TEXT;
  const { member } = party;
  if (member === null || member === undefined || member.state === 'left') return GONE_TEXT;
  const shop = kind === 'merchant' ? member.roles.find((held) => held.role === 'merchant' && isWithin(communityId, held.areaId)) : undefined;
  return shop === undefined ? maskedName(member.displayName) : (shop.merchantName ?? member.displayName);
};

/** Pure: the sum that begins with this rating. */
export const newRatingSum = ({ rated, communityId, areaIds, tally, atMs }: Telling, partyText: string): RatingSum => {
  const sumId = ratingSumIdOf(rated, communityId);
  return {
    _id: sumId, partyId: rated.partyId, giverKind: rated.kind, partyText, communityId, areaIds: areaIds.slice(0, areaIds.indexOf(communityId) + 1),
    tallies: { [tally.ratingId]: tally }, revealsAtMs: revealedFrom({ [tally.ratingId]: tally }, atMs).nextAtMs, rectification: null, judgedFromMs: 0, reply: null, praise: null, isPraised: false, praisedLower: 0, offers: {}, steps: {},
    ...bornWith<RatingSumEvent>({ kind: 'tallied', ratingId: tally.ratingId, order: null, isPraised: false, eventId: talliedId(sumId, tally), atMs, byId: 'clock' }),
  };
};

/** Whose score neighbours see: a shop's, a unit's. */
export const isPublicGiver = ({ giverKind }: Pick<RatingSum, 'giverKind'>): boolean => giverKind === 'merchant' || giverKind === 'unit';

/** What shows now, and what follows from it. */
const seenNow = (sum: RatingSum, tallies: Tallies, eventId: string, nowMs: number): { readonly set: Readonly<Record<string, unknown>>; readonly order: PoorRatings | null; readonly isPraised: boolean } => {
  const { shown, nextAtMs } = revealedFrom(tallies, nowMs);
  const order = sum.rectification === null ? poorRatingsOf(shown, sum.judgedFromMs, nowMs) : null;
  const isPraised = sum.praise === null && isPublicGiver(sum) && isPraiseworthy(shown);
  const praisedLower = isPraised || sum.isPraised ? scoreOf(shown, RULES.ratingSum).lower : 0;
  return { order, isPraised, set: { ...(isPraised ? { praise: { earnedAtMs: nowMs, isShown: false }, isPraised: true } : {}), praisedLower, revealsAtMs: nextAtMs, ...(order === null ? {} : { rectification: { rectificationId: rectificationIdOf(eventId), sinceMs: nowMs } }) } };
};

/** Takes a rating in, once, and what became of it later. Whatever was known already is a replay. */
export const decideTally = (sum: RatingSum, tally: Tally, nowMs: number): Result<OutcomeOf<RatingSumEvent>> => {
  const tallies = withTally(sum.tallies, tally, RULES.ratingSum);
  if (tallies === null) return accept(REPLAY);
  const eventId = talliedId(sum._id, tally);
  const { set, order, isPraised } = seenNow(sum, tallies, eventId, nowMs);
  return accept(changedBy<RatingSumEvent>({ when: { revision: is(sum.revision) }, set: { tallies, ...set }, event: { kind: 'tallied', ratingId: tally.ratingId, order, isPraised, eventId, atMs: nowMs, byId: 'clock' } }));
};

/** A rating that waited is old enough to be shown. */
export const revealedByClock = (sum: RatingSum, revealsAtMs: number, nowMs: number): Change<RatingSumEvent> => {
  const eventId = deriveId('e', sum._id, 'revealed', String(revealsAtMs));
  const { set, order, isPraised } = seenNow(sum, sum.tallies, eventId, nowMs);
  return changeOf<RatingSumEvent>({ when: { revision: is(sum.revision) }, set, event: { kind: 'revealed', order, isPraised, eventId, atMs: nowMs, byId: 'clock' } });
};

/** The order about it is over: what was said up to now is judged. */
export const decideRectified = (sum: RatingSum, rectificationId: string, nowMs: number): Result<OutcomeOf<RatingSumEvent>> => {
  if (sum.rectification?.rectificationId !== rectificationId) return accept(REPLAY);
  return accept(changedBy<RatingSumEvent>({ when: { revision: is(sum.revision) }, set: { rectification: null, judgedFromMs: nowMs }, event: { kind: 'rectified', eventId: deriveId('e', sum._id, 'rectified', rectificationId), atMs: nowMs, byId: 'clock' } }));
};
