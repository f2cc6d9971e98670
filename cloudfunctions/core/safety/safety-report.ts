import type { SafetyKind } from '@contract';
import { bornWith, type Aggregate, type OutboxEvent } from '../aggregate/aggregate';
import { knownStep, type Step, type Steps } from '../aggregate/step';
import { aboutClaim, giverIdsOf, type AboutClaim } from '../claim/about-claim';
import { findClaim } from '../claim/claim-step';
import { sideOf, type Side } from '../dispute/dispute';
import { HOUR_MS } from '../kernel/clock';
import { deriveId } from '../kernel/ids';
import { accept, refuse, type Result } from '../kernel/result';
import { addWorkingMs } from '../kernel/working-days';
import { partiesOf, worksAt, type Member } from '../member/member';
import { RULES } from '../rules';
import { isRecipient, servedIdsOf } from '../wish/recipient';
import { isTentative, type Claim, type Wish } from '../wish/wish';

export type SafetyEvent = OutboxEvent & ({ readonly kind: 'reported' } | { readonly kind: 'late' } | { readonly kind: 'answered' } | { readonly kind: 'forgotten' });

/**
 * Somebody of one side of a claim says that something is not safe. Staff have it at once; the other side never. One
 * document a claim, side and round; a further round begins only when the last was answered.
 */
export interface SafetyReport extends Aggregate<SafetyEvent>, AboutClaim {
  readonly side: Side;
  /** Who reads how it goes on, with whoever reported it. */
  readonly sideIds: readonly string[];
  /** Both sides: none of them answers it. */
  readonly partyIds: readonly string[];
  readonly reportedById: string;
  readonly reporterName: string;
  readonly isByPhone: boolean;
  readonly safetyKind: SafetyKind;
  readonly words: string;
  /** `flagged`: the content check would have refused the words; `unchecked`: it did not answer. They came all the same. */
  readonly wordsState: 'clear' | 'flagged' | 'unchecked';
  /** A number for this report only; sealed, gone with the answer. */
  readonly phoneSealed: string | null;
  readonly createdAtMs: number;
  readonly dueAtMs: number;
  readonly isLate: boolean;
  readonly answer: { readonly words: string; readonly byId: string; readonly atMs: number } | null;
  readonly isForgotten: boolean;
  readonly steps: Steps;
}

export const safetyIdOf = (claimId: string, side: Side, round: number): string => deriveId('sr', claimId, side, String(round));
/** The report that a giver's note makes: one a claim. */
export const noteReportIdOf = (claimId: string): string => deriveId('sr', claimId, 'note');

/** Every report one side of a claim can have made. */
export const reportIdsOf = (claimId: string, side: Side): readonly string[] => [
  ...Array.from({ length: RULES.safety.roundsPerSide }, (_unused, round) => safetyIdOf(claimId, side, round)),
  ...(side === 'giver' ? [noteReportIdOf(claimId)] : []),
];

export interface Reporter {
  readonly claim: Claim;
  readonly side: Side;
  /** Staff of the area, for a recipient who called. */
  readonly isByPhone: boolean;
}

/** Pure: who may report, at whatever stage the claim is. Refusals: NOT_FOUND. */
export const decideMayReport = (wish: Wish, claimId: string, actor: Member): Result<Reporter> => {
  const claim = findClaim(wish, claimId);
  const side = claim === null || isTentative(claim) ? null : sideOf(wish, claim, actor);
  if (claim === null || side === null) return refuse('NOT_FOUND');
  return accept({ claim, side, isByPhone: side === 'recipient' && !isRecipient(wish, actor) });
};

/** Pure: the round a new report takes, or the one that this very act made. Refusals: SAFETY_WITH_STAFF, SAFETY_OFTEN, OPERATION_REUSED. */
export const decideRound = (standing: readonly SafetyReport[], claimId: string, side: Side, step: Step): Result<{ readonly kind: 'new'; readonly reportId: string } | { readonly kind: 'replay'; readonly report: SafetyReport }> => {
  for (const report of standing) {
    const known = knownStep(report.steps, step);
    if (known !== null) return known.ok ? accept({ kind: 'replay', report }) : known;
  }
  if (standing.some(({ answer }) => answer === null)) return refuse('SAFETY_WITH_STAFF');
  const free = reportIdsOf(claimId, side).slice(0, RULES.safety.roundsPerSide).find((reportId) => standing.every(({ _id }) => _id !== reportId));
  return free === undefined ? refuse('SAFETY_OFTEN') : accept({ kind: 'new', reportId: free });
};

export interface Danger extends Pick<SafetyReport, 'safetyKind' | 'words' | 'wordsState' | 'phoneSealed'> {
  readonly reportId: string;
}

/** Pure: the document of a new report. Its clock runs in working hours; who is told at once is told at night as well. */
export const newReport = (wish: Wish, { claim, side, isByPhone }: Reporter, danger: Danger, reporter: Pick<Member, '_id' | 'displayName'>, step: Step): SafetyReport => {
  const { reportId, ...said } = danger;
  const giverIds = giverIdsOf(claim);
  return {
    _id: reportId, ...aboutClaim(wish, claim),
    side, sideIds: side === 'giver' ? giverIds : wish.recipientIds, partyIds: [...giverIds, ...servedIdsOf(wish)],
    reportedById: reporter._id, reporterName: reporter.displayName, isByPhone, ...said,
    createdAtMs: step.nowMs, dueAtMs: addWorkingMs(step.nowMs, RULES.safety.answerWorkingHours * HOUR_MS), isLate: false, answer: null, isForgotten: false, steps: { [step.operationId]: step.inputHash },
    ...bornWith<SafetyEvent>({ kind: 'reported', eventId: deriveId('e', reportId), atMs: step.nowMs, byId: step.actorId }),
  };
};

/** Whoever reported, or speaks for the side that did. */
export const readsOwn = (report: Pick<SafetyReport, 'reportedById' | 'sideIds'>, member: Member): boolean => report.reportedById === member._id || partiesOf(member).some((partyId) => report.sideIds.includes(partyId));

/** Whether staff act on it: of the area, and neither side. Refusals: OUT_OF_AREA, NOT_ALLOWED. */
export const decideMayHandle = (report: SafetyReport, actor: Member): Result<SafetyReport> => {
  if (!worksAt(actor, report.areaId)) return refuse('OUT_OF_AREA');
  const isParty = partiesOf(actor).some((partyId) => report.partyIds.includes(partyId));
  return isParty ? refuse('NOT_ALLOWED', { message: '这件事和您有关，请另一位同事来办。' }) : accept(report);
};
