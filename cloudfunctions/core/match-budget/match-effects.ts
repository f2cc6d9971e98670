import type { Contribution } from '../contribution/contribution';
import { escrowOf } from '../contribution/gift-target';
import type { Effect, EffectOf } from '../effect/effect';
import { deriveId } from '../kernel/ids';
import { matchBudget } from '../ledger/account';

type Matched = Pick<Contribution, '_id' | 'matchBudgetId' | 'matchedFen' | 'matchHeldAtMs' | 'communityId' | 'target' | 'targetTitle' | 'refund'>;

export const matchTransferId = (contributionId: string): string => deriveId('t', 'match', contributionId);

const move = (gift: Matched, about: string, [debitAccount, creditAccount]: readonly [string, string], isPending: boolean, text: string, atMs: number): Effect =>
  ({ kind: 'moveMoney', transferId: deriveId('t', about, gift._id), debitAccount, creditAccount, amountFen: gift.matchedFen, cause: { kind: 'match', aggregateId: gift._id, text }, communityId: gift.communityId, isPending, atMs });

const tell = (gift: Matched, matchBudgetId: string, heldAtMs: number, news: EffectOf<'tellMatch'>['news'], atMs: number): Effect =>
  ({ kind: 'tellMatch', matchBudgetId, contributionId: gift._id, fen: gift.matchedFen, heldAtMs, news, atMs });

/** Pure: what becomes of a gift's match, in the ledger and in its budget; nothing for a gift without one. */
export const matchEffectsOf = (gift: Matched, news: 'ordered' | EffectOf<'tellMatch'>['news'], atMs: number): readonly Effect[] => {
  const { matchBudgetId, matchHeldAtMs, _id, refund } = gift;
  if (matchBudgetId === null || matchHeldAtMs === null || gift.matchedFen === 0) return [];
  const [budget, escrow] = [matchBudget(matchBudgetId), escrowOf(gift.target)];
  switch (news) {
    case 'ordered':
      return [move(gift, 'match', [budget, escrow], true, `配给“${gift.targetTitle}”`, atMs)];
    case 'paid':
      return [{ kind: 'endMoney', transferId: matchTransferId(_id), outcome: 'posted', atMs }, tell(gift, matchBudgetId, matchHeldAtMs, 'paid', atMs)];
    case 'closed':
      return [{ kind: 'endMoney', transferId: matchTransferId(_id), outcome: 'voided', atMs }, tell(gift, matchBudgetId, matchHeldAtMs, 'closed', atMs)];
    case 'refunded':
      // Money that came late or was not what was ordered never had a match.
      return refund?.reason !== 'missed' && refund?.reason !== 'cancelled' ? [] : [move(gift, 'matchBack', [escrow, budget], false, `“${gift.targetTitle}”没有办成，配的退回`, atMs), tell(gift, matchBudgetId, matchHeldAtMs, 'refunded', atMs)];
  }
};
