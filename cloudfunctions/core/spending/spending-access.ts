import type { ApproverRole } from '@contract';
import type { Refusal } from '../kernel/result';
import { worksAt, type Member } from '../member/member';
import type { SpendingHost } from './spending';
import type { HostFacts } from './spending-row';

/** A host as this area works on it: its part, what it says of itself, and whether money may be asked of it now. */
export interface HostStanding {
  readonly host: SpendingHost & { readonly revision: number };
  readonly facts: HostFacts;
  /** Why this person may not ask for money of it now, for this use; null when they may. */
  readonly askRefusalFor: (member: Member, useKey: string) => Refusal | null;
  /** Whether this person reads every spending of it, besides those who work on it. */
  readonly isReadWholeBy: (member: Member) => boolean;
}

/** Pure: as whom somebody looks at money going out of a host; null for everybody else. */
export const approverRoleOf = ({ accountingAgentId, communityId }: HostFacts, member: Member): ApproverRole | null => {
  if (accountingAgentId === member._id) return 'accountingAgent';
  if (worksAt(member, communityId, ['administrator'])) return 'administrator';
  return worksAt(member, communityId, ['staff']) ? 'staff' : null;
};
