import { DAY_MS, HOUR_MS, MINUTE_MS } from '../../../cloudfunctions/core/kernel/clock';

/** The demo begins on Friday, 20 November 2026, at 9:41 in UTC+8. */
export const DEMO_NOW_ISO = '2026-11-20T09:41:00+08:00';
export const DEMO_NOW_MS = Date.parse(DEMO_NOW_ISO);

export const daysBefore = (days: number): number => DEMO_NOW_MS - Math.round(days * DAY_MS);
export const hoursBefore = (hours: number): number => DEMO_NOW_MS - Math.round(hours * HOUR_MS);
export const minutesAfter = (atMs: number, minutes: number): number => atMs + Math.round(minutes * MINUTE_MS);
export const hoursAfter = (atMs: number, hours: number): number => atMs + Math.round(hours * HOUR_MS);

/** A moment of a day in UTC+8, e.g. `at('2026-11-19', '15:20')`. */
export const at = (day: string, time: string): number => Date.parse(`${day}T${time}:00+08:00`);
