import type { PictureKey, Skill, SupplyPartyKind, SupplyState, TradeCertificate, WishCategory } from '@contract';
import { bornWith, type OutboxEvent } from '../aggregate/aggregate';
import type { OutcomeOf } from '../aggregate/change';
import type { Step } from '../aggregate/step';
import { bySomebody, STEPS_MAX, type Versioned } from '../aggregate/versioned';
import { pathOf } from '../kernel/area-tree';
import { deriveId } from '../kernel/ids';
import { partiesOf, worksAt, type Member } from '../member/member';
import { RULES } from '../rules';

/** `answersMs`: when it had been asked whether it still holds, so that the question is put away. */
export type SupplyEvent = OutboxEvent &
  (
    | { readonly kind: 'supplyCounting' | 'supplyCounted' | 'supplyPeople' | 'supplySuggesting' }
    | ({ readonly kind: 'supplySuggested' } & Suggestion)
    | { readonly kind: 'supplyOffered'; readonly certificates: CertificatesAsked }
    | { readonly kind: 'supplyAsked'; readonly askedAtMs: number }
    | { readonly kind: 'supplyConfirmed'; readonly answersMs: number | null }
    | { readonly kind: 'supplyChanged'; readonly answersMs: number | null; readonly certificates: CertificatesAsked }
    | { readonly kind: 'certificateChecked'; readonly isStruck: boolean; readonly certificate: TradeCertificate; readonly note: string; readonly certificates: CertificatesAsked }
    | { readonly kind: 'certificatesUnasked'; readonly certificates: CertificatesAsked }
    | { readonly kind: 'certificateOver'; readonly certificate: TradeCertificate; readonly certificates: CertificatesAsked }
    | { readonly kind: 'supplyPaused'; readonly cause: 'self' | 'unanswered' | 'party' | 'shop'; readonly answersMs: number | null }
    | { readonly kind: 'supplyEnded'; readonly cause: 'self' | 'staff' | 'party' | 'left' | 'forgotten'; readonly answersMs: number | null; readonly certificates: CertificatesAsked }
  );

/** A wish that is put before somebody unasked, between rounds. */
export interface Suggestion {
  /** Who reads it: the member, or the unit's contact. */
  readonly readerId: string;
  readonly wishId: string;
  readonly title: string;
  readonly pictureKey: PictureKey;
  readonly why: string;
}

/** When staff had been asked to look at certificates, and are asked from now on; null: not at all. */
export interface CertificatesAsked {
  readonly beforeMs: number | null;
  readonly nowMs: number | null;
}

export type SupplyOutcome = OutcomeOf<SupplyEvent>;

export interface SupplyWords {
  readonly category: WishCategory;
  readonly title: string;
  readonly words: string;
  readonly conditions: string;
  readonly skills: readonly Skill[];
  readonly certificates: readonly TradeCertificate[];
  /** The node it serves: a community or a grid of it. */
  readonly areaId: string;
  readonly areaName: string;
  /** Of a resident the middle of their grid; of others rounded. */
  readonly point: { readonly lng: number; readonly lat: number } | null;
  /** Bits of a week. */
  readonly slots: number;
  readonly capacityPerWeek: number;
}

/** Whose offer it is. */
export interface SupplyParty {
  readonly partyKind: SupplyPartyKind;
  readonly partyId: string;
  readonly partyName: string;
  /** Who takes its steps: the member, the unit's contact, or staff of the community for an organisation. */
  readonly keeperId: string;
  /** Everybody behind it and their homes: nothing is matched with itself. */
  readonly peopleIds: readonly string[];
  readonly householdIds: readonly string[];
  readonly communityId: string;
  readonly communityName: string;
}

/** One offer (资源). Its keeper changes it step by step; it is asked after when it was not heard of for long. */
export interface Supply extends Versioned<SupplyEvent>, SupplyWords, SupplyParty {
  readonly state: SupplyState;
  readonly areaIds: readonly string[];
  /** Promises of its kind by its party that were kept, and that ran out, as last counted. */
  readonly record: { readonly kept: number; readonly lapsed: number };
  readonly countAtMs: number;
  /** When a wish is looked for that it suits; and the last such look that found one, so that it is told once. */
  readonly suggestAtMs: number;
  readonly suggestedRunId: string | null;
  /** Those of `certificates` that staff saw, for as long as they hold. */
  readonly seen: Readonly<Partial<Record<TradeCertificate, CertificateSeen>>>;
  /** Since when a certificate waits for their eye; null: none does. */
  readonly certificatesAskedAtMs: number | null;
  readonly confirmedAtMs: number;
  readonly askedAtMs: number | null;
  readonly pausedAtMs: number | null;
  readonly endedAtMs: number | null;
  readonly note: string;
  readonly isLive: boolean;
  readonly createdAtMs: number;
  readonly updatedAtMs: number;
  readonly inputHash: string;
}

export interface CertificateSeen {
  readonly seenAtMs: number;
  readonly untilMs: number;
  readonly byId: string;
}

/** Pure: those that nobody has seen yet. */
export const unseenOf = ({ certificates, seen }: Pick<Supply, 'certificates' | 'seen'>): readonly TradeCertificate[] => certificates.filter((certificate) => seen[certificate] === undefined);

/** Pure: those that may be relied on. */
export const seenOf = ({ certificates, seen }: Pick<Supply, 'certificates' | 'seen'>): readonly TradeCertificate[] => certificates.filter((certificate) => seen[certificate] !== undefined);

export const supplyIdOf = (operationId: string): string => deriveId('sp', operationId);

export const newSupply = (party: SupplyParty, words: SupplyWords, step: Step): Supply => ({
  _id: supplyIdOf(step.operationId),
  state: 'open',
  ...party,
  ...words,
  areaIds: pathOf(party.communityId),
  record: { kept: 0, lapsed: 0 },
  countAtMs: step.nowMs + RULES.supply.countMs,
  suggestAtMs: step.nowMs + RULES.matching.suggestMs, suggestedRunId: null,
  seen: {}, certificatesAskedAtMs: words.certificates.length === 0 ? null : step.nowMs,
  confirmedAtMs: step.nowMs, askedAtMs: null, pausedAtMs: null, endedAtMs: null, note: '', isLive: true,
  createdAtMs: step.nowMs, updatedAtMs: step.nowMs,
  version: 1, steps: {}, inputHash: step.inputHash,
  ...bornWith<SupplyEvent>({ kind: 'supplyOffered', certificates: { beforeMs: null, nowMs: words.certificates.length === 0 ? null : step.nowMs }, ...bySomebody(step) }),
});

/** Takes its steps: the member, the unit's contact, staff of the community for an organisation. */
export const keepsSupply = ({ keeperId, partyKind, communityId }: Pick<Supply, 'keeperId' | 'partyKind' | 'communityId'>, member: Member): boolean =>
  partyKind === 'organisation' ? worksAt(member, communityId) : partiesOf(member).includes(keeperId);

/** What must hold at every moment. */
export const isSupplyCoherent = (supply: Supply): boolean =>
  supply.isLive === (supply.state !== 'ended') &&
  (supply.state === 'paused') === (supply.pausedAtMs !== null) &&
  (supply.state === 'ended') === (supply.endedAtMs !== null) &&
  (supply.askedAtMs === null || supply.state === 'open') &&
  Object.keys(supply.seen).every((certificate) => supply.certificates.some((named) => named === certificate)) &&
  (supply.certificatesAskedAtMs !== null) === (supply.isLive && unseenOf(supply).length > 0) &&
  supply.areaId.startsWith(supply.communityId) &&
  Object.keys(supply.outbox).length === supply.pendingEvents &&
  Object.keys(supply.steps).length <= STEPS_MAX;
