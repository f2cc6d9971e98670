import type { GiftView, RedemptionView } from '@contract';

/** Why a gift can't be chosen now, or null when it can. */
export const notNow = ({ points, stock }: Pick<GiftView, 'points' | 'stock'>, usable: number): string | null => {
  if (stock === 0) return '换完了';
  return usable < points ? `还差 ${points - usable} 分` : null;
};

export const limitText = (limit: GiftView['limit']): string => (limit === 'month' ? '每家每月一份' : '每家每年一份');

/** Where a reserved gift stands. */
export const redemptionLine = ({ state, place, note }: Pick<RedemptionView, 'state' | 'place' | 'note'>): string => {
  switch (state) {
    case 'reserved': return `到${place}取，把下面的码念给对方`;
    case 'fetched': return '取到了';
    case 'cancelled': return note === '' ? '取消了，积分已退回' : `没取成：${note}。积分已退回`;
    case 'expired': return '过了取的日子，积分已退回';
    default: {
      const never: never = state;
      return never;
    }
  }
};

/** "482 915", as somebody reads it out. */
export const spacedCode = (code: string): string => `${code.slice(0, 3)} ${code.slice(3)}`;
