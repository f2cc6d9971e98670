import type { PledgeState, PledgeView } from '@contract';

export const PLEDGE_STALE = ['pledge.mine', 'pledge.ofCampaign', 'pledge.waiting', 'mutual.get', 'mutual.list'] as const;

/** "482 915", as one reads it out. */
export const spacedCode = (code: string): string => `${code.slice(0, 3)} ${code.slice(3)}`;

const ENDS: Readonly<Record<Exclude<PledgeState, 'promised' | 'accepted'>, string>> = {
  received: '收到了，谢谢', used: '用过了，谢谢', withdrawn: '取消了', refused: '这次不用了', lapsed: '过了日子，先让别的邻居来', over: '这件事不办了，不用送了',
};

/** How it stands and what comes next, in one line; `untilText` is the last day. */
export const pledgeLine = ({ state, kind, stationName, receivedCount, count, unit, reason }: PledgeView, untilText: string): string => {
  if (state === 'promised') return kind === 'place' ? `等张罗的人回话，最晚 ${untilText}` : `${untilText}前送到${stationName}`;
  if (state === 'accepted') return `说好用了，最晚 ${untilText}`;
  if (state === 'received' && receivedCount !== null && receivedCount < count) return `收到 ${receivedCount} ${unit}，谢谢`;
  return (state === 'refused' || state === 'over') && reason !== '' ? `${ENDS[state]}：${reason}` : ENDS[state];
};

/** Whether it still waits for something. */
export const isWaiting = ({ state }: Pick<PledgeView, 'state'>): boolean => state === 'promised' || state === 'accepted';
