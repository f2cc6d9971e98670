import type { ApproverRole, SpendingRowView, SpendingView } from '@contract';
import { maskedName, type Member } from '../member/member';
import { RULES } from '../rules';
import { hasNameOf } from './decide-spending';
import { isOpenSpending, type Spending } from './spending';
import type { HostStanding } from './spending-access';
import { spendingRowOf, waitsTextOf, type SpendingRow } from './spending-row';

/** How one reader stands to a spending. */
export interface Reading {
  readonly reader: Member;
  /** As whom they look at money going out of this host; null for everybody else. */
  readonly role: ApproverRole | null;
}

const isInvolved = (row: Pick<SpendingRow, 'filedById' | 'payeeId'>, memberId: string): boolean => row.filedById === memberId || row.payeeId === memberId;

const mayYet = (row: SpendingRow, { reader, role }: Reading): boolean => {
  if (role === null || row.state !== 'asked' || isInvolved(row, reader._id) || row.approverIds.includes(reader._id)) return false;
  const isOnlyAgentMissing = row.agentId !== null && !row.hasAgentsYes && row.approverIds.length >= RULES.spending.approvals;
  return role === 'accountingAgent' || !isOnlyAgentMissing;
};

const mayPay = (row: SpendingRow, { reader, role }: Reading): boolean => role !== null && row.state === 'approved' && !isInvolved(row, reader._id);

/** Pure: a row for one reader. */
export const spendingRowView = (row: SpendingRow, reading: Reading): SpendingRowView => ({
  spendingId: row._id, hostKind: row.hostKind, hostId: row.hostId, hostTitle: row.hostTitle, useLabel: row.useLabel, text: row.text, amountFen: row.amountFen, state: row.state, filedAtMs: row.filedAtMs,
  yesses: row.approverIds.length, waitsText: waitsTextOf(row), isMyTurn: mayYet(row, reading) || mayPay(row, reading),
});

/** Whether somebody may read it: what was paid everybody, before that only those who work on it. */
export const maySeeSpending = (spending: Pick<Spending, 'state' | 'filedById'> & { readonly payee: Pick<Spending['payee'], 'memberId'> }, { reader, role }: Reading): boolean =>
  spending.state === 'paid' || role !== null || spending.filedById === reader._id || spending.payee.memberId === reader._id;

interface Extras {
  readonly names: ReadonlyMap<string, string>;
  readonly links: ReadonlyMap<string, string | null>;
}

const payeeNameFor = ({ payee, filedById }: Spending, { reader, role }: Reading): string =>
  !payee.isPerson || role !== null || filedById === reader._id || payee.memberId === reader._id ? payee.name : maskedName(payee.name);

/** Pure: a spending for one reader, whom the shell knows to see it. Names only for those who work on it. */
export const spendingView = ({ host, facts }: HostStanding, spending: Spending, reading: Reading, { names, links }: Extras): SpendingView => {
  const { reader, role } = reading;
  const row = spendingRowOf(facts, spending, host.revision);
  const isInside = role !== null || spending.filedById === reader._id;
  const nameOf = (memberId: string): string | null => (isInside ? (names.get(memberId) ?? '已经离开的人') : null);
  const { payout } = spending;
  const isOthers = role !== null && !isInvolved(row, reader._id);
  return {
    ...spendingRowView(row, reading),
    communityName: facts.communityName,
    payeeName: payeeNameFor(spending, reading),
    isPayeeFiler: spending.payee.memberId === spending.filedById,
    receiptUrls: spending.receiptFileIds.map((fileId) => links.get(fileId) ?? null),
    filerName: nameOf(spending.filedById),
    approvals: Object.entries(spending.approvals).sort(([, a], [, b]) => a.atMs - b.atMs).map(([memberId, approval]) => ({ ...approval, name: nameOf(memberId), isMine: memberId === reader._id })),
    approvalsNeeded: RULES.spending.approvals,
    hasAgent: facts.accountingAgentId !== null,
    fundsLeftFen: host.fundsLeftFen,
    payout: payout === null ? null : { voucherNo: payout.voucherNo, paidAtMs: payout.paidAtMs, role: payout.recordedRole, photoUrl: payout.photoFileId === null ? null : (links.get(payout.photoFileId) ?? null) },
    note: isInside ? spending.note : '',
    myRole: role,
    amIPayeesNamesake: mayYet(row, reading) && hasNameOf(reader.displayName, spending.payee.name),
    may: { approve: mayYet(row, reading), refuse: isOthers && isOpenSpending(spending), withdraw: spending.filedById === reader._id && isOpenSpending(spending), recordPayout: mayPay(row, reading) },
  };
};
