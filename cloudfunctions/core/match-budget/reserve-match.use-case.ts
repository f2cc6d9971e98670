import { RULES } from '../rules';
import { holdMove, wantedFen, type MatchAsked } from './hold-match';
import type { MatchTerms } from './match-budget';
import { findMatchSight, matchBudgetRepository } from './match-budget.repository';

/** What the budget keeps for a gift, and since when: both together are this hold and no other. */
export interface MatchKept {
  readonly fen: number;
  readonly heldAtMs: number;
}

/**
 * Keeps what a gift is matched with, before it is paid; null when nothing is left, or too many gifts are on their way. What
 * is left and the giver's day are read, then both change in one update that holds only while they are as they were read:
 * two requests, two more for whoever lost a race. The same gift again gets what it has. Killed before the gift is written,
 * the budget asks after what it keeps.
 */
export const reserveMatch = async (terms: MatchTerms, asked: MatchAsked): Promise<MatchKept | null> => {
  const { matchBudgetId } = terms;
  const { contributionId, nowMs } = asked;
  for (let tries = 0; tries < RULES.match.tries; tries += 1) {
    const sight = await findMatchSight(matchBudgetId, contributionId, asked.memberId);
    if (sight === null) return null;
    if (sight.hold !== null) return { fen: sight.hold.fen, heldAtMs: sight.hold.atMs };
    const fen = wantedFen(sight, terms, asked);
    if (fen === 0) return null;
    if (await matchBudgetRepository.adjust(matchBudgetId, holdMove(sight, asked, fen), nowMs + RULES.match.askAfterMs)) return { fen, heldAtMs: nowMs };
  }
  return null;
};
