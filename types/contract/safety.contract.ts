import * as v from 'valibot';
import { idSchema, optionalTextSchema, textSchema } from './common';
import { LIMITS } from './limits';
import { phoneSchema } from './person.contract';
import { BUDGET, route } from './route';
import { SAFETY_KINDS, type PictureKey, type SafetyKind } from './vocabulary';

/** A safety report as the side that made it has it; the other side has none of it. */
export interface SafetyReportView {
  readonly reportId: string;
  readonly safetyKind: SafetyKind;
  readonly words: string;
  readonly createdAtMs: number;
  /** Until when staff answer, in working hours; at night they are told all the same. */
  readonly dueAtMs: number;
  /** Nobody answered in time, so the street looks as well. */
  readonly isLate: boolean;
  /** What was done; null while it is open. */
  readonly answer: { readonly words: string; readonly atMs: number } | null;
}

/** What somebody reported about one claim, the newest first, and whether they may report something now. */
export interface SafetyDoorView {
  readonly wishId: string;
  readonly claimId: string;
  readonly wishTitle: string;
  readonly pictureKey: PictureKey;
  readonly reports: readonly SafetyReportView[];
  readonly canReport: boolean;
  readonly dutyPhone: string;
}

/** What staff read before they act. */
export interface SafetyTaskView extends SafetyReportView {
  readonly wishId: string;
  readonly wishTitle: string;
  readonly pictureKey: PictureKey;
  readonly side: 'giver' | 'recipient';
  readonly reporterName: string;
  /** Staff wrote it down for somebody who called. */
  readonly isByPhone: boolean;
  /** As strangers read who gave. */
  readonly giverText: string;
  /** A number left for this; gone with the answer. */
  readonly phone: string | null;
  /** The content check would not have let the words through, or did not answer; they came all the same. */
  readonly isFlagged: boolean;
}

export const safetyWordsSchema = optionalTextSchema(LIMITS.noteCharacters);
export const safetyPhoneSchema = v.optional(v.nullable(phoneSchema), null);

export const safetyInputSchema = v.pipe(
  v.strictObject({
    wishId: idSchema,
    claimId: idSchema,
    safetyKind: v.picklist(SAFETY_KINDS),
    words: safetyWordsSchema,
    /** For staff to call back; sealed. */
    phone: safetyPhoneSchema,
  }),
  v.forward(v.check((input) => input.safetyKind !== 'other' || input.words !== '', '写一句是怎么回事'), ['words']),
);

const STAFF = { roles: ['administrator', 'staff', 'socialWorker'] } as const;
const reportRef = { reportId: idSchema };

export const SAFETY_ROUTES = {
  /** By either side of a claim, or by staff for a recipient who calls. It spends no quota and no check holds it back: it always arrives. */
  'safety.report': route<SafetyReportView>()({ input: safetyInputSchema, mutating: true, access: 'member', requestBudget: BUDGET.publish }),
  'safety.door': route<SafetyDoorView>()({ input: v.strictObject({ wishId: idSchema, claimId: idSchema }), mutating: false, access: 'member', requestBudget: BUDGET.detail }),
  /** Each reading is logged. */
  'safety.read': route<SafetyTaskView>()({ input: v.strictObject(reportRef), mutating: false, access: STAFF, requestBudget: BUDGET.publish }),
  /** What was done; whoever reported it is told. */
  'safety.answer': route<{ readonly reportId: string }>()({ input: v.strictObject({ ...reportRef, words: textSchema(LIMITS.noteCharacters, '请写一句做了什么，说的人看得到') }), mutating: true, access: STAFF, requestBudget: BUDGET.command, quota: 'contentCheck' }),
} as const;
