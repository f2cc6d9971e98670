import { DAY_PART_LABEL, WEEK_DAY_LABEL, WEEK_SLOTS_ALL } from '@contract';

const PARTS = DAY_PART_LABEL.length;

/** Bit of one time of the week; Monday and the morning are 0. */
export const slotBit = (day: number, part: number): number => 1 << (day * PARTS + part);

export const hasSlot = (slots: number, day: number, part: number): boolean => (slots & slotBit(day, part)) !== 0;

export const toggleSlot = (slots: number, day: number, part: number): number => slots ^ slotBit(day, part);

const dayBits = (day: number): number => (2 ** PARTS - 1) << (day * PARTS);

export const isWholeDay = (slots: number, day: number): boolean => (slots & dayBits(day)) === dayBits(day);

/** A tap on the day: all of it, or none where it was all. */
export const toggleDay = (slots: number, day: number): number => (isWholeDay(slots, day) ? slots & ~dayBits(day) : slots | dayBits(day));

const bitsOf = (days: readonly number[], parts: readonly number[]): number => days.reduce((all, day) => parts.reduce((some, part) => some | slotBit(day, part), all), 0);

const WORKDAYS = [0, 1, 2, 3, 4];
const WEEKEND = [5, 6];

/** What people mostly say, in one tap. */
export const SLOT_PRESETS: readonly { readonly label: string; readonly slots: number }[] = [
  { label: '什么时候都行', slots: WEEK_SLOTS_ALL },
  { label: '工作日白天', slots: bitsOf(WORKDAYS, [0, 1]) },
  { label: '每天晚上', slots: bitsOf([...WORKDAYS, ...WEEKEND], [2]) },
  { label: '周末白天', slots: bitsOf(WEEKEND, [0, 1]) },
];

export const DAYS = WEEK_DAY_LABEL.map((label, day) => ({ label, day }));
export const DAY_PARTS = DAY_PART_LABEL.map((label, part) => ({ label, part }));
