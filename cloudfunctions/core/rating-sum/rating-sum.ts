import type { GiverKind } from '@contract';
import { bornWith, type Aggregate, type OutboxEvent } from '../aggregate/aggregate';
import { changedBy, is, REPLAY, type OutcomeOf } from '../aggregate/change';
import type { EffectOf } from '../effect/effect';
import { merchantGiver } from '../claim/giver';
import { deriveId } from '../kernel/ids';
import { accept, type Result } from '../kernel/result';
import { maskedName, type Member } from '../member/member';
import type { Person } from '../person/person';
import type { RatedParty } from '../rating/rating';
import { RULES } from '../rules';
import type { Unit } from '../unit/unit';
import { withTally, type Tallies, type Tally } from './tally';

/** Whoever left has no name any more. */
export const GONE_TEXT = '一位邻居';

export type RatingSumEvent = OutboxEvent & { readonly kind: 'tallied'; readonly ratingId: string };

/**
 * What people of one community think of the help of one party, in one name: a shop's are apart from what its owner does
 * as a neighbour. It holds a line of each rating and nothing that could not be made again from the ratings: adding one is
 * the same whenever and however often it comes.
 */
export interface RatingSum extends Aggregate<RatingSumEvent> {
  readonly partyId: string;
  readonly giverKind: GiverKind;
  /** As strangers read it: a shop or unit by its name, a resident masked. */
  readonly partyText: string;
  readonly communityId: string;
  /** Down to the community: nothing of a sum is a grid's. */
  readonly areaIds: readonly string[];
  readonly tallies: Tallies;
}

export const ratingSumIdOf = ({ partyId, kind }: Pick<RatedParty, 'partyId' | 'kind'>, communityId: string): string => deriveId('rs', partyId, kind, communityId);

type Telling = Pick<EffectOf<'tallyRating'>, 'rated' | 'communityId' | 'areaIds' | 'tally' | 'atMs'>;

const talliedEvent = (sumId: string, { ratingId, standing }: Tally, atMs: number): RatingSumEvent => ({ kind: 'tallied', ratingId, eventId: deriveId('e', sumId, ratingId, standing), atMs, byId: 'clock' });

/** Who is rated, as strangers read them: a shop by its name where the sum is, a unit by its own, a person masked. */
export const partyTextOf = (kind: GiverKind, communityId: string, party: { readonly member?: Member | null; readonly unit?: Pick<Unit, 'name'> | null; readonly person?: Pick<Person, 'maskedName'> | null }): string => {
  if (kind === 'unit') return party.unit?.name ?? GONE_TEXT;
  if (kind === 'person') return party.person?.maskedName ?? GONE_TEXT;
  const { member } = party;
  if (member === null || member === undefined || member.state === 'left') return GONE_TEXT;
  const shop = kind === 'merchant' ? merchantGiver(member, communityId) : null;
  return shop?.ok === true ? shop.value.name : maskedName(member.displayName);
};

/** Pure: the sum that begins with this rating. */
export const newRatingSum = ({ rated, communityId, areaIds, tally, atMs }: Telling, partyText: string): RatingSum => {
  const sumId = ratingSumIdOf(rated, communityId);
  return {
    _id: sumId, partyId: rated.partyId, giverKind: rated.kind, partyText, communityId, areaIds: areaIds.slice(0, areaIds.indexOf(communityId) + 1),
    tallies: withTally({}, tally, RULES.ratingSum) ?? {},
    ...bornWith<RatingSumEvent>(talliedEvent(sumId, tally, atMs)),
  };
};

/** Takes a rating in, once, and what became of it later. Whatever was known already is a replay. */
export const decideTally = (sum: RatingSum, tally: Tally, nowMs: number): Result<OutcomeOf<RatingSumEvent>> => {
  const tallies = withTally(sum.tallies, tally, RULES.ratingSum);
  if (tallies === null) return accept(REPLAY);
  return accept(changedBy<RatingSumEvent>({ when: { revision: is(sum.revision) }, set: { tallies }, event: talliedEvent(sum._id, tally, nowMs) }));
};
