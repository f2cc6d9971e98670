import type { Refusal } from '../kernel/result';
import { directedFunds } from '../ledger/account';
import type { Member } from '../member/member';
import type { HostFacts } from '../spending/spending-row';
import { mayTell } from './directed-access';
import type { DirectedGift } from './directed-gift';

/** What spendings must know of the directed gift whose money they are. */
export const directedFacts = (gift: DirectedGift): HostFacts => ({
  hostKind: 'directed', hostId: gift._id, title: gift.title, communityId: gift.communityId, communityName: gift.communityName, areaIds: gift.areaIds,
  fundsAccount: directedFunds(gift._id), accountingAgentId: gift.accountingAgentId,
});

/** Why somebody may not ask for its money; null when they may. `useKey` null: for any use at all. */
export const directedAskRefusal = (gift: DirectedGift, member: Member, useKey: string | null): Refusal | null => {
  if (!mayTell(gift, member)) return { code: 'NOT_ALLOWED' };
  if (gift.state !== 'running') return { code: 'DIRECTED_CHANGED', message: '钱到齐了、报告还没写完的时候才能用。' };
  // What was not agreed with the giver is not paid, whatever the street allows (Charity Law Art. 55).
  return useKey === null || gift.lines.some((line) => line.useKey === useKey) ? null : { code: 'USE_FORBIDDEN', message: '和给的一方说定的用途里没有这一项。', fields: { useKey: '选说定的用途' } };
};
