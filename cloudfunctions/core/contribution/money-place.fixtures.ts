import { resolutionIdOf, type Transfer } from '../ledger/transfer';
import { giveTransferId, lateTransferId, refundTransferId, type Contribution } from './contribution';

/** Where the fen of one contribution are, from the ledger's transfers alone. */
export interface Place {
  readonly waitingIn: number;
  readonly held: number;
  readonly waitingOut: number;
  readonly out: number;
}

export const placeIn = (transfers: ReadonlyMap<string, Transfer>, contributionId: string): Place => {
  const endOf = (transferId: string): string | undefined => transfers.get(resolutionIdOf(transferId))?.phase;
  const amount = (transferId: string): number => transfers.get(transferId)?.amount ?? 0;
  const [give, late, refund] = [giveTransferId(contributionId), lateTransferId(contributionId), refundTransferId(contributionId)];
  const came = (endOf(give) === 'posted' ? amount(give) : 0) + amount(late);
  const out = endOf(refund) === 'posted' ? amount(refund) : 0;
  return { waitingIn: endOf(give) === undefined ? amount(give) : 0, held: came - out, waitingOut: endOf(refund) === undefined ? amount(refund) : 0, out };
};

/** Every fen of a contribution is in exactly one place, whether or not everything was delivered. @throws where it is not. */
export const checkPlace = ({ _id, state, amountFen, refund, pendingEvents }: Contribution, place: Place, cameFen: number): void => {
  const isSound = place.held >= 0 && place.held + place.out <= cameFen && place.waitingOut <= place.held;
  if (!isSound) throw new Error(`${_id} ${state}: ${JSON.stringify(place)} of ${cameFen}`);
  if (pendingEvents > 0) return;
  const backFen = refund?.amountFen ?? 0;
  const nowhere: Place = { waitingIn: 0, held: 0, waitingOut: 0, out: 0 };
  const expected: Readonly<Record<Contribution['state'], Place>> = {
    ordered: { ...nowhere, waitingIn: amountFen }, entered: { ...nowhere, waitingIn: amountFen }, paid: { ...nowhere, held: amountFen }, confirmed: { ...nowhere, held: amountFen }, closed: nowhere, refused: nowhere,
    refunding: { ...nowhere, held: backFen, waitingOut: backFen }, refundStuck: { ...nowhere, held: backFen, waitingOut: backFen }, returning: { ...nowhere, held: backFen, waitingOut: backFen },
    refunded: { ...nowhere, out: backFen }, returned: { ...nowhere, out: backFen },
  };
  if (JSON.stringify(place) !== JSON.stringify(expected[state])) throw new Error(`${_id} is ${state}, but the ledger says ${JSON.stringify(place)}`);
};
