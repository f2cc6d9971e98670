import type { ApiContract, ContactView, RevealedContactView } from '@contract';
import * as v from 'valibot';
import { stepOf } from '../aggregate/step.use-case';
import { codeHashOf } from '../handover/code';
import { fail, unwrap } from '../kernel/result';
import { checkText } from '../platform/content-check';
import type { MemberContext } from '../platform/context';
import { environmentValue } from '../platform/environment';
import { openText, sealText } from '../platform/field-sealer';
import { changeWish } from '../wish/change-wish.use-case';
import { wishRepository } from '../wish/wish.repository';
import { contactView } from './contact-view';
import { contactPlaceOf, decideAgreeHome, decideLeave, decideReveal, otherSide } from './decide-contact';

type Parsed<R extends keyof ApiContract> = ApiContract[R]['parsed'];

const SEALED = v.strictObject({ name: v.string(), phone: v.string(), note: v.string() });

/** Refuses NOT_FOUND, CLAIM_IN_DISPUTE, CONTACT_NOT_NEEDED. */
export const getContact = async (context: MemberContext, input: Parsed<'contact.get'>): Promise<ContactView> => {
  const wish = await wishRepository.get(input.wishId);
  return contactView(wish, unwrap(contactPlaceOf(wish, input.claimId, context.member)));
};

/** What was left is remembered by a keyed hash: a number is soon tried by whoever sees a plain one. */
export const leaveContact = async (context: MemberContext, input: Parsed<'contact.leave'>): Promise<ContactView> => {
  const { wishId, claimId, name, phone, note, agreesToReceiver } = input;
  if ((await checkText(context.openid, [name, ...(note === '' ? [] : [note])])) === 'review') fail('TEXT_RISKY', { message: '称呼或这句话请换个说法。', fields: { note: '请换个说法' } });
  const words = JSON.stringify({ name, phone, note });
  const step = stepOf(context, { wishId, claimId, agreesToReceiver, words: codeHashOf(environmentValue('LINYUAN_ID_SECRET'), claimId, words) });
  const sealed = sealText(words);
  const wish = await changeWish(context, wishId, (found) => decideLeave(found, claimId, sealed, agreesToReceiver, context.member, step));
  return contactView(wish, unwrap(contactPlaceOf(wish, claimId, context.member)));
};

/** The reading stands in the wish, with its audit line waiting, before the number is told. */
export const revealContact = async (context: MemberContext, input: Parsed<'contact.reveal'>): Promise<RevealedContactView> => {
  const wish = await changeWish(context, input.wishId, (found) => decideReveal(found, input.claimId, input.reason, context.member, stepOf(context, input)));
  const { claim, side } = unwrap(contactPlaceOf(wish, input.claimId, context.member));
  const theirs = claim.contact?.[otherSide(side)] ?? fail('CONTACT_MISSING');
  return v.parse(SEALED, JSON.parse(openText(theirs.sealed)));
};

export const agreeHome = async (context: MemberContext, input: Parsed<'handover.agreeHome'>): Promise<ApiContract['handover.agreeHome']['output']> => {
  await changeWish(context, input.wishId, (found) => decideAgreeHome(found, input.claimId, context.member, stepOf(context, input)));
  return { wishId: input.wishId, claimId: input.claimId };
};
