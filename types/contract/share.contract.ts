import * as v from 'valibot';
import { idSchema } from './common';
import { BUDGET, route } from './route';
import { SHARE_ITEM_KINDS, type PictureKey, type ShareItemKind, type ShareStanding } from './vocabulary';
import type { SharesView } from './wish.contract';

/**
 * What came of a thing brought into a group: people, as numbers only. `opened`: who opened it, each once; `signedUp`: who
 * claimed, signed up or said what they give; `attended`: who brought it or came; `completed`: confirmed, received, or with
 * their hours written down. What happens on another platform, or between two sides only, is opened and no more.
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
  readonly standing: ShareStanding;
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
  /** As of half a minute ago at most. */
  readonly standing: ShareStanding;
}

/** A thing as anybody may read it, joined or not: on a card, a poster, a page without login. Of mutual aid the title alone (RULES.md section 2). */
export interface ShareSightView extends ShareLandingView {
  readonly title: string;
  /** The community, or what stands above it; never a building. */
  readonly placeName: string;
  readonly pictureKey: PictureKey | null;
  /** Of a wish. */
  readonly shares: SharesView | null;
  /** Of a shift. */
  readonly seats: { readonly capacity: number; readonly left: number } | null;
  readonly fromMs: number | null;
  readonly untilMs: number | null;
  /** What one share is, what a round is about, who raises funds by which filing; empty for none. */
  readonly note: string;
}

/** Eight letters that nobody mistakes for another; typed small they are the same. */
export const shareCodeSchema = v.pipe(v.string(), v.toUpperCase(), v.regex(/^[2-9A-HJKMNP-Z]{8}$/, '码不对'));

const thing = { itemKind: v.picklist(SHARE_ITEM_KINDS), itemId: idSchema };

export const SHARE_ROUTES = {
  /** One code for a thing and a group, however often it is asked for; by an owner. */
  'share.make': route<{ readonly code: string }>()({ input: v.strictObject({ groupId: idSchema, ...thing }), mutating: true, access: 'member', requestBudget: BUDGET.asked }),
  /** Somebody comes by a card or a code, joined or not: counted once a person and code. */
  'share.open': route<ShareLandingView>()({ input: v.strictObject({ code: shareCodeSchema }), mutating: true, access: 'anonymous', requestBudget: BUDGET.publish }),
  /** What a code is about, for anybody, also without login on a page in Moments; counts nobody. */
  'share.look': route<ShareSightView>()({ input: v.strictObject({ code: shareCodeSchema }), mutating: false, access: 'public', requestBudget: BUDGET.detail }),
  /** What is near a group and needed now, some of each kind, the most pressing first; for its owners. */
  'share.things': route<readonly ShareSightView[]>()({ input: v.strictObject({ groupId: idSchema }), mutating: false, access: 'member', requestBudget: BUDGET.things }),
  /** What was brought into a group and what came of it, the newest first; for its owners and staff of the community. */
  'share.ofGroup': route<readonly ShareCodeView[]>()({ input: v.strictObject({ groupId: idSchema }), mutating: false, access: 'member', requestBudget: BUDGET.shared }),
  /** The mini-program code as a picture; null when WeChat gives none. */
  'share.picture': route<{ readonly pictureUri: string | null }>()({ input: v.strictObject({ code: shareCodeSchema }), mutating: false, access: 'member', requestBudget: BUDGET.asked, quota: 'code' }),
} as const;
