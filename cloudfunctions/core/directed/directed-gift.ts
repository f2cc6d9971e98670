import type { DirectedForKind, DirectedGiverKind, DirectedLeftoverKind, DirectedLeftoverState, DirectedState, DirectedWaits, FourFacts, LaneCollector, ThingKind, ThingState } from '@contract';
import { STEPS_MAX, type Versioned } from '../aggregate/versioned';
import type { OutcomeOf } from '../aggregate/change';
import type { DisclosurePart } from '../disclosure/disclosure';
import type { PhotoChecks } from '../media/photo-checks';
import { isSpendingPartCoherent, type SpendingPart } from '../spending/spending';
import { RULES } from '../rules';
import type { DirectedEvent } from './directed-event';

export type DirectedOutcome = OutcomeOf<DirectedEvent>;

/** For a person ill or in hardship the type itself has no money (RULES.md section 2). */
export type DirectedWhat = { readonly subjectKind: 'matter'; readonly money: { readonly amountFen: number } | null } | { readonly subjectKind: 'person' };

export type DirectedFor = { readonly kind: Exclude<DirectedForKind, 'needs'>; readonly name: string } | { readonly kind: 'needs'; readonly wishIds: readonly string[] };

export interface DirectedGiver {
  /** Who offered it. */
  readonly memberId: string;
  readonly kind: DirectedGiverKind;
  /** A member's id for oneself and for a shop, the unit's for a unit: whoever answers for it acts. */
  readonly partyId: string;
  readonly name: string;
  /** Of a unit, its people, kept up by the unit's own events: none of them answers for the community on it. */
  readonly peopleIds: readonly string[];
}

/** What it is to be spent on, with the words of the street's table when it was offered. */
export interface DirectedLine {
  readonly lineId: string;
  readonly useKey: string;
  readonly useLabel: string;
  readonly text: string;
  readonly amountFen: number;
}

export interface DirectedThing {
  readonly thingId: string;
  readonly kind: ThingKind;
  readonly text: string;
  readonly count: number;
  readonly unit: string;
  readonly state: ThingState;
  readonly handedById: string | null;
  readonly handedAtMs: number | null;
  readonly handedNote: string;
  readonly receivedCount: number | null;
  readonly receivedById: string | null;
  readonly receivedAtMs: number | null;
  readonly note: string;
}

/** A part of the money: kept from before its order is made until it counts or comes to nothing, so that never more is paid than was promised. */
export interface DirectedPayment {
  readonly amountFen: number;
  readonly state: 'kept' | 'counted';
  readonly keptAtMs: number;
  /** It was looked for once, since whoever kept it may have been killed before it was written. */
  readonly isSought: boolean;
}

/** Where what is left shall go, and how far that is. */
export interface DirectedLeftover {
  readonly leftoverId: string;
  readonly kind: DirectedLeftoverKind;
  readonly state: DirectedLeftoverState;
  readonly amountFen: number;
  readonly reason: string;
  readonly reportByMs: number | null;
  readonly saidAtMs: number;
  readonly isLate: boolean;
  readonly voucherNo: string;
  readonly recordedById: string | null;
  /** Vouchers that were written wrongly, the oldest first; only ever added to. */
  readonly corrections: readonly ReturnCorrection[];
}

/** Another than whoever wrote it said that a voucher was wrong, and which is right. */
export interface ReturnCorrection {
  readonly wasVoucherNo: string;
  readonly wasById: string | null;
  readonly byId: string;
  readonly reason: string;
  readonly atMs: number;
}

/**
 * A directed gift (定向赠与) from its offer to its last report: words, things, parts of money, spendings. What is paid are
 * documents of their own; here stands only how much of it may be paid and how much came.
 */
export interface DirectedGift extends Versioned<DirectedEvent>, SpendingPart, DisclosurePart {
  readonly state: DirectedState;
  readonly title: string;
  readonly purpose: string;
  readonly conditions: string;
  readonly isAnonymous: boolean;
  readonly giver: DirectedGiver;
  readonly for: DirectedFor;
  readonly what: DirectedWhat;
  readonly lines: readonly DirectedLine[];
  readonly things: readonly DirectedThing[];
  readonly communityId: string;
  readonly communityName: string;
  readonly areaIds: readonly string[];
  /** Said by staff when they agree. */
  readonly facts: FourFacts | null;
  /** Of the staff; reports and is asked. */
  readonly answerable: { readonly memberId: string; readonly name: string } | null;
  /** Copied from the lane's ground when it is agreed; null where no money is given. */
  readonly collector: LaneCollector | null;
  readonly accountingAgentId: string | null;
  readonly payByMs: number | null;
  readonly reportByMs: number | null;
  readonly payments: Readonly<Record<string, DirectedPayment>>;
  /** When to look again whether everything has come; null unless `counting`. */
  readonly lookAgainAtMs: number | null;
  /** Called off: swept once more when calls under way then are over. */
  readonly sweepAtMs: number | null;
  readonly isReportOverdue: boolean;
  readonly photoChecks: PhotoChecks;
  readonly leftover: DirectedLeftover | null;
  /** How often staff were asked where the rest shall go; names the task of each. */
  readonly settlings: number;
  readonly note: string;
  /** How often it was put before staff; names the task of each. */
  readonly submissions: number;
  readonly offeredAtMs: number;
  readonly updatedAtMs: number;
  readonly endedAtMs: number | null;
  /** Told by `derivedOf`, because lists ask for them. */
  readonly shown: 'running' | 'ended' | null;
  readonly waits: DirectedWaits | null;
  readonly isWaiting: boolean;
  readonly isLive: boolean;
  readonly inputHash: string;
}

export const amountOf = ({ what }: Pick<DirectedGift, 'what'>): number | null => (what.subjectKind === 'person' ? null : (what.money?.amountFen ?? null));

const sumOf = ({ payments }: Pick<DirectedGift, 'payments'>, wanted: DirectedPayment['state']): number => Object.values(payments).reduce((sum, { state, amountFen }) => (state === wanted ? sum + amountFen : sum), 0);
export const countedFenOf = (gift: Pick<DirectedGift, 'payments'>): number => sumOf(gift, 'counted');
export const keptFenOf = (gift: Pick<DirectedGift, 'payments'>): number => sumOf(gift, 'kept');

/** Everything promised has come, as far as givers' payments say; the ledger has the last word. */
export const isPaidUp = (gift: Pick<DirectedGift, 'payments' | 'what'>): boolean => countedFenOf(gift) >= (amountOf(gift) ?? 0);

export const isOpenThing = ({ state }: Pick<DirectedThing, 'state'>): boolean => state === 'waiting' || state === 'handed';
export const hasOpenThings = ({ things }: Pick<DirectedGift, 'things'>): boolean => things.some(isOpenThing);

const SHOWN: Readonly<Partial<Record<DirectedState, 'running' | 'ended'>>> = { agreed: 'running', counting: 'running', running: 'running', reported: 'running', ended: 'ended' };
export const shownOf = ({ state }: Pick<DirectedGift, 'state'>): DirectedGift['shown'] => SHOWN[state] ?? null;

const LIVE: readonly DirectedState[] = ['offered', 'asked', 'agreed', 'counting', 'running', 'reported'];
export const isLiveState = (state: DirectedState): boolean => LIVE.includes(state);

/** What staff have to do about it; the most pressing first. */
export const waitsOf = ({ state, things, isReportOverdue, leftover }: DirectedGift): DirectedWaits | null => {
  if (state === 'offered') return 'answer';
  if (!isLiveState(state)) return null;
  if (things.some((thing) => thing.state === 'handed')) return 'things';
  if (isReportOverdue) return 'report';
  if (state !== 'reported') return null;
  if (leftover === null || leftover.isLate) return 'leftover';
  return leftover.state === 'agreed' ? 'return' : null;
};

const AGREED: readonly DirectedState[] = ['agreed', 'counting', 'running', 'reported', 'ended', 'lapsed'];
const isRightAmount = (fen: number): boolean => Number.isSafeInteger(fen) && fen >= 1;

const isMoneyCoherent = (gift: DirectedGift): boolean => {
  const amountFen = amountOf(gift);
  if (amountFen === null) return gift.lines.length === 0 && gift.collector === null && Object.keys(gift.payments).length === 0 && gift.fundsLeftFen === 0;
  return (
    isRightAmount(amountFen) && gift.lines.reduce((sum, line) => sum + line.amountFen, 0) === amountFen &&
    countedFenOf(gift) + keptFenOf(gift) <= amountFen && Object.keys(gift.payments).length <= RULES.directed.paymentsMax &&
    (!AGREED.includes(gift.state) || (gift.collector !== null && gift.payByMs !== null))
  );
};

const isThingCoherent = ({ state, handedById, receivedById, receivedCount, count }: DirectedThing): boolean =>
  (state !== 'handed' || handedById !== null) && (state === 'received') === (receivedById !== null && receivedCount !== null && receivedCount <= count) && (receivedById === null || receivedById !== handedById);

/** What must hold at every moment; a false is a defect. */
export const isDirectedCoherent = (gift: DirectedGift): boolean =>
  isMoneyCoherent(gift) &&
  gift.things.every(isThingCoherent) &&
  (gift.what.subjectKind !== 'person' || gift.things.length > 0) &&
  (!AGREED.includes(gift.state) || (gift.answerable !== null && gift.facts !== null && gift.reportByMs !== null)) &&
  (gift.state === 'counting') === (gift.lookAgainAtMs !== null) &&
  (gift.leftover === null || gift.state === 'reported' || gift.leftover.state === 'done') &&
  (gift.state !== 'ended' || gift.fundsLeftFen === 0) &&
  gift.disclosures.length <= RULES.disclosure.max &&
  isSpendingPartCoherent(gift) &&
  Object.keys(gift.outbox).length === gift.pendingEvents &&
  Object.keys(gift.steps).length <= STEPS_MAX;
