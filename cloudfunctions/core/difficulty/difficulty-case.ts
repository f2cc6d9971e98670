import { DIFFICULTY_CHECKS, type DifficultyCategory, type DifficultyCheckKind, type DifficultyState } from '@contract';
import type { Aggregate } from '../aggregate/aggregate';
import type { Steps } from '../aggregate/step';
import { deriveId } from '../kernel/ids';
import type { DifficultyEvent } from './difficulty-event';

/**
 * A person in special difficulty (RULES.md section 8): found, looked at in four ways by at least two people, publicised
 * masked, decided by somebody who did not propose it, then in the ledger for a year. Everything that tells who and how
 * somebody is, is sealed; plain are the masked name, the category and the dates, which lists need.
 *
 * Always: in `checked` and after all four checks stand; a case in the ledger has an end and a next visit; every state but
 * the last ones has an open task or a running publicity.
 */
export interface DifficultyCase extends Aggregate<DifficultyEvent> {
  readonly state: DifficultyState;
  readonly shelf: 'open' | 'ledger' | 'ended';
  /** Place on its shelf, ascending: when its step is due, the next visit, or the latest ended first (negative ms). */
  readonly shelfPlace: number;
  /** "张*". */
  readonly maskedName: string;
  readonly categories: readonly DifficultyCategory[];
  readonly secrets: SealedPerson;
  readonly consent: SealedConsent | null;
  readonly areaId: string;
  readonly areaIds: readonly string[];
  readonly areaName: string;
  readonly communityName: string;
  /** Who suggested or proposed it. */
  readonly proposerId: string;
  readonly proposerName: string;
  readonly isSuggested: boolean;
  /** Staff who opened the case; they never decide it. */
  readonly openedById: string | null;
  readonly createdAtMs: number;
  readonly checks: Readonly<Record<DifficultyCheckKind, DifficultyCheck | null>>;
  readonly checkCount: number;
  readonly aidText: string;
  readonly publicityId: string | null;
  readonly publicisedById: string | null;
  /** Why it ended, or what staff noted when they decided. */
  readonly outcomeNote: string;
  readonly decidedById: string | null;
  readonly endedAtMs: number | null;
  readonly validUntilMs: number | null;
  readonly isRenewalTold: boolean;
  readonly nextVisitAtMs: number | null;
  readonly isVisitTold: boolean;
  readonly visits: Readonly<Record<string, DifficultyVisit>>;
  readonly visitCount: number;
  /** When the present step should be done. */
  readonly stageDueAtMs: number | null;
  /** Long over: who it was and what was written is gone. */
  readonly isForgotten: boolean;
  /** Counts the steps; the open task's id is made from it. */
  readonly stage: number;
  readonly steps: Steps;
}

export interface SealedPerson {
  readonly nameSealed: string;
  readonly phoneSealed: string;
  readonly addressSealed: string;
  readonly circumstancesSealed: string;
}

export interface SealedConsent {
  readonly isUnder14: boolean;
  readonly guardianNameSealed: string;
  readonly fileId: string;
  readonly recordedById: string;
  readonly atMs: number;
}

export interface DifficultyCheck {
  readonly byId: string;
  readonly byName: string;
  readonly atMs: number;
  readonly noteSealed: string;
  /** Names joined by line breaks. */
  readonly participantsSealed: string;
  readonly participantCount: number;
  readonly fileIds: readonly string[];
}

export interface DifficultyVisit {
  readonly byName: string;
  readonly atMs: number;
  readonly noteSealed: string;
}

/** Operations a case remembers over its life: opening, four checks, publicity, decision, closing, and its visits. */
export const DIFFICULTY_STEPS_MAX = 60;

export const caseIdOf = (operationId: string): string => deriveId('dc', operationId);
export const stageTaskId = (caseId: string, stage: number): string => deriveId('k', 'difficulty', caseId, String(stage));
export const visitTaskId = (caseId: string, nextVisitAtMs: number | null): string => deriveId('k', 'difficultyVisit', caseId, String(nextVisitAtMs));
export const renewalTaskId = (caseId: string): string => deriveId('k', 'difficultyRenewal', caseId);

export const missingChecks = (found: Pick<DifficultyCase, 'checks'>): readonly DifficultyCheckKind[] => DIFFICULTY_CHECKS.filter((kind) => found.checks[kind] === null);

export const NO_CHECKS: DifficultyCase['checks'] = { visit: null, listen: null, records: null, discuss: null };

/** Every paper and photo of a case. */
export const evidenceFilesOf = (found: DifficultyCase): readonly string[] => [...(found.consent === null ? [] : [found.consent.fileId]), ...Object.values(found.checks).flatMap((check) => check?.fileIds ?? [])];

/** States that an act may still change. */
export const isLiveCase = (found: Pick<DifficultyCase, 'state'>): boolean => found.state !== 'refused' && found.state !== 'closed' && found.state !== 'ended';

const CHECKED_STATES: readonly DifficultyState[] = ['checked', 'publicity', 'toDecide', 'inLedger', 'ended'];

/** What must hold at every moment; a false is a defect. */
export const isCaseCoherent = (found: DifficultyCase): boolean =>
  4 - missingChecks(found).length === found.checkCount &&
  (!CHECKED_STATES.includes(found.state) || (found.checkCount === 4 && found.consent !== null)) &&
  (found.state !== 'inLedger' || (found.validUntilMs !== null && found.nextVisitAtMs !== null)) &&
  (found.state !== 'publicity' || found.publicityId !== null) &&
  (found.shelf === 'ended') === !isLiveCase(found) &&
  (!found.isForgotten || !isLiveCase(found)) &&
  Object.keys(found.visits).length === found.visitCount &&
  Object.keys(found.outbox).length === found.pendingEvents;
