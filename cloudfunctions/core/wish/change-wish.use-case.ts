import { fail, unwrap, type Result } from '../kernel/result';
import type { CallContext } from '../platform/context';
import { settleAfterCommand } from './settle-wish.use-case';
import type { Wish } from './wish';
import { applyChange, type Outcome } from './wish-change';
import { wishRepository } from './wish.repository';

/**
 * The shell of every command on a standing wish: read, decide, one guarded update; when the guard did not hold, one
 * re-read says why. What the command caused is delivered before it answers, bounded and best effort.
 * @returns the wish after the command, also when this very act was carried out before.
 * @throws RefusedError with what `decide` refuses, NOT_FOUND, or BUSY when the wish changed twice meanwhile.
 */
export const changeWish = async (context: CallContext, wishId: string, decide: (wish: Wish) => Result<Outcome>): Promise<Wish> => {
  const wish = await wishRepository.get(wishId);
  const first = unwrap(decide(wish));
  if (first.kind === 'replay') return wish;
  if (await wishRepository.change(wishId, first.change)) {
    await settleAfterCommand(wishId, context.nowMs, context.requestId);
    return applyChange(wish, first.change);
  }
  const again = await wishRepository.get(wishId);
  return unwrap(decide(again)).kind === 'replay' ? again : fail('BUSY');
};
