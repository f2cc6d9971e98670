import { tellAggregate } from '../aggregate/tell.use-case';
import type { EffectOf } from '../effect/effect';
import { RULES } from '../rules';
import { decideReport } from './round-clocks';
import { foldPage } from './round-fold';
import { readFolded, roundRepository, saveFold } from './round.repository';
import { ROUND_KIND } from './settle-round';

/**
 * Makes a round's report: reads its wishes a page at a time and notes the sums in the round after each, so that a run
 * that was killed goes on at its page, and two runs never count one page twice.
 */
export const foldRound = async ({ roundId, atMs }: EffectOf<'foldRound'>): Promise<void> => {
  const pagesMax = RULES.round.wishesMax / RULES.round.foldWishes + 1;
  for (let pages = 0; pages <= pagesMax; pages += 1) {
    const round = await roundRepository.find(roundId);
    if (round === null || round.fold === null) return;
    const page = round.wishIds.slice(round.fold.nextIndex, round.fold.nextIndex + RULES.round.foldWishes);
    if (page.length === 0) return tellAggregate(ROUND_KIND, roundId, (found) => decideReport(found, atMs));
    await saveFold(roundId, round.fold, foldPage(round.fold, await readFolded(page), page.length));
  }
};
