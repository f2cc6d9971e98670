import { listClaimRecords } from '../claim/claim-record.repository';
import { isErrand } from '../last-leg/last-leg';
import { pushedEnough } from '../match/push-week.repository';
import { whoAnswers } from '../match/who-answers.use-case';
import { whereAfter, type Keyset } from '../platform/keyset';
import { oneOf, store } from '../platform/store';
import { RULES } from '../rules';
import { helpedTimesOf } from '../supply/sides.repository';
import { inHandOf, NEED_FIELDS, type NeededWish } from '../supply/supply-sides';
import { supplyRepository } from '../supply/supply.repository';
import { matchNeedOf, matchOfferOf, type OffersByKind } from './match-candidates';
import type { MatchNeed, MatchOffer } from './match-pages';
import type { MatchRound } from './match-round';

export interface Collected<T> {
  readonly items: readonly T[];
  /** Where the next page begins; null: there is none. */
  readonly after: Keyset | null;
}

const OFFER_ORDER = [['category', 'asc'], ['_id', 'asc']] as const;
const NEED_ORDER = [['publishedAtMs', 'asc'], ['_id', 'asc']] as const;

/** More than a hundred parties have in hand. */
const CLAIMS_READ = 1_000;

export interface OfferStretch extends Collected<MatchOffer> {
  readonly offersBarred: number;
  readonly offersPushed: number;
}

/**
 * A page of open offers as suitability sees them. Organisations are not asked: nobody claims in their name, staff speak to
 * them over the matching table. Whoever was sent enough this week is not sent more. At most six requests.
 */
export const collectOffers = async (round: MatchRound, nowMs: number): Promise<OfferStretch> => {
  const { communityId, work: { after } } = round;
  const limit = RULES.matchRound.offersPerPage;
  const read = await supplyRepository.list({ where: whereAfter({ communityId, state: 'open' }, OFFER_ORDER, after), order: OFFER_ORDER, limit });
  const last = read.length < limit ? undefined : read.at(-1);
  const supplies = read.filter(({ partyKind }) => partyKind !== 'organisation');
  const partyIds = [...new Set(supplies.map(({ partyId }) => partyId))];
  if (partyIds.length === 0) return { items: [], after: last === undefined ? null : [last.category, last._id], offersBarred: 0, offersPushed: 0 };
  const [claims, answerers] = await Promise.all([listClaimRecords({ where: { claimerId: oneOf(partyIds), isOpen: true }, limit: CLAIMS_READ }), whoAnswers(partyIds, nowMs)]);
  const readerOf = new Map([...answerers].flatMap(([partyId, { readerId, isFree }]) => (isFree ? [[partyId, readerId] as const] : [])));
  const pushed = await pushedEnough([...new Set(readerOf.values())], nowMs);
  const inHand = inHandOf(claims.map(({ claimerId }) => ({ activeClaimerIds: [claimerId] })));
  const allowed = supplies.filter(({ partyId }) => readerOf.has(partyId));
  const asked = allowed.filter(({ partyId }) => !pushed.has(readerOf.get(partyId) ?? partyId));
  return {
    items: asked.map((supply) => matchOfferOf(supply, inHand.get(supply.partyId) ?? 0)),
    after: last === undefined ? null : [last.category, last._id],
    offersBarred: supplies.length - allowed.length,
    offersPushed: allowed.length - asked.length,
  };
};

/** A page of wishes that wait, those who came first first, each with the offers that suit it best and how often its home was helped. Three requests. */
export const collectNeeds = async (round: MatchRound, offers: OffersByKind, nowMs: number): Promise<Collected<MatchNeed>> => {
  const { communityId, categories, startedAtMs, work: { after } } = round;
  const limit = RULES.matchRound.wishesPerPage;
  const read = await store.query<NeededWish>('wishes', { where: whereAfter({ areaIds: communityId, wallState: 'claimable' }, NEED_ORDER, after), order: NEED_ORDER, limit, fields: NEED_FIELDS });
  const last = read.length < limit ? undefined : read.at(-1);
  const wishes = read.filter((wish) => !isErrand(wish) && wish.publishedAtMs <= startedAtMs && (categories === null || categories.includes(wish.category)));
  const helpedTimes = await helpedTimesOf(wishes, nowMs);
  return {
    items: wishes.map((wish) => matchNeedOf(wish, round.work.wishPages, offers, helpedTimes(wish.householdId), nowMs)),
    after: last === undefined ? null : [last.publishedAtMs, last._id],
  };
};
