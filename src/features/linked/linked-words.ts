import type { LinkedCardView, LinkedView } from '@contract';
import { formatDate, formatMoment } from '@/lib/format';

/** "照腾讯公益 11 月 19 日 10:30 的页面": whose sentence it is and as of when; empty before anybody looked. */
export function mirroredWords({ raisedAtMs, platformName }: Pick<LinkedCardView, 'raisedAtMs' | 'platformName'>, nowMs: number): string {
  return raisedAtMs === null ? '' : `${platformName}上，${formatMoment(raisedAtMs, nowMs)} 看到的`;
}

export function untilWords({ state, endsAtMs }: Pick<LinkedCardView, 'state' | 'endsAtMs'>, nowMs: number): string {
  if (state === 'ended') return '已经结束';
  return `募捐到 ${formatDate(endsAtMs, nowMs)}`;
}

/** What is so when nothing leads to the platform; null when the way is open. */
export function shutWords({ state, link, note }: Pick<LinkedView, 'state' | 'link' | 'note'>): string | null {
  if (link !== null) return null;
  if (state === 'checking') return '还没核对，只有工作人员看得到。';
  if (state === 'refused') return note === '' ? '没有通过，改好再交一次。' : `没有通过：${note}`;
  if (state === 'ended') return note;
  return '公开募捐在这里先停了，请过些日子再来。';
}
