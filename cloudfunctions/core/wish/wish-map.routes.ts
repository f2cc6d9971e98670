import type { WISH_MAP_ROUTES } from '@contract';
import { isErrand } from '../last-leg/last-leg';
import type { MemberContext } from '../platform/context';
import type { Handlers } from '../platform/router';
import { command, store } from '../platform/store';
import { RULES } from '../rules';
import { streetIdOf } from './wall-order';
import { MAP_FIELDS, wishMapOf, type MappedWish } from './wish-map';

/** On the index the waiting come first, then the done and the taken; what does not fit are windows of houses, not wishes that wait. */
const readMap = (context: MemberContext): Promise<readonly MappedWish[]> =>
  store.query<MappedWish>('wishes', {
    where: { areaIds: streetIdOf(context.member.areaId), wallState: command.in(['claimable', 'done', 'taken']) },
    order: [['wallState', 'asc'], ['publishedAtMs', 'desc'], ['_id', 'desc']],
    limit: RULES.map.wishesRead,
    fields: MAP_FIELDS,
  });

export const wishMapHandlers: Pick<Handlers, keyof typeof WISH_MAP_ROUTES> = {
  'wish.map': async (context) => wishMapOf((await readMap(context)).filter((wish) => !isErrand(wish)), context.member),
};
