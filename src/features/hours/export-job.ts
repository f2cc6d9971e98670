import type { ServiceExportView } from '@contract';
import { chinaDate } from '@/lib/format';

/** How far the file of a month has come; kept on the phone, so that it goes on where it stopped. */
export interface ExportJob {
  /** "2026-10"; empty: none was begun. */
  readonly month: string;
  readonly rows: number;
  readonly pieces: number;
  /** Where the next piece begins; null before the first and after the last. */
  readonly cursor: string | null;
  readonly isDone: boolean;
}

export const NO_EXPORT: ExportJob = { month: '', rows: 0, pieces: 0, cursor: null, isDone: false };

export const newExport = (month: string): ExportJob => ({ ...NO_EXPORT, month });

/** After a piece was written to the file. */
export const withPiece = (job: ExportJob, { rows, nextCursor }: Pick<ServiceExportView, 'rows' | 'nextCursor'>): ExportJob => ({ month: job.month, rows: job.rows + rows, pieces: job.pieces + 1, cursor: nextCursor, isDone: nextCursor === null });

export const fileNameOf = ({ month }: Pick<ExportJob, 'month'>): string => `志愿服务时长 ${month}.csv`;

/** "2026-11" and the eleven before it, the newest first. */
export function monthsBack(nowMs: number, count = 12): readonly string[] {
  const { year, month } = chinaDate(nowMs);
  return Array.from({ length: count }, (_unused, index) => {
    const months = year * 12 + (month - 1) - index;
    return `${Math.floor(months / 12)}-${String((months % 12) + 1).padStart(2, '0')}`;
  });
}

/** 2026 年 11 月 */
export const monthWords = (month: string): string => month.replace(/^(\d+)-0?(\d+)$/, '$1 年 $2 月');

/** What the page says of it. */
export function exportWords(job: ExportJob, isRunning: boolean): string {
  if (job.isDone) return job.rows === 0 ? '这个月没有记下的时长。' : `好了，一共 ${job.rows} 条。`;
  if (isRunning) return job.rows === 0 ? '正在取…' : `取了 ${job.rows} 条，还在取…`;
  return job.pieces === 0 ? '' : `取到第 ${job.rows} 条停下了，点一下接着取，不用重来。`;
}
