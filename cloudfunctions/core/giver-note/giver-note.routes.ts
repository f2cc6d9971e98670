import type { GIVER_NOTE_ROUTES } from '@contract';
import type { Handlers } from '../platform/router';
import { followUp, leaveNote, notesOfWish, openNoteDoor, readNote } from './giver-note.use-case';

export const giverNoteHandlers: Pick<Handlers, keyof typeof GIVER_NOTE_ROUTES> = {
  'giverNote.leave': leaveNote,
  'giverNote.door': openNoteDoor,
  'giverNote.ofWish': notesOfWish,
  'giverNote.read': readNote,
  'giverNote.followUp': followUp,
};
