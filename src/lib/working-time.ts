/** Working time of staff, as the server counts it: nine till noon and one till six, so eight hours are a day. */
const MINUTES_PER_HOUR = 60;
const MINUTES_PER_WORKING_DAY = 8 * MINUTES_PER_HOUR;

/** Below so much the row turns persimmon: it wants to be next. */
const SOON_MINUTES = 4 * MINUTES_PER_HOUR;

export interface TimeLeft {
  /** The large figure of a row. */
  readonly figure: string;
  readonly unit: string;
  /** The whole thing as a sentence: "还剩 38 分钟". */
  readonly sentence: string;
  readonly tone: 'overdue' | 'soon' | 'calm';
}

/** Pure: working minutes (negative when overdue) in the largest unit that does not flatter. */
export function timeLeft(workingMinutes: number): TimeLeft {
  const minutes = Math.abs(Math.trunc(workingMinutes));
  const { figure, unit } = inUnits(minutes);
  const counted = unit === '工作日' ? `${figure} 个工作日` : `${figure} ${unit}`;
  if (workingMinutes < 0) return { figure, unit, sentence: `过了 ${counted}`, tone: 'overdue' };
  return { figure, unit, sentence: `还剩 ${counted}`, tone: minutes < SOON_MINUTES ? 'soon' : 'calm' };
}

/** Days are rounded down: "1 个工作日" never stands for twenty hours that are not there. */
function inUnits(minutes: number): { figure: string; unit: string } {
  if (minutes < MINUTES_PER_HOUR) return { figure: String(minutes), unit: '分钟' };
  if (minutes < 2 * MINUTES_PER_WORKING_DAY) return { figure: String(Math.floor(minutes / MINUTES_PER_HOUR)), unit: '小时' };
  return { figure: String(Math.floor(minutes / MINUTES_PER_WORKING_DAY)), unit: '工作日' };
}

/** Share of the clock that is left, 0–1, for the ring; a task whose clock is longer than `totalMinutes` shows a full ring. */
export function clockShare(workingMinutes: number, totalMinutes: number): number {
  if (totalMinutes <= 0) return 0;
  return Math.min(1, Math.max(0, workingMinutes / totalMinutes));
}
