import { tellAggregate } from '../aggregate/tell.use-case';
import type { EffectOf } from '../effect/effect';
import { WISH_KIND } from '../wish/settle-wish';
import { wishRepository } from '../wish/wish.repository';
import { decideDrop, decideJoin, decideLeave, holdsWish } from './round-wishes';
import { readEnded, roundRepository } from './round.repository';
import { ROUND_KIND } from './settle-round';

const NONE: ReadonlySet<string> = new Set();

/** The round changed its mind while the wish was told: told again, so often. */
const ALIGN_TRIES = 3;

/** True when the wish stands in this round afterwards, since the one it stood in is over. */
const moveOver = async (roundId: string, wishId: string, standsIn: string, atMs: number): Promise<boolean> => {
  const ended = await readEnded([standsIn]);
  if (ended.size === 0) return false;
  await tellAggregate(WISH_KIND, wishId, (wish) => decideJoin(wish, roundId, ended, atMs));
  return (await wishRepository.find(wishId))?.roundId === roundId;
};

/**
 * Brings one wish in line with its round, whichever order deliveries arrive in: it reads what the round says now, tells
 * the wish, and looks again. A wish of a round that is over moves to this one; one that stands in a running round or is
 * over itself does not join; then its place is given back.
 */
export const alignRound = async ({ roundId, wishId, atMs }: EffectOf<'alignRound'>): Promise<void> => {
  let isWanted = holdsWish(await roundRepository.find(roundId), wishId);
  for (let tries = 0; tries < ALIGN_TRIES; tries += 1) {
    const wanted = isWanted;
    await tellAggregate(WISH_KIND, wishId, (wish) => (wanted ? decideJoin(wish, roundId, NONE, atMs) : decideLeave(wish, roundId, atMs)));
    isWanted = holdsWish(await roundRepository.find(roundId), wishId);
    if (isWanted === wanted) break;
  }
  if (!isWanted) return;
  const standsIn = (await wishRepository.find(wishId))?.roundId ?? null;
  if (standsIn === roundId || (standsIn !== null && (await moveOver(roundId, wishId, standsIn, atMs)))) return;
  await tellAggregate(ROUND_KIND, roundId, (round) => decideDrop(round, wishId, atMs));
};
