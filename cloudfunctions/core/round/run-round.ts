import { accept, refuse, type Result } from '../kernel/result';
import type { Step } from '../aggregate/step';
import type { Member } from '../member/member';
import { timesRefusalOf } from './make-round';
import { newFold } from './round-fold';
import type { Round } from './round';
import { beginRoundStep, bySomebody, roundChanged, type RoundOutcome } from './round-step';

export type RoundWords = Pick<Round, 'title' | 'theme' | 'startsAtMs' | 'endsAtMs'>;

/** Words and times. Once it runs its beginning stands. Refusals: OUT_OF_AREA, ROUND_STATE_CHANGED, BAD_INPUT, OPERATION_REUSED. */
export const decideUpdate = (round: Round, words: RoundWords, actor: Member, step: Step): Result<RoundOutcome> => {
  const begun = beginRoundStep(round, actor, step);
  if (begun !== null) return begun;
  if (round.state !== 'draft' && round.state !== 'open') return refuse('ROUND_STATE_CHANGED', { message: '这一期已经结束，改不了了。' });
  const next = round.state === 'open' ? { ...words, startsAtMs: round.startsAtMs } : words;
  const refusal = timesRefusalOf(round.kind, next, step.nowMs);
  if (refusal !== null) return refusal;
  const { title, theme, startsAtMs, endsAtMs } = next;
  return accept(roundChanged(round, step, { title, theme, startsAtMs, endsAtMs }, { kind: 'updated', ...bySomebody(step) }));
};

/** Opens before its time. Refusals: OUT_OF_AREA, ROUND_STATE_CHANGED, ROUND_EMPTY, OPERATION_REUSED. */
export const decideOpen = (round: Round, actor: Member, step: Step): Result<RoundOutcome> => {
  const begun = beginRoundStep(round, actor, step);
  if (begun !== null) return begun;
  if (round.state !== 'draft' || round.endsAtMs <= step.nowMs) return refuse('ROUND_STATE_CHANGED');
  if (round.wishIds.length === 0) return refuse('ROUND_EMPTY');
  return accept(roundChanged(round, step, { state: 'open', openedAtMs: step.nowMs, startsAtMs: Math.min(round.startsAtMs, step.nowMs) }, { kind: 'opened', ...bySomebody(step) }));
};

/** What ending a round sets; its report begins in the same update. */
export const closing = (atMs: number): Readonly<Record<string, unknown>> => ({ state: 'closed', endedAtMs: atMs, fold: newFold(1), reportPass: 1, reportDueAtMs: null });

/** Ends before its time. Refusals: OUT_OF_AREA, ROUND_STATE_CHANGED, OPERATION_REUSED. */
export const decideClose = (round: Round, actor: Member, step: Step): Result<RoundOutcome> => {
  const begun = beginRoundStep(round, actor, step);
  if (begun !== null) return begun;
  if (round.state !== 'open') return refuse('ROUND_STATE_CHANGED');
  return accept(roundChanged(round, step, { ...closing(step.nowMs), endsAtMs: Math.min(round.endsAtMs, step.nowMs) }, { kind: 'closed', ...bySomebody(step) }));
};

/** Takes it off; its wishes and what is claimed of them go on. Refusals: OUT_OF_AREA, ROUND_STATE_CHANGED, OPERATION_REUSED. */
export const decideCancel = (round: Round, actor: Member, step: Step): Result<RoundOutcome> => {
  const begun = beginRoundStep(round, actor, step);
  if (begun !== null) return begun;
  if (round.state !== 'draft' && round.state !== 'open') return refuse('ROUND_STATE_CHANGED');
  return accept(roundChanged(round, step, { state: 'cancelled', endedAtMs: step.nowMs }, { kind: 'cancelled', ...bySomebody(step) }));
};
