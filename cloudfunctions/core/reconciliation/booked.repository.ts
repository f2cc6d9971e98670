import { COUNTED_BACK_STATES, giveTransferId, lateTransferId, refundNoOf, type Contribution } from '../contribution/contribution';
import { contributionRepository } from '../contribution/contribution.repository';
import { lookAtOrder } from '../contribution/look-outside.use-case';
import { MINUTE_MS, minuteOfChinaDay } from '../kernel/clock';
import { resolutionIdOf, type Transfer } from '../ledger/transfer';
import { command, oneOf, store } from '../platform/store';
import { RULES } from '../rules';
import type { BookedPayment, BookedRefund } from './compare-bill';
import type { Bill } from './read-bill';
import type { BookPlace } from './share-out-bill';

/** As many ids one query takes. */
const IDS_MAX = 100;
const PAGE = 1_000;
const DAY_MINUTES = 24 * 60;

const inParts = async <T>(ids: readonly string[], read: (part: readonly string[]) => Promise<readonly T[]>): Promise<readonly T[]> => {
  const all: T[] = [];
  for (let from = 0; from < ids.length; from += IDS_MAX) all.push(...(await read(ids.slice(from, from + IDS_MAX))));
  return all;
};

const byIds = (ids: readonly string[]): Promise<readonly Contribution[]> => inParts([...new Set(ids)], (part) => contributionRepository.list({ where: { _id: oneOf(part) }, limit: part.length }));

const paidOn = async (subMchId: string, day: string): Promise<readonly Contribution[]> => {
  const all: Contribution[] = [];
  for (;;) {
    const page = await contributionRepository.list({ where: { subMchId, paidDay: day, _id: command.gt(all.at(-1)?._id ?? '') }, order: [['_id', 'asc']], limit: PAGE });
    all.push(...page);
    if (page.length < PAGE) return all;
  }
};

const refundedOn = (subMchId: string, day: string): Promise<readonly Contribution[]> => contributionRepository.list({ where: { subMchId, 'refund.askedDay': day }, limit: PAGE });

/** What the ledger moved in for each: posted at once when it came late, else as its order ended. */
const ledgerFenOf = async (contributions: readonly Contribution[]): Promise<ReadonlyMap<string, number>> => {
  const ids = contributions.flatMap(({ _id }) => [resolutionIdOf(giveTransferId(_id)), lateTransferId(_id)]);
  const transfers = await inParts(ids, (part) => store.query<Transfer>('transfers', { where: { _id: oneOf(part) }, limit: part.length }));
  const sums = new Map<string, number>();
  for (const { phase, amount, cause } of transfers) if (phase === 'posted') sums.set(cause.aggregateId, (sums.get(cause.aggregateId) ?? 0) + amount);
  return sums;
};

/** Paid at WeChat and not known here as paid: a callback that was lost and an order nobody asked about since. WeChat is asked now. */
const lookAtUnknown = async (bill: Bill, known: ReadonlySet<string>): Promise<readonly Contribution[]> => {
  const unknown = await byIds(bill.payments.map(({ orderNo }) => orderNo).filter((orderNo) => !known.has(orderNo)));
  for (const contribution of unknown) await lookAtOrder(contribution, false);
  return unknown;
};

/** What our books have of a bill, and whose each order and refund is. */
export interface Booked {
  readonly payments: readonly BookedPayment[];
  readonly refunds: readonly BookedRefund[];
  /** By the numbers of orders and of refunds. */
  readonly placeOf: ReadonlyMap<string, BookPlace>;
}

const placesOf = (contributions: readonly Contribution[]): Booked['placeOf'] =>
  new Map(contributions.flatMap(({ _id, communityId, areaIds }) => [_id, refundNoOf(_id)].map((number) => [number, { communityId, areaIds }] as const)));

/** The day's payments, after WeChat was asked about those we did not know; the refunds that the bill names, and those asked for on that day. */
export const bookedOf = async (bill: Bill, subMchId: string, day: string): Promise<Booked> => {
  const before = await paidOn(subMchId, day);
  const unknown = await lookAtUnknown(bill, new Set(before.map(({ _id }) => _id)));
  const contributions = unknown.length > 0 ? await paidOn(subMchId, day) : before;
  const ledger = await ledgerFenOf(contributions);
  const refunded = await refundsOf(bill, subMchId, day);
  return {
    payments: contributions.map(({ _id, paidFen }) => ({ orderNo: _id, paidFen: paidFen ?? 0, ledgerFen: ledger.get(_id) ?? 0 })),
    refunds: refunded.flatMap((contribution) => bookedRefund(contribution, day)),
    placeOf: placesOf([...unknown, ...refunded, ...contributions]),
  };
};

const isNearMidnight = (atMs: number): boolean => {
  const minute = minuteOfChinaDay(atMs);
  const slack = RULES.reconciliation.midnightMs / MINUTE_MS;
  return minute < slack || minute >= DAY_MINUTES - slack;
};

const refundsOf = async (bill: Bill, subMchId: string, day: string): Promise<readonly Contribution[]> => {
  const named = await byIds(bill.refunds.map(({ orderNo }) => orderNo));
  const asked = await refundedOn(subMchId, day);
  return [...new Map([...named, ...asked].map((contribution) => [contribution._id, contribution])).values()];
};

const bookedRefund = ({ _id, state, refund }: Contribution, day: string): readonly BookedRefund[] =>
  refund === null || !(COUNTED_BACK_STATES as readonly string[]).includes(state) ? [] : [{ refundNo: refundNoOf(_id), amountFen: refund.amountFen, isNearMidnight: refund.askedDay !== day || isNearMidnight(refund.askedAtMs ?? refund.beganAtMs) }];
