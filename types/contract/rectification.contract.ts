import * as v from 'valibot';
import { areaIdSchema, cursorSchema, idSchema, photosSchema, textSchema, type Page } from './common';
import { LIMITS } from './limits';
import { BUDGET, route } from './route';
import type { RatedKind } from './vocabulary';
import type { PhotoView, TimelineEntryView } from './wish.contract';

/** How far an order to put something right has come. */
export const RECTIFICATION_STATES = ['ordered', 'answered', 'rechecking', 'judging', 'escalated', 'closed'] as const;
export type RectificationState = (typeof RECTIFICATION_STATES)[number];
export const RECTIFICATION_STATE_LABEL: Readonly<Record<RectificationState, string>> = { ordered: '等对方改', answered: '改了，等社区看', rechecking: '正在问大家', judging: '等社区定', escalated: '街道在看', closed: '办完了' };

/** What those who rated say, asked once: one tap. */
export const RECHECK_ANSWERS = ['better', 'notBetter', 'unsure'] as const;
export type RecheckAnswer = (typeof RECHECK_ANSWERS)[number];
export const RECHECK_ANSWER_LABEL: Readonly<Record<RecheckAnswer, string>> = { better: '好了', notBetter: '没好', unsure: '不好说' };

/** Why the street looks at it. */
export const ESCALATIONS = ['overdue', 'notLooked', 'notBetter', 'notJudged'] as const;
export type Escalation = (typeof ESCALATIONS)[number];
export const ESCALATION_LABEL: Readonly<Record<Escalation, string>> = { overdue: '到期了没有回音', notLooked: '社区没按时看', notBetter: '大家说还没好', notJudged: '社区没按时定' };

/** How it ended. `overturned`: the objection was right; `talked`: the street settled it. */
export const RECTIFICATION_OUTCOMES = ['recovered', 'overturned', 'talked'] as const;
export type RectificationOutcome = (typeof RECTIFICATION_OUTCOMES)[number];
export const RECTIFICATION_OUTCOME_LABEL: Readonly<Record<RectificationOutcome, string>> = { recovered: '改好了', overturned: '说明有理，撤掉了', talked: '街道谈妥了' };

export interface RectificationAnswerView {
  readonly words: string;
  readonly photos: readonly PhotoView[];
  readonly atMs: number;
}

export interface RectificationObjectionView {
  readonly words: string;
  readonly state: 'open' | 'upheld' | 'dismissed';
  readonly note: string;
  readonly dueAtMs: number;
}

/** What the reader may do now. */
export type RectificationAct = 'answer' | 'object' | 'decideObjection' | 'review' | 'judge' | 'close';

/** One order, for the rated side and for staff. Nothing of it says who rated. */
export interface RectificationView {
  readonly rectificationId: string;
  readonly name: string;
  readonly kind: RatedKind;
  readonly reader: 'party' | 'staff';
  readonly state: RectificationState;
  /** Who of the community goes along with it; empty when nobody is named. */
  readonly ownerName: string;
  readonly dutyPhone: string;
  readonly people: number;
  readonly unsatisfied: number;
  readonly periodDays: number;
  /** Of people who rated since; null below five. */
  readonly since: { readonly people: number; readonly unsatisfied: number } | null;
  readonly orderedAtMs: number;
  /** Until when whoever has the next step takes it; null when nobody has. */
  readonly dueAtMs: number | null;
  /** What staff still miss in the first answer; empty when nothing. */
  readonly askedAgain: string;
  readonly answers: readonly RectificationAnswerView[];
  readonly objection: RectificationObjectionView | null;
  /** What those who rated said, once that is over; null below five answers. */
  readonly rechecked: { readonly answered: number; readonly better: number } | null;
  readonly escalation: Escalation | null;
  readonly outcome: RectificationOutcome | null;
  readonly outcomeNote: string;
  readonly acts: readonly RectificationAct[];
  readonly timeline: readonly TimelineEntryView[];
}

export interface RectificationRowView {
  readonly rectificationId: string;
  readonly name: string;
  readonly kind: RatedKind;
  readonly state: RectificationState;
  readonly ownerName: string;
  readonly people: number;
  readonly unsatisfied: number;
  readonly orderedAtMs: number;
  readonly dueAtMs: number | null;
  readonly outcome: RectificationOutcome | null;
}

/** The one question to whoever rated. */
export interface RecheckView {
  readonly rectificationId: string;
  readonly name: string;
  readonly untilMs: number;
  /** What the rated side says it did, so that one knows what is asked about. */
  readonly changes: readonly RectificationAnswerView[];
  readonly answer: RecheckAnswer | null;
  readonly isOver: boolean;
}

/** Somebody on paper who rated: staff, who wrote that rating down for them, ask them by phone. */
export interface RecheckCallView {
  readonly personId: string;
  readonly maskedName: string;
  readonly answer: RecheckAnswer | null;
}

const STAFF = { roles: ['administrator', 'staff', 'socialWorker'] } as const;
const ref = { rectificationId: idSchema };
export const RECTIFICATION_PHOTOS_MAX = 3;
const words = (empty: string) => textSchema(LIMITS.rectificationCharacters, empty);

export const RECTIFICATION_ROUTES = {
  /** For the rated side and for staff of the area; for anybody else it is not there. */
  'rectification.get': route<RectificationView>()({ input: v.strictObject(ref), mutating: false, access: 'member', requestBudget: BUDGET.detail }),
  'rectification.list': route<Page<RectificationRowView>>()({ input: v.strictObject({ areaId: areaIdSchema, isOpen: v.boolean(), cursor: cursorSchema }), mutating: false, access: STAFF, requestBudget: BUDGET.list }),
  /** By the rated side: what was done, with photos if there are any. */
  'rectification.answer': route<RectificationView>()({ input: v.strictObject({ ...ref, words: words('请写一句改了什么'), photoFileIds: photosSchema(RECTIFICATION_PHOTOS_MAX) }), mutating: true, access: 'member', requestBudget: BUDGET.command, quota: 'contentCheck' }),
  /** By the rated side, once: why it is not as it looks. */
  'rectification.object': route<RectificationView>()({ input: v.strictObject({ ...ref, words: words('请写一句为什么') }), mutating: true, access: 'member', requestBudget: BUDGET.command, quota: 'contentCheck' }),
  'rectification.decideObjection': route<RectificationView>()({ input: v.strictObject({ ...ref, isUpheld: v.boolean(), note: textSchema(LIMITS.noteCharacters, '请写一句为什么，对方看得到') }), mutating: true, access: STAFF, requestBudget: BUDGET.command, quota: 'contentCheck' }),
  /** Staff looked at the answer: those who rated are asked, or the rated side is asked for more, once. */
  'rectification.review': route<RectificationView>()({
    input: v.strictObject({ ...ref, decision: v.variant('kind', [v.strictObject({ kind: v.literal('recheck') }), v.strictObject({ kind: v.literal('more'), note: textSchema(LIMITS.noteCharacters, '请写一句还差什么') })]) }),
    mutating: true, access: STAFF, requestBudget: BUDGET.command, quota: 'contentCheck',
  }),
  /** Too few answered: staff say whether it is better. */
  'rectification.judge': route<RectificationView>()({ input: v.strictObject({ ...ref, isRecovered: v.boolean(), note: textSchema(LIMITS.noteCharacters, '请写一句为什么') }), mutating: true, access: STAFF, requestBudget: BUDGET.command, quota: 'contentCheck' }),
  /** By staff of the street, of what came to them. */
  'rectification.close': route<RectificationView>()({ input: v.strictObject({ ...ref, outcome: v.picklist(['recovered', 'talked']), note: textSchema(LIMITS.noteCharacters, '请写一句怎么谈的') }), mutating: true, access: STAFF, requestBudget: BUDGET.command, quota: 'contentCheck' }),
  'recheck.get': route<RecheckView>()({ input: v.strictObject(ref), mutating: false, access: 'member', requestBudget: BUDGET.detail }),
  /** By whoever rated, once. */
  /** People on paper among those who rated, and what they said; those who have an account by now are asked there. */
  'recheck.calls': route<readonly RecheckCallView[]>()({ input: v.strictObject(ref), mutating: false, access: STAFF, requestBudget: BUDGET.detail }),
  /** What somebody on paper said on the phone, once. */
  'recheck.record': route<readonly RecheckCallView[]>()({ input: v.strictObject({ ...ref, personId: idSchema, answer: v.picklist(RECHECK_ANSWERS) }), mutating: true, access: STAFF, requestBudget: BUDGET.publish }),
  'recheck.answer': route<RecheckView>()({ input: v.strictObject({ ...ref, answer: v.picklist(RECHECK_ANSWERS) }), mutating: true, access: 'member', requestBudget: BUDGET.command }),
} as const;
