import { DAY_PART_LABEL, WEEK_DAY_LABEL, WEEK_SLOTS_ALL } from '@contract';
import { chinaDay, DAY_MS } from '../kernel/clock';

const PARTS = DAY_PART_LABEL.length;
const DAYS = WEEK_DAY_LABEL.length;
const SLOTS = DAYS * PARTS;
const PARTS_OF_A_DAY = 2 ** PARTS - 1;

/** Monday is 0. */
export const weekdayOf = (atMs: number): number => (new Date(`${chinaDay(atMs)}T00:00:00Z`).getUTCDay() + DAYS - 1) % DAYS;

export const countSlots = (slots: number): number => {
  let count = 0;
  for (let rest = slots; rest !== 0; rest &= rest - 1) count += 1;
  return count;
};

/** Times of the week that still come until then, today's among them; after a week all. */
export const slotsUntil = (nowMs: number, untilMs: number): number => {
  if (untilMs - nowMs >= DAYS * DAY_MS) return WEEK_SLOTS_ALL;
  const [today, days] = [weekdayOf(nowMs), Math.max(0, Math.floor((untilMs - nowMs) / DAY_MS)) + 1];
  return Array.from({ length: Math.min(DAYS, days) }, (_day, index) => PARTS_OF_A_DAY << (((today + index) % DAYS) * PARTS)).reduce((all, day) => all | day, 0);
};

/** The first of these times from a day of the week on, as people say it: "周六上午". Null where there is none. */
export const firstSlotText = (slots: number, fromDay: number): string | null => {
  for (let step = 0; step < SLOTS; step += 1) {
    const slot = (fromDay * PARTS + step) % SLOTS;
    if ((slots & (1 << slot)) !== 0) return `${WEEK_DAY_LABEL[Math.floor(slot / PARTS)] ?? ''}${DAY_PART_LABEL[slot % PARTS] ?? ''}`;
  }
  return null;
};
