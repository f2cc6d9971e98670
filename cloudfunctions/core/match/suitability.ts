import { SKILL_LABEL, WEEK_SLOTS_ALL, WISH_CATEGORY_LABEL, type Skill, type SupplyPartyKind, type SupplyState, type TradeCertificate, type WishCategory } from '@contract';
import { RULES } from '../rules';
import { walkMinutesOf } from '../wish/wish-card';
import { metersBetween, isPlace } from './place';
import { countSlots, firstSlotText } from './week-slots';

/** Grows with every change of a term, a weight or a filter; stands beside every score that is kept. */
export const SUITABILITY_VERSION = 2;

export const SUITABILITY_TERMS = ['fit', 'distance', 'record', 'times', 'capacity', 'urgency', 'waiting', 'fairness'] as const;
export type SuitabilityTerm = (typeof SUITABILITY_TERMS)[number];
export type SuitabilityTerms = Readonly<Record<SuitabilityTerm, number>>;

/** What no weight outweighs (RULES.md section 6), in the order they are asked. */
export const SUITABILITY_FILTERS = ['notAllowed', 'paused', 'area', 'category', 'certificate', 'minor', 'ownInterest', 'capacity', 'times'] as const;
export type SuitabilityFilter = (typeof SUITABILITY_FILTERS)[number];

type Point = { readonly lng: number; readonly lat: number };

/** A need as far as suitability goes. */
export interface SuitabilityNeed {
  readonly wishId: string;
  readonly category: WishCategory;
  readonly skills: readonly Skill[];
  readonly tradeCertificate: TradeCertificate | null;
  /** On the negative list. */
  readonly isForbidden: boolean;
  readonly isForMinor: boolean;
  /** At the community's station, where others are about; not at home, not alone on a telephone. */
  readonly isInPublic: boolean;
  /** The node it is in and everything above it. */
  readonly areaIds: readonly string[];
  readonly point: Point | null;
  /** Times of the week it may still be done at, and today's day of the week (Monday 0). */
  readonly slots: number;
  readonly today: number;
  readonly sharesLeft: number;
  readonly isUrgent: boolean;
  readonly waitingDays: number;
  /** How often this home was helped within a year; null where nobody knows. */
  readonly helpedTimes: number | null;
  /** Whose it is, and their home. */
  readonly peopleIds: readonly string[];
  readonly householdId: string;
}

/** An offer as far as suitability goes. */
export interface SuitabilityOffer {
  readonly supplyId: string;
  readonly state: SupplyState;
  readonly partyKind: SupplyPartyKind;
  /** Everybody behind it: who would gain if it went to one of them. */
  readonly peopleIds: readonly string[];
  readonly householdIds: readonly string[];
  readonly category: WishCategory;
  readonly skills: readonly Skill[];
  /** Those that staff have seen and that still hold. */
  readonly certificates: readonly TradeCertificate[];
  /** The node it serves. */
  readonly areaId: string;
  readonly point: Point | null;
  readonly slots: number;
  readonly capacityLeft: number;
  /** Promises of this kind that were kept, and that ran out. */
  readonly record: { readonly kept: number; readonly lapsed: number };
}

export type Suitability =
  | { readonly kind: 'filtered'; readonly filter: SuitabilityFilter }
  | { readonly kind: 'suited'; readonly score: number; readonly terms: SuitabilityTerms; readonly why: string };

const SCORE_MAX = 10_000;
const { matching } = RULES;

const numbersOf = (need: SuitabilityNeed, offer: SuitabilityOffer): readonly (readonly [name: string, value: number])[] => [
  ['need.slots', need.slots], ['need.today', need.today], ['need.sharesLeft', need.sharesLeft], ['need.waitingDays', need.waitingDays], ['need.helpedTimes', need.helpedTimes ?? 0],
  ['need.point.lat', need.point?.lat ?? 0], ['need.point.lng', need.point?.lng ?? 0], ['offer.point.lat', offer.point?.lat ?? 0], ['offer.point.lng', offer.point?.lng ?? 0],
  ['offer.slots', offer.slots], ['offer.capacityLeft', offer.capacityLeft], ['offer.record.kept', offer.record.kept], ['offer.record.lapsed', offer.record.lapsed],
];

const assertNumbers = (need: SuitabilityNeed, offer: SuitabilityOffer): void => {
  for (const [name, value] of numbersOf(need, offer)) {
    if (!Number.isFinite(value)) throw new RangeError(`${name} is ${value}; a number is needed`);
    if (value < 0 && !name.includes('point')) throw new RangeError(`${name} is ${value}; nothing below 0 makes sense`);
  }
};

const share = (part: number, whole: number): number => (whole <= 0 ? 1 : Math.min(1, Math.max(0, part / whole)));

const fitOfCategory = (wanted: WishCategory, offered: WishCategory): number => {
  if (wanted === offered) return 1;
  const near: readonly WishCategory[] = matching.nearCategories[wanted];
  return near.includes(offered) ? matching.nearFit : 0;
};

const knownSkills = (need: SuitabilityNeed, offer: SuitabilityOffer): readonly Skill[] => [...new Set(need.skills)].filter((skill) => offer.skills.includes(skill)).sort();

const fitOf = (need: SuitabilityNeed, offer: SuitabilityOffer): number =>
  fitOfCategory(need.category, offer.category) * (1 - matching.skillPart + matching.skillPart * share(knownSkills(need, offer).length, new Set(need.skills).size));

/** Null where either has no place, or one that can't be. */
const metersOf = (from: Point | null, to: Point | null): number | null =>
  from !== null && to !== null && isPlace(from.lat, from.lng) && isPlace(to.lat, to.lng) ? metersBetween(from, to) : null;

const distanceOf = (meters: number | null): number =>
  meters === null ? matching.unknownDistance : 1 - share(meters - matching.nearMeters, matching.farMeters - matching.nearMeters);

const recordOf = ({ kept, lapsed }: SuitabilityOffer['record']): number => {
  const { recordPrior } = matching;
  return (recordPrior.kept * recordPrior.weight + kept) / (recordPrior.weight + kept + lapsed);
};

/** A private person and a child are never matched alone with each other (RULES.md section 3); a thing left at the station brings nobody together. */
const isAloneWithMinor = (need: SuitabilityNeed, offer: SuitabilityOffer): boolean => need.isForMinor && offer.partyKind === 'member' && !need.isInPublic;

/** Whom the law lets do it: whoever holds the certificate that staff have seen, never a private person. */
const isCertified = ({ tradeCertificate }: SuitabilityNeed, offer: SuitabilityOffer): boolean => tradeCertificate === null || (offer.partyKind !== 'member' && offer.certificates.includes(tradeCertificate));

const isOwn = (need: SuitabilityNeed, offer: SuitabilityOffer): boolean => offer.householdIds.includes(need.householdId) || need.peopleIds.some((personId) => offer.peopleIds.includes(personId));

/** The first thing that stands against it; null where nothing does. */
export const filterOf = (need: SuitabilityNeed, offer: SuitabilityOffer): SuitabilityFilter | null => {
  const against: Readonly<Record<SuitabilityFilter, boolean>> = {
    notAllowed: need.isForbidden,
    paused: offer.state !== 'open',
    area: !need.areaIds.includes(offer.areaId),
    category: fitOfCategory(need.category, offer.category) === 0,
    certificate: !isCertified(need, offer),
    minor: isAloneWithMinor(need, offer),
    ownInterest: isOwn(need, offer),
    capacity: offer.capacityLeft < 1 || need.sharesLeft < 1,
    times: (need.slots & offer.slots) === 0,
  };
  return SUITABILITY_FILTERS.find((filter) => against[filter]) ?? null;
};

const fairnessOf = (helpedTimes: SuitabilityNeed['helpedTimes']): number => (helpedTimes === null ? matching.unknownFairness : 1 - share(helpedTimes, matching.helpedEnough));

const termsOf = (need: SuitabilityNeed, offer: SuitabilityOffer): SuitabilityTerms => ({
  fit: fitOf(need, offer),
  distance: distanceOf(metersOf(need.point, offer.point)),
  record: recordOf(offer.record),
  times: share(countSlots(need.slots & offer.slots), Math.min(matching.enoughSlots, countSlots(need.slots))),
  capacity: share(offer.capacityLeft, need.sharesLeft),
  urgency: need.isUrgent ? 1 : matching.normalUrgency,
  waiting: share(need.waitingDays, matching.waitingDays),
  fairness: fairnessOf(need.helpedTimes),
});

/** Pure: the weighted sum, whole and from 0 to 10,000. */
export const scoreOf = (terms: SuitabilityTerms): number => Math.round(SUITABILITY_TERMS.reduce((sum, term) => sum + matching.weights[term] * terms[term], 0));

/**
 * What each term has to say; null: nothing worth saying. Ways are told in steps, never in metres, and how seldom somebody
 * was helped is never told at all (RULES.md section 0).
 */
const wordsOf = (need: SuitabilityNeed, offer: SuitabilityOffer): Readonly<Record<SuitabilityTerm, string | null>> => {
  const skills = knownSkills(need, offer);
  const slots = need.slots & offer.slots;
  const minutes = metersOf(need.point, offer.point) === null ? null : walkMinutesOf(need.point, offer.point);
  const days = Math.floor(need.waitingDays);
  return {
    fit: skills.length === 0 ? null : `会${skills.map((skill) => SKILL_LABEL[skill]).join('、')}`,
    distance: minutes === null ? null : `走路约 ${minutes} 分钟`,
    record: offer.record.kept === 0 ? null : `做过 ${offer.record.kept} 次同样的事`,
    times: slots === WEEK_SLOTS_ALL ? '什么时候都方便' : `${firstSlotText(slots, need.today) ?? ''}有空`,
    capacity: need.sharesLeft > 1 && offer.capacityLeft >= need.sharesLeft ? `${need.sharesLeft} 份都能办` : null,
    urgency: need.isUrgent ? '这件急' : null,
    waiting: days < 1 ? null : `等了 ${days} 天`,
    fairness: null,
  };
};

/** Whom the line of why is for: whoever gives hears all of it; beside each other, helpers are told by what differs between them. */
export type WhyFor = 'giver' | 'helpers';

/** They are the wish's own, the same whoever comes. */
const TERMS_OF_NEED: readonly SuitabilityTerm[] = ['urgency', 'waiting', 'fairness'];

/** One line, the strongest reasons first; what is not known is said. */
const whyOf = (need: SuitabilityNeed, offer: SuitabilityOffer, terms: SuitabilityTerms, whyFor: WhyFor): string => {
  const words = wordsOf(need, offer);
  const strongest = SUITABILITY_TERMS.filter((term) => words[term] !== null && (whyFor === 'giver' || !TERMS_OF_NEED.includes(term))).sort((a, b) => matching.weights[b] * terms[b] - matching.weights[a] * terms[a]);
  const said = strongest.slice(0, matching.reasons).map((term) => words[term]);
  const isFar = metersOf(need.point, offer.point) === null ? ['不知道有多远'] : [];
  return [...(said.length === 0 ? [`也是${WISH_CATEGORY_LABEL[need.category]}`] : said), ...isFar].join('，');
};

/**
 * Pure: how well an offer suits a need, and why; or what stands against it.
 * @throws RangeError names the number that makes no sense.
 */
export const suitabilityOf = (need: SuitabilityNeed, offer: SuitabilityOffer, whyFor: WhyFor = 'giver'): Suitability => {
  assertNumbers(need, offer);
  const filter = filterOf(need, offer);
  if (filter !== null) return { kind: 'filtered', filter };
  const terms = termsOf(need, offer);
  return { kind: 'suited', score: Math.min(SCORE_MAX, scoreOf(terms)), terms, why: whyOf(need, offer, terms, whyFor) };
};

/** Pure: what a score gains or loses where it counts for nothing how often the home was helped: as if nobody knew. Whole, and the same whoever comes. */
export const fairnessLeftOut = ({ helpedTimes }: Pick<SuitabilityNeed, 'helpedTimes'>): number => Math.round(matching.weights.fairness * (matching.unknownFairness - fairnessOf(helpedTimes)));

/** Pure: the score alone, null where something stands against it; for many pairs at once. Throws as `suitabilityOf`. */
export const scoreFor = (need: SuitabilityNeed, offer: SuitabilityOffer): number | null => {
  if (filterOf(need, offer) !== null) return null;
  assertNumbers(need, offer);
  return Math.min(SCORE_MAX, scoreOf(termsOf(need, offer)));
};

export interface Suited<T> {
  readonly item: T;
  readonly score: number;
  readonly why: string;
}

/** `fitFloor`: what fits less is left out, however near or free it is. */
export interface RankOptions {
  readonly whyFor?: WhyFor;
  readonly fitFloor?: number;
}

/** Offers as they are put before whoever waits, or staff: only those that fit indeed, told by what differs between them. */
export const AS_HELPERS: RankOptions = { whyFor: 'helpers', fitFloor: matching.fitFloor };

/** Pure: what suits, the best first; equal ones by their id, so that the order they came in says nothing. */
export const rankSuited = <T>(pairs: readonly { readonly item: T; readonly id: string; readonly need: SuitabilityNeed; readonly offer: SuitabilityOffer }[], { whyFor = 'giver', fitFloor = 0 }: RankOptions = {}): readonly Suited<T>[] =>
  pairs
    .flatMap(({ item, id, need, offer }) => {
      const found = suitabilityOf(need, offer, whyFor);
      return found.kind === 'suited' && found.terms.fit >= fitFloor ? [{ id, item, score: found.score, why: found.why }] : [];
    })
    .sort((a, b) => b.score - a.score || (a.id < b.id ? -1 : 1))
    .map(({ item, score, why }) => ({ item, score, why }));
