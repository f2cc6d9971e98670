import type { ApiContract, DisputeView } from '@contract';
import { stepOf } from '../aggregate/step.use-case';
import { findClaim } from '../claim/claim-step';
import { fail } from '../kernel/result';
import { checkText } from '../platform/content-check';
import type { MemberContext } from '../platform/context';
import { assertOwnFile, temporaryLinks } from '../platform/storage';
import { changeWish } from '../wish/change-wish.use-case';
import { wishRepository } from '../wish/wish.repository';
import { disputeFilesOf, disputeReaderOf, disputeView } from './dispute-view';
import { decideDispute, decideDisputeWithdrawal } from './end-dispute';
import { decideDisputeOpening } from './open-dispute';

type Parsed<R extends keyof ApiContract> = ApiContract[R]['parsed'];

/** The other side reads it, so what WeChat is not sure about is asked for in other words. */
const checkNote = async (context: MemberContext, note: string): Promise<void> => {
  if ((await checkText(context.openid, [note])) === 'review') fail('TEXT_RISKY', { message: '这句话请换个说法。', fields: { note: '请换个说法' } });
};

/** One claim with what is said about it, for its two sides and for staff of the area; for anybody else it is not there. */
export const getDispute = async (context: MemberContext, input: Parsed<'dispute.get'>): Promise<DisputeView> => {
  const wish = await wishRepository.get(input.wishId);
  const claim = findClaim(wish, input.claimId) ?? fail('NOT_FOUND');
  const reader = disputeReaderOf(wish, claim, context.member) ?? fail('NOT_FOUND');
  const links = await temporaryLinks(disputeFilesOf(wish, claim, reader));
  return disputeView(wish, claim, { member: context.member, reader, links, nowMs: context.nowMs });
};

export const openDispute = async (context: MemberContext, input: Parsed<'dispute.open'>): Promise<ApiContract['dispute.open']['output']> => {
  input.photoFileIds.forEach((fileId) => assertOwnFile(fileId, context.callerId));
  await checkNote(context, input.note);
  const { kind, note, photoFileIds } = input;
  const wish = await changeWish(context, input.wishId, (found) => decideDisputeOpening(found, input.claimId, { kind, note, photoFileIds }, context.member, stepOf(context, input)));
  const dueAtMs = findClaim(wish, input.claimId)?.dispute?.dueAtMs ?? context.nowMs;
  return { wishId: input.wishId, claimId: input.claimId, dueAtMs, dutyPhone: context.member.dutyPhone };
};

export const withdrawDispute = async (context: MemberContext, input: Parsed<'dispute.withdraw'>): Promise<ApiContract['dispute.withdraw']['output']> => {
  await changeWish(context, input.wishId, (found) => decideDisputeWithdrawal(found, input.claimId, stepOf(context, input)));
  return { wishId: input.wishId, claimId: input.claimId };
};

export const decideOnDispute = async (context: MemberContext, input: Parsed<'dispute.decide'>): Promise<ApiContract['dispute.decide']['output']> => {
  input.photoFileIds.forEach((fileId) => assertOwnFile(fileId, context.callerId));
  await checkNote(context, input.note);
  const { outcome, note, photoFileIds } = input;
  await changeWish(context, input.wishId, (found) => decideDispute(found, input.claimId, { outcome, note, photoFileIds }, context.member, stepOf(context, input)));
  return { wishId: input.wishId, claimId: input.claimId, outcome };
};
