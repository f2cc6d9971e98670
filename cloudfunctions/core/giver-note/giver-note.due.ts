import { advanceAggregate } from '../aggregate/settle.use-case';
import type { DueHandler } from '../jobs/due';
import { GIVER_NOTE_KIND } from './giver-note-kind';

/** What a note brings about is delivered; nobody home is looked after; a year later the words go. */
export const giverNoteDue: DueHandler = { collection: 'giverNotes', settle: (id, nowMs) => advanceAggregate(GIVER_NOTE_KIND, id, nowMs) };
