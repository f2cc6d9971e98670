import type { ConsultState, WishCategory } from '@contract';
import { bornWith, NEVER_MS, type OutboxEvent } from '../aggregate/aggregate';
import type { OutcomeOf } from '../aggregate/change';
import { byClock, STEPS_MAX, type Versioned } from '../aggregate/versioned';
import { deriveId } from '../kernel/ids';

export type ConsultEvent = OutboxEvent &
  (
    | { readonly kind: 'consultOpened' | 'consultClosed' | 'consultCounting' | 'consultCounted' | 'consultToAnswer' | 'consultLate' | 'consultToLook' }
    /** `lookAtMs`: the task that asked staff to look at objections, put away now. */
    | { readonly kind: 'consultLooked'; readonly lookAtMs: number }
    /** What waited for its owner or for staff, put away now. */
    | { readonly kind: 'consultAnswered' | 'consultCancelled' | 'consultOwned'; readonly asked: ConsultAsked }
  );

export interface ConsultAsked {
  readonly ownerId: string;
  readonly askedAtMs: number | null;
  readonly lateAtMs: number | null;
  readonly lookAtMs: number | null;
}

export type ConsultOutcomeOf = OutcomeOf<ConsultEvent>;

export interface ConsultPoint {
  readonly no: number;
  readonly text: string;
  readonly week: number;
}

/** What a count found: every person and every word once. */
export interface ConsultTally {
  readonly people: number;
  /** By the number of the point, as text. */
  readonly picks: Readonly<Record<string, number>>;
  readonly objections: Readonly<Record<string, number>>;
  readonly adds: number;
  readonly objected: number;
  /** Objections nobody looked at, and words without an answer. */
  readonly waiting: number;
  readonly unanswered: number;
}

/**
 * Neighbours are asked about the draft plan of one project. Its plan stands here as it was when they were asked. What each
 * of them says stands in documents of their own and is counted by the clock, so that many at once do not meet.
 */
export interface Consult extends Versioned<ConsultEvent> {
  readonly state: ConsultState;
  readonly projectId: string;
  readonly communityId: string;
  readonly communityName: string;
  readonly areaIds: readonly string[];
  readonly areaNames: readonly string[];
  readonly category: WishCategory;
  readonly personCount: number;
  /** Who answers: the owner of the project. */
  readonly ownerId: string;
  readonly title: string;
  readonly aim: string;
  readonly points: readonly ConsultPoint[];
  readonly openedAtMs: number;
  /** When it closes; from then on, when it closed. */
  readonly endsAtMs: number;
  readonly shelfPlace: number;
  readonly tally: ConsultTally;
  /** When somebody last said that there is something to count, and since when it was counted. */
  readonly notedAtMs: number;
  readonly countedAtMs: number | null;
  /** Its owner was asked to answer, and by when; staff were told that nobody did; staff were asked to look at objections. */
  readonly askedAtMs: number | null;
  readonly answerByMs: number | null;
  readonly lateAtMs: number | null;
  readonly lookAtMs: number | null;
  readonly decided: { readonly note: string; readonly atMs: number; readonly steps: readonly { readonly text: string; readonly week: number }[] } | null;
}

export const NO_TALLY: ConsultTally = { people: 0, picks: {}, objections: {}, adds: 0, objected: 0, waiting: 0, unanswered: 0 };

/** Open ones by the day they close; after them those that are over, the last first. */
export const shelfPlaceOf = (isOpen: boolean, endsAtMs: number): number => (isOpen ? endsAtMs : 2 * NEVER_MS - endsAtMs);

/** The n-th consultation of a project, from 1. */
export const consultIdOf = (projectId: string, n: number): string => deriveId('cs', projectId, String(n));

export type ConsultParts = Pick<Consult, 'projectId' | 'communityId' | 'communityName' | 'areaIds' | 'areaNames' | 'category' | 'personCount' | 'ownerId' | 'title' | 'aim' | 'points' | 'endsAtMs'>;

export const newConsult = (_id: string, parts: ConsultParts, atMs: number): Consult => ({
  _id, state: 'open', ...parts,
  openedAtMs: atMs, shelfPlace: shelfPlaceOf(true, parts.endsAtMs), tally: NO_TALLY, notedAtMs: 0, countedAtMs: null,
  askedAtMs: null, answerByMs: null, lateAtMs: null, lookAtMs: null, decided: null,
  version: 1, steps: {},
  ...bornWith<ConsultEvent>({ kind: 'consultOpened', ...byClock(_id, 'opened', '', atMs) }),
});

/** Whether its project waits for it. */
export const isLiveConsult = ({ state }: Pick<Consult, 'state'>): boolean => state === 'open' || state === 'closing' || state === 'answering';

/** Whether one may still say something; its clock may be some seconds behind. */
export const isOpenConsult = ({ state, endsAtMs }: Pick<Consult, 'state' | 'endsAtMs'>, nowMs: number): boolean => state === 'open' && nowMs < endsAtMs;

/** What must hold at every moment. */
export const isConsultCoherent = (consult: Consult): boolean =>
  (consult.state === 'answered') === (consult.decided !== null) &&
  (consult.state === 'answering' ? consult.answerByMs !== null && consult.askedAtMs !== null : consult.answerByMs === null) &&
  consult.shelfPlace === shelfPlaceOf(consult.state === 'open', consult.endsAtMs) &&
  consult.tally.unanswered <= consult.tally.adds + consult.tally.objected &&
  consult.tally.waiting <= consult.tally.unanswered &&
  Object.keys(consult.outbox).length === consult.pendingEvents &&
  Object.keys(consult.steps).length <= STEPS_MAX;
