import type { ApiContract, DisputeNumberView, DisputeView } from '@contract';
import { stepOf } from '../aggregate/step.use-case';
import { writeAudit } from '../audit/audit.repository';
import { findClaim } from '../claim/claim-step';
import { withoutPhone } from '../handover/without-phone';
import { deriveId } from '../kernel/ids';
import { fail, unwrap } from '../kernel/result';
import { paperNumbers } from '../person/person.repository';
import { checkText } from '../platform/content-check';
import type { MemberContext } from '../platform/context';
import { environmentValue } from '../platform/environment';
import { openText, sealText } from '../platform/field-sealer';
import { assertOwnFile, temporaryLinks } from '../platform/storage';
import { changeWish } from '../wish/change-wish.use-case';
import { servedIdOf } from '../wish/recipient';
import type { Claim, Wish } from '../wish/wish';
import { wishRepository } from '../wish/wish.repository';
import { disputeFilesOf, disputeReaderOf, disputeView } from './dispute-view';
import { decideDispute, decideDisputeWithdrawal, decideMayReach } from './end-dispute';
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

/** What was left with the complaint, and what stands on paper for either side. */
const numbersFor = async (wish: Wish, claim: Claim): Promise<readonly DisputeNumberView[]> => {
  const { dispute } = claim;
  const left: readonly DisputeNumberView[] = dispute === null || !dispute.phoneSealed ? [] : [{ side: dispute.side, name: '', phone: openText(dispute.phoneSealed) }];
  const onPaper = await paperNumbers([servedIdOf(wish), claim.claimerId]);
  return [...left, ...onPaper.map(({ _id, maskedName, phoneSealed }) => ({ side: _id === claim.claimerId ? 'giver' as const : 'recipient' as const, name: maskedName, phone: openText(phoneSealed) }))];
};

/** Staff hear both sides: only what was left for that. The line of audit comes before the numbers. Refuses NOT_FOUND, OUT_OF_AREA, NOT_ALLOWED, DISPUTE_CLOSED. */
export const reachForDispute = async (context: MemberContext, { wishId, claimId }: Parsed<'dispute.reach'>): Promise<ApiContract['dispute.reach']['output']> => {
  const wish = await wishRepository.get(wishId);
  const claim = unwrap(decideMayReach(wish, claimId, context.member));
  await writeAudit({ auditId: deriveId('a', context.requestId, claimId), kind: 'readContact', byId: context.callerId, subjectId: wishId, areaIds: wish.areaIds, note: `${claimId} dispute`, atMs: context.nowMs });
  return { numbers: await numbersFor(wish, claim) };
};

export const openDispute = async (context: MemberContext, input: Parsed<'dispute.open'>): Promise<ApiContract['dispute.open']['output']> => {
  input.photoFileIds.forEach((fileId) => assertOwnFile(fileId, context.callerId));
  await checkNote(context, input.note);
  const { kind, note, photoFileIds, phone } = input;
  const complaint = { kind, note, photoFileIds, phoneSealed: phone === null ? null : sealText(phone) };
  const step = stepOf(context, withoutPhone(input, environmentValue('LINYUAN_ID_SECRET')));
  const wish = await changeWish(context, input.wishId, (found) => decideDisputeOpening(found, input.claimId, complaint, context.member, step));
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
