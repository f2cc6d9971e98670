import { formatMoney } from '@/lib/format';

export interface Goal {
  /** What has really come, in fen. */
  readonly settledFen: number;
  /** Below it everything goes back. */
  readonly minimumFen: number | null;
  readonly optimumFen: number | null;
}

const shareOf = (partFen: number, wholeFen: number): number => (wholeFen <= 0 ? 0 : Math.round(Math.min(Math.max(partFen / wholeFen, 0), 1) * 1000) / 10);

/** How far the bar is filled and where its tick stands, in percent; no tick where the minimum is all there is. */
export function goalShares({ settledFen, minimumFen, optimumFen }: Goal): { readonly filled: number; readonly tick: number | null } {
  const wholeFen = optimumFen ?? minimumFen ?? 0;
  const hasTick = minimumFen !== null && minimumFen < wholeFen;
  // A fen short of the tick may not look as if it had reached it.
  const filled = shareOf(settledFen, wholeFen);
  const tick = hasTick ? shareOf(minimumFen, wholeFen) : null;
  const isShort = tick !== null && settledFen < (minimumFen ?? 0) && filled >= tick;
  return { filled: isShort ? Math.max(tick - 0.5, 0) : filled, tick };
}

/** What stands under the tick. */
export function minimumWords({ settledFen, minimumFen }: Goal, reached: string): string {
  if (minimumFen === null) return '';
  return settledFen >= minimumFen ? reached : `还差 ${formatMoney(minimumFen - settledFen)}`;
}

/** What stands at the end of the bar: what more would bring, or that this has come too. */
export const optimumWords = ({ settledFen, optimumFen }: Goal, more: string): string => (optimumFen !== null && settledFen >= optimumFen ? '也够了' : more);

/** For who hears the page: the same as the bar shows. */
export function spokenGoal(goal: Goal): string {
  const { settledFen, minimumFen, optimumFen } = goal;
  return [`已有 ${formatMoney(settledFen)}`, minimumFen === null ? '' : `最低 ${formatMoney(minimumFen)}`, optimumFen === null || optimumFen === minimumFen ? '' : `最好 ${formatMoney(optimumFen)}`].filter((words) => words !== '').join('，');
}
