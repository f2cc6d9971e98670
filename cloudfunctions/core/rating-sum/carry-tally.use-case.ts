import { tellAggregate } from '../aggregate/tell.use-case';
import type { EffectOf } from '../effect/effect';
import type { Member } from '../member/member';
import type { Person } from '../person/person';
import { store } from '../platform/store';
import type { RatedParty } from '../rating/rating';
import { RULES } from '../rules';
import type { Shop } from '../shop/shop';
import { isShopId } from '../shop/shop-id';
import type { Unit } from '../unit/unit';
import { decideTally, newRatingSum, partyTextOf, ratingSumIdOf, type RatingSum } from './rating-sum';
import { decideOffer } from './offer-first';
import { RATING_SUM_KIND } from './rating-sum-kind';

const findPartyText = async ({ partyId, kind }: RatedParty, communityId: string): Promise<string> => {
  if (kind === 'unit') return partyTextOf(kind, communityId, { unit: await store.find<Unit>('units', partyId) });
  if (kind === 'merchant' && isShopId(partyId)) return partyTextOf(kind, communityId, { unit: await store.find<Shop>('shops', partyId) });
  if (kind === 'person') return partyTextOf(kind, communityId, { person: await store.find<Person>('persons', partyId) });
  return partyTextOf(kind, communityId, { member: await store.find<Member>('members', partyId) });
};

/** Whether it was told of this wish, now or before. */
const offerTo = async (sumId: string, wish: EffectOf<'firstOffer'>): Promise<boolean> => {
  let isTold = false;
  await tellAggregate(RATING_SUM_KIND, sumId, (sum) => {
    const decided = decideOffer(sum, wish);
    isTold = Object.hasOwn(sum.offers, wish.wishId) || (decided.ok && decided.value.kind !== 'replay');
    return decided;
  });
  return isTold;
};

/**
 * An urgent wish is on the wall: some of the thanked are told at once, those who serve well for sure first; whoever was
 * told enough, or helps with other things, leaves the turn to the next. One request, and at most two for each looked at.
 */
export const offerFirst = async (effect: EffectOf<'firstOffer'>): Promise<void> => {
  const { offersPerWish, offersLookedAt } = RULES.ratingSum;
  const thanked = await store.query<{ readonly _id: string }>('ratingSums', { where: { communityId: effect.communityId, isPraised: true }, order: [['praisedLower', 'desc'], ['_id', 'asc']], limit: offersLookedAt, fields: ['_id'] });
  let told = 0;
  for (const { _id } of thanked) if (told < offersPerWish && (await offerTo(_id, effect))) told += 1;
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
