import type { GiverNoteAnswer } from '@contract';
import { GIVER_NOTE_ANSWERS } from '@contract';
import { bornWith, type Aggregate, type OutboxEvent } from '../aggregate/aggregate';
import { changedBy, changeOf, is, type Change, type OutcomeOf } from '../aggregate/change';
import { knownStep, type Step, type Steps } from '../aggregate/step';
import { aboutClaim, giverIdsOf, type AboutClaim } from '../claim/about-claim';
import { findClaim } from '../claim/claim-step';
import { takesStepsFor } from '../claim/giver';
import { HOUR_MS } from '../kernel/clock';
import { deriveId } from '../kernel/ids';
import { accept, refuse, type Result } from '../kernel/result';
import { addWorkingMs } from '../kernel/working-days';
import { partiesOf, worksAt, type Member } from '../member/member';
import { RULES } from '../rules';
import type { SafetyReport } from '../safety/safety-report';
import { servedIdsOf } from '../wish/recipient';
import { isTentative, type Claim, type Wish } from '../wish/wish';

/** The report of an `unsafe` note waits in its event, so that it can be delivered again. */
export type GiverNoteEvent = OutboxEvent & ({ readonly kind: 'left'; readonly report: SafetyReport | null } | { readonly kind: 'followUpLate' } | { readonly kind: 'followedUp' } | { readonly kind: 'forgotten' });

/**
 * What a giver tells the social worker after a delivery; nobody rates a recipient. One document a claim. Staff of the
 * area read it and the giver's side its own; of the recipient's side nobody, ever.
 */
export interface GiverNote extends Aggregate<GiverNoteEvent>, AboutClaim {
  readonly leftById: string;
  readonly giverIds: readonly string[];
  /** Who is served: works one of them here, this note is not theirs to read. */
  readonly servedIds: readonly string[];
  readonly answer: GiverNoteAnswer;
  readonly words: string;
  readonly createdAtMs: number;
  /** `unsafe`: the safety report it made. */
  readonly reportId: string | null;
  /** `nobodyHome`: somebody looks; null for the others. */
  readonly followUp: { readonly dueAtMs: number; readonly isLate: boolean; readonly words: string; readonly byId: string | null; readonly doneAtMs: number | null } | null;
  readonly isForgotten: boolean;
  readonly steps: Steps;
}

export const giverNoteIdOf = (claimId: string): string => deriveId('gn', claimId);

/** What the giver may say at this stage: how it went once it was delivered, that it could not be from the plan on. */
export const answersAt = (claim: Claim): readonly GiverNoteAnswer[] => {
  if (claim.state === 'delivered' || claim.state === 'confirmed') return GIVER_NOTE_ANSWERS;
  return claim.plannedAtMs === null ? [] : GIVER_NOTE_ANSWERS.filter((answer) => answer !== 'smooth');
};

/** Pure: the claim whose giver this is. Refusals: NOT_FOUND. */
export const decideIsGiver = (wish: Wish, claimId: string, actor: Member): Result<Claim> => {
  const claim = findClaim(wish, claimId);
  if (claim === null || isTentative(claim) || !takesStepsFor(actor, wish, claim)) return refuse('NOT_FOUND');
  return accept(claim);
};

/** Refusals: NOT_FOUND, NOTE_TOO_EARLY. */
export const decideMayLeave = (wish: Wish, claimId: string, answer: GiverNoteAnswer, actor: Member): Result<Claim> => {
  const giver = decideIsGiver(wish, claimId, actor);
  if (!giver.ok) return giver;
  return answersAt(giver.value).includes(answer) ? giver : refuse('NOTE_TOO_EARLY');
};

/** Pure: the document of a note. */
export const newNote = (wish: Wish, claim: Claim, said: Pick<GiverNote, 'answer' | 'words'>, report: SafetyReport | null, step: Step): GiverNote => ({
  _id: giverNoteIdOf(claim.claimId), ...aboutClaim(wish, claim),
  leftById: step.actorId, giverIds: giverIdsOf(claim), servedIds: servedIdsOf(wish), ...said, createdAtMs: step.nowMs, reportId: report?._id ?? null,
  followUp: said.answer === 'nobodyHome' ? { dueAtMs: addWorkingMs(step.nowMs, RULES.giverNote.followUpWorkingHours * HOUR_MS), isLate: false, words: '', byId: null, doneAtMs: null } : null,
  isForgotten: false, steps: { [step.operationId]: step.inputHash },
  ...bornWith<GiverNoteEvent>({ kind: 'left', report, eventId: deriveId('e', claim.claimId, 'giverNote'), atMs: step.nowMs, byId: step.actorId }),
});

/** Staff of the area who are not the one it is about. Refusals: OUT_OF_AREA, NOT_ALLOWED. */
export const decideMayRead = (note: Pick<GiverNote, 'areaId' | 'servedIds'>, actor: Member): Result<true> => {
  if (!worksAt(actor, note.areaId)) return refuse('OUT_OF_AREA');
  return partiesOf(actor).some((partyId) => note.servedIds.includes(partyId)) ? refuse('NOT_ALLOWED', { message: '这是送的人留给社工的话，请另一位同事来看。' }) : accept(true);
};

/** Somebody looked. Refusals: OUT_OF_AREA, NOT_ALLOWED, CASE_STATE_CHANGED, OPERATION_REUSED. */
export const decideFollowUp = (note: GiverNote, words: string, actor: Member, step: Step): Result<OutcomeOf<GiverNoteEvent>> => {
  const may = decideMayRead(note, actor);
  if (!may.ok) return may;
  const known = knownStep(note.steps, step);
  if (known !== null) return known;
  if (note.followUp === null || note.followUp.doneAtMs !== null) return refuse('CASE_STATE_CHANGED', { message: '这件已经有同事去看过了。' });
  return accept(
    changedBy<GiverNoteEvent>({
      when: { 'followUp.doneAtMs': is(null) },
      set: { 'followUp.words': words, 'followUp.byId': actor._id, 'followUp.doneAtMs': step.nowMs, [`steps.${step.operationId}`]: step.inputHash },
      event: { kind: 'followedUp', eventId: deriveId('e', step.operationId), atMs: step.nowMs, byId: step.actorId },
    }),
  );
};

/** Nobody looked in time: somebody who did not open the door may need help, so the street has it as well. */
export const lateByClock = (note: GiverNote, nowMs: number): Change<GiverNoteEvent> =>
  changeOf<GiverNoteEvent>({ when: { 'followUp.doneAtMs': is(null), 'followUp.isLate': is(false) }, set: { 'followUp.isLate': true }, event: { kind: 'followUpLate', eventId: deriveId('e', note._id, 'late'), atMs: nowMs, byId: 'clock' } });

/** A year later the words go; that the giver said how it went stays. */
export const forgottenByClock = (note: GiverNote, nowMs: number): Change<GiverNoteEvent> =>
  changeOf<GiverNoteEvent>({ when: { isForgotten: is(false) }, set: { isForgotten: true, words: '', ...(note.followUp === null ? {} : { 'followUp.words': '' }) }, event: { kind: 'forgotten', eventId: deriveId('e', note._id, 'forgotten'), atMs: nowMs, byId: 'clock' } });
