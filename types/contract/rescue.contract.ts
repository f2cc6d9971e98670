import * as v from 'valibot';
import { areaIdSchema, cursorSchema, idSchema, momentSchema, optionalTextSchema, sharesSchema, textSchema, type Page } from './common';
import { LIMITS } from './limits';
import { BUDGET, route } from './route';
import { REFERRAL_CLASSES, REFERRAL_OUTCOMES, REFERRAL_ROLES, type PictureKey, type ReferralClass, type ReferralRole, type ReferralState, type RescueKind, type Urgency, type WishCategory, type WishState } from './vocabulary';
import type { SharesView } from './wish.contract';

const STAFF = { roles: ['administrator', 'staff', 'socialWorker'] } as const;

/** What was chosen when nobody claimed a wish, as the poster is told it. */
export interface RescueChoiceView {
  readonly kind: RescueKind;
  readonly atMs: number;
  readonly text: string;
}

/** A step of a referral with its date. */
export interface ReferralStepView {
  readonly atMs: number;
  readonly text: string;
}

/** Where a referred wish stands, for the poster: who answers for it and when the next word comes. */
export interface ReferralBriefView {
  readonly state: ReferralState;
  readonly text: string;
  readonly ownerName: string;
  readonly dueAtMs: number;
  readonly steps: readonly ReferralStepView[];
}

/** How a wish that nobody claims is helped on. Only the poster and staff of its area read it. */
export interface RescueView {
  /** The reader is staff of the area and the three choices are open. */
  readonly canChoose: boolean;
  /** More and smaller shares are thinkable: not one single thing. */
  readonly canSplit: boolean;
  /** When the street is told that nobody chose; null when nothing waits for a choice. */
  readonly chooseByMs: number | null;
  readonly choices: readonly RescueChoiceView[];
  /** What the remaining shares may cost the community's project; staff only. */
  readonly restValueFen: number | null;
  readonly referral: ReferralBriefView | null;
}

/** A referred wish as the two sides of a referral see it. Never the person helped, never the poster's name. */
export interface ReferralView {
  readonly wishId: string;
  readonly title: string;
  readonly story: string;
  readonly category: WishCategory;
  readonly pictureKey: PictureKey;
  readonly urgency: Urgency;
  readonly shares: SharesView;
  readonly shareNote: string;
  readonly placeText: string;
  readonly wishState: WishState;
  readonly class: ReferralClass;
  readonly state: ReferralState;
  readonly hop: number;
  readonly fromName: string;
  readonly fromAreaName: string;
  readonly toAreaName: string;
  readonly toRole: ReferralRole;
  readonly ownerName: string;
  readonly helperName: string;
  readonly reason: string;
  readonly dueAtMs: number;
  readonly workingMinutesLeft: number;
  readonly steps: readonly ReferralStepView[];
  /** What the reader may do now. */
  readonly canAccept: boolean;
  readonly canFinish: boolean;
  readonly canReferOn: boolean;
  readonly canReturnToWall: boolean;
}

const referSchema = {
  wishId: idSchema,
  class: v.picklist(REFERRAL_CLASSES),
  toAreaId: areaIdSchema,
  toRole: v.picklist(REFERRAL_ROLES),
  reason: textSchema(LIMITS.noteCharacters, '请写为什么转、请对方做什么'),
};

export const RESCUE_ROUTES = {
  /** More, smaller shares; back on the wall. */
  'rescue.split': route<RescueView>()({ input: v.strictObject({ wishId: idSchema, shares: sharesSchema, shareNote: textSchema(LIMITS.shareNoteCharacters, '请写一份是什么') }), mutating: true, access: STAFF, requestBudget: BUDGET.command }),
  /** The community's project takes what is left; the one who chose carries it. */
  'rescue.payFromProject': route<RescueView>()({
    input: v.strictObject({ wishId: idSchema, projectName: textSchema(LIMITS.nameCharacters, '请写是哪个项目'), amountFen: v.pipe(v.number(), v.integer(), v.minValue(1, '请写要用多少钱')), deliverAtMs: momentSchema }),
    mutating: true,
    access: STAFF,
    requestBudget: BUDGET.command,
  }),
  /** Somebody who can do more: another area or the street. */
  'rescue.refer': route<RescueView>()({ input: v.strictObject(referSchema), mutating: true, access: STAFF, requestBudget: BUDGET.command }),
  /** Referrals to and from the areas the reader works for, the nearest moment first. */
  'referral.list': route<Page<ReferralView>>()({ input: v.strictObject({ cursor: cursorSchema }), mutating: false, access: STAFF, requestBudget: BUDGET.list }),
  'referral.get': route<ReferralView>()({ input: v.strictObject({ wishId: idSchema }), mutating: false, access: STAFF, requestBudget: BUDGET.detail }),
  'referral.accept': route<ReferralView>()({ input: v.strictObject({ wishId: idSchema, note: optionalTextSchema(LIMITS.noteCharacters) }), mutating: true, access: STAFF, requestBudget: BUDGET.command }),
  'referral.decline': route<ReferralView>()({ input: v.strictObject({ wishId: idSchema, reason: textSchema(LIMITS.noteCharacters, '请写为什么接不了') }), mutating: true, access: STAFF, requestBudget: BUDGET.command }),
  /** Once more to somebody else; at most two hops, then the owner stays. */
  'referral.refer': route<ReferralView>()({ input: v.strictObject(referSchema), mutating: true, access: STAFF, requestBudget: BUDGET.command }),
  'referral.finish': route<ReferralView>()({ input: v.strictObject({ wishId: idSchema, outcome: v.picklist(REFERRAL_OUTCOMES), note: textSchema(LIMITS.noteCharacters, '请写一句办得怎么样') }), mutating: true, access: STAFF, requestBudget: BUDGET.command }),
} as const;
