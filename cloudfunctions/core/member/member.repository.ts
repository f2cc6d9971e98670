import { store } from '../platform/store';
import type { Member } from './member';

export const memberRepository = {
  /** May be null: somebody who never joined. */
  find: (memberId: string): Promise<Member | null> => store.find<Member>('members', memberId),
};
