import type { Contribution } from '../../../cloudfunctions/core/contribution/contribution';
import { HOUR_MS, startOfChinaDayMs } from '../../../cloudfunctions/core/kernel/clock';
import type { Difference } from '../../../cloudfunctions/core/reconciliation/compare-bill';
import { billDays, checkedWith, newReconciliation, payAccountIdOf, type PayAccount, type Reconciliation } from '../../../cloudfunctions/core/reconciliation/reconciliation';
import type { SeedPayment } from '../../local-cloud';
import { at, DEMO_NOW_MS } from '../community/moments';
import { HOME_COMMUNITY } from '../community/places';
import { memberOf } from './campaign-play';
import type { Stage } from './stage';

type Paid = Contribution & { readonly subMchId: string; readonly paidDay: string; readonly paidAtMs: number };
const isPaid = (contribution: Contribution): contribution is Paid => contribution.subMchId !== null && contribution.paidDay !== null && contribution.paidAtMs !== null;

const paidOf = ({ town }: Stage): readonly Paid[] => [...town.campaigning.contributions.documents.values()].filter(isPaid);

/** The same payments as WeChat has them, so that its bills and its refunds are of them. */
export const paymentsOf = (stage: Stage): readonly SeedPayment[] =>
  paidOf(stage).map(({ _id, subMchId, targetTitle, amountFen, giverId, orderedAtMs, paidAtMs, transactionId }) => ({
    subMchId, outTradeNo: _id, body: targetTitle, totalFeeFen: amountFen, openid: giverId === null ? '' : stage.town.member(giverId).openid, createdAtMs: orderedAtMs, paidAtMs, transactionId: transactionId ?? '',
  }));

const accountOf = (payments: readonly Paid[]): PayAccount => {
  const [first] = [...payments].sort((a, b) => a.orderedAtMs - b.orderedAtMs);
  if (first === undefined) throw new Error('nobody paid in the demo');
  const { subMchId, entityName, communityId, areaIds } = first;
  return { _id: payAccountIdOf(subMchId, communityId), subMchId, entityName, communityId, areaIds, sinceMs: first.orderedAtMs };
};

/** The entity tried its own code on the first day of the lamps: a yuan in and out that no book here knows. */
const TRIED_DAY = '2026-07-10';
const TRIED: readonly Difference[] = [{ kind: 'paymentUnknown', number: 'shiyong-0710', billFen: 100, booksFen: null }, { kind: 'refundUnknown', number: 'shiyong-0710-r', billFen: 100, booksFen: null }];

const tried = (stage: Stage, right: Reconciliation): Reconciliation => {
  const { _id, displayName } = memberOf(stage, 'heJing');
  const found = { ...right, ...checkedWith(TRIED, right.checkedAtMs ?? 0), payments: right.payments + 1, paidFen: right.paidFen + 100, refunds: 1, refundedFen: 100 };
  const explanation = { words: '收款的中心那天自己试了一下收款码，一元当天退了，商户平台上两笔都在。', byId: _id, byName: displayName, atMs: at('2026-07-13', '11:20'), operationId: 'demo-tried', inputHash: 'demo' };
  return { ...found, state: 'explained', explanation };
};

const dayOf = (stage: Stage, account: PayAccount, day: string, payments: readonly Paid[]): Reconciliation => {
  const right = { ...newReconciliation(day, account), ...checkedWith([], startOfChinaDayMs(day) + 34 * HOUR_MS), payments: payments.length, paidFen: payments.reduce((sum, { amountFen }) => sum + amountFen, 0) };
  return day === TRIED_DAY ? tried(stage, right) : right;
};

export interface DemoBills {
  readonly payAccounts: readonly PayAccount[];
  readonly reconciliations: readonly Reconciliation[];
}

/** Each day on which money moved, and the last ones on which bills were asked for: bill and books are the same but once. */
export function billsOf(stage: Stage): DemoBills {
  const payments = paidOf(stage).filter(({ communityId }) => communityId === HOME_COMMUNITY);
  const account = accountOf(payments);
  const lately = billDays(DEMO_NOW_MS);
  const days = [...new Set([...payments.map(({ paidDay }) => paidDay), ...lately])].filter((day) => day <= (lately[0] ?? '')).sort();
  return { payAccounts: [account], reconciliations: days.map((day) => dayOf(stage, account, day, payments.filter(({ paidDay }) => paidDay === day))) };
}
