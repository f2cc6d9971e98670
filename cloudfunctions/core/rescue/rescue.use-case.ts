import type { ApiContract, RescueView } from '@contract';
import { stepOf } from '../aggregate/step.use-case';
import { checkName } from '../platform/content-check';
import type { MemberContext } from '../platform/context';
import { findOffer } from '../referral/referral.use-case';
import { changeWish } from '../wish/change-wish.use-case';
import { decidePayment } from './pay-from-project';
import { decideRefer } from './refer-wish';
import { rescueView } from './rescue-view';
import { decideSplit } from './split-wish';

type Parsed<R extends keyof ApiContract> = ApiContract[R]['parsed'];

export const splitWish = async (context: MemberContext, input: Parsed<'rescue.split'>): Promise<RescueView> => {
  await checkName(context.openid, [input.shareNote]);
  const { shares, shareNote } = input;
  const wish = await changeWish(context, input.wishId, (found) => decideSplit(found, { shares, shareNote }, context.member, stepOf(context, input)));
  return rescueView(wish, context.member, context.nowMs);
};

export const payFromProject = async (context: MemberContext, input: Parsed<'rescue.payFromProject'>): Promise<RescueView> => {
  await checkName(context.openid, [input.projectName]);
  const { projectName, amountFen, deliverAtMs } = input;
  const wish = await changeWish(context, input.wishId, (found) => decidePayment(found, { projectName, amountFen, deliverAtMs }, context.member, stepOf(context, input)));
  return rescueView(wish, context.member, context.nowMs);
};

export const referWish = async (context: MemberContext, input: Parsed<'rescue.refer'>): Promise<RescueView> => {
  const offer = await findOffer(context, input);
  const wish = await changeWish(context, input.wishId, (found) => decideRefer(found, offer, context.member, stepOf(context, input)));
  return rescueView(wish, context.member, context.nowMs);
};
