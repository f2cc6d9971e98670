import type { ApiContract } from '@contract';
import { stepOf } from '../aggregate/step.use-case';
import { findClaim } from '../claim/claim-step';
import { fail } from '../kernel/result';
import type { MemberContext } from '../platform/context';
import { changeWish } from '../wish/change-wish.use-case';
import { decideErrandCancel, decideErrandRequest } from './ask-errand';

type Parsed<R extends keyof ApiContract> = ApiContract[R]['parsed'];

/** The errand stands in the wall a moment later: this call or `jobs` writes it. */
export const requestErrand = async (context: MemberContext, input: Parsed<'lastLeg.request'>): Promise<ApiContract['lastLeg.request']['output']> => {
  const wish = await changeWish(context, input.wishId, (found) => decideErrandRequest(found, input.claimId, context.member, stepOf(context, input)));
  const { errandId, takeByMs } = findClaim(wish, input.claimId)?.errand ?? fail('NOT_FOUND');
  return { ...input, errandId, takeByMs };
};

export const cancelErrand = async (context: MemberContext, input: Parsed<'lastLeg.cancel'>): Promise<ApiContract['lastLeg.cancel']['output']> => {
  await changeWish(context, input.wishId, (found) => decideErrandCancel(found, input.claimId, context.member, stepOf(context, input)));
  return input;
};
