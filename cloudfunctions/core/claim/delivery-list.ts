import type { DeliveryDayView, DeliveryListView } from '@contract';
import { chinaDateText } from '../kernel/clock';
import { BYTE_ORDER_MARK, csvLine } from '../kernel/csv';
import type { ClaimRecord } from './claim-record';

/** What still has to be handed over; the rest waits for the other side. */
const isToDeliver = (claim: ClaimRecord): boolean => claim.state === 'held' || claim.state === 'planned';

const UNPLANNED = '还没定哪天';

/** Day as a number that sorts: unplanned ones last, since nobody can set out with them yet. */
const dayKeyOf = (claim: ClaimRecord): string => (claim.plan === null ? UNPLANNED : chinaDateText(claim.plan.deliverAtMs));

const groupBy = <T>(items: readonly T[], keyOf: (item: T) => string): ReadonlyMap<string, readonly T[]> => {
  const groups = new Map<string, T[]>();
  for (const item of items) groups.set(keyOf(item), [...(groups.get(keyOf(item)) ?? []), item]);
  return groups;
};

const sharesOf = (claims: readonly ClaimRecord[]): number => claims.reduce((sum, claim) => sum + claim.shares, 0);

const rowOf = (claim: ClaimRecord): DeliveryDayView['places'][number]['rows'][number] => ({ claimId: claim._id, wishId: claim.wishId, title: claim.wishTitle, pictureKey: claim.pictureKey, shares: claim.shares, shareNote: claim.shareNote, note: claim.plan?.note ?? '', isOverdue: claim.isOverdue });

const dayOf = (dayText: string, claims: readonly ClaimRecord[]): DeliveryDayView => ({
  dayText,
  shareCount: sharesOf(claims),
  places: [...groupBy(claims, (claim) => claim.handoverText)].map(([placeText, rows]) => ({ placeText, rows: rows.map(rowOf) })),
});

const linesOf = (day: DeliveryDayView): readonly string[] => [
  `【${day.dayText}】${day.shareCount} 份`,
  ...day.places.flatMap((place) => [`· ${place.placeText}`, ...place.rows.map((row) => `  □ ${row.title}${row.shareNote === '' ? '' : `（${row.shareNote}）`} × ${row.shares}${row.isOverdue ? '（过了日子，尽快）' : ''}`)]),
];

const TABLE_HEAD = ['哪天', '送到哪里', '心愿', '份数', '每份', '约好的话', '过了日子', '送到了'] as const;

/** The same rows as a table; the last column is left to tick. */
const csvOf = (days: readonly DeliveryDayView[]): string => {
  const rows = days.flatMap(({ dayText, places }) => places.flatMap(({ placeText, rows: there }) => there.map((row) => [dayText, placeText, row.title, row.shares, row.shareNote, row.note, row.isOverdue ? '尽快' : '', ''])));
  return `${BYTE_ORDER_MARK}${[[...TABLE_HEAD], ...rows].map(csvLine).join('')}`;
};

/** Pure: what a party has to hand over, by day and place, with the same as text to send around and as a table. Nobody's name stands in it. */
export const deliveryListView = (giverName: string, claims: readonly ClaimRecord[], nowMs: number): DeliveryListView => {
  const open = claims.filter(isToDeliver).sort((a, b) => (a.plan?.deliverAtMs ?? Number.MAX_SAFE_INTEGER) - (b.plan?.deliverAtMs ?? Number.MAX_SAFE_INTEGER) || (a._id < b._id ? -1 : 1));
  const days = [...groupBy(open, dayKeyOf)].map(([dayText, group]) => dayOf(dayText, group));
  const head = `${giverName} 送货清单（${chinaDateText(nowMs)}）：${new Set(open.map((claim) => claim.wishId)).size} 个心愿，${sharesOf(open)} 份`;
  return {
    giverName,
    madeAtMs: nowMs,
    wishCount: new Set(open.map((claim) => claim.wishId)).size,
    shareCount: sharesOf(open),
    days,
    text: [head, ...days.flatMap(linesOf), '送到后在“邻愿”里拍张照说一声，谢谢大家。'].join('\n'),
    csv: csvOf(days),
  };
};
