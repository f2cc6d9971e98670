import type { Contribution } from '../../../cloudfunctions/core/contribution/contribution';
import { chinaDay } from '../../../cloudfunctions/core/kernel/clock';
import type { MatchBudget } from '../../../cloudfunctions/core/match-budget/match-budget';
import type { Community } from './community';

/** People whose gifts of one day were matched with more than the cap, told by the gifts themselves. */
export const beyondCap = (community: Community): readonly string[] => {
  const caps = new Map(community.documents<MatchBudget>('matchBudgets').map(({ _id, capFenPerPersonDay }) => [_id, capFenPerPersonDay]));
  const sums = new Map<string, { readonly fen: number; readonly capFen: number }>();
  for (const { state, matchBudgetId, matchHeldAtMs, giverId, matchedFen } of community.documents<Contribution>('contributions')) {
    if (state === 'closed' || matchBudgetId === null) continue;
    const key = `${matchBudgetId} ${giverId ?? ''} ${chinaDay(matchHeldAtMs ?? 0)}`;
    sums.set(key, { fen: (sums.get(key)?.fen ?? 0) + matchedFen, capFen: caps.get(matchBudgetId) ?? 0 });
  }
  return [...sums].flatMap(([key, { fen, capFen }]) => (fen > capFen ? [key] : []));
};
