/** Times as WeChat Pay writes them: always those of China. */

const CHINA_OFFSET_MS = 8 * 60 * 60 * 1000;
export const DAY_MS = 24 * 60 * 60 * 1000;

const digits = (atMs: number): string => new Date(atMs + CHINA_OFFSET_MS).toISOString().replace(/\D/g, '');

/** yyyyMMddHHmmss */
export const stampOf = (atMs: number): string => digits(atMs).slice(0, 14);

/** yyyyMMdd */
export const dayOf = (atMs: number): string => digits(atMs).slice(0, 8);

/** 0 to 23 in China. */
export const hourOf = (atMs: number): number => Number(digits(atMs).slice(8, 10));

/** yyyy-MM-dd HH:mm:ss */
export const momentOf = (atMs: number): string => new Date(atMs + CHINA_OFFSET_MS).toISOString().slice(0, 19).replace('T', ' ');

/** Reads yyyyMMddHHmmss; NaN when it is none. */
export function parseStamp(stamp: string): number {
  const parts = /^(\d{4})(\d\d)(\d\d)(\d\d)(\d\d)(\d\d)$/.exec(stamp);
  return parts === null ? NaN : Date.parse(`${parts.slice(1, 4).join('-')}T${parts.slice(4, 7).join(':')}+08:00`);
}
