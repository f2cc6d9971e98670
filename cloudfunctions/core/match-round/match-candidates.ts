import type { WishCategory } from '@contract';
import { scoreFor, type SuitabilityNeed } from '../match/suitability';
import { RULES } from '../rules';
import type { Supply } from '../supply/supply';
import { needOf, offerOf, type NeededWish } from '../supply/supply-sides';
import type { MatchNeed, MatchOffer } from './match-pages';

interface Scored {
  readonly offer: MatchOffer;
  readonly score: number;
}

const isBetter = (one: Scored, other: Scored): boolean => one.score > other.score || (one.score === other.score && one.offer.supplyId < other.offer.supplyId);

/** Offers by what they give: only those of the same kind or a near one are looked at. */
export type OffersByKind = ReadonlyMap<WishCategory, readonly MatchOffer[]>;

export const offersByKind = (offers: readonly MatchOffer[]): OffersByKind => {
  const byKind = new Map<WishCategory, MatchOffer[]>();
  for (const offer of offers) byKind.set(offer.offer.category, [...(byKind.get(offer.offer.category) ?? []), offer]);
  return byKind;
};

const lookedAt = (category: WishCategory, byKind: OffersByKind): readonly MatchOffer[] => [category, ...RULES.matching.nearCategories[category]].flatMap((kind) => byKind.get(kind) ?? []);

/**
 * Pure: the offers that suit a need best, at most `RULES.matchRound.candidates`, one of each party: a wish is claimed once
 * by whoever has several that would do. Who claims it already is none. Equal ones by their id.
 */
export const candidatesOf = (need: SuitabilityNeed, activeClaimerIds: readonly string[], byKind: OffersByKind): Pick<MatchNeed, 'supplyIds' | 'scores'> => {
  const bestOfParty = new Map<string, Scored>();
  for (const offer of lookedAt(need.category, byKind)) {
    if (activeClaimerIds.includes(offer.partyId)) continue;
    const score = scoreFor(need, offer.offer);
    if (score === null) continue;
    const scored = { offer, score };
    const best = bestOfParty.get(offer.partyId);
    if (best === undefined || isBetter(scored, best)) bestOfParty.set(offer.partyId, scored);
  }
  const best = [...bestOfParty.values()].sort((a, b) => (isBetter(a, b) ? -1 : 1)).slice(0, RULES.matchRound.candidates);
  return { supplyIds: best.map(({ offer }) => offer.supplyId), scores: best.map(({ score }) => score) };
};

/** Pure: an offer as a round keeps it; `inHand`: helps its party has under way. */
export const matchOfferOf = (supply: Supply, inHand: number): MatchOffer => ({ supplyId: supply._id, partyId: supply.partyId, partyKind: supply.partyKind, keeperId: supply.keeperId, offer: offerOf(supply, inHand) });

/** Pure: a wish as a round keeps it, with its candidates. `helpedTimes`: of its home within a year. */
export const matchNeedOf = (wish: NeededWish, page: number, offers: OffersByKind, helpedTimes: number, nowMs: number): MatchNeed => {
  const need = needOf(wish, nowMs, helpedTimes);
  return { need, page, areaId: wish.areaId, areaName: wish.areaName, sinceMs: wish.publishedAtMs, ...candidatesOf(need, wish.activeClaimerIds, offers) };
};
