import * as v from 'valibot';
import { idSchema, optionalTextSchema, textSchema } from './common';
import { LIMITS } from './limits';
import { phoneSchema } from './person.contract';
import { BUDGET, route } from './route';

const claimRef = { wishId: idSchema, claimId: idSchema };

/** Why somebody looks at a number; stands in the audit, and the other side reads it. */
export const CONTACT_REASONS = ['arrange', 'findPlace', 'late', 'noAnswer'] as const;
export type ContactReason = (typeof CONTACT_REASONS)[number];
export const CONTACT_REASON_LABEL: Readonly<Record<ContactReason, string>> = { arrange: '商量几点方便', findPlace: '找不到地方', late: '要晚一点，先说一声', noAnswer: '到了没人应' };

/** How to find a door, or when to call. */
export const CONTACT_NOTE_CHARACTERS = 60;

export type ContactSide = 'giver' | 'recipient';

export interface ContactReadingView {
  readonly isMine: boolean;
  readonly reason: ContactReason;
  readonly atMs: number;
}

/** What stands between the two sides of a claim that is brought home or done by phone. No number is in it. */
export interface ContactView {
  readonly wishId: string;
  readonly claimId: string;
  readonly side: ContactSide;
  /** Whether each side left something. */
  readonly hasMine: boolean;
  readonly hasTheirs: boolean;
  /** A consent of its own is needed before it goes to a shop or a unit. */
  readonly receiverName: string | null;
  /** It is brought home, so a word on how to find the door helps. */
  readonly isAtHome: boolean;
  readonly readings: readonly ContactReadingView[];
  readonly readingsLeft: number;
}

/** The other side's own words; read for one reason, each time with an audit line. */
export interface RevealedContactView {
  readonly name: string;
  readonly phone: string;
  readonly note: string;
}

export const CONTACT_ROUTES = {
  /** For the two sides, only while it is planned or delivered. */
  'contact.get': route<ContactView>()({ input: v.strictObject(claimRef), mutating: false, access: 'member', requestBudget: BUDGET.detail }),
  'contact.leave': route<ContactView>()({
    input: v.strictObject({ ...claimRef, name: textSchema(LIMITS.nameCharacters, '请写怎么称呼您'), phone: phoneSchema, note: optionalTextSchema(CONTACT_NOTE_CHARACTERS), agreesToReceiver: v.optional(v.boolean(), false) }),
    mutating: true, access: 'member', requestBudget: BUDGET.command, quota: 'contentCheck',
  }),
  'contact.reveal': route<RevealedContactView>()({ input: v.strictObject({ ...claimRef, reason: v.picklist(CONTACT_REASONS) }), mutating: true, access: 'member', requestBudget: BUDGET.command }),
  /** The recipient's side agrees that this claim is brought to the door although the wish said otherwise. */
  'handover.agreeHome': route<{ readonly wishId: string; readonly claimId: string }>()({ input: v.strictObject(claimRef), mutating: true, access: 'member', requestBudget: BUDGET.command }),
} as const;
