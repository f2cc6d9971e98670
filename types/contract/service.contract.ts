import * as v from 'valibot';
import { areaIdSchema, cursorSchema, idSchema, momentSchema, optionalTextSchema, textSchema, type Page } from './common';
import { LIMITS } from './limits';
import { BUDGET, route } from './route';
import type { ActivityKind } from './vocabulary';

/**
 * Service hours (时长): whole minutes between a recorded start and end, one record a person and shift, or a back entry
 * that a second person confirmed. Hours and points are separate; redeeming never lowers hours.
 *
 * - `ServiceHoursView`: one's own page: the sums and the records, the newest first (`service.mine`).
 * - `ServiceRecordView`: one record as its reader may have it: the person, the organiser, staff, or the second person.
 * - `ServiceOddityView`: what staff look at: many entries by one hand, always the same pair.
 * - `ServiceExportView`: a piece of a month as CSV; the client joins the pieces and keeps nothing else.
 */

/** Kinds of activities in which people serve; where they take part (events, training, meetings, camps, fairs) nothing is counted. Helpers of a fair or a camp have a shift of volunteer service. */
export const SERVICE_KINDS = ['volunteerService', 'visit'] as const satisfies readonly ActivityKind[];
export type ServiceKind = (typeof SERVICE_KINDS)[number];
export const isServiceKind = (kind: ActivityKind): kind is ServiceKind => SERVICE_KINDS.some((each) => each === kind);

export const SERVICE_SOURCES = ['roster', 'backEntry'] as const;
export type ServiceSource = (typeof SERVICE_SOURCES)[number];
export const SERVICE_SOURCE_LABEL: Readonly<Record<ServiceSource, string>> = { roster: '领队的名单', backEntry: '补记' };

/** `waiting`: for the second person; `counting`: for a moment, until the day's sum is known; only `counted` counts. */
export const SERVICE_STATES = ['waiting', 'counting', 'counted', 'clashing', 'refused', 'revoked', 'lapsed'] as const;
export type ServiceState = (typeof SERVICE_STATES)[number];
export const SERVICE_STATE_LABEL: Readonly<Record<ServiceState, string>> = {
  waiting: '等另一位确认', counting: '正在记', counted: '记上了', clashing: '时间重叠，先不算', refused: '没有确认', revoked: '撤销了', lapsed: '没等到确认',
};

/** How the reader stands to a record. `second`: asked to confirm a back entry; reads masked names. */
export type ServiceReader = 'self' | 'organiser' | 'staff' | 'second' | 'enterer';

export interface ServiceChangeView {
  readonly atMs: number;
  readonly byName: string;
  /** What stood before. */
  readonly fromMs: number;
  readonly toMs: number;
  readonly why: string;
}

export interface ServiceAskView {
  readonly words: string;
  readonly atMs: number;
  readonly state: 'open' | 'answered';
  /** What the organiser or staff said; empty while open. */
  readonly answer: string;
}

export interface ServiceRecordView {
  readonly recordId: string;
  readonly source: ServiceSource;
  readonly state: ServiceState;
  readonly reader: ServiceReader;
  readonly kind: ServiceKind;
  readonly title: string;
  readonly placeText: string;
  /** Whose hours: whole for the person, organiser and staff; masked for the second person. */
  readonly memberName: string;
  readonly organiserName: string;
  /** Who wrote it down and answers for it. */
  readonly recordedByName: string;
  readonly recordedAtMs: number;
  readonly shiftId: string | null;
  readonly fromMs: number;
  readonly toMs: number;
  /** Between start and end, whole. */
  readonly minutes: number;
  /** What counts of it; 0 unless `counted`. */
  readonly countedMinutes: number;
  /** Calendar day of the start, "2026-11-21" in UTC+8. */
  readonly day: string;
  /** Why nothing or not all of it counts, in plain words; null when all counts. */
  readonly whyNotCounted: string | null;
  /** Records at the same time, while `clashing`; for the person, organiser and staff. */
  readonly clashesWith: readonly { readonly recordId: string; readonly title: string; readonly fromMs: number; readonly toMs: number }[];
  /** Back entries: why it was not recorded at the time, and who was there too; until when they answer. */
  readonly reason: string;
  readonly secondName: string | null;
  readonly secondUntilMs: number | null;
  /** Corrections, the newest last. */
  readonly changes: readonly ServiceChangeView[];
  /** Why it was refused or revoked; empty otherwise. */
  readonly endNote: string;
  /** The person's last word that it is wrong; null for the second person and when nothing was said. */
  readonly ask: ServiceAskView | null;
  /** The second person may say yes or no. */
  readonly canAnswer: boolean;
  readonly canCorrect: boolean;
  readonly canRevoke: boolean;
  readonly canAsk: boolean;
  readonly canAnswerAsk: boolean;
  readonly dutyPhone: string;
}

export interface ServiceHoursView extends Page<ServiceRecordView> {
  /** All that ever counted, and what was done since 1 January in UTC+8; minutes. On every page the same. */
  readonly totalMinutes: number;
  readonly yearMinutes: number;
  readonly year: number;
  /** The most that counts a day, for the words on the page. */
  readonly minutesADayMax: number;
  /** Back entries reach so far back. */
  readonly backDays: number;
}

/** Why something stands in the list of oddities; an oddity is a reason to ask, never a verdict. */
export const SERVICE_ODDITIES = ['massEntry', 'manyBackEntries', 'samePair', 'sameSecond', 'ownRecords'] as const;
export type ServiceOddityKind = (typeof SERVICE_ODDITIES)[number];
export const SERVICE_ODDITY_LABEL: Readonly<Record<ServiceOddityKind, string>> = {
  massEntry: '一个人一天里记得很多', manyBackEntries: '补记很多', samePair: '总是同一位记同一位', sameSecond: '补记总请同一位确认', ownRecords: '常常自己记自己',
};

export interface ServiceOddityView {
  readonly kind: ServiceOddityKind;
  /** Whole names: staff ask them. `withName` null where it is about one person. */
  readonly name: string;
  readonly withName: string | null;
  readonly records: number;
  readonly minutes: number;
  /** In plain words, with the numbers. */
  readonly reasonText: string;
  /** One of the records, to look at. */
  readonly recordId: string;
}

export interface ServiceOdditiesView {
  readonly items: readonly ServiceOddityView[];
  readonly fromMs: number;
  readonly untilMs: number;
  /** More records than one look takes in. */
  readonly isPartial: boolean;
}

export interface ServiceExportView {
  /** Rows with line ends; the first piece begins with a byte order mark and the head. */
  readonly csv: string;
  readonly rows: number;
  readonly nextCursor: string | null;
}

const STAFF = { roles: ['administrator', 'staff', 'socialWorker'] } as const;
const ref = { recordId: idSchema };
const memberCodeSchema = v.pipe(v.string(), v.trim(), v.toUpperCase(), v.regex(/^[A-Z0-9]{8}$/, '编号是 8 位字母和数字'));
const words = (empty: string) => textSchema(LIMITS.noteCharacters, empty);
/** A month in UTC+8. */
const monthSchema = v.pipe(v.string(), v.regex(/^20\d{2}-(0[1-9]|1[0-2])$/, '月份要写成 2026-11'));

export const backEntryInputSchema = v.strictObject({
  /** Whose hours; null: the caller's own. */
  memberCode: v.optional(v.nullable(memberCodeSchema), null),
  /** The shift it was at; then its words and its organiser stand and the texts here are not needed. */
  shiftId: v.optional(v.nullable(idSchema), null),
  kind: v.optional(v.picklist(SERVICE_KINDS), 'volunteerService'),
  title: optionalTextSchema(LIMITS.titleCharacters),
  organiserName: optionalTextSchema(LIMITS.nameCharacters),
  placeText: optionalTextSchema(LIMITS.placeCharacters),
  fromMs: momentSchema,
  toMs: momentSchema,
  reason: words('请写一句当时为什么没记上'),
  /** Who was there too and confirms it: neither the person nor whoever enters it. */
  secondCode: memberCodeSchema,
});
export type BackEntryInput = v.InferOutput<typeof backEntryInputSchema>;

export const SERVICE_ROUTES = {
  'service.mine': route<ServiceHoursView>()({ input: v.strictObject({ cursor: cursorSchema }), mutating: false, access: 'member', requestBudget: BUDGET.command }),
  /** For the person, the organiser and lead, staff of the area, whoever entered it and the second person; for anybody else it is not there. */
  'service.get': route<ServiceRecordView>()({ input: v.strictObject(ref), mutating: false, access: 'member', requestBudget: BUDGET.detail }),
  /** Back entries that wait for the reader's word. */
  'service.waiting': route<Page<ServiceRecordView>>()({ input: v.strictObject({ cursor: cursorSchema }), mutating: false, access: 'member', requestBudget: BUDGET.list }),
  /** Records of one shift, for its lead, its organiser and staff. */
  'service.ofShift': route<Page<ServiceRecordView>>()({ input: v.strictObject({ shiftId: idSchema, cursor: cursorSchema }), mutating: false, access: 'member', requestBudget: BUDGET.detail }),
  /** Records of an area in one state, the latest service first. */
  /**
   * Enters what was not recorded at the time, within 30 days: by the person, or for somebody else by whoever answers for
   * it. Waits for the second person.
   */
  'service.backEnter': route<ServiceRecordView>()({ input: backEntryInputSchema, mutating: true, access: 'member', requestBudget: BUDGET.asked, quota: 'contentCheck' }),
  /** By the second person, once; a no says why. */
  'service.answerSecond': route<ServiceRecordView>()({ input: v.strictObject({ ...ref, accept: v.boolean(), words: optionalTextSchema(LIMITS.noteCharacters) }), mutating: true, access: 'member', requestBudget: BUDGET.publish }),
  /** Puts the times right, by whoever answers for it, never one's own; the person reads why. The same times count a clashing one anew. */
  'service.correct': route<ServiceRecordView>()({ input: v.strictObject({ ...ref, fromMs: momentSchema, toMs: momentSchema, reason: words('请写一句为什么改，对方看得到') }), mutating: true, access: 'member', requestBudget: BUDGET.publish, quota: 'contentCheck' }),
  /** By the organiser or staff, never one's own. */
  'service.revoke': route<ServiceRecordView>()({ input: v.strictObject({ ...ref, reason: words('请写一句为什么撤销，对方看得到') }), mutating: true, access: 'member', requestBudget: BUDGET.command, quota: 'contentCheck' }),
  /** The person says that it is wrong; one question at a time. */
  'service.ask': route<ServiceRecordView>()({ input: v.strictObject({ ...ref, words: words('请写一句哪里不对') }), mutating: true, access: 'member', requestBudget: BUDGET.command, quota: 'contentCheck' }),
  /** It stays as it is, and why; a correction or revocation answers by itself. */
  'service.decideAsk': route<ServiceRecordView>()({ input: v.strictObject({ ...ref, words: words('请写一句为什么不改，对方看得到') }), mutating: true, access: 'member', requestBudget: BUDGET.command, quota: 'contentCheck' }),
  /** What counted in a month, the earliest first, in pieces; each piece leaves an audit line. Columns: docs/service-hours.md. */
  'service.export': route<ServiceExportView>()({ input: v.strictObject({ areaId: areaIdSchema, month: monthSchema, cursor: cursorSchema }), mutating: true, access: STAFF, requestBudget: BUDGET.detail }),
  /** What staff of a community look at, of the last weeks. */
  'service.oddities': route<ServiceOdditiesView>()({ input: v.strictObject({ communityId: areaIdSchema }), mutating: false, access: STAFF, requestBudget: BUDGET.list }),
  'service.list': route<Page<ServiceRecordView>>()({ input: v.strictObject({ areaId: areaIdSchema, state: v.picklist(SERVICE_STATES), cursor: cursorSchema }), mutating: false, access: STAFF, requestBudget: BUDGET.list }),
} as const;
