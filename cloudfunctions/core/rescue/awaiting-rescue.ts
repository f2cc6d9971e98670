import { claimsOf, isPending, type Wish } from '../wish/wish';

/** Since when nobody has it in hand: it went on the wall, the last claim ended, or a choice put it back. */
export const quietSinceMs = (wish: Wish): number =>
  claimsOf(wish).reduce((latestMs, claim) => Math.max(latestMs, claim.endedAtMs ?? claim.confirmedAtMs ?? 0), Math.max(wish.publishedAtMs, wish.rescue.sinceMs));

/** On the wall, shares left, and nobody on the way. */
export const isQuiet = (wish: Wish): boolean => wish.state === 'open' && wish.sharesLeft > 0 && !claimsOf(wish).some(isPending);

/** A social worker was told, and nothing has happened since. */
export const isAwaitingRescue = (wish: Wish): boolean => isQuiet(wish) && wish.unclaimedToldAtMs !== null && wish.unclaimedToldAtMs > quietSinceMs(wish);
