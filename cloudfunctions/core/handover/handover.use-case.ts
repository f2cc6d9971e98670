import type { ApiContract } from '@contract';
import { stepOf } from '../aggregate/step.use-case';
import { findClaim } from '../claim/claim-step';
import { fail } from '../kernel/result';
import type { MemberContext } from '../platform/context';
import { environmentValue } from '../platform/environment';
import { RULES } from '../rules';
import { changeWish } from '../wish/change-wish.use-case';
import { codeHashOf, codeOf } from './code';
import { claimToRedeem, decideCodeIssue, decideRedemption, wasWrong } from './handover-code';

type Parsed<R extends keyof ApiContract> = ApiContract[R]['parsed'];

/** The key of people's ids also keys these hashes, in a domain of their own. */
const secret = (): string => environmentValue('LINYUAN_ID_SECRET');

export const issueCode = async (context: MemberContext, input: Parsed<'handover.issueCode'>): Promise<ApiContract['handover.issueCode']['output']> => {
  const code = codeOf(secret(), input.claimId, context.operationId);
  const hash = codeHashOf(secret(), input.claimId, code);
  const wish = await changeWish(context, input.wishId, (found) => decideCodeIssue(found, input.claimId, hash, context.member, stepOf(context, input)));
  return { code, expiresAtMs: findClaim(wish, input.claimId)?.code?.expiresAtMs ?? context.nowMs, tries: RULES.handover.codeTries };
};

/** Refuses CODE_WRONG with how many tries are left, besides what the decision refuses. */
export const redeemCode = async (context: MemberContext, input: Parsed<'handover.redeem'>): Promise<ApiContract['handover.redeem']['output']> => {
  let claimId = '';
  const wish = await changeWish(context, input.wishId, (found) => {
    claimId = claimToRedeem(found, input.claimId, context.member) ?? fail('NOT_FOUND', { message: '这个心愿里没有您在送的，看看是不是点错了。' });
    return decideRedemption(found, claimId, codeHashOf(secret(), claimId, input.code), context.member, stepOf(context, input));
  });
  const claim = findClaim(wish, claimId) ?? fail('NOT_FOUND');
  if (wasWrong(wish, claimId, context.operationId)) {
    const left = Math.max(0, claim.code?.triesLeft ?? 0);
    fail('CODE_WRONG', { message: left === 0 ? '码不对，试的次数用完了，请对方再开一个。' : `码不对，还能试 ${left} 次。`, fields: { code: '码不对' } });
  }
  return { wishId: wish._id, claimId, wishTitle: wish.title, shares: claim.shares };
};
