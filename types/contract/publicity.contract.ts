import * as v from 'valibot';
import { areaIdSchema, cursorSchema, fileIdSchema, idSchema, textSchema, type Page } from './common';
import { LIMITS } from './limits';
import { BUDGET, route } from './route';

/** What a publicity is about: a person's aid, a wish above the cap, a campaign before it opens, where what is left of one goes. */
export const PUBLICITY_SUBJECTS = ['difficulty', 'wishAboveCap', 'campaign', 'leftover'] as const;
export type PublicitySubjectKind = (typeof PUBLICITY_SUBJECTS)[number];
export const PUBLICITY_SUBJECT_LABEL: Readonly<Record<PublicitySubjectKind, string>> = { difficulty: '困难帮扶', wishAboveCap: '较大的心愿', campaign: '社区互助', leftover: '余款去向' };

/** `paused` while an objection waits for its answer; then the days go on. */
export const PUBLICITY_STATES = ['running', 'paused', 'passed', 'overturned', 'withdrawn'] as const;
export type PublicityState = (typeof PUBLICITY_STATES)[number];
export const PUBLICITY_STATE_LABEL: Readonly<Record<PublicityState, string>> = {
  running: '公示中', paused: '在核实异议', passed: '公示通过', overturned: '没有通过', withdrawn: '已撤下',
};

/** Where the paper notice hangs; online it is at all three from the first minute. */
export const POSTING_LEVELS = ['community', 'street', 'district'] as const;
export type PostingLevel = (typeof POSTING_LEVELS)[number];
export const POSTING_LEVEL_LABEL: Readonly<Record<PostingLevel, string>> = { community: '社区', street: '街道', district: '区' };

/** A row of the notice board. A masked name and the kind of aid: never an illness, an age, a building. */
export interface PublicityCardView {
  readonly publicityId: string;
  readonly subjectKind: PublicitySubjectKind;
  readonly maskedName: string;
  readonly aidText: string;
  readonly communityName: string;
  readonly state: PublicityState;
  readonly startedAtMs: number;
  /** Last ms of the last day; null while an objection stops the clock, and once it is over. */
  readonly endsAtMs: number | null;
  readonly endedAtMs: number | null;
  /** Whole working days that count already, of how many. */
  readonly daysDone: number;
  readonly daysNeeded: number;
}

export interface PostingView {
  readonly level: PostingLevel;
  /** Null until staff of that level recorded where the paper hangs. */
  readonly postedAtMs: number | null;
  readonly place: string;
  /** Only for staff. */
  readonly photoUrl: string | null;
}

/** What everybody may know of an objection: that there was one, and what was answered. */
export interface PublicAnswerView {
  /** "王*" or "一位邻居". */
  readonly byText: string;
  readonly objectedAtMs: number;
  readonly answerText: string;
  readonly isUpheld: boolean;
  readonly answeredAtMs: number;
}

/** An objection as staff of the area read it; each reading is in the audit. */
export interface ObjectionView {
  readonly objectionId: string;
  readonly byName: string;
  readonly text: string;
  readonly objectedAtMs: number;
  readonly dueAtMs: number;
  readonly answerText: string;
  readonly isUpheld: boolean | null;
}

export interface PublicityView extends PublicityCardView {
  /** Days counted in a year nobody has entered: the end may move. Null otherwise. */
  readonly calendarWarning: string | null;
  readonly postings: readonly PostingView[];
  readonly openObjections: number;
  readonly answers: readonly PublicAnswerView[];
  readonly myObjection: { readonly objectedAtMs: number; readonly text: string; readonly answerText: string | null } | null;
  /** Null when the caller may object; else why not. */
  readonly objectRefusal: string | null;
  /** Empty for everybody but staff of the area. */
  readonly objections: readonly ObjectionView[];
  readonly canAnswer: boolean;
  /** Levels whose paper notice the caller may record. */
  readonly postableLevels: readonly PostingLevel[];
  readonly dutyPhone: string;
}

const STAFF = { roles: ['administrator', 'staff', 'socialWorker'] } as const;
const publicityIdInput = v.strictObject({ publicityId: idSchema });

export const objectInput = v.strictObject({
  publicityId: idSchema,
  text: textSchema(LIMITS.objectionCharacters, '请写一句您知道的情况'),
  /** Others read 一位邻居 instead of 王*; staff always know who wrote. */
  isAnonymousToPublic: v.boolean(),
});
export const answerObjectionInput = v.strictObject({ publicityId: idSchema, objectionId: idSchema, isUpheld: v.boolean(), text: textSchema(LIMITS.noteCharacters, '请写一句核实的结果') });
export const recordPostingInput = v.strictObject({ publicityId: idSchema, level: v.picklist(POSTING_LEVELS), place: textSchema(LIMITS.placeCharacters, '请写贴在哪儿'), photoFileId: v.optional(v.nullable(fileIdSchema), null) });

export const PUBLICITY_ROUTES = {
  /** The board of a community, street or district of one's own; null is the own community. */
  'publicity.list': route<Page<PublicityCardView>>()({ input: v.strictObject({ areaId: v.optional(v.nullable(areaIdSchema), null), state: v.optional(v.picklist(['open', 'ended']), 'open'), cursor: cursorSchema }), mutating: false, access: 'member', requestBudget: BUDGET.list }),
  /** Staff read objections, so a line of audit and the links of the photos may come on top. */
  'publicity.get': route<PublicityView>()({ input: publicityIdInput, mutating: false, access: 'member', requestBudget: BUDGET.command }),
  'publicity.object': route<{ readonly publicityId: string; readonly answerDueAtMs: number }>()({ input: objectInput, mutating: true, access: 'member', requestBudget: BUDGET.publish, quota: 'contentCheck' }),
  'publicity.answer': route<{ readonly publicityId: string }>()({ input: answerObjectionInput, mutating: true, access: STAFF, requestBudget: BUDGET.publish, quota: 'contentCheck' }),
  'publicity.recordPosting': route<{ readonly publicityId: string }>()({ input: recordPostingInput, mutating: true, access: STAFF, requestBudget: BUDGET.command }),
} as const;
