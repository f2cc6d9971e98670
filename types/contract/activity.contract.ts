import * as v from 'valibot';
import { areaIdSchema, cursorSchema, idSchema, optionalTextSchema, textSchema, type Page } from './common';
import { LIMITS } from './limits';
import { BUDGET, route } from './route';
import type { ShiftCardView } from './shift.contract';
import { ACTIVITY_KINDS, PICTURE_KEYS, RISK_LEVELS, SKILLS, TEAM_AUDIENCES, type ActivityAudience, type ActivityKind, type ActivityState, type PictureKey, type RiskLevel, type Skill } from './vocabulary';

/**
 * What an activity (活动) is; its times are shifts (shift.contract.ts).
 *
 * - `ActivityView`: a row of the organiser's own list (`activity.mine`) and of what staff check (`activity.queue`).
 * - `ActivityDetailView`: the page of an activity and the organiser's editor: all its words, its shifts in order of time
 *   (the strip of dates of mock-up 11), and what the reader may do with it (`can…`).
 * - `ShiftCardView` (shift.contract.ts): a row of the activities home and its calendar (`activity.list`).
 */
export interface ActivityView {
  readonly activityId: string;
  readonly kind: ActivityKind;
  readonly state: ActivityState;
  readonly title: string;
  readonly pictureKey: PictureKey;
  readonly areaId: string;
  readonly areaName: string;
  /** The community, or a team: who organises it and answers for it. */
  readonly organiserName: string;
  readonly drafterName: string;
  readonly teamId: string | null;
  readonly audience: ActivityAudience;
  readonly shiftCount: number;
  /** End of the last shift; null while there is none. */
  readonly lastEndsAtMs: number | null;
  /** Why it was asked back or called off; empty when neither. */
  readonly note: string;
  readonly updatedAtMs: number;
}

export interface ActivityRisk {
  readonly level: RiskLevel;
  readonly note: string;
}

export interface ActivityMinors {
  readonly isAllowed: boolean;
  /** What the organiser answers for when minors may come; all three, or it is not submitted. */
  readonly isPublicPlace: boolean;
  readonly hasTwoAdults: boolean;
  readonly isGuardianPresent: boolean;
}

/** Everything people read of an activity; copied into its shifts, so that a shift is read alone. */
export interface ActivityWords {
  readonly story: string;
  /** In the organiser's own words: nice to have. */
  readonly skills: readonly string[];
  /** What a training teaches; whoever attends the whole of it has it certified. Null for everything else. */
  readonly teaches: Skill | null;
  /** A skill from a training; with `isMust` whoever has no certificate of it asks the lead first. */
  readonly needs: { readonly skill: Skill; readonly isMust: boolean } | null;
  readonly ages: { readonly from: number; readonly to: number } | null;
  readonly risk: ActivityRisk;
  /** Who is insured how; a risky activity without it is neither submitted nor published. */
  readonly insurance: string;
  /** Asked at sign-up, at most three short ones. */
  readonly questions: readonly string[];
  readonly minors: ActivityMinors;
  /** Whom to ask, by role: never a number on a list. */
  readonly contactRole: string;
}

export interface ActivityDetailView extends ActivityView, ActivityWords {
  readonly shifts: readonly ShiftCardView[];
  readonly canEdit: boolean;
  readonly canSubmit: boolean;
  /** Staff of the area who did not draft it: publish or ask back. */
  readonly canDecide: boolean;
  readonly canAddShifts: boolean;
  readonly canCancel: boolean;
  /** What still stands in the way of submitting, in plain words; empty when nothing does. */
  readonly missing: readonly string[];
}

/** Whoever may draft: staff, social workers and group owners of the area, and leads of teams; the use case looks which. */
const ORGANISERS = 'member' as const;
const STAFF = { roles: ['administrator', 'staff', 'socialWorker'] } as const;

const ageSchema = v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(120));
const skillSchema = textSchema(LIMITS.skillCharacters);

/** One form, for drafting and for editing. */
export const activityWordsSchema = v.strictObject({
  kind: v.picklist(ACTIVITY_KINDS),
  title: textSchema(LIMITS.titleCharacters, '请给活动起个名字'),
  story: textSchema(LIMITS.storyCharacters, '请写几句做什么、怎么做'),
  pictureKey: v.picklist(PICTURE_KEYS),
  skills: v.optional(v.pipe(v.array(skillSchema), v.maxLength(LIMITS.skillsPerActivity, `最多写 ${LIMITS.skillsPerActivity} 样`)), []),
  teaches: v.optional(v.nullable(v.picklist(SKILLS)), null),
  needs: v.optional(v.nullable(v.strictObject({ skill: v.picklist(SKILLS), isMust: v.boolean() })), null),
  ages: v.optional(v.nullable(v.pipe(v.strictObject({ from: ageSchema, to: ageSchema }), v.check(({ from, to }) => from <= to, '年纪从小到大写'))), null),
  risk: v.optional(v.strictObject({ level: v.picklist(RISK_LEVELS), note: optionalTextSchema(LIMITS.noteCharacters) }), { level: 'none', note: '' }),
  insurance: optionalTextSchema(LIMITS.noteCharacters),
  questions: v.optional(v.pipe(v.array(textSchema(LIMITS.questionCharacters, '请写要问的一句')), v.maxLength(LIMITS.questionsPerActivity, `最多问 ${LIMITS.questionsPerActivity} 句`)), []),
  minors: v.optional(v.strictObject({ isAllowed: v.boolean(), isPublicPlace: v.boolean(), hasTwoAdults: v.boolean(), isGuardianPresent: v.boolean() }), { isAllowed: false, isPublicPlace: false, hasTwoAdults: false, isGuardianPresent: false }),
  contactRole: textSchema(LIMITS.nameCharacters, '请写找谁问，比如“社区值班电话”'),
});
export type ActivityWordsInput = v.InferOutput<typeof activityWordsSchema>;

const activityRef = { activityId: idSchema };
/** A day in UTC+8. */
const daySchema = v.pipe(v.string(), v.regex(/^\d{4}-\d{2}-\d{2}$/, '日期不对'));

export const ACTIVITY_SHELVES = ['drafts', 'published', 'over'] as const;
export type ActivityShelf = (typeof ACTIVITY_SHELVES)[number];

export const ACTIVITY_ROUTES = {
  /** A draft; nobody but its drafter and staff of the area sees it. With `team` it is that team's, for its people first or only; a help team's is always only for them. */
  'activity.create': route<ActivityDetailView>()({ input: v.strictObject({ areaId: areaIdSchema, words: activityWordsSchema, team: v.optional(v.nullable(v.strictObject({ teamId: idSchema, audience: v.picklist(TEAM_AUDIENCES) })), null) }), mutating: true, access: ORGANISERS, requestBudget: BUDGET.publish, quota: 'contentCheck' }),
  /** A draft by its drafter or staff; a published one by staff of the area, and its shifts follow. */
  'activity.update': route<ActivityDetailView>()({ input: v.strictObject({ ...activityRef, words: activityWordsSchema }), mutating: true, access: ORGANISERS, requestBudget: BUDGET.publish, quota: 'contentCheck' }),
  'activity.submit': route<ActivityDetailView>()({ input: v.strictObject(activityRef), mutating: true, access: ORGANISERS, requestBudget: BUDGET.command }),
  /** By staff of the area who did not draft it. */
  'activity.decide': route<ActivityDetailView>()({
    input: v.strictObject({ ...activityRef, decision: v.variant('kind', [v.strictObject({ kind: v.literal('publish') }), v.strictObject({ kind: v.literal('askBack'), note: textSchema(LIMITS.noteCharacters, '请写一句要补什么') })]) }),
    mutating: true, access: STAFF, requestBudget: BUDGET.command,
  }),
  /** Its shifts that have not begun are called off with it, and everybody is told. */
  'activity.cancel': route<ActivityDetailView>()({ input: v.strictObject({ ...activityRef, reason: textSchema(LIMITS.noteCharacters, '请写一句为什么，大家会看到') }), mutating: true, access: ORGANISERS, requestBudget: BUDGET.publish, quota: 'contentCheck' }),
  /** The activities home: shifts of the reader's community that have not ended, by day and kind, the soonest first. `fromDay` null is today; `toDay` null has no end. */
  'activity.list': route<Page<ShiftCardView>>()({ input: v.strictObject({ fromDay: v.nullable(daySchema), toDay: v.nullable(daySchema), kind: v.nullable(v.picklist(ACTIVITY_KINDS)), cursor: cursorSchema }), mutating: false, access: 'member', requestBudget: BUDGET.listWithMine }),
  /** For a shared card and the editor; its dates stand without what is mine (`mine` null, no clashes). */
  'activity.get': route<ActivityDetailView>()({ input: v.strictObject(activityRef), mutating: false, access: 'member', requestBudget: BUDGET.detail }),
  /** What the reader drafted. */
  'activity.mine': route<Page<ActivityView>>()({ input: v.strictObject({ shelf: v.picklist(ACTIVITY_SHELVES), cursor: cursorSchema }), mutating: false, access: ORGANISERS, requestBudget: BUDGET.list }),
  /** What waits to be checked in an area, the longest waiting first. */
  'activity.queue': route<Page<ActivityView>>()({ input: v.strictObject({ areaId: areaIdSchema, cursor: cursorSchema }), mutating: false, access: STAFF, requestBudget: BUDGET.list }),
} as const;
