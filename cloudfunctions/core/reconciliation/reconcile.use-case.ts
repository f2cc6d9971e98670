import { NEVER_MS } from '../aggregate/aggregate';
import { applyEffect } from '../effect/apply-effect';
import type { EffectOf } from '../effect/effect';
import { HOUR_MS } from '../kernel/clock';
import { deriveId } from '../kernel/ids';
import { downloadPayBill } from '../platform/pay';
import { command, oneOf, store } from '../platform/store';
import { RULES } from '../rules';
import { bookedOf, type Booked } from './booked.repository';
import { compareBill, type Difference } from './compare-bill';
import { readBill, type Bill } from './read-bill';
import { billDays, checkedWith, newAccountDay, newReconciliation, nextTryMs, type AccountDay, type PayAccount, type Reconciliation } from './reconciliation';
import { shareOutBill, type BillShare } from './share-out-bill';

/** Stands for a whole day: it opens that day of each account, once. */
interface DayMark {
  readonly _id: string;
  readonly wakeAtMs: number;
}

const NO_BILL: Bill = { payments: [], refunds: [], lines: 0, paidFen: 0, refundedFen: 0 };

/** Marks the days whose bills may be there and that were not begun. One request when there is nothing to begin. */
export const beginReconciliations = async (nowMs: number): Promise<void> => {
  const days = billDays(nowMs);
  const begun = await store.query<DayMark>('reconciliations', { where: { _id: oneOf(days) }, limit: days.length, fields: ['wakeAtMs'] });
  for (const day of days) if (!begun.some(({ _id }) => _id === day)) await store.insertOnce('reconciliations', { _id: day, wakeAtMs: nowMs } as DayMark);
};

const accountsOf = async (): Promise<readonly PayAccount[]> => {
  const all: PayAccount[] = [];
  for (;;) {
    const page = await store.query<PayAccount>('payAccounts', { where: { _id: command.gt(all.at(-1)?._id ?? '') }, order: [['_id', 'asc']], limit: RULES.reconciliation.accountsPage });
    all.push(...page);
    if (page.length < RULES.reconciliation.accountsPage) return all;
  }
};

const openDay = async (day: string, nowMs: number): Promise<void> => {
  const accounts = await accountsOf();
  for (const account of accounts) await store.insertOnce('reconciliations', newReconciliation(day, account));
  for (const subMchId of new Set(accounts.map((account) => account.subMchId))) await store.insertOnce('reconciliations', newAccountDay(day, accounts.filter((account) => account.subMchId === subMchId), nowMs));
  await store.update('reconciliations', { _id: day }, { wakeAtMs: NEVER_MS });
};

const differenceTaskId = (reconciliationId: string): string => deriveId('k', 'moneyDifference', reconciliationId);

const taskOf = ({ _id, day, entityName, areaIds }: Reconciliation, count: number, atMs: number): EffectOf<'openTask'> => ({
  kind: 'openTask', taskId: differenceTaskId(_id), taskKind: 'moneyDifference', wishId: null, claimId: null, subjectId: _id, assignTo: null, areaIds, title: `${day} 的账和微信账单有 ${count} 处不一样`, reasonText: entityName, actionText: '打开看差在哪',
  dueAtMs: atMs, dueWorkingMs: RULES.reconciliation.lookWorkingHours * HOUR_MS, atMs,
});

/** The task first, then the state: killed between them it is found again, and told once. What was kept before stays. */
const keepShare = async ({ day, subMchId, accounts }: AccountDay, { place, differences, ...sums }: BillShare, nowMs: number): Promise<void> => {
  const fresh = newReconciliation(day, { subMchId, entityName: accounts[0]?.entityName ?? '', ...place });
  await store.insertOnce('reconciliations', fresh);
  const standing = await store.find<Reconciliation>('reconciliations', fresh._id);
  if (standing?.state !== 'waiting') return;
  await applyEffect(differences.length > 0 ? taskOf(standing, differences.length, nowMs) : { kind: 'closeTask', taskId: differenceTaskId(fresh._id), atMs: nowMs, note: '对上了' });
  const { differences: kept, ...checked } = checkedWith(differences, nowMs);
  await store.update('reconciliations', { _id: fresh._id, state: 'waiting' }, { ...checked, ...sums, differences: command.set(kept) });
};

interface Compared {
  readonly bill: Bill;
  readonly differences: readonly Difference[];
  readonly placeOf: Booked['placeOf'];
}

/** To each community what is theirs; the account's day is over when all of them have it. */
const keep = async (accountDay: AccountDay, { bill, differences, placeOf }: Compared, nowMs: number): Promise<void> => {
  for (const share of shareOutBill(bill, differences, placeOf, accountDay.accounts)) await keepShare(accountDay, share, nowMs);
  await store.update('reconciliations', { _id: accountDay._id }, { wakeAtMs: NEVER_MS });
};

const waitMore = async (accountDay: AccountDay, nowMs: number): Promise<boolean> => {
  const wakeAtMs = nextTryMs(accountDay, nowMs);
  if (wakeAtMs === null) return false;
  await store.update('reconciliations', { _id: accountDay._id, tries: accountDay.tries }, { tries: accountDay.tries + 1, wakeAtMs });
  return true;
};

const compare = async ({ subMchId, day }: AccountDay, bill: Bill): Promise<Compared> => {
  const { payments, refunds, placeOf } = await bookedOf(bill, subMchId, day);
  return { bill, differences: compareBill(bill, payments, refunds), placeOf };
};

const aboutBill = (kind: 'billMissing' | 'billUnreadable'): Compared => ({ bill: NO_BILL, differences: [{ kind, number: '', billFen: null, booksFen: null }], placeOf: new Map() });

/** WeChat says there was no trade: so it is when our books say the same; else it may only be late. */
const withoutBill = async (accountDay: AccountDay, isLate: boolean, nowMs: number): Promise<void> => {
  const compared = isLate ? aboutBill('billMissing') : await compare(accountDay, NO_BILL);
  if (compared.differences.length > 0 && (await waitMore(accountDay, nowMs))) return;
  await keep(accountDay, compared, nowMs);
};

const reconcile = async (accountDay: AccountDay, nowMs: number): Promise<void> => {
  const reply = await downloadPayBill(accountDay.subMchId, accountDay.day);
  if (reply.kind !== 'bill') return withoutBill(accountDay, reply.kind !== 'none', nowMs);
  const read = readBill(reply.text);
  if (!read.ok) return keep(accountDay, aboutBill('billUnreadable'), nowMs);
  const compared = await compare(accountDay, read.bill);
  // What is only on its way here is not different yet: effects of a payment noticed just now reach the ledger within a minute.
  if (compared.differences.length > 0 && accountDay.tries === 0 && (await waitMore(accountDay, nowMs))) return;
  await keep(accountDay, compared, nowMs);
};

/** Somebody wrote why it differs: its task is done. Until it is, `jobs` looks again. */
export const finishExplained = async ({ _id, explanation }: Pick<Reconciliation, '_id' | 'explanation'>): Promise<void> => {
  if (explanation !== null) await applyEffect({ kind: 'closeTask', taskId: differenceTaskId(_id), atMs: explanation.atMs, note: explanation.words });
  await store.update('reconciliations', { _id, state: 'explained' }, { wakeAtMs: NEVER_MS });
};

/** One due look: a day opens those of its accounts; an account's day asks for its bill; a reconciliation that was explained ends its task. */
export const settleReconciliation = async (id: string, nowMs: number): Promise<void> => {
  const found = await store.find<DayMark | AccountDay | Reconciliation>('reconciliations', id);
  if (found === null) return;
  if (!('day' in found)) return openDay(id, nowMs);
  if ('accounts' in found) return reconcile(found, nowMs);
  if (found.state === 'explained') await finishExplained(found);
};
