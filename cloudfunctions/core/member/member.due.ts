import { deliverMemberEvents, eraseOnceMore } from './deliver-member-events.use-case';
import { memberRepository } from './member.repository';

/** Delivers what a call could not, and looks once more after whoever left. */
const settle = async (memberId: string): Promise<void> => {
  const member = await memberRepository.find(memberId);
  if (member === null) return;
  if (Object.keys(member.outbox).length > 0 || member.goneSealed === undefined) await deliverMemberEvents(member);
  else await eraseOnceMore(member);
};

export const memberDue = { collection: 'members', settle } as const;
