import { countProposals, proposalsOfRound } from '../match-proposal/match-proposal.repository';
import { RULES } from '../rules';
import type { MatchChange } from './change-match-round';
import { foldedWith, NEW_FOLD, reportOf } from './fold-answers';
import { NEW_WORK, type MatchRound } from './match-round';

/**
 * When nothing is open any more, what was declined is solved again, at most so often; then the report. Until then looked
 * at now and then, and once its time is up, until every answer is noted.
 */
export const lookAtAnswers = async (round: MatchRound, nowMs: number): Promise<MatchChange> => {
  const { lookMs, lateLookMs, passes } = RULES.matchRound;
  const answerByMs = round.answerByMs ?? nowMs;
  if ((await countProposals(round._id, round.pass, 'open')) > 0) return { wakeAtMs: nowMs < answerByMs ? Math.min(answerByMs, nowMs + lookMs) : nowMs + lateLookMs };
  const accepted = await countProposals(round._id, round.pass, 'accepted');
  if (accepted < round.work.sent && round.pass < passes) return { state: 'collecting', pass: round.pass + 1, work: NEW_WORK, answerByMs: null, wakeAtMs: nowMs };
  return { state: 'reporting', fold: NEW_FOLD, work: { ...round.work, phase: 'fold' }, answerByMs: null, wakeAtMs: nowMs };
};

/** A page of answers more; with the last the round is over. */
export const foldAnswers = async (round: MatchRound, nowMs: number): Promise<MatchChange> => {
  const before = round.fold ?? NEW_FOLD;
  const proposals = await proposalsOfRound(round._id, before.after, RULES.matchRound.proposalsPerFold);
  const fold = foldedWith(before, proposals);
  if (proposals.length === RULES.matchRound.proposalsPerFold) return { fold };
  return { state: 'ended', report: reportOf(round, fold), fold: null, endedAtMs: nowMs, work: { ...round.work, phase: 'idle' }, wakeAtMs: nowMs + RULES.matchRound.keptMs };
};
