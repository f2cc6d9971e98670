import { changeAggregate } from '../aggregate/settle.use-case';
import type { Result } from '../kernel/result';
import type { CallContext } from '../platform/context';
import { WISH_KIND } from './settle-wish';
import type { Wish } from './wish';
import type { Outcome } from './wish-change';

/** The shell of every command on a standing wish. */
export const changeWish = (context: CallContext, wishId: string, decide: (wish: Wish) => Result<Outcome>): Promise<Wish> => changeAggregate(WISH_KIND, context, wishId, decide);
