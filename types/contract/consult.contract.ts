import * as v from 'valibot';
import { areaIdSchema, cursorSchema, idSchema, textSchema, type Page } from './common';
import { LIMITS } from './limits';
import type { NeedProjectState } from './need-project.contract';
import { BUDGET, route } from './route';
import type { WishCategory } from './vocabulary';

/**
 * 一起商量: neighbours say what matters in the draft plan of a project. `open`: for some days. `closing`: over, what is on
 * its way is counted, a minute or two. `answering`: each addition and each objection gets an answer. `answered`: everybody
 * who took part has heard. `cancelled`: the project was called off meanwhile.
 */
export const CONSULT_STATES = ['open', 'closing', 'answering', 'answered', 'cancelled'] as const;
export type ConsultState = (typeof CONSULT_STATES)[number];
export const CONSULT_STATE_LABEL: Readonly<Record<ConsultState, string>> = { open: '正在商量', closing: '正在汇总', answering: '等社区答复', answered: '有答复了', cancelled: '不办了' };

export const CONSULT_WORD_KINDS = ['add', 'object'] as const;
export type ConsultWordKind = (typeof CONSULT_WORD_KINDS)[number];

/** `waiting`: an objection that nobody of the staff has looked at; `hidden`: not for others, its author reads why; `withdrawn`: taken back, its words are gone. */
export const CONSULT_WORD_STATES = ['waiting', 'shown', 'hidden', 'withdrawn'] as const;
export type ConsultWordState = (typeof CONSULT_WORD_STATES)[number];

export const CONSULT_OUTCOMES = ['adopted', 'partly', 'no'] as const;
export type ConsultOutcome = (typeof CONSULT_OUTCOMES)[number];
export const CONSULT_OUTCOME_LABEL: Readonly<Record<ConsultOutcome, string>> = { adopted: '照办', partly: '办一部分', no: '这次办不到' };

/** Which words a list has. `open`: those without an answer yet; `waiting`: those nobody looked at; both for staff alone. */
export const CONSULT_LISTS = ['shown', 'open', 'waiting', 'hidden'] as const;

export interface ConsultRef {
  readonly consultId: string;
  readonly state: ConsultState;
}

export interface ConsultCardView extends ConsultRef {
  readonly title: string;
  readonly category: WishCategory;
  readonly communityName: string;
  readonly areaNames: readonly string[];
  /** Neighbours the project is for, as a number. */
  readonly personCount: number;
  /** Who took part, each once, as last counted. */
  readonly peopleCount: number;
  readonly endsAtMs: number;
}

export interface ConsultPointView {
  /** From 1. */
  readonly no: number;
  readonly text: string;
  readonly week: number;
  readonly picks: number;
  readonly objections: number;
}

export interface ConsultAnswerView {
  readonly outcome: ConsultOutcome;
  readonly text: string;
}

export interface ConsultWordView {
  readonly wordId: string;
  readonly kind: ConsultWordKind;
  /** Of an objection: the point it is about. */
  readonly point: number | null;
  readonly text: string;
  /** Staff read the name; others a masked one of an addition, and none of an objection. */
  readonly byText: string;
  readonly backs: number;
  readonly isBacked: boolean;
  readonly isMine: boolean;
  readonly state: ConsultWordState;
  /** Why it is hidden; for its author and staff. */
  readonly hideReason: string;
  readonly answer: ConsultAnswerView | null;
}

export interface ConsultView extends ConsultCardView {
  readonly projectId: string;
  readonly aim: string;
  readonly points: readonly ConsultPointView[];
  /** The most backed of each kind. */
  readonly adds: readonly ConsultWordView[];
  readonly objections: readonly ConsultWordView[];
  readonly counts: { readonly adds: number; readonly objections: number; readonly waiting: number; readonly unanswered: number };
  /** The numbers are as of then; null before the first count. */
  readonly countedAtMs: number | null;
  readonly mine: { readonly points: readonly number[]; readonly words: readonly ConsultWordView[] };
  readonly openedAtMs: number;
  /** By then the answers are to be there; null in other states. */
  readonly answerByMs: number | null;
  /** What came of it: the sentence of the community and the steps as they are now. */
  readonly decided: { readonly note: string; readonly atMs: number; readonly steps: readonly { readonly text: string; readonly week: number; readonly isNew: boolean }[]; readonly goneSteps: readonly string[] } | null;
  /** How its project stands, once it was answered or called off. */
  readonly project: { readonly state: NeedProjectState; readonly note: string } | null;
  readonly may: { readonly speak: boolean; readonly judge: boolean; readonly close: boolean; readonly answer: boolean; readonly finish: boolean };
}

const ref = { consultId: idSchema };
const wordRef = { ...ref, wordId: idSchema };
const STAFF = { roles: ['administrator', 'staff', 'socialWorker'] } as const;
const pointSchema = v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(LIMITS.stepsPerProject));
const daysSchema = v.pipe(v.number('选几天'), v.integer('填整数'), v.minValue(LIMITS.consultDaysMin, `最少 ${LIMITS.consultDaysMin} 天`), v.maxValue(LIMITS.consultDaysMax, `最多 ${LIMITS.consultDaysMax} 天`));

export const CONSULT_ROUTES = {
  /** Neighbours are asked about the draft plan of a project, for so many days. */
  'consult.open': route<ConsultRef>()({ input: v.strictObject({ projectId: idSchema, days: daysSchema }), mutating: true, access: STAFF, requestBudget: BUDGET.command }),
  /** Of a community: those that are open first, then the last ones. */
  'consult.list': route<readonly ConsultCardView[]>()({ input: v.strictObject({ communityId: v.optional(v.nullable(areaIdSchema), null) }), mutating: false, access: 'member', requestBudget: BUDGET.list }),
  /** For its neighbours, its group owners and staff: itself, what one chose and said oneself, what others added and objected, and once it is over its project. */
  'consult.get': route<ConsultView>()({ input: v.strictObject(ref), mutating: false, access: 'member', requestBudget: BUDGET.consult }),
  /** The most backed first. */
  'consult.words': route<Page<ConsultWordView>>()({ input: v.strictObject({ ...ref, kind: v.picklist(CONSULT_WORD_KINDS), of: v.optional(v.picklist(CONSULT_LISTS), 'shown'), cursor: cursorSchema }), mutating: false, access: 'member', requestBudget: BUDGET.command }),
  /** Up to three points that matter most; as often as one likes until it closes, the last time counts. */
  'consult.rank': route<ConsultRef>()({ input: v.strictObject({ ...ref, points: v.pipe(v.array(pointSchema), v.maxLength(LIMITS.consultPicks, `最多选 ${LIMITS.consultPicks} 样`)) }), mutating: true, access: 'member', requestBudget: BUDGET.publish }),
  /** One addition a person, and one objection to each point. */
  'consult.say': route<{ readonly wordId: string }>()({ input: v.strictObject({ ...ref, kind: v.picklist(CONSULT_WORD_KINDS), point: v.nullable(pointSchema), text: textSchema(LIMITS.noteCharacters, '请写一句') }), mutating: true, access: 'member', requestBudget: BUDGET.consult, quota: 'contentCheck' }),
  /** 我也这样想, or no longer. */
  'consult.back': route<ConsultRef>()({ input: v.strictObject({ ...wordRef, isBacked: v.boolean() }), mutating: true, access: 'member', requestBudget: BUDGET.asked }),
  /** One's own words, while it is open. */
  'consult.withdraw': route<ConsultRef>()({ input: v.strictObject(wordRef), mutating: true, access: 'member', requestBudget: BUDGET.publish }),
  /** Shown to others, or not and why: words may tell of somebody. */
  'consult.judge': route<ConsultRef>()({ input: v.strictObject({ ...wordRef, isShown: v.boolean(), reason: v.optional(v.pipe(v.string(), v.trim(), v.maxLength(LIMITS.noteCharacters, `最多 ${LIMITS.noteCharacters} 个字`)), '') }), mutating: true, access: STAFF, requestBudget: BUDGET.consult }),
  /** It closes now instead of on its day. */
  'consult.close': route<ConsultRef>()({ input: v.strictObject(ref), mutating: true, access: STAFF, requestBudget: BUDGET.command }),
  /** One answer for words that say the same; whoever gave it may change it until all is told. */
  'consult.answer': route<{ readonly answered: number }>()({ input: v.strictObject({ ...ref, wordIds: v.pipe(v.array(idSchema), v.minLength(1, '请选一条'), v.maxLength(LIMITS.consultAnswersAtOnce, `一次最多 ${LIMITS.consultAnswersAtOnce} 条`)), outcome: v.picklist(CONSULT_OUTCOMES), text: textSchema(LIMITS.noteCharacters, '请写一句为什么') }), mutating: true, access: STAFF, requestBudget: BUDGET.publish, quota: 'contentCheck' }),
  /** Everything has an answer: whoever took part hears, and the plan stands beside it as it is now. */
  'consult.finish': route<ConsultRef>()({ input: v.strictObject({ ...ref, note: textSchema(LIMITS.noteCharacters, '请写一句听到了什么、改了什么') }), mutating: true, access: STAFF, requestBudget: BUDGET.consult, quota: 'contentCheck' }),
} as const;
