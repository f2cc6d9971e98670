import type { ApproverRole, SpendingState } from '@contract';
import type { VersionedHead } from '../aggregate/versioned';
import { RULES } from '../rules';

/** Whom it is paid to, as the voucher says; `memberId` when it is a neighbour of the program, so that they never approve it. */
export interface Payee {
  readonly name: string;
  readonly memberId: string | null;
  /** Somebody's name, which neighbours read masked; else that of a shop or a unit. */
  readonly isPerson: boolean;
}

export interface Approval {
  readonly role: ApproverRole;
  readonly atMs: number;
  /** Whoever approved is called like the payee: no proof that they are the same, so it is shown, not refused. */
  readonly hasPayeesName: boolean;
}

export interface Payout {
  readonly voucherNo: string;
  readonly paidAtMs: number;
  readonly recordedById: string;
  readonly recordedRole: ApproverRole;
  readonly photoFileId: string | null;
}

/** Money of a host that somebody asks to pay out: an entry of its map, small. */
export interface Spending {
  readonly id: string;
  /** A row of the street's table of uses, and its words when it was asked. */
  readonly useKey: string;
  readonly useLabel: string;
  readonly text: string;
  /** Whole fen, at least 1; off `fundsLeftFen` from asking on. */
  readonly amountFen: number;
  readonly payee: Payee;
  /** At least one. */
  readonly receiptFileIds: readonly string[];
  readonly filedById: string;
  readonly filedAtMs: number;
  /** By member id; never of whoever filed it or is paid. */
  readonly approvals: Readonly<Record<string, Approval>>;
  readonly state: SpendingState;
  readonly payout: Payout | null;
  /** Why it was refused or taken back; empty otherwise. */
  readonly note: string;
}

/** What of a host this area works on. `fundsLeftFen`: neither set aside for a spending nor paid out. */
export interface SpendingPart {
  readonly fundsLeftFen: number;
  readonly spendings: Readonly<Record<string, Spending>>;
}

/**
 * What money is spent of: a campaign, a directed gift or a grant. Decisions on it change only `fundsLeftFen` and
 * `spendings`, on the version they were read at: of two people who act at once, one decides anew on what the other did.
 */
export type SpendingHost = VersionedHead & SpendingPart;

export const spendingOf = ({ spendings }: SpendingPart, spendingId: string): Spending | null => (Object.hasOwn(spendings, spendingId) ? (spendings[spendingId] ?? null) : null);

/** Still before an end. */
export const isOpenSpending = ({ state }: Pick<Spending, 'state'>): boolean => state === 'asked' || state === 'approved';

const sumOf = (spendings: readonly Spending[]): number => spendings.reduce((sum, { amountFen }) => sum + amountFen, 0);

/** Set aside: asked or approved, not yet paid. */
export const heldFenOf = ({ spendings }: SpendingPart): number => sumOf(Object.values(spendings).filter(isOpenSpending));
export const paidFenOf = ({ spendings }: SpendingPart): number => sumOf(Object.values(spendings).filter(({ state }) => state === 'paid'));

/** Everything that ever became spendable of it: constant under every decision here. */
export const fundsOf = (part: SpendingPart): number => part.fundsLeftFen + heldFenOf(part) + paidFenOf(part);

/** By use: what was paid, for the picture of uses. */
export const paidFenByUse = ({ spendings }: SpendingPart): Readonly<Record<string, number>> => {
  const byUse: Record<string, number> = {};
  for (const { state, useKey, amountFen } of Object.values(spendings)) if (state === 'paid') byUse[useKey] = (byUse[useKey] ?? 0) + amountFen;
  return byUse;
};

/** A host with spendings on their way can't be closed: their money is neither here nor there. */
export const hasOpenSpendings = ({ spendings }: SpendingPart): boolean => Object.values(spendings).some(isOpenSpending);

/** Two different people, one of them the accounting agent where there is one. */
export const isApprovedEnough = (approvals: Spending['approvals'], hasAgent: boolean): boolean =>
  Object.keys(approvals).length >= RULES.spending.approvals && (!hasAgent || Object.values(approvals).some(({ role }) => role === 'accountingAgent'));

const isSpendingRight = (spending: Spending): boolean => {
  const approvers = Object.keys(spending.approvals);
  const isPast = spending.state === 'approved' || spending.state === 'paid';
  return (
    Number.isSafeInteger(spending.amountFen) && spending.amountFen >= 1 && spending.receiptFileIds.length >= 1 &&
    !approvers.includes(spending.filedById) && (spending.payee.memberId === null || !approvers.includes(spending.payee.memberId)) &&
    (!isPast || approvers.length >= RULES.spending.approvals) && (spending.state === 'paid') === (spending.payout !== null)
  );
};

/** What must hold at every moment; a false is a defect. A host's own check asks this as well. */
export const isSpendingPartCoherent = (part: SpendingPart): boolean =>
  Number.isSafeInteger(part.fundsLeftFen) && part.fundsLeftFen >= 0 &&
  Object.keys(part.spendings).length <= RULES.spending.perHost &&
  Object.entries(part.spendings).every(([spendingId, spending]) => spendingId === spending.id && isSpendingRight(spending));
