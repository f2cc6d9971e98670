import { SUPPLY_PARTY_KINDS, WISH_CATEGORIES, type CategoryCounts, type GapPersonView, type GapWishView, type ServedHomesView, type SupplyMapView, type SupplyPartyKind, type SupplyTableAreaView, type SupplyTableRowView, type SupplyTableView, type WishCategory } from '@contract';
import type { Area } from '../area/area';
import type { DifficultyCase } from '../difficulty/difficulty-case';
import { AS_HELPERS, rankSuited } from '../match/suitability';
import type { Member } from '../member/member';
import { RULES } from '../rules';
import { minutesBetween } from '../wish/wish-card';
import type { Supply } from './supply';
import { helpedOf, inHandOf, needOf, offerOf, type HelpedWish, type NeededWish } from './supply-sides';
import { supplyCardView } from './supply-view';

const countBy = <K extends string, T>(keys: readonly K[], items: readonly T[], keyOf: (item: T) => K): Readonly<Record<K, number>> =>
  Object.fromEntries(keys.map((key) => [key, items.filter((item) => keyOf(item) === key).length])) as Record<K, number>;

const byCategory = (supplies: readonly Supply[]): CategoryCounts => countBy(WISH_CATEGORIES, supplies, ({ category }) => category);
const byParty = (supplies: readonly Supply[]): Readonly<Record<SupplyPartyKind, number>> => countBy(SUPPLY_PARTY_KINDS, supplies, ({ partyKind }) => partyKind);
const isCut = (supplies: readonly Supply[], wishes: readonly NeededWish[] = []): boolean => supplies.length >= RULES.supply.suppliesRead || wishes.length >= RULES.supply.wishesRead;

export type NamedPlace = Pick<Area, '_id' | 'name' | 'point'>;

const placeOf = ({ _id, name, point }: NamedPlace, supplies: readonly Supply[], communityId: string, reader: Member): SupplyMapView['places'][number] => {
  const here = supplies.filter((supply) => supply.areaId === _id);
  const way = minutesBetween(reader.point, point);
  return {
    areaId: _id, name, isHome: _id === reader.areaId, isWholeCommunity: _id === communityId, eastMinutes: way === null ? null : Math.round(way.east), northMinutes: way === null ? null : Math.round(way.north),
    counts: byCategory(here), supplies: here.map((supply) => supplyCardView(supply, reader)),
  };
};

/** Pure: open offers gathered by the node they serve, the reader's own first, then those with most; a 小区 that nobody serves is there too. */
export const supplyMapOf = (communityId: string, grids: readonly NamedPlace[], all: readonly Supply[], supplies: readonly Supply[], reader: Member): SupplyMapView => {
  const known = new Map<string, NamedPlace>(grids.map((grid) => [grid._id, grid]));
  for (const { areaId, areaName } of supplies) if (!known.has(areaId)) known.set(areaId, { _id: areaId, name: areaName, point: null });
  const places = [...known.values()].map((place) => placeOf(place, supplies, communityId, reader));
  return {
    communityId,
    counts: byCategory(supplies),
    byParty: byParty(supplies),
    places: places.sort((a, b) => Number(b.isHome) - Number(a.isHome) || b.supplies.length - a.supplies.length || (a.areaId < b.areaId ? -1 : 1)),
    total: supplies.length,
    isAtLeast: isCut(all),
  };
};

type Figures = Omit<SupplyTableRowView, 'category'>;

const sum = <T>(items: readonly T[], of: (item: T) => number): number => items.reduce((total, item) => total + of(item), 0);
const sharesOf = (wishes: readonly NeededWish[]): number => sum(wishes, ({ sharesLeft }) => sharesLeft);
/** Helps of this week, as matching counts the room of an offer. */
const roomOf = (supplies: readonly Supply[], inHand: ReadonlyMap<string, number>): number => sum(supplies, (supply) => offerOf(supply, inHand.get(supply.partyId) ?? 0).capacityLeft);
const at = <T extends { readonly areaId: string }>(items: readonly T[], areaId: string): readonly T[] => items.filter((item) => item.areaId === areaId);

/**
 * Pure: shares that wait beyond what can be given. Each 小区 is first served by offers for it alone, whose room is good nowhere
 * else; what is left of all of them, and what is asked for without a 小区, falls to offers for the whole community.
 */
const shortOf = (communityId: string, supplies: readonly Supply[], wishes: readonly NeededWish[], inHand: ReadonlyMap<string, number>): number => {
  const grids = [...new Set(wishes.map(({ areaId }) => areaId))].filter((areaId) => areaId !== communityId);
  const beyondOwn = sum(grids, (areaId) => Math.max(0, sharesOf(at(wishes, areaId)) - roomOf(at(supplies, areaId), inHand)));
  return Math.max(0, sharesOf(at(wishes, communityId)) + beyondOwn - roomOf(at(supplies, communityId), inHand));
};

const figuresOf = (communityId: string, supplies: readonly Supply[], wishes: readonly NeededWish[], inHand: ReadonlyMap<string, number>): Figures => {
  const waiting = wishes.filter(({ sharesLeft }) => sharesLeft > 0);
  return {
    byParty: byParty(supplies),
    supplies: supplies.length,
    capacityPerWeek: sum(supplies, (supply) => supply.capacityPerWeek),
    capacityLeft: roomOf(supplies, inHand),
    openWishes: waiting.length,
    openShares: sharesOf(waiting),
    matchedShares: sum(wishes, ({ sharesHeld, sharesDelivered }) => sharesHeld + sharesDelivered),
    shortShares: shortOf(communityId, supplies, waiting, inHand),
  };
};

const addUp = (rows: readonly Figures[]): Figures => ({
  byParty: Object.fromEntries(SUPPLY_PARTY_KINDS.map((kind) => [kind, sum(rows, (row) => row.byParty[kind])])) as Figures['byParty'],
  supplies: sum(rows, (row) => row.supplies), capacityPerWeek: sum(rows, (row) => row.capacityPerWeek), capacityLeft: sum(rows, (row) => row.capacityLeft), openWishes: sum(rows, (row) => row.openWishes),
  openShares: sum(rows, (row) => row.openShares), matchedShares: sum(rows, (row) => row.matchedShares), shortShares: sum(rows, (row) => row.shortShares),
});

const perCategory = (countOf: (category: WishCategory) => number): CategoryCounts => Object.fromEntries(WISH_CATEGORIES.map((category) => [category, countOf(category)])) as CategoryCounts;
const ofKind = <T extends { readonly category: WishCategory }>(items: readonly T[], category: WishCategory): readonly T[] => items.filter((item) => item.category === category);

const areaOf = (areaId: string, name: string, communityId: string, supplies: readonly Supply[], wishes: readonly NeededWish[], inHand: ReadonlyMap<string, number>): SupplyTableAreaView => {
  const [offered, asked] = [at(supplies, areaId), at(wishes, areaId)];
  return {
    areaId, name, isWholeCommunity: areaId === communityId,
    supplies: byCategory(offered),
    capacityLeft: perCategory((category) => roomOf(ofKind(offered, category), inHand)),
    openShares: perCategory((category) => sharesOf(ofKind(asked, category))),
  };
};

const areasOf = (communityId: string, supplies: readonly Supply[], wishes: readonly NeededWish[], inHand: ReadonlyMap<string, number>): readonly SupplyTableAreaView[] => {
  const names = new Map([...supplies, ...wishes].map(({ areaId, areaName }) => [areaId, areaName]));
  return [...names].map(([areaId, name]) => areaOf(areaId, name, communityId, supplies, wishes, inHand)).sort((a, b) => Number(b.isWholeCommunity) - Number(a.isWholeCommunity) || (a.areaId < b.areaId ? -1 : 1));
};

/** Pure: 资源匹配表, a line a kind of help; the totals are the sums of its lines. */
export const supplyTableOf = (communityId: string, supplies: readonly Supply[], wishes: readonly NeededWish[], nowMs: number): SupplyTableView => {
  const inHand = inHandOf(wishes);
  const rows = WISH_CATEGORIES.map((category) => ({ category, ...figuresOf(communityId, ofKind(supplies, category), ofKind(wishes, category), inHand) }));
  return { communityId, areas: areasOf(communityId, supplies, wishes, inHand), rows, totals: addUp(rows), countedAtMs: nowMs, isAtLeast: isCut(supplies, wishes) };
};

/** Pure: homes that ask now, by how often somebody helped them within a year. */
export const servedHomesOf = (wishes: readonly NeededWish[], cameTrue: readonly HelpedWish[]): ServedHomesView => {
  const helped = helpedOf(wishes, cameTrue);
  const asking = [...new Set(wishes.filter(({ wallState }) => wallState === 'claimable').map(({ householdId }) => householdId))];
  const times = (many: number): number => asking.filter((householdId) => (helped.get(householdId) ?? 0) === many).length;
  return { asking: asking.length, never: times(0), once: times(1) };
};

/** Pure: wishes that few offers suit, those with fewest first. */
export const gapWishesOf = (supplies: readonly Supply[], wishes: readonly NeededWish[], cameTrue: readonly HelpedWish[], nowMs: number): readonly GapWishView[] => {
  const [inHand, helped] = [inHandOf(wishes), helpedOf(wishes, cameTrue)];
  const offers = supplies.map((supply) => ({ id: supply._id, item: supply, offer: offerOf(supply, inHand.get(supply.partyId) ?? 0) }));
  return wishes
    .filter(({ wallState }) => wallState === 'claimable')
    .map((wish) => {
      const need = needOf(wish, nowMs, helped.get(wish.householdId) ?? 0);
      const suited = rankSuited(offers.map((offer) => ({ ...offer, need })), AS_HELPERS);
      const [best] = suited;
      return {
        wishId: wish._id, title: wish.title, category: wish.category, urgency: wish.urgency, areaName: wish.areaName, sharesLeft: wish.sharesLeft, waitingDays: Math.floor(need.waitingDays),
        suitable: suited.length, best: best === undefined ? null : { supplyId: best.item._id, score: best.score, why: best.why },
      };
    })
    .filter(({ suitable }) => suitable < RULES.supply.fewSuitable)
    .sort((a, b) => a.suitable - b.suitable || b.waitingDays - a.waitingDays || (a.wishId < b.wishId ? -1 : 1));
};

export type ServedCase = Pick<DifficultyCase, '_id' | 'maskedName' | 'areaName' | 'visits' | 'nextVisitAtMs'>;

const serviceOf = ({ _id, maskedName, areaName, visits, nextVisitAtMs }: ServedCase, nowMs: number): GapPersonView | null => {
  const lastVisitAtMs = Object.values(visits).reduce<number | null>((last, { atMs }) => Math.max(last ?? 0, atMs), null);
  if (lastVisitAtMs !== null && nowMs - lastVisitAtMs < RULES.supply.unservedMs) return null;
  return { caseId: _id, maskedName, areaName, service: lastVisitAtMs === null ? 'none' : 'little', lastVisitAtMs, nextVisitAtMs };
};

/** Pure: people in the ledger whom nobody visited, or not for ninety days; those never visited first. */
export const gapPeopleOf = (cases: readonly ServedCase[], nowMs: number): readonly GapPersonView[] =>
  cases.map((found) => serviceOf(found, nowMs)).filter((person) => person !== null).sort((a, b) => (a.lastVisitAtMs ?? 0) - (b.lastVisitAtMs ?? 0) || (a.caseId < b.caseId ? -1 : 1));
