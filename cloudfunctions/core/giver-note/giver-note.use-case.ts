import type { ApiContract, GiverNoteDoorView, GiverNoteView, StaffNoteView } from '@contract';
import { aggregateRepository } from '../aggregate/aggregate.repository';
import { changeAggregate, settleAfterCommand } from '../aggregate/settle.use-case';
import { knownStep, type Step } from '../aggregate/step';
import { stepOf } from '../aggregate/step.use-case';
import { writeAudit } from '../audit/audit.repository';
import { deriveId } from '../kernel/ids';
import { fail, unwrap } from '../kernel/result';
import { checkText } from '../platform/content-check';
import type { MemberContext } from '../platform/context';
import { environmentValue } from '../platform/environment';
import { sealText } from '../platform/field-sealer';
import { newReport, noteReportIdOf, type SafetyReport } from '../safety/safety-report';
import { withoutPhone } from '../handover/without-phone';
import { flagOf } from '../safety/safety.use-case';
import { SAFETY_KIND } from '../safety/safety-kind';
import { servedIdsOf } from '../wish/recipient';
import type { Claim, Wish } from '../wish/wish';
import { wishRepository } from '../wish/wish.repository';
import { answersAt, decideFollowUp, decideIsGiver, decideMayLeave, decideMayRead, giverNoteIdOf, newNote, type GiverNote, type GiverNoteEvent } from './giver-note';
import { GIVER_NOTE_KIND } from './giver-note-kind';
import { giverNoteView, staffNoteView } from './giver-note-view';

type Parsed<R extends keyof ApiContract> = ApiContract[R]['parsed'];

const noteRepository = aggregateRepository<GiverNote, GiverNoteEvent>('giverNotes');

/** One wish holds so many claims over its life (rules.ts); these are its last. */
const NOTES_SHOWN = 40;

/** What is not safe goes to staff whatever the check says of it; the rest is for staff only, and a refused word is asked for anew. */
const dangerOf = async (context: MemberContext, wish: Wish, claim: Claim, input: Parsed<'giverNote.leave'>, step: Step): Promise<SafetyReport | null> => {
  if (input.answer !== 'unsafe') {
    await checkText(context.openid, [input.words]);
    return null;
  }
  const { safetyKind, words, phone } = input;
  const wordsState = await flagOf(context.openid, words);
  return newReport(wish, { claim, side: 'giver', isByPhone: false }, { reportId: noteReportIdOf(claim.claimId), safetyKind, words, wordsState, phoneSealed: phone === null ? null : sealText(phone) }, context.member, step);
};

/** The note that stands: the same act has the same answer, another one comes too late. */
const answerAgain = (standing: GiverNote, step: Step): GiverNoteView => {
  const known = knownStep(standing.steps, step);
  if (known === null) return fail('NOTE_ALREADY');
  unwrap(known);
  return giverNoteView(standing);
};

/** @throws RefusedError NOT_FOUND, NOTE_TOO_EARLY, NOTE_ALREADY, OPERATION_REUSED; TEXT_RISKY and CONTENT_CHECK_UNAVAILABLE never with `unsafe`. */
export const leaveNote = async (context: MemberContext, input: Parsed<'giverNote.leave'>): Promise<GiverNoteView> => {
  const step = stepOf(context, withoutPhone(input, environmentValue('LINYUAN_ID_SECRET')));
  const wish = await wishRepository.get(input.wishId);
  const claim = unwrap(decideMayLeave(wish, input.claimId, input.answer, context.member));
  const { answer, words } = input;
  const danger = await dangerOf(context, wish, claim, input, step);
  const note = newNote(wish, claim, { answer, words }, danger, step);
  if ((await noteRepository.insert(note)) === 'exists') return answerAgain(await noteRepository.get(note._id), step);
  await settleAfterCommand(GIVER_NOTE_KIND, note._id, context.nowMs, context.requestId);
  // Staff are alarmed at once, not with the next minute.
  if (danger !== null) await settleAfterCommand(SAFETY_KIND, danger._id, context.nowMs, context.requestId);
  return giverNoteView(note);
};

export const openNoteDoor = async (context: MemberContext, { wishId, claimId }: Parsed<'giverNote.door'>): Promise<GiverNoteDoorView> => {
  const wish = await wishRepository.get(wishId);
  const claim = unwrap(decideIsGiver(wish, claimId, context.member));
  const note = await noteRepository.find(giverNoteIdOf(claimId));
  return { wishId, claimId, wishTitle: wish.title, pictureKey: wish.pictureKey, answers: note === null ? answersAt(claim) : [], note: note === null ? null : giverNoteView(note), dutyPhone: context.member.dutyPhone };
};

const logReading = (context: MemberContext, subjectId: string, areaIds: readonly string[]): Promise<void> =>
  writeAudit({ auditId: deriveId('a', context.requestId, subjectId), kind: 'readGiverNote', byId: context.callerId, subjectId, areaIds, note: '', atMs: context.nowMs });

/** What givers of a wish said, the newest first. The reading stands in the audit before it is told. Refuses NOT_FOUND, OUT_OF_AREA, NOT_ALLOWED. */
export const notesOfWish = async (context: MemberContext, { wishId }: Parsed<'giverNote.ofWish'>): Promise<readonly StaffNoteView[]> => {
  const wish = await wishRepository.get(wishId);
  unwrap(decideMayRead({ areaId: wish.areaId, servedIds: servedIdsOf(wish) }, context.member));
  const notes = await noteRepository.list({ where: { wishId }, order: [['createdAtMs', 'desc'], ['_id', 'desc']], limit: NOTES_SHOWN });
  if (notes.length > 0) await logReading(context, wishId, wish.areaIds);
  return notes.map((note) => staffNoteView(note, context.member));
};

export const readNote = async (context: MemberContext, { noteId }: Parsed<'giverNote.read'>): Promise<StaffNoteView> => {
  const note = await noteRepository.get(noteId);
  unwrap(decideMayRead(note, context.member));
  await logReading(context, noteId, note.areaIds);
  return staffNoteView(note, context.member);
};

/** Read by staff only, like the note. */
export const followUp = async (context: MemberContext, input: Parsed<'giverNote.followUp'>): Promise<ApiContract['giverNote.followUp']['output']> => {
  await changeAggregate(GIVER_NOTE_KIND, context, input.noteId, (note) => decideFollowUp(note, input.words, context.member, stepOf(context, input)));
  return { noteId: input.noteId };
};
