import { HANDOVER_LABEL, type HandoverKind } from '@contract';
import type { Wish } from './wish';

/** Where a share is handed over, in words: "放到青枫社区驿站". */
export const handoverTextOf = (wish: Pick<Wish, 'handover' | 'stationName'>, handover: HandoverKind = wish.handover): string =>
  handover === 'station' && wish.stationName !== '' ? `放到${wish.stationName}` : HANDOVER_LABEL[handover];
