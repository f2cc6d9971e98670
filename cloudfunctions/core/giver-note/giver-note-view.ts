import type { GiverNoteView, StaffNoteView } from '@contract';
import type { Member } from '../member/member';
import { decideMayRead, type GiverNote } from './giver-note';

/** As the giver's side has it: that somebody looked, not what was found. */
export const giverNoteView = ({ _id, answer, words, createdAtMs, followUp }: GiverNote): GiverNoteView => ({
  noteId: _id, answer, words, createdAtMs, followUpDueAtMs: followUp?.dueAtMs ?? null, isFollowedUp: followUp !== null && followUp.doneAtMs !== null,
});

export const staffNoteView = (note: GiverNote, reader: Member): StaffNoteView => ({
  ...giverNoteView(note),
  wishId: note.wishId, wishTitle: note.wishTitle, pictureKey: note.pictureKey, giverText: note.giverText, reportId: note.reportId,
  followUpWords: note.followUp?.words ?? '',
  isLate: note.followUp?.isLate ?? false,
  canFollowUp: note.followUp !== null && note.followUp.doneAtMs === null && decideMayRead(note, reader).ok,
});
