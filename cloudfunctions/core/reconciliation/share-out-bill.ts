import type { Difference } from './compare-bill';
import type { Bill } from './read-bill';

/** A community, as a contribution and an account say it. */
export interface BookPlace {
  readonly communityId: string;
  readonly areaIds: readonly string[];
}

/** What of a bill is one community's. */
export interface BillShare {
  readonly place: BookPlace;
  readonly payments: number;
  readonly paidFen: number;
  readonly refunds: number;
  readonly refundedFen: number;
  readonly differences: readonly Difference[];
}

const sumOf = (lines: readonly { readonly amountFen: number }[]): number => lines.reduce((sum, { amountFen }) => sum + amountFen, 0);

/**
 * Pure: each line and each difference to the community whose contribution it is; `placeOf` knows orders and refunds by
 * their numbers. A line that no book knows is the first community's; what is about the bill itself is everybody's,
 * because nobody's books are proved by it. The shares together are the bill, line by line and fen by fen.
 */
export const shareOutBill = (bill: Bill, differences: readonly Difference[], placeOf: ReadonlyMap<string, BookPlace>, accounts: readonly BookPlace[]): readonly BillShare[] => {
  const places = new Map([...accounts, ...placeOf.values()].map((place) => [place.communityId, place]));
  const isOf = ({ communityId }: BookPlace) => (number: string): boolean => (placeOf.get(number) ?? accounts[0])?.communityId === communityId;
  return [...places.values()].map((place) => {
    const isTheirs = isOf(place);
    const payments = bill.payments.filter(({ orderNo }) => isTheirs(orderNo));
    const refunds = bill.refunds.filter(({ refundNo }) => isTheirs(refundNo));
    return { place, payments: payments.length, paidFen: sumOf(payments), refunds: refunds.length, refundedFen: sumOf(refunds), differences: differences.filter(({ number }) => number === '' || isTheirs(number)) };
  });
};
