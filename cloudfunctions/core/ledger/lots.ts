import { chinaDay, startOfChinaDayMs } from '../kernel/clock';

/**
 * Usable amounts by the last day they are valid on, "2027-12-31" in UTC+8. What is used comes from the earliest, and what
 * comes back has the day it had.
 */
export type Lots = Readonly<Record<string, number>>;

/** The day of what stays for ever: hours, money. Later than any other. */
export const FOREVER = '9999-12-31';

export const lotDayOf = (validUntilMs: number | null): string => (validUntilMs === null ? FOREVER : chinaDay(validUntilMs));

/** Valid to the end of the next calendar year (RULES.md section 5): its last moment in UTC+8. */
export const validUntilMsOf = (postedAtMs: number): number => startOfChinaDayMs(`${Number(chinaDay(postedAtMs).slice(0, 4)) + 2}-01-01`) - 1;

const withoutNoughts = (lots: Lots): Lots => Object.fromEntries(Object.entries(lots).filter(([, amount]) => amount !== 0));

export const sumOf = (lots: Lots): number => Object.values(lots).reduce((sum, amount) => sum + amount, 0);

/** Pure: sums by day; what went out is below nought. */
export const addLots = (a: Lots, b: Lots): Lots => {
  const sums: Record<string, number> = { ...a };
  for (const [day, amount] of Object.entries(b)) sums[day] = (sums[day] ?? 0) + amount;
  return withoutNoughts(sums);
};

export const negated = (lots: Lots): Lots => Object.fromEntries(Object.entries(lots).map(([day, amount]) => [day, -amount]));

/** Pure: which lots an amount comes from, the one that ends first before others; `first` before all. @throws when there is not so much. */
export const earliestLots = (lots: Lots, amount: number, first?: string): Lots => {
  let left = amount;
  const taken: Record<string, number> = {};
  const days = Object.keys(lots).sort();
  for (const day of first === undefined ? days : [first, ...days.filter((other) => other !== first)]) {
    const part = Math.min(lots[day] ?? 0, left);
    if (part > 0) taken[day] = part;
    left -= part;
  }
  if (left > 0) throw new Error(`the account lacks ${left}`);
  return taken;
};
