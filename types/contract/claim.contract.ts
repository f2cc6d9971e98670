import * as v from 'valibot';
import { cursorSchema, idSchema, momentSchema, optionalTextSchema, photosSchema, sharesSchema, type Page } from './common';
import { LIMITS } from './limits';
import { HANDOVER_KINDS, type ClaimState, type HandoverKind, type PictureKey, type WishCategory } from './vocabulary';
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
  readonly handoverText: string;
  readonly statusText: string;
  readonly nextStep: 'plan' | 'deliver' | 'wait' | 'done' | 'ended';
}

const claimRef = { wishId: idSchema, claimId: idSchema };

export const CLAIM_ROUTES = {
  'wish.claim': route<ClaimView>()({ input: v.strictObject({ wishId: idSchema, shares: sharesSchema, asMerchant: v.optional(v.boolean(), false) }), mutating: true, access: 'member', requestBudget: BUDGET.command }),
  'claim.plan': route<ClaimView>()({ input: v.strictObject({ ...claimRef, deliverAtMs: momentSchema, handover: v.picklist(HANDOVER_KINDS), note: optionalTextSchema(LIMITS.noteCharacters) }), mutating: true, access: 'member', requestBudget: BUDGET.command, quota: 'contentCheck' }),
  'claim.deliver': route<ClaimView>()({ input: v.strictObject({ ...claimRef, note: optionalTextSchema(LIMITS.noteCharacters), proofFileIds: photosSchema(LIMITS.photosPerProof) }), mutating: true, access: 'member', requestBudget: BUDGET.command, quota: 'contentCheck' }),
  /** Giving back is always allowed and never punished. */
  'claim.giveBack': route<ClaimView>()({ input: v.strictObject(claimRef), mutating: true, access: 'member', requestBudget: BUDGET.command }),
  /** By the recipient, or by staff or a social worker of the area on their behalf. */
  'claim.confirm': route<{ readonly wishId: string; readonly claimId: string; readonly canRate: boolean }>()({ input: v.strictObject(claimRef), mutating: true, access: 'member', requestBudget: BUDGET.command }),
  'claim.notReceived': route<{ readonly wishId: string; readonly claimId: string; readonly dutyPhone: string }>()({ input: v.strictObject({ ...claimRef, note: optionalTextSchema(LIMITS.noteCharacters) }), mutating: true, access: 'member', requestBudget: BUDGET.command, quota: 'contentCheck' }),
  'claim.mine': route<Page<ClaimView>>()({ input: v.strictObject({ open: v.boolean(), cursor: cursorSchema }), mutating: false, access: 'member', requestBudget: BUDGET.list }),
} as const;
