import { advanceAggregate, settleAfterCommand as settleKindAfterCommand } from '../aggregate/settle.use-case';
import { WISH_KIND } from './settle-wish';

/** Best effort after a command on a wish; `jobs` does what is left. */
export const settleAfterCommand = (wishId: string, nowMs: number, requestId: string): Promise<void> => settleKindAfterCommand(WISH_KIND, wishId, nowMs, requestId);

/** One due look of `jobs` at a wish. */
export const advanceWish = (wishId: string, nowMs: number): Promise<void> => advanceAggregate(WISH_KIND, wishId, nowMs);
