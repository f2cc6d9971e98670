import { tellAggregate } from '../aggregate/tell.use-case';
import type { EffectOf } from '../effect/effect';
import type { Member } from '../member/member';
import type { Person } from '../person/person';
import { store } from '../platform/store';
import type { RatedParty } from '../rating/rating';
import { RULES } from '../rules';
import type { Unit } from '../unit/unit';
import { decideTally, newRatingSum, partyTextOf, ratingSumIdOf, type RatingSum } from './rating-sum';
import { decideOffer } from './offer-first';
import { RATING_SUM_KIND } from './rating-sum-kind';

const findPartyText = async ({ partyId, kind }: RatedParty, communityId: string): Promise<string> => {
  if (kind === 'unit') return partyTextOf(kind, communityId, { unit: await store.find<Unit>('units', partyId) });
  if (kind === 'person') return partyTextOf(kind, communityId, { person: await store.find<Person>('persons', partyId) });
  return partyTextOf(kind, communityId, { member: await store.find<Member>('members', partyId) });
};

/** An urgent wish is on the wall: some of the thanked are told at once. One request, and two for each that is told. */
export const offerFirst = async (effect: EffectOf<'firstOffer'>): Promise<void> => {
  const thanked = await store.query<{ readonly _id: string }>('ratingSums', { where: { communityId: effect.communityId, isPraised: true }, limit: RULES.ratingSum.offersPerWish, fields: ['_id'] });
  for (const { _id } of thanked) await tellAggregate(RATING_SUM_KIND, _id, (sum) => decideOffer(sum, effect));
};

/** Takes a rating into the sum of who is rated, which begins with the first. A second time, and in another order, it comes to the same. */
export const tallyRating = async (effect: EffectOf<'tallyRating'>): Promise<void> => {
  const { rated, communityId } = effect;
  const sumId = ratingSumIdOf(rated, communityId);
  if ((await store.find<RatingSum>('ratingSums', sumId)) === null) {
    const fresh = newRatingSum(effect, await findPartyText(rated, communityId));
    if ((await store.insertOnce('ratingSums', fresh)) === 'inserted') return;
  }
  await tellAggregate(RATING_SUM_KIND, sumId, (sum) => decideTally(sum, effect.tally, effect.atMs));
};
