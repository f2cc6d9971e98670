import type { ActivityAudience, ActivityKind, ActivityState, ActivityWords, PictureKey } from '@contract';
import { STEPS_MAX, type Versioned } from '../aggregate/versioned';
import { RULES } from '../rules';
import type { ActivityEvent } from './activity-event';

/**
 * What people do together (RULES.md section 3): its words, who organises it, whether it is published. Its times are
 * shifts, documents of their own that copy what they show; `shiftIds` says which, so that publishing, changing and
 * calling off reach each of them. Drafted by one person, checked by another.
 */
export interface Activity extends Versioned<ActivityEvent> {
  readonly kind: ActivityKind;
  readonly state: ActivityState;
  readonly title: string;
  readonly pictureKey: PictureKey;
  readonly words: ActivityWords;
  readonly areaId: string;
  readonly areaIds: readonly string[];
  readonly areaName: string;
  /** Whoever drafted it. */
  readonly organiserId: string;
  readonly drafterName: string;
  /** The community, or a team. */
  readonly organiserName: string;
  /** Whose activity it is, when it is a team's, and for whom. */
  readonly teamId: string | null;
  readonly audience: ActivityAudience;
  readonly shiftIds: readonly string[];
  readonly lastEndsAtMs: number | null;
  /** Counts how often it was handed in; each has a task of its own. */
  readonly submissions: number;
  readonly submittedAtMs: number | null;
  /** Why it was asked back or called off. */
  readonly note: string;
  readonly updatedAtMs: number;
  readonly inputHash: string;
}

/** Where an activity stands on its organiser's shelves. */
export const SHELF_STATES = { drafts: ['draft', 'submitted'], published: ['published'], over: ['ended', 'cancelled'] } as const satisfies Readonly<Record<string, readonly ActivityState[]>>;

/** What must hold at every moment; a false is a defect. */
export const isActivityCoherent = (activity: Activity): boolean =>
  new Set(activity.shiftIds).size === activity.shiftIds.length &&
  activity.shiftIds.length <= RULES.activity.shiftsMax &&
  Object.keys(activity.outbox).length === activity.pendingEvents &&
  Object.keys(activity.steps).length <= STEPS_MAX &&
  (activity.state !== 'published' || missingOf(activity).length === 0);

const minorsMissing = ({ minors }: ActivityWords): readonly string[] =>
  minors.isAllowed && !(minors.isPublicPlace && minors.hasTwoAdults && minors.isGuardianPresent) ? ['有未成年人参加，要在公共场所、有两位大人、监护人一起来，三样都要说到'] : [];

/** A risky activity without cover is neither submitted nor published (RULES.md section 3). */
export const isUninsured = ({ risk, insurance }: ActivityWords): boolean => risk.level !== 'none' && insurance === '';

/** Pure: what still stands in the way of handing it in, in plain words. */
export const missingOf = (activity: Pick<Activity, 'words' | 'shiftIds'>): readonly string[] => [
  ...(activity.shiftIds.length === 0 ? ['先排一个时间'] : []),
  ...(isUninsured(activity.words) ? ['有风险的活动要写明保险'] : []),
  ...minorsMissing(activity.words),
];
