import type { DifferenceKind } from '@contract';
import type { Bill } from './read-bill';

export interface Difference {
  readonly kind: DifferenceKind;
  readonly number: string;
  readonly billFen: number | null;
  readonly booksFen: number | null;
}

/** A payment as our books have it: what the contribution says came, and what the ledger moved for it. */
export interface BookedPayment {
  readonly orderNo: string;
  readonly paidFen: number;
  /** Posted in the ledger; 0 when nothing is. */
  readonly ledgerFen: number;
}
export interface BookedRefund {
  readonly refundNo: string;
  readonly amountFen: number;
  /** Asked so near midnight that it may stand in the bill of the day beside. */
  readonly isNearMidnight: boolean;
}

const sumOf = (lines: readonly { readonly amountFen: number }[]): number => lines.reduce((sum, { amountFen }) => sum + amountFen, 0);

const comparePayments = (bill: Bill, booked: ReadonlyMap<string, BookedPayment>): readonly Difference[] => [
  ...bill.payments.flatMap(({ orderNo, amountFen }): readonly Difference[] => {
    const ours = booked.get(orderNo);
    if (ours === undefined) return [{ kind: 'paymentUnknown', number: orderNo, billFen: amountFen, booksFen: null }];
    if (ours.paidFen !== amountFen) return [{ kind: 'paymentAmount', number: orderNo, billFen: amountFen, booksFen: ours.paidFen }];
    return ours.ledgerFen === amountFen ? [] : [{ kind: 'ledger', number: orderNo, billFen: amountFen, booksFen: ours.ledgerFen }];
  }),
  ...[...booked.values()].filter(({ orderNo }) => !bill.payments.some((line) => line.orderNo === orderNo)).map(({ orderNo, paidFen }): Difference => ({ kind: 'paymentMissing', number: orderNo, billFen: null, booksFen: paidFen })),
];

const compareRefunds = (bill: Bill, booked: ReadonlyMap<string, BookedRefund>): readonly Difference[] => [
  ...bill.refunds.flatMap(({ refundNo, amountFen }): readonly Difference[] => {
    const ours = booked.get(refundNo);
    if (ours === undefined) return [{ kind: 'refundUnknown', number: refundNo, billFen: amountFen, booksFen: null }];
    return ours.amountFen === amountFen ? [] : [{ kind: 'refundAmount', number: refundNo, billFen: amountFen, booksFen: ours.amountFen }];
  }),
  ...[...booked.values()].filter(({ refundNo, isNearMidnight }) => !isNearMidnight && !bill.refunds.some((line) => line.refundNo === refundNo)).map(({ refundNo, amountFen }): Difference => ({ kind: 'refundMissing', number: refundNo, billFen: null, booksFen: amountFen })),
];

/** A bill that does not come to what it says itself was cut or changed on its way. */
const compareSums = ({ payments, refunds, lines, paidFen, refundedFen }: Bill): readonly Difference[] => [
  ...(lines === payments.length + refunds.length ? [] : [{ kind: 'sum', number: '', billFen: null, booksFen: null } as const]),
  ...(paidFen === sumOf(payments) ? [] : [{ kind: 'sum', number: '', billFen: paidFen, booksFen: sumOf(payments) } as const]),
  ...(refundedFen === sumOf(refunds) ? [] : [{ kind: 'sum', number: '', billFen: refundedFen, booksFen: sumOf(refunds) } as const]),
];

/**
 * Pure: every line of the bill against the contributions, the refunds and the ledger, and the other way round. `booked`
 * holds the payments of that day and all refunds that the bill names or that were asked for that day.
 */
export const compareBill = (bill: Bill, payments: readonly BookedPayment[], refunds: readonly BookedRefund[]): readonly Difference[] => [
  ...compareSums(bill),
  ...comparePayments(bill, new Map(payments.map((payment) => [payment.orderNo, payment]))),
  ...compareRefunds(bill, new Map(refunds.map((refund) => [refund.refundNo, refund]))),
];
