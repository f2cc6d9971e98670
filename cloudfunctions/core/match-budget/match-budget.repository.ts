import { aggregateRepository } from '../aggregate/aggregate.repository';
import type { Contribution } from '../contribution/contribution';
import { store } from '../platform/store';
import type { MatchSight } from './hold-match';
import type { MatchBudget, MatchEvent, MatchHold } from './match-budget';

export const matchBudgetRepository = aggregateRepository<MatchBudget, MatchEvent>('matchBudgets');

/** As much of a budget as one gift must know, however many are on their way; null when it is not there. One request. */
export const findMatchSight = async (matchBudgetId: string, contributionId: string, memberId: string): Promise<(MatchSight & { readonly hold: MatchHold | null }) | null> => {
  const fields = ['state', 'leftFen', 'holdCount', `holds.${contributionId}`, 'today.day', 'today.people', `today.used.${memberId}`];
  const [found] = await store.query<MatchSight & { readonly holds?: MatchBudget['holds'] }>('matchBudgets', { where: { _id: matchBudgetId }, limit: 1, fields });
  if (found === undefined) return null;
  const { holds = {}, today, ...sight } = found;
  // A map of which nothing was asked for that stands does not come along.
  return { ...sight, today: { ...today, used: (today as Partial<typeof today>).used ?? {} }, hold: holds[contributionId] ?? null };
};

export type MatchedGift = Pick<Contribution, '_id' | 'matchBudgetId' | 'matchHeldAtMs' | 'matchBackAtMs'>;

export const findMatchedGift = (contributionId: string): Promise<MatchedGift | null> => store.find<MatchedGift>('contributions', contributionId);

/** The gift knows that its match is back. Nobody's act waits for it, so it leaves the revision alone. */
export const noteMatchBack = async (contributionId: string, atMs: number): Promise<void> => {
  await store.update('contributions', { _id: contributionId, matchBackAtMs: null }, { matchBackAtMs: atMs });
};
