import * as v from 'valibot';
import { areaIdSchema, cursorSchema, idSchema, momentSchema, optionalTextSchema, photosSchema, sharesSchema, type Page } from './common';
import { LIMITS } from './limits';
import { HANDOVER_KINDS, type ClaimState, type GiverKind, type HandoverKind, type PictureKey, type WishCategory } from './vocabulary';
import { BUDGET, route } from './route';

/** A claim as its giver sees it. */
export interface ClaimView {
  readonly claimId: string;
  readonly wishId: string;
  readonly wishTitle: string;
  readonly category: WishCategory;
  readonly pictureKey: PictureKey;
  readonly shares: number;
  readonly shareNote: string;
  readonly state: ClaimState;
  readonly heldAtMs: number;
  /** While `held`: until when the shares are kept without a plan. */
  readonly holdUntilMs: number;
  readonly plan: { readonly deliverAtMs: number; readonly handover: HandoverKind; readonly note: string } | null;
  /** While `planned`: the last moment to deliver. */
  readonly deliverByMs: number | null;
  readonly deliveredAtMs: number | null;
  /** While `delivered`: when staff follow up if nobody confirmed. */
  readonly confirmByMs: number | null;
  readonly confirmedAtMs: number | null;
  readonly isOverdue: boolean;
  /** In whose name it is given: the giver's own, a shop's or a unit's. */
  readonly giverName: string;
  readonly giverKind: GiverKind;
  /** The last moment to deliver if the giver asked for more days now; null when they can't by themselves. */
  readonly extendableUntilMs: number | null;
  readonly handoverText: string;
  readonly statusText: string;
  /** Staff are sorting something out about it; everything else waits. */
  readonly isDisputed: boolean;
  /** The recipient's side agreed that it is brought to the door. */
  readonly canPlanHome: boolean;
  /** The two may leave each other a number now. */
  readonly canContact: boolean;
  /** It brings another's gift from the station home (跑腿). */
  readonly isErrand: boolean;
  readonly nextStep: 'plan' | 'deliver' | 'wait' | 'done' | 'ended';
}

/** As whom somebody claims. A shop is the one registered where the wish is, or the one at `areaId`. */
export const giverSchema = v.variant('kind', [
  v.strictObject({ kind: v.literal('self') }),
  v.strictObject({ kind: v.literal('merchant'), areaId: v.optional(v.nullable(areaIdSchema), null) }),
  v.strictObject({ kind: v.literal('unit'), unitId: idSchema }),
]);
export type GiverInput = v.InferOutput<typeof giverSchema>;

/** What one party has to hand over on one day, by place. */
export interface DeliveryDayView {
  readonly dayText: string;
  readonly shareCount: number;
  readonly places: readonly { readonly placeText: string; readonly rows: readonly { readonly claimId: string; readonly wishId: string; readonly title: string; readonly pictureKey: PictureKey; readonly shares: number; readonly shareNote: string; readonly note: string; readonly isOverdue: boolean }[] }[];
}

/** To be printed, or sent around as `text`, or as a table (`csv`, UTF-8 with a byte order mark); nobody who receives is named. */
export interface DeliveryListView {
  readonly giverName: string;
  readonly madeAtMs: number;
  readonly wishCount: number;
  readonly shareCount: number;
  readonly days: readonly DeliveryDayView[];
  readonly text: string;
  readonly csv: string;
}

const asWhom = v.optional(giverSchema, { kind: 'self' });
/** Of what is held; null means all of it. */
const someShares = v.optional(v.nullable(sharesSchema), null);

const claimRef = { wishId: idSchema, claimId: idSchema };

export const CLAIM_ROUTES = {
  'wish.claim': route<ClaimView>()({ input: v.strictObject({ wishId: idSchema, shares: sharesSchema, as: asWhom }), mutating: true, access: 'member', requestBudget: BUDGET.command }),
  'claim.plan': route<ClaimView>()({ input: v.strictObject({ ...claimRef, deliverAtMs: momentSchema, handover: v.picklist(HANDOVER_KINDS), note: optionalTextSchema(LIMITS.noteCharacters) }), mutating: true, access: 'member', requestBudget: BUDGET.command, quota: 'contentCheck' }),
  'claim.deliver': route<ClaimView>()({ input: v.strictObject({ ...claimRef, note: optionalTextSchema(LIMITS.noteCharacters), proofFileIds: photosSchema(LIMITS.photosPerProof), shares: someShares }), mutating: true, access: 'member', requestBudget: BUDGET.command, quota: 'contentCheck' }),
  /** Some days more: once by the giver, further ones by staff of the area. */
  'claim.extend': route<ClaimView>()({ input: v.strictObject({ ...claimRef, reason: optionalTextSchema(LIMITS.noteCharacters) }), mutating: true, access: 'member', requestBudget: BUDGET.command, quota: 'contentCheck' }),
  /** Giving back is always allowed and never punished. */
  'claim.giveBack': route<ClaimView>()({ input: v.strictObject({ ...claimRef, shares: someShares }), mutating: true, access: 'member', requestBudget: BUDGET.command }),
  /** By the recipient, or by staff or a social worker of the area on their behalf. */
  'claim.confirm': route<{ readonly wishId: string; readonly claimId: string; readonly canRate: boolean }>()({ input: v.strictObject(claimRef), mutating: true, access: 'member', requestBudget: BUDGET.command }),
  /** `shopId`: of one shop; without, as a merchant, those of every shop one is of. */
  'claim.deliveryList': route<DeliveryListView>()({ input: v.strictObject({ as: asWhom, shopId: v.optional(v.nullable(idSchema), null) }), mutating: false, access: 'member', requestBudget: BUDGET.list }),
  'claim.mine': route<Page<ClaimView>>()({ input: v.strictObject({ open: v.boolean(), cursor: cursorSchema }), mutating: false, access: 'member', requestBudget: BUDGET.list }),
} as const;
