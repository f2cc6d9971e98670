import type { UseRowView } from '@contract';

/** One line of a plan for money, as it is typed. */
export interface BudgetLineForm {
  readonly useKey: string;
  readonly text: string;
  readonly amountText: string;
}

export const NEW_BUDGET_LINE: BudgetLineForm = { useKey: '', text: '', amountText: '' };

/** What the street's table lets money be spent on, and what is said where nothing can be chosen. */
export interface BudgetUses {
  readonly rows: readonly Pick<UseRowView, 'useKey' | 'label' | 'note'>[];
  /** Empty while there is something to choose from. */
  readonly problem: string;
  /** Present when it did not come. */
  readonly onRetry?: () => unknown;
}

/** Allowed lines of the table; `null` while it is on its way. */
export function budgetUses(rows: readonly UseRowView[] | null, onRetry?: () => unknown): BudgetUses {
  if (rows === null) return onRetry === undefined ? { rows: [], problem: '正在取用途表…' } : { rows: [], problem: '用途表没取到，看看网络再试。写好的都还在。', onRetry };
  const allowed = rows.filter(({ isAllowed }) => isAllowed);
  return { rows: allowed, problem: allowed.length === 0 ? '街道还没写好钱能花在哪儿，先打社区电话问问。不用钱的，现在就能提。' : '' };
}

export const useLabel = ({ label, note }: BudgetUses['rows'][number]): string => (note === '' ? label : `${label}（${note}）`);

/** A use that is not on the table (any more) is chosen anew: its line is sent without one, and the form says so beside it. */
export const withKnownUses = <F extends { readonly lines: readonly BudgetLineForm[] }>(form: F, { rows }: BudgetUses): F => ({
  ...form, lines: form.lines.map((line) => (rows.some(({ useKey }) => useKey === line.useKey) ? line : { ...line, useKey: '' })),
});
