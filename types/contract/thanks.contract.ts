import * as v from 'valibot';
import { cursorSchema, idSchema, textSchema, type Page } from './common';
import { LIMITS } from './limits';
import { BUDGET, route } from './route';
import type { PictureKey } from './vocabulary';

/** `private`: only the two sides read it; `asked`: the giver would like to show it; `declined`: it stays between them. */
export type ThanksStage = 'private' | 'asked' | 'declined' | 'shown';

/** A word of thanks as one of its two sides reads it. */
export interface ThanksView {
  readonly thanksId: string;
  /** Whether the reader said it or it was said to them. */
  readonly side: 'said' | 'received';
  readonly words: string;
  readonly wishId: string;
  readonly wishTitle: string;
  readonly pictureKey: PictureKey;
  /** The other side as strangers read it; never a name of who was helped. */
  readonly otherText: string;
  readonly saidAtMs: number;
  readonly stage: ThanksStage;
}

/** A word of thanks that both sides agreed to show. */
export interface ShownThanksView {
  readonly thanksId: string;
  readonly words: string;
  readonly wishTitle: string;
  readonly pictureKey: PictureKey;
  readonly giverText: string;
  readonly shownAtMs: number;
}

const thanksRef = { thanksId: idSchema };

export const thanksInputSchema = v.strictObject({ wishId: idSchema, claimId: idSchema, words: textSchema(LIMITS.thanksCharacters, '写一句心里话就好') });

export const THANKS_ROUTES = {
  /** By whom was helped, once for each claim that is confirmed; only the giver reads it. */
  'thanks.say': route<ThanksView>()({ input: thanksInputSchema, mutating: true, access: 'member', requestBudget: BUDGET.command, quota: 'contentCheck' }),
  'thanks.mine': route<Page<ThanksView>>()({ input: v.strictObject({ cursor: cursorSchema }), mutating: false, access: 'member', requestBudget: BUDGET.list }),
  /** By the giver: asks to show it to the neighbours, or takes it back. */
  'thanks.show': route<ThanksView>()({ input: v.strictObject({ ...thanksRef, shows: v.boolean() }), mutating: true, access: 'member', requestBudget: BUDGET.command }),
  /** By whom was helped: agrees to show it, or not; may change their mind at any time. */
  'thanks.consent': route<ThanksView>()({ input: v.strictObject({ ...thanksRef, consents: v.boolean() }), mutating: true, access: 'member', requestBudget: BUDGET.command }),
  /** 感谢墙 of the reader's community, the newest first. */
  'thanks.wall': route<Page<ShownThanksView>>()({ input: v.strictObject({ cursor: cursorSchema }), mutating: false, access: 'member', requestBudget: BUDGET.list }),
} as const;
