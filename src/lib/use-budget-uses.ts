import { type BudgetUses, budgetUses } from './budget-uses';
import { useApiQuery } from './use-api';

/** The street's table for a form that plans money. */
export function useBudgetUses(): BudgetUses {
  const { data, failure, refresh } = useApiQuery('uses.get', {});
  return budgetUses(data?.rows ?? null, failure === null ? undefined : refresh);
}
