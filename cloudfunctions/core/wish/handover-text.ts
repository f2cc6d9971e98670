import { HANDOVER_LABEL, type HandoverKind } from '@contract';
import { chinaDayPartText } from '../kernel/clock';
import { isErrand } from '../last-leg/last-leg';
import type { Wish } from './wish';

/** Where a share is handed over, in words: "放到青枫社区驿站". */
export const handoverTextOf = (wish: Pick<Wish, 'handover' | 'stationName' | 'errandFor'>, handover: HandoverKind = wish.handover): string =>
  isErrand(wish) ? `从${wish.stationName || '社区驿站'}取，送到邻居家` :
  handover === 'station' && wish.stationName !== '' ? `放到${wish.stationName}` : HANDOVER_LABEL[handover];

/** Day and way in one breath: "约好 11 月 21 日下午，放到青枫社区驿站", "约好 11 月 21 日上午上门". */
export const appointmentText = (wish: Pick<Wish, 'handover' | 'stationName' | 'errandFor'>, plan: { readonly deliverAtMs: number; readonly handover: HandoverKind }): string => {
  const day = `约好 ${chinaDayPartText(plan.deliverAtMs)}`;
  return plan.handover === 'home' && !isErrand(wish) ? `${day}上门` : `${day}，${handoverTextOf(wish, plan.handover)}`;
};
