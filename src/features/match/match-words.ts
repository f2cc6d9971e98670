import { MATCH_STATE_LABEL, type MatchBudgetView } from '@contract';
import { formatMoney, parseYuan } from '@/lib/format';

export const MATCH_STALE = ['match.mine', 'match.get', 'mutual.get'] as const;

export const ratioText = ({ numerator, denominator }: Pick<MatchBudgetView, 'numerator' | 'denominator'>): string => `每 ${denominator} 元配 ${numerator} 元`;

/** How it stands, in one line. */
export const matchLine = (budget: MatchBudgetView): string =>
  budget.state === 'open' ? `${MATCH_STATE_LABEL.open}，还剩 ${formatMoney(budget.leftFen)}` : MATCH_STATE_LABEL[budget.state];

/** What the reader does next; empty when nothing waits for them. */
export const matchNext = ({ may, budgetFen, leftFen }: Pick<MatchBudgetView, 'may' | 'budgetFen' | 'leftFen'>): string => {
  if (may.decide) return `收款的单位收到 ${formatMoney(budgetFen)}、开了收据，再点“款到了”。`;
  if (may.recordReturn) return `把剩下的 ${formatMoney(leftFen)} 退给店里，再来记下凭证号。`;
  return may.withdraw ? `请把 ${formatMoney(budgetFen)} 交给收款的单位；社区看到收据，就开始配。` : '';
};

export interface OfferForm {
  readonly budget: string;
  readonly numerator: number;
  readonly denominator: number;
  readonly cap: string;
}

/** What is sent; null while an amount is not one. */
export const offerInput = (campaignId: string, { budget, cap, numerator, denominator }: OfferForm) => {
  const [budgetFen, capFenPerPersonDay] = [parseYuan(budget), parseYuan(cap)];
  return budgetFen === null || capFenPerPersonDay === null ? null : { campaignId, budgetFen, numerator, denominator, capFenPerPersonDay };
};
