import * as v from 'valibot';
import { areaIdSchema, cursorSchema, idSchema, type Page } from './common';
import type { PictureKey } from './vocabulary';
import { BUDGET, route } from './route';

const claimRef = { wishId: idSchema, claimId: idSchema };
export const HANDOVER_CODE_DIGITS = 6;

/** A code just issued; it is shown once and kept nowhere. */
export interface HandoverCodeView {
  readonly code: string;
  readonly expiresAtMs: number;
  readonly tries: number;
}

export interface RedeemedView {
  readonly wishId: string;
  readonly claimId: string;
  readonly wishTitle: string;
  readonly shares: number;
}

/** Something that is on its way to a station or waits there to be fetched. Whose it is, nobody reads here. */
export interface ArrivalView {
  readonly wishId: string;
  readonly claimId: string;
  readonly wishTitle: string;
  readonly pictureKey: PictureKey;
  readonly giverName: string;
  readonly shares: number;
  readonly shareNote: string;
  readonly state: 'coming' | 'waiting';
  /** When it is to come, or since when it waits. */
  readonly atMs: number | null;
  /** Who was asked to bring it home: "刘洋来取，送到家"; null when the recipient fetches it. */
  readonly lastLegText: string | null;
}

export const HANDOVER_ROUTES = {
  /** By the recipient's side. A new code replaces the old one. */
  'handover.issueCode': route<HandoverCodeView>()({ input: v.strictObject(claimRef), mutating: true, access: 'member', requestBudget: BUDGET.command }),
  /** By the giver of the claim, or by whoever keeps the station; proves the handover without a photo. Null: the caller's own claim on the wish. */
  'handover.redeem': route<RedeemedView>()({
    input: v.strictObject({ wishId: idSchema, claimId: v.optional(v.nullable(idSchema), null), code: v.pipe(v.string(), v.trim(), v.regex(/^[0-9]{6}$/, '交接码是 6 位数字')) }),
    mutating: true, access: 'member', requestBudget: BUDGET.command,
  }),
  /** For whoever keeps a community's station. */
  'handover.arrivals': route<Page<ArrivalView>>()({ input: v.strictObject({ areaId: v.optional(v.nullable(areaIdSchema), null), state: v.picklist(['coming', 'waiting']), cursor: cursorSchema }), mutating: false, access: { roles: ['administrator', 'staff', 'socialWorker', 'volunteer'] }, requestBudget: BUDGET.list }),
} as const;
