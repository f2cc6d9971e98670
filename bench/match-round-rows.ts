import { measureMatchRound, type MeasuredRound } from './match-round-load';
import type { Row } from './row';

const SIZES = [[500, 75], [1_000, 150], [2_000, 300]] as const;
const LIMIT_SECONDS = 20;
/** Requests a wish at the largest size, of those at half of it: linear, with room for what each page shares. */
const GROWTH_LIMIT = 1.15;

const secondsOf = ({ previewSeconds, sendSeconds }: MeasuredRound): number => previewSeconds + sendSeconds;

/** Rounds of matching end to end, reading and writing included, and how their requests grow. */
export const matchRoundRows = async (): Promise<readonly Row[]> => {
  const measured: MeasuredRound[] = [];
  for (const [wishes, offers] of SIZES) measured.push(await measureMatchRound(wishes, offers));
  const whole: Row[] = measured.map((round) => ({
    what: `a round of ${String(round.wishes)} wishes × ${String(round.offers)} offers, end to end`,
    measured: `${secondsOf(round).toFixed(1)} s (preview ${round.previewSeconds.toFixed(1)} s), ${String(round.requests)} requests, ${String(round.proposals)} proposals, gap ${String(round.figures.dualObjective - round.figures.objective)}`,
    limit: `≤ ${String(LIMIT_SECONDS)} s, gap 0`,
    ok: secondsOf(round) <= LIMIT_SECONDS && round.figures.dualObjective === round.figures.objective,
  }));
  const perWish = measured.map(({ requests, wishes }) => requests / wishes);
  const growth = (perWish[2] ?? 0) / (perWish[1] ?? 1);
  return [...whole, { what: 'requests a wish, 2,000 against 1,000', measured: growth.toFixed(2), limit: `≤ ${String(GROWTH_LIMIT)}`, ok: growth <= GROWTH_LIMIT }];
};
