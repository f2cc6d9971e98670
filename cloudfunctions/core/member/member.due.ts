import { deliverMemberEvents } from './deliver-member-events.use-case';
import { memberRepository } from './member.repository';

/** Delivers what a call could not. */
const settle = async (memberId: string): Promise<void> => {
  const member = await memberRepository.find(memberId);
  if (member !== null) await deliverMemberEvents(member);
};

export const memberDue = { collection: 'members', settle } as const;
