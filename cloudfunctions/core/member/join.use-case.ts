import type { ApiContract, MeView } from '@contract';
import { findAreas } from '../area/area.repository';
import { hashInput } from '../kernel/ids';
import { fail, unwrap } from '../kernel/result';
import { countUnread } from '../notice/notice.repository';
import { checkName } from '../platform/content-check';
import type { CallContext } from '../platform/context';
import { logDefect } from '../platform/log';
import { asDelivery } from '../platform/meter';
import { ensureOpenWishQuota } from '../quota/open-wish.quota';
import { spendVisitorCall } from '../quota/visitor-calls.quota';
import { partiesOf, type Member } from './member';
import { memberRepository } from './member.repository';
import { meView } from './member.view';
import { decidePlace, newMember, nodesOfPlace } from './new-member';
import { wasDone } from './recent-operations.repository';

/** Saves somebody who joins; for one who stands already, the same act gives the same answer and another is refused. */
export const admitMember = async (member: Member, operationId: string, inputHash: string): Promise<Member> => {
  if ((await memberRepository.insertOnce(member)) === 'inserted') return member;
  if ((await memberRepository.revive(member)) === 1) return member;
  const standing = await memberRepository.find(member._id);
  if (standing === null || !wasDone(standing, operationId, inputHash)) return fail('ALREADY_JOINED');
  return standing;
};

/** Spares the first wish two requests; made there again should this fail. */
const prepareQuota = async (context: CallContext, member: Member): Promise<void> => {
  try {
    await asDelivery(() => ensureOpenWishQuota(member.householdId));
  } catch (error) {
    logDefect(context.requestId, 'quota of a new household', error);
  }
};

/**
 * Joins a community, or one of its grids, under a name of one's own choice.
 * @throws RefusedError ALREADY_JOINED, AREA_NOT_JOINABLE, TEXT_RISKY, CONTENT_CHECK_UNAVAILABLE, RATE_LIMITED.
 */
export const join = async (context: CallContext & { readonly member: Member | null }, input: ApiContract['member.join']['parsed']): Promise<MeView> => {
  const { callerId, openid, operationId, nowMs } = context;
  const inputHash = hashInput(input);
  if (context.member !== null) {
    if (!wasDone(context.member, operationId, inputHash)) fail('ALREADY_JOINED');
    return meView(context.member, await countUnread(partiesOf(context.member)), nowMs);
  }
  await spendVisitorCall(callerId, nowMs);
  const place = unwrap(decidePlace(input.areaId, await findAreas(nodesOfPlace(input.areaId))));
  await checkName(openid, [input.displayName]);
  const { displayName, privacyVersion } = input;
  const member = await admitMember(newMember({ memberId: callerId, openid, displayName, privacyVersion, place, operationId, inputHash, nowMs }), operationId, inputHash);
  await prepareQuota(context, member);
  return meView(member, 0, nowMs);
};
