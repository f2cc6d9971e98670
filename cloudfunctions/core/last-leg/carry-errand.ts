import type { Giver } from '../claim/giver';
import { partiesOf } from '../member/member';
import { refuse } from '../kernel/result';
import type { Wish } from '../wish/wish';

/** Why this giver may not carry; null when they may, and for every other wish. Refuses LAST_LEG_NOT_YOURS, WISH_STATE_CHANGED. */
export const carrierRefusalOf = (wish: Pick<Wish, 'errandFor'>, giver: Giver): ReturnType<typeof refuse> | null => {
  const { errandFor } = wish;
  if (!errandFor) return null;
  if (errandFor.isOver) return refuse('WISH_STATE_CHANGED', { message: '这一趟不用跑了，谢谢您。' });
  if (giver.kind !== 'member') return refuse('LAST_LEG_NOT_YOURS');
  if (partiesOf(giver.contact).includes(errandFor.giverId)) return refuse('LAST_LEG_NOT_YOURS', { message: '这件就是您送的；想送到家，请对方点“可以送到家”，您再改一下约好的日子。' });
  return null;
};
