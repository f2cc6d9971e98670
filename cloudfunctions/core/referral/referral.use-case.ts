import { LIMITS, type ApiContract, type Page, type ReferralView } from '@contract';
import * as v from 'valibot';
import { stepOf } from '../aggregate/step.use-case';
import { findArea } from '../area/area.repository';
import { decodeCursor, encodeCursor } from '../kernel/cursor';
import { fail } from '../kernel/result';
import { checkName } from '../platform/content-check';
import type { MemberContext } from '../platform/context';
import { whereAfter } from '../platform/keyset';
import { command, store } from '../platform/store';
import { ownAreaIds } from '../staff/own-areas';
import { changeWish } from '../wish/change-wish.use-case';
import type { Wish } from '../wish/wish';
import { wishRepository } from '../wish/wish.repository';
import { decideAccept, decideDecline } from './answer-referral';
import { decideFinishReferral } from './finish-referral';
import type { ReferralOffer } from './offer-referral';
import { decideReferOn } from './refer-on';
import { hasPart } from './referral-step';
import { REFERRAL_FIELDS, referralView, type ReferredWish } from './referral-view';

type Parsed<R extends keyof ApiContract> = ApiContract[R]['parsed'];

/** What is offered, with the place as the area tree names it. Refuses BAD_INPUT (no such place), TEXT_RISKY. */
export const findOffer = async (context: MemberContext, input: Parsed<'rescue.refer'>): Promise<ReferralOffer> => {
  await checkName(context.openid, [input.reason]);
  const area = (await findArea(input.toAreaId)) ?? fail('BAD_INPUT', { fields: { toAreaId: '没有这个地方' } });
  return { class: input.class, toAreaId: area._id, toAreaName: area.name, toRole: input.toRole, reason: input.reason };
};

const viewOf = (wish: Pick<Wish, '_id'> & ReferredWish, context: MemberContext): ReferralView =>
  wish.referral === null ? fail('NOT_FOUND') : referralView(wish, wish.referral, context.member, context.nowMs);

const LIST_ORDER = [['referralDueAtMs', 'asc'], ['_id', 'asc']] as const;

/** Open referrals to and from where the reader works. One query. */
export const listReferrals = async (context: MemberContext, input: { readonly cursor: string | null }): Promise<Page<ReferralView>> => {
  const last = decodeCursor(input.cursor, v.tuple([v.number(), v.string()]));
  const areaIds = ownAreaIds(context.member);
  const [only] = areaIds;
  const where = whereAfter({ referralAreaIds: areaIds.length === 1 ? only : command.in([...areaIds]) }, LIST_ORDER, last);
  const wishes = await store.query<ReferredWish>('wishes', { where, order: LIST_ORDER, limit: LIMITS.pageSize + 1, fields: REFERRAL_FIELDS });
  const shown = wishes.slice(0, LIMITS.pageSize);
  const end = shown.at(-1);
  const hasMore = wishes.length > shown.length && end !== undefined;
  return { items: shown.map((wish) => viewOf(wish, context)), nextCursor: hasMore ? encodeCursor([end.referralDueAtMs, end._id]) : null };
};

export const getReferral = async (context: MemberContext, input: { readonly wishId: string }): Promise<ReferralView> => {
  const wish = await wishRepository.get(input.wishId);
  if (wish.referral === null || !hasPart(wish, wish.referral, context.member)) return fail('NOT_FOUND');
  return viewOf(wish, context);
};

export const acceptReferral = async (context: MemberContext, input: Parsed<'referral.accept'>): Promise<ReferralView> => {
  await checkName(context.openid, [input.note]);
  return viewOf(await changeWish(context, input.wishId, (wish) => decideAccept(wish, input.note, context.member, stepOf(context, input))), context);
};

export const declineReferral = async (context: MemberContext, input: Parsed<'referral.decline'>): Promise<ReferralView> => {
  await checkName(context.openid, [input.reason]);
  return viewOf(await changeWish(context, input.wishId, (wish) => decideDecline(wish, input.reason, context.member, stepOf(context, input))), context);
};

export const referOn = async (context: MemberContext, input: Parsed<'referral.refer'>): Promise<ReferralView> => {
  const offer = await findOffer(context, input);
  return viewOf(await changeWish(context, input.wishId, (wish) => decideReferOn(wish, offer, context.member, stepOf(context, input))), context);
};

export const finishReferral = async (context: MemberContext, input: Parsed<'referral.finish'>): Promise<ReferralView> => {
  await checkName(context.openid, [input.note]);
  return viewOf(await changeWish(context, input.wishId, (wish) => decideFinishReferral(wish, input.outcome, input.note, context.member, stepOf(context, input))), context);
};
