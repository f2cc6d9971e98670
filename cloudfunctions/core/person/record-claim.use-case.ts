import type { ApiContract, ClaimView } from '@contract';
import { stepOf } from '../aggregate/step.use-case';
import { claimViewIn } from '../claim/claim-view';
import { claimIdOf, decideClaim } from '../claim/claim-wish';
import { personGiver } from '../claim/giver';
import { refuse } from '../kernel/result';
import { worksAt } from '../member/member';
import type { MemberContext } from '../platform/context';
import { changeWish } from '../wish/change-wish.use-case';
import { getPersonFor } from './person.use-case';

/**
 * 电话代办: somebody phones to give. The claim is theirs, under the same guard as everybody's; staff of the area plan,
 * deliver and give back for them.
 * @throws RefusedError NOT_FOUND, OUT_OF_AREA, CLAIM_*, SHARES_*, WISH_STATE_CHANGED, OPERATION_REUSED, BUSY.
 */
export const recordClaim = async (context: MemberContext, input: ApiContract['phone.recordClaim']['parsed']): Promise<ClaimView> => {
  const person = await getPersonFor(context, input.personId);
  const giver = personGiver(person, context.member);
  const wish = await changeWish(context, input.wishId, (found) => (worksAt(context.member, found.areaId) ? decideClaim(found, input.shares, giver, stepOf(context, input)) : refuse('OUT_OF_AREA')));
  return claimViewIn(wish, claimIdOf(context.operationId));
};
