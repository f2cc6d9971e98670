import type { ApiContract } from '@contract';
import { stepOf } from '../aggregate/step.use-case';
import { fail } from '../kernel/result';
import { worksAt } from '../member/member';
import { checkText } from '../platform/content-check';
import type { MemberContext } from '../platform/context';
import { hasRoleHolder } from '../staff/assignee.repository';
import { changeWish } from '../wish/change-wish.use-case';
import { wishRepository } from '../wish/wish.repository';
import { decideBenefit } from './decide-benefit';

/** The poster reads the note; nobody looks at it in between, so a doubtful one is refused as well. */
const checkNote = async (context: MemberContext, note: string): Promise<void> => {
  if (note !== '' && (await checkText(context.openid, [note])) === 'review') fail('TEXT_RISKY', { message: '这句话没有通过内容检查，请换个说法。', fields: { note: '请换个说法' } });
};

/**
 * What a hit in the list of benefits means. Social workers of the area say it; other staff only where the area's
 * community has no social worker, which costs one look more.
 * Refuses TEXT_RISKY, CONTENT_CHECK_UNAVAILABLE besides what the decision refuses.
 */
export const decideOnBenefit = async (context: MemberContext, input: ApiContract['review.benefit']['parsed']): Promise<{ readonly wishId: string }> => {
  await checkNote(context, input.note);
  const isSocialWorker = context.member.roles.some((held) => held.role === 'socialWorker');
  const place = isSocialWorker ? null : await wishRepository.get(input.wishId);
  const isLeftToStaff = place !== null && worksAt(context.member, place.areaId) && !(await hasRoleHolder('socialWorker', place.communityId));
  await changeWish(context, input.wishId, (wish) =>
    decideBenefit(wish, { decision: input.decision, note: input.note }, context.member, isLeftToStaff || worksAt(context.member, wish.areaId, ['socialWorker']), stepOf(context, input)),
  );
  return { wishId: input.wishId };
};
