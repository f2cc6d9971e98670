import { ACTIVITY_KIND_LABEL } from '@contract';
import { chinaDay, chinaTimeText } from '../kernel/clock';
import { csvLine } from '../kernel/csv';
import { RULES } from '../rules';
import type { ServiceRecord } from './service-record';

/** What a row is made of; nothing else leaves the database for it. */
export const EXPORT_FIELDS = ['memberName', 'title', 'organiserName', 'kind', 'fromMs', 'toMs', 'minutes', 'countedMinutes', 'recordedByName', 'source', 'reason'] as const satisfies readonly (keyof ServiceRecord)[];
export type ExportRow = Pick<ServiceRecord, '_id' | (typeof EXPORT_FIELDS)[number]>;

/** To be checked against the template of 全国志愿服务信息系统, which gives each volunteer a number of its own (docs/service-hours.md). */
const HEAD = ['姓名', '志愿者编号', '项目名称', '组织', '岗位', '开始时间', '结束时间', '时长(小时)', '记录人', '备注'] as const;

export const csvHead = (): string => csvLine(HEAD);

const momentText = (atMs: number): string => `${chinaDay(atMs)} ${chinaTimeText(atMs).padStart(5, '0')}`;
const HUNDREDTHS = 100;
/** Hours to the hundredth: 100 minutes are 1.67. */
const hoursOf = (minutes: number): number => Math.round((minutes * HUNDREDTHS) / 60) / HUNDREDTHS;

const noteOf = ({ source, reason, minutes, countedMinutes }: ExportRow): string =>
  [source === 'backEntry' ? `补记：${reason}` : '', countedMinutes < minutes ? `当天满 ${RULES.service.minutesADayMax / 60} 小时，实际 ${minutes} 分钟` : ''].filter((part) => part !== '').join('；');

export const csvRow = (row: ExportRow): string =>
  csvLine([row.memberName, '', row.title, row.organiserName, ACTIVITY_KIND_LABEL[row.kind], momentText(row.fromMs), momentText(row.toMs), hoursOf(row.countedMinutes), row.recordedByName, noteOf(row)]);

/** Pure: as many rows as fit, at least one of those there are. */
export const piecesOf = (rows: readonly ExportRow[], bytesMax: number): { readonly csv: string; readonly taken: readonly ExportRow[] } => {
  const lines: string[] = [];
  let bytes = 0;
  for (const row of rows) {
    const line = csvRow(row);
    bytes += Buffer.byteLength(line);
    if (lines.length > 0 && bytes > bytesMax) break;
    lines.push(line);
  }
  return { csv: lines.join(''), taken: rows.slice(0, lines.length) };
};
