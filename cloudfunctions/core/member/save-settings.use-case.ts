import type { ApiContract, MeView } from '@contract';
import { hashInput } from '../kernel/ids';
import { countUnread } from '../notice/notice.repository';
import { checkName } from '../platform/content-check';
import type { MemberContext } from '../platform/context';
import { command, store } from '../platform/store';
import { partiesOf, type Member } from './member';
import { meView } from './member.view';
import { noteOperation, notDoneYet, wasDone } from './recent-operations.repository';

/** Changes what was sent and leaves the rest. A new name is checked first. */
export const saveSettings = async (context: MemberContext, input: ApiContract['member.saveSettings']['parsed']): Promise<MeView> => {
  const { member, operationId, nowMs } = context;
  const inputHash = hashInput(input);
  const changes: Partial<Pick<Member, 'displayName' | 'typeSize' | 'careMode' | 'suggestions'>> = Object.fromEntries(Object.entries(input).filter(([, value]) => value !== undefined));
  const isNew = !wasDone(member, operationId, inputHash) && Object.keys(changes).length > 0;
  if (isNew) {
    if (changes.displayName !== undefined && changes.displayName !== member.displayName) await checkName(context.openid, [changes.displayName]);
    await store.update('members', { _id: member._id, state: 'active', ...notDoneYet(operationId) }, { ...changes, revision: command.inc(1), ...noteOperation(member, operationId, inputHash) });
  }
  return meView(isNew ? { ...member, ...changes } : member, await countUnread(partiesOf(member)), nowMs);
};
