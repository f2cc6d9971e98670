import { tellAggregate } from '../aggregate/tell.use-case';
import type { EffectOf } from '../effect/effect';
import { WISH_KIND } from '../wish/settle-wish';
import { wishRepository } from '../wish/wish.repository';
import { decideDrop, decideJoin, decideLeave, holdsWish } from './round-wishes';
import { roundRepository } from './round.repository';
import { ROUND_KIND } from './settle-round';

/** The round changed its mind while the wish was told: told again, so often. */
const ALIGN_TRIES = 3;

/**
 * Brings one wish in line with its round, whichever order deliveries arrive in: it reads what the round says now, tells
 * the wish, and looks again. A wish that stands in another round or is over does not join; then its place is given back.
 */
export const alignRound = async ({ roundId, wishId, atMs }: EffectOf<'alignRound'>): Promise<void> => {
  let isWanted = holdsWish(await roundRepository.find(roundId), wishId);
  for (let tries = 0; tries < ALIGN_TRIES; tries += 1) {
    const wanted = isWanted;
    await tellAggregate(WISH_KIND, wishId, (wish) => (wanted ? decideJoin(wish, roundId, atMs) : decideLeave(wish, roundId, atMs)));
    isWanted = holdsWish(await roundRepository.find(roundId), wishId);
    if (isWanted === wanted) break;
  }
  if (!isWanted || (await wishRepository.find(wishId))?.roundId === roundId) return;
  await tellAggregate(ROUND_KIND, roundId, (round) => decideDrop(round, wishId, atMs));
};
