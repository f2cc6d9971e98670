import type { LedgerLineKind } from '@contract';
import { parseAccount } from '../ledger/account';
import type { Posting } from '../ledger/posting';
import { transferIdOfPosting } from '../ledger/posting';
import type { Transfer } from '../ledger/transfer';
import type { Movement } from './public-day';

/** Which campaign an account belongs to, and as what the public ledger names it; null for accounts that are not in it. */
export const bookPlaceOf = (address: string): { readonly campaignId: string; readonly account: string } | null => {
  const { owner, id, purse } = parseAccount(address);
  if (owner !== 'campaign') return null;
  if (purse === 'funds') return { campaignId: id, account: 'funds' };
  const stage = /^(.+)_(s\d+)$/.exec(id);
  // What came too late never was the campaign's: it goes back from an account of its own.
  return purse === 'escrow' && stage !== null ? { campaignId: stage[1] ?? '', account: stage[2] ?? '' } : null;
};

/** Reasons of refunds that give a whole stage back. */
const WHOLE_STAGE: readonly string[] = ['missed', 'cancelled'];

const kindOf = (transfer: Transfer, other: string): LedgerLineKind => {
  const { owner, purse } = parseAccount(other);
  if (owner === 'match') return 'match';
  if (owner !== 'community') return 'carried';
  switch (purse) {
    case 'received':
      return transfer.cause.kind === 'cash' ? 'cash' : 'gifts';
    case 'refunded':
      return WHOLE_STAGE.includes(transfer.cause.kind) ? 'returned' : 'refunds';
    case 'paidOut':
      return 'spending';
    default:
      return 'carried';
  }
};

/** Whose line it is: one a day for gifts, cash and refunds, one a source for matches, one each for the rest. */
const lineIdOf = (transfer: Transfer, kind: LedgerLineKind, other: string): string => {
  if (kind === 'match') return `match ${other}`;
  return kind === 'spending' || kind === 'carried' ? transfer._id : kind;
};

/** What one posting means for the public ledger; null when nothing moved, or only from one of its accounts to another. */
export const movementOf = (posting: Pick<Posting, '_id'>, transfers: ReadonlyMap<string, Transfer>, firstContributionIds: ReadonlySet<string>): Movement | null => {
  const transfer = transfers.get(transferIdOfPosting(posting._id));
  if (transfer === undefined) throw new Error(`posting ${posting._id} has no transfer`);
  if (transfer.phase !== 'posted') return null;
  const isCredit = posting._id.endsWith('~credit');
  const own = isCredit ? transfer.creditAccount : transfer.debitAccount;
  const other = isCredit ? transfer.debitAccount : transfer.creditAccount;
  if (bookPlaceOf(other)?.campaignId === bookPlaceOf(own)?.campaignId) return null;
  const kind = kindOf(transfer, other);
  const isGift = kind === 'gifts' || kind === 'cash';
  return {
    lineId: lineIdOf(transfer, kind, other), kind, amountFen: isCredit ? transfer.amount : -transfer.amount, isFirstOfGiver: isGift && firstContributionIds.has(transfer.cause.aggregateId),
    text: kind === 'match' || kind === 'spending' || kind === 'carried' ? transfer.cause.text : '', spendingId: kind === 'spending' ? transfer.cause.aggregateId : null,
  };
};
