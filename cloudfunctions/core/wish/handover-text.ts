import { HANDOVER_LABEL, type HandoverKind } from '@contract';
import { isErrand } from '../last-leg/last-leg';
import type { Wish } from './wish';

/** Where a share is handed over, in words: "放到青枫社区驿站". */
export const handoverTextOf = (wish: Pick<Wish, 'handover' | 'stationName' | 'errandFor'>, handover: HandoverKind = wish.handover): string =>
  isErrand(wish) ? `从${wish.stationName || '社区驿站'}取，送到邻居家` :
  handover === 'station' && wish.stationName !== '' ? `放到${wish.stationName}` : HANDOVER_LABEL[handover];
