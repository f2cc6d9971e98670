import type { SupplyPartyKind } from '@contract';
import type { MatchOverride } from './match-round';
import type { SuitabilityNeed, SuitabilityOffer } from '../match/suitability';

/**
 * What a round was computed from and came to, in documents of bounded size: exactly what the score saw, so that anybody
 * can solve it again and prove it. Ids and numbers only: titles and names stand where they are and change there.
 */
export interface MatchOffer {
  readonly supplyId: string;
  readonly partyId: string;
  readonly partyKind: SupplyPartyKind;
  readonly keeperId: string;
  readonly offer: SuitabilityOffer;
}

export interface MatchNeed {
  readonly need: SuitabilityNeed;
  /** The page it stands on, and its row. */
  readonly page: number;
  readonly areaId: string;
  readonly areaName: string;
  /** On the wall since: the order of arrival. */
  readonly sinceMs: number;
  /** The offers that suit best and what each pair is worth, side by side, the best first. */
  readonly supplyIds: readonly string[];
  readonly scores: readonly number[];
}

/** Shares of a wish that one offer is to give. */
export interface MatchPair {
  readonly supplyId: string;
  readonly shares: number;
  readonly score: number;
  readonly why: string;
  readonly isForced: boolean;
}

export interface MatchRow {
  readonly wishId: string;
  readonly page: number;
  readonly isLongest: boolean;
  readonly waitingDays: number;
  readonly shares: number;
  readonly areaId: string;
  readonly areaName: string;
  readonly recipientIds: readonly string[];
  /** Offers that suit it at all, up to as many as are looked at. */
  readonly candidates: number;
  readonly given: readonly MatchPair[];
  readonly arrival: readonly MatchPair[];
}

/** The proof: worth, bound, prices in the order of needs and offers, and units by need, offer, shares. */
export interface MatchProof {
  readonly objective: number;
  readonly dualObjective: number;
  readonly demandPrice: readonly number[];
  readonly supplyPrice: readonly number[];
  /** Three numbers a pair: the need's place, the offer's place, shares. */
  readonly flows: readonly number[];
  /** Set by staff, beforehand: what is left is solved. */
  readonly forced: readonly number[];
}

interface PagePlace {
  readonly _id: string;
  readonly roundId: string;
  readonly pass: number;
  /** 0 of what a pass reads; else the solving it belongs to. */
  readonly run: number;
  readonly page: number;
}

export type OfferPage = PagePlace & { readonly kind: 'offers'; readonly offers: readonly MatchOffer[] };
export type NeedPage = PagePlace & { readonly kind: 'needs'; readonly needs: readonly MatchNeed[] };
export type ProofPage = PagePlace & { readonly kind: 'proof'; readonly proof: MatchProof; readonly bonus: number; readonly overrides: readonly MatchOverride[] };
export type RowPage = PagePlace & { readonly kind: 'rows'; readonly rows: readonly MatchRow[] };
export type MatchPage = OfferPage | NeedPage | ProofPage | RowPage;

/** The one place of a page, so that it is written once. */
export const pagePlace = (roundId: string, kind: MatchPage['kind'], pass: number, run: number, page: number): PagePlace => ({ _id: `${roundId}_${kind}_${String(pass)}_${String(run)}_${String(page)}`, roundId, pass, run, page });

/** Pure: the pairs a solution proposed, as `pairKey` writes them. */
export const askedPairs = ({ flows, forced }: Pick<MatchProof, 'flows' | 'forced'>, needs: readonly MatchNeed[], offers: readonly MatchOffer[]): readonly string[] => {
  const placed = [...flows, ...forced];
  return placed.flatMap((place, at) => (at % 3 === 0 ? [pairKey(needs[place]?.need.wishId ?? '', offers[placed[at + 1] ?? -1]?.supplyId ?? '')] : []));
};

/** A pair as one text, as it is forbidden or was asked before. */
export const pairKey = (wishId: string, supplyId: string): string => `${wishId}/${supplyId}`;
