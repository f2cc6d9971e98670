import type { DeliveryDayView } from '@contract';
import { dayValue } from '@/lib/day-value';

type Row = DeliveryDayView['places'][number]['rows'][number];

/** Pure: what stands small below a row; empty where there is nothing to say. */
export const rowNote = ({ shareNote, note, isOverdue }: Pick<Row, 'shareNote' | 'note' | 'isOverdue'>): string => [shareNote, note, isOverdue ? '过了日子，尽快' : ''].filter((words) => words !== '').join(' · ');

/** Pure: WeChat refuses some characters in a file's name. */
export const tableName = (giverName: string, nowMs: number): string => `${giverName.replace(/[\\/:*?"<>|\s]+/g, ' ').trim()} 送货清单 ${dayValue(nowMs)}.csv`;
