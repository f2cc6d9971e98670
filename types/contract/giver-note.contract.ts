import * as v from 'valibot';
import { idSchema, optionalTextSchema, textSchema } from './common';
import { LIMITS } from './limits';
import { BUDGET, route } from './route';
import { safetyPhoneSchema } from './safety.contract';
import { GIVER_NOTE_ANSWERS, SAFETY_KINDS, type GiverNoteAnswer, type PictureKey } from './vocabulary';

/** What the giver told the social worker, as the giver's side has it. */
export interface GiverNoteView {
  readonly noteId: string;
  readonly answer: GiverNoteAnswer;
  readonly words: string;
  readonly createdAtMs: number;
  /** `nobodyHome`: by when somebody looks; null for the others. */
  readonly followUpDueAtMs: number | null;
  readonly isFollowedUp: boolean;
}

export interface GiverNoteDoorView {
  readonly wishId: string;
  readonly claimId: string;
  readonly wishTitle: string;
  readonly pictureKey: PictureKey;
  /** What may be said now; empty when a note stands or it is too early. */
  readonly answers: readonly GiverNoteAnswer[];
  readonly note: GiverNoteView | null;
  readonly dutyPhone: string;
}

/** As staff of the area have it; never anybody of the recipient's side. */
export interface StaffNoteView extends GiverNoteView {
  readonly wishId: string;
  readonly wishTitle: string;
  readonly pictureKey: PictureKey;
  readonly giverText: string;
  readonly followUpWords: string;
  readonly isLate: boolean;
  /** There is something to follow up, and the reader may. */
  readonly canFollowUp: boolean;
  /** `unsafe`: the safety report it made. */
  readonly reportId: string | null;
}

export const giverNoteInputSchema = v.strictObject({
  wishId: idSchema,
  claimId: idSchema,
  answer: v.picklist(GIVER_NOTE_ANSWERS),
  words: optionalTextSchema(LIMITS.noteCharacters),
  /** With `unsafe`: what is wrong, and a number to be called back. */
  safetyKind: v.optional(v.picklist(SAFETY_KINDS), 'other'),
  phone: safetyPhoneSchema,
});

const STAFF = { roles: ['administrator', 'staff', 'socialWorker'] } as const;

export const GIVER_NOTE_ROUTES = {
  /** By the giver's side, once a claim. `unsafe` is a safety report, and arrives whatever the content check says: so no quota is spent. */
  'giverNote.leave': route<GiverNoteView>()({ input: giverNoteInputSchema, mutating: true, access: 'member', requestBudget: BUDGET.command }),
  'giverNote.door': route<GiverNoteDoorView>()({ input: v.strictObject({ wishId: idSchema, claimId: idSchema }), mutating: false, access: 'member', requestBudget: BUDGET.detail }),
  /** What givers of one wish said; each reading is logged. */
  'giverNote.ofWish': route<readonly StaffNoteView[]>()({ input: v.strictObject({ wishId: idSchema }), mutating: false, access: STAFF, requestBudget: BUDGET.command }),
  'giverNote.read': route<StaffNoteView>()({ input: v.strictObject({ noteId: idSchema }), mutating: false, access: STAFF, requestBudget: BUDGET.command }),
  /** Staff say how the recipient was found; the giver is only told that somebody looked. */
  'giverNote.followUp': route<{ readonly noteId: string }>()({ input: v.strictObject({ noteId: idSchema, words: textSchema(LIMITS.noteCharacters, '请写一句怎么样了') }), mutating: true, access: STAFF, requestBudget: BUDGET.command }),
} as const;
