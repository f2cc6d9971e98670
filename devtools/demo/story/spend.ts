import type { Step } from '../../../cloudfunctions/core/aggregate/step';
import { DAY_MS, HOUR_MS } from '../../../cloudfunctions/core/kernel/clock';
import { deriveId } from '../../../cloudfunctions/core/kernel/ids';
import type { Result } from '../../../cloudfunctions/core/kernel/result';
import type { Member } from '../../../cloudfunctions/core/member/member';
import { decideAskSpending, spendingIdOf, type SpendingOutcome, type SpendingRight } from '../../../cloudfunctions/core/spending/ask-spending';
import { decideApproveSpending, decideRecordPayout } from '../../../cloudfunctions/core/spending/decide-spending';
import type { SpendingHost } from '../../../cloudfunctions/core/spending/spending';
import { approverRoleOf } from '../../../cloudfunctions/core/spending/spending-access';
import type { HostFacts } from '../../../cloudfunctions/core/spending/spending-row';
import type { UseTable } from '../../../cloudfunctions/core/spending/use-table';
import type { CastKey } from '../community/cast';
import type { StillName } from '../stills/still-names';
import type { Stage } from './stage';

const stepOf = (actorId: string, about: string, nowMs: number): Step => ({ actorId, operationId: deriveId('op', 'demo', 'fund', about, actorId), inputHash: 'demo', nowMs });

export interface Payment {
  readonly label: string;
  readonly text: string;
  readonly yuan: number;
  readonly shop: string;
  readonly still: StillName;
  readonly askedAtMs: number;
  /** Who said yes so far, a working day apart. */
  readonly yesses: readonly CastKey[];
  /** Voucher, once it is paid. */
  readonly voucherNo?: string;
}

/** Where money is spent of: a grant, a directed gift. */
export interface SpendingPlace {
  readonly hostId: string;
  /** One act on the host as it stands then. */
  readonly act: (nowMs: number, decide: (host: SpendingHost, facts: HostFacts, asks: SpendingRight) => Result<SpendingOutcome>) => void;
}

/** Asked for with a receipt, looked at, paid: as far as it got by the demo's morning. */
export const spend = ({ town, people, pictures }: Stage, { hostId, act }: SpendingPlace, table: UseTable, filer: Member, payment: Payment): void => {
  const useKey = table.rows.find((row) => row.label === payment.label)?.useKey ?? '';
  const asking = stepOf(filer._id, `${hostId} ${payment.text}`, payment.askedAtMs);
  const ask = { useKey, useLabel: payment.label, text: payment.text, amountFen: payment.yuan * 100, payee: { name: payment.shop, memberId: null, isPerson: false }, receiptFileIds: [pictures.take(filer._id, 'receipt', payment.still)] };
  act(payment.askedAtMs, (host, _facts, asks) => decideAskSpending(host, ask, asks, asking));
  const spendingId = spendingIdOf(asking.operationId);
  payment.yesses.forEach((key, turn) => {
    const [who, nowMs] = [town.member(people.cast(key)._id), payment.askedAtMs + (turn + 1) * 20 * HOUR_MS];
    act(nowMs, (host, facts) => decideApproveSpending(host, spendingId, { role: approverRoleOf(facts, who) ?? 'staff', displayName: who.displayName }, { refusal: null, accountingAgentId: facts.accountingAgentId }, stepOf(who._id, `yes ${spendingId}`, nowMs)));
  });
  const { voucherNo } = payment;
  if (voucherNo === undefined) return;
  const [payer, paidAtMs] = [town.member(people.cast('heJing')._id), payment.askedAtMs + 3 * DAY_MS];
  act(paidAtMs, (host, { accountingAgentId }) => decideRecordPayout(host, spendingId, { voucherNo, paidAtMs, recordedById: payer._id, recordedRole: 'staff', photoFileId: null }, { refusal: null, accountingAgentId }, stepOf(payer._id, `pay ${spendingId}`, paidAtMs)));
};
