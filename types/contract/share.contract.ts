import * as v from 'valibot';
import { idSchema } from './common';
import { BUDGET, route } from './route';
import { SHARE_ITEM_KINDS, type ShareItemKind } from './vocabulary';

/**
 * What came of a thing brought into a group: people, as numbers only. `opened`: who opened it, each once; `signedUp`: who
 * claimed or signed up; `attended`: who brought it or came; `completed`: confirmed, or with their hours written down.
 */
export interface ShareNumbers {
  readonly opened: number;
  readonly signedUp: number;
  readonly attended: number;
  readonly completed: number;
}

export interface ShareCodeView {
  readonly code: string;
  readonly itemKind: ShareItemKind;
  readonly itemId: string;
  /** Empty where the thing is not to be seen any more. */
  readonly title: string;
  readonly isThere: boolean;
  readonly numbers: ShareNumbers;
  /** As of then; null before the first count. */
  readonly countedAtMs: number | null;
  /** Opens are counted still. */
  readonly isCounting: boolean;
}

/** Where a code leads; what stands there says the thing's own page, to whom it may. */
export interface ShareLandingView {
  readonly itemKind: ShareItemKind;
  readonly itemId: string;
}

/** Eight letters that nobody mistakes for another; typed small they are the same. */
export const shareCodeSchema = v.pipe(v.string(), v.toUpperCase(), v.regex(/^[2-9A-HJKMNP-Z]{8}$/, '码不对'));

const thing = { itemKind: v.picklist(SHARE_ITEM_KINDS), itemId: idSchema };

export const SHARE_ROUTES = {
  /** One code for a thing and a group, however often it is asked for; by an owner. */
  'share.make': route<{ readonly code: string }>()({ input: v.strictObject({ groupId: idSchema, ...thing }), mutating: true, access: 'member', requestBudget: BUDGET.asked }),
  /** Somebody comes by a card or a code, joined or not: counted once a person and code. */
  'share.open': route<ShareLandingView>()({ input: v.strictObject({ code: shareCodeSchema }), mutating: true, access: 'anonymous', requestBudget: BUDGET.command }),
  /** What was brought into a group and what came of it, the newest first; for its owners and staff of the community. */
  'share.ofGroup': route<readonly ShareCodeView[]>()({ input: v.strictObject({ groupId: idSchema }), mutating: false, access: 'member', requestBudget: BUDGET.publish }),
  /** The mini-program code as a picture; null when WeChat gives none. */
  'share.picture': route<{ readonly pictureUri: string | null }>()({ input: v.strictObject({ code: shareCodeSchema }), mutating: false, access: 'member', requestBudget: BUDGET.command, quota: 'code' }),
} as const;
