import type { SpendingHostKind, SpendingState } from '@contract';
import { RULES } from '../rules';
import { isOpenSpending, type Spending, type SpendingPart } from './spending';

/** What this area must know of a host, whatever kind it is. */
export interface HostFacts {
  readonly hostKind: SpendingHostKind;
  readonly hostId: string;
  readonly title: string;
  readonly communityId: string;
  readonly communityName: string;
  /** Down to the community. */
  readonly areaIds: readonly string[];
  /** Address of the account its money lies in. */
  readonly fundsAccount: string;
  readonly accountingAgentId: string | null;
}

/**
 * Read model: one document a spending, for the lists of who looks, who pays and who asked. Written by the events of its
 * host, never over a newer revision of it.
 */
export interface SpendingRow {
  readonly _id: string;
  readonly hostKind: SpendingHostKind;
  readonly hostId: string;
  readonly hostTitle: string;
  readonly communityId: string;
  readonly areaIds: readonly string[];
  readonly agentId: string | null;
  readonly filedById: string;
  readonly payeeId: string | null;
  readonly useLabel: string;
  readonly text: string;
  readonly amountFen: number;
  readonly state: SpendingState;
  /** Plain, because a list asks for it. */
  readonly isOpen: boolean;
  readonly filedAtMs: number;
  readonly approverIds: readonly string[];
  readonly hasAgentsYes: boolean;
  readonly revision: number;
}

/** Pure: how a spending of a host stands, as of the host's revision. */
export const spendingRowOf = (facts: HostFacts, spending: Spending, revision: number): SpendingRow => ({
  _id: spending.id, hostKind: facts.hostKind, hostId: facts.hostId, hostTitle: facts.title, communityId: facts.communityId, areaIds: facts.areaIds, agentId: facts.accountingAgentId,
  filedById: spending.filedById, payeeId: spending.payee.memberId, useLabel: spending.useLabel, text: spending.text, amountFen: spending.amountFen, state: spending.state, isOpen: isOpenSpending(spending),
  filedAtMs: spending.filedAtMs, approverIds: Object.keys(spending.approvals), hasAgentsYes: Object.values(spending.approvals).some(({ role }) => role === 'accountingAgent'), revision,
});

/** Pure: every spending of a host, the newest first. */
export const spendingRowsOf = (facts: HostFacts, host: SpendingPart): readonly SpendingRow[] =>
  Object.values(host.spendings).sort((a, b) => b.filedAtMs - a.filedAtMs || (a.id < b.id ? 1 : -1)).map((spending) => spendingRowOf(facts, spending, 0));

/** Pure: what it waits for, in a few words. */
export const waitsTextOf = (row: Pick<SpendingRow, 'state' | 'agentId' | 'approverIds' | 'hasAgentsYes'>): string => {
  if (row.state === 'approved') return '等付款';
  if (row.state !== 'asked') return '';
  const missing = RULES.spending.approvals - row.approverIds.length;
  if (row.agentId !== null && !row.hasAgentsYes && missing <= 1) return '等代理会计看';
  return missing >= RULES.spending.approvals ? '等两位来看' : '还差一位来看';
};
