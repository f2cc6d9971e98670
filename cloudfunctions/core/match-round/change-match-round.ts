import { stepsWith } from '../aggregate/versioned';
import { knownStep, type Step } from '../aggregate/step';
import { HOUR_MS } from '../kernel/clock';
import { accept, refuse, type Result } from '../kernel/result';
import type { Member } from '../member/member';
import { RULES } from '../rules';
import type { MatchOverride, MatchRound, MatchWork } from './match-round';

/** What a decision writes, guarded by the version it was made on; null: it was carried out before. */
export type MatchChange = Partial<Omit<MatchRound, '_id' | 'version'>> | null;

const begin = (round: MatchRound, step: Step): Result<MatchChange> | null => {
  const known = knownStep(round.steps, step);
  if (known === null) return round.state === 'preview' ? null : refuse('MATCH_ROUND_CHANGED');
  return known.ok ? accept(null) : known;
};

const by = (round: MatchRound, step: Step, set: Exclude<MatchChange, null>): Result<MatchChange> => accept({ ...set, steps: stepsWith(round.steps, step) });

export interface OverrideDraft {
  readonly wishId: string;
  readonly supplyId: string;
  readonly kind: 'forbid' | 'force' | 'swap' | 'clear';
  readonly reason: string;
  /** Offers the wish is given now, which a swap takes from it. */
  readonly givenIds: readonly string[];
}

/**
 * A pair that is to be, or not to be, with its reason. Counts when the round is solved again.
 * Refuses MATCH_ROUND_CHANGED, MATCH_ROUND_FULL, OPERATION_REUSED.
 */
export const decideOverride = (round: MatchRound, draft: OverrideDraft, actor: Pick<Member, '_id' | 'displayName'>, step: Step): Result<MatchChange> => {
  const begun = begin(round, step);
  if (begun !== null) return begun;
  const said = { reason: draft.reason, run: round.run, byId: actor._id, byName: actor.displayName, atMs: step.nowMs };
  const over = (supplyId: string, kind: MatchOverride['kind']): MatchOverride => ({ wishId: draft.wishId, supplyId, kind, ...said });
  const taken = draft.kind === 'swap' ? draft.givenIds.filter((supplyId) => supplyId !== draft.supplyId) : [];
  const told = draft.kind === 'clear' ? [] : [over(draft.supplyId, draft.kind === 'forbid' ? 'forbid' : 'force')];
  const about = [draft.supplyId, ...taken];
  const kept = round.overrides.filter(({ wishId, supplyId }) => wishId !== draft.wishId || !about.includes(supplyId));
  const overrides = [...kept, ...taken.map((supplyId) => over(supplyId, 'forbid')), ...told];
  if (overrides.length > RULES.matchRound.overrides) return refuse('MATCH_ROUND_FULL');
  return by(round, step, { overrides, isChanged: true });
};

const SOLVE: Pick<MatchWork, 'phase' | 'rowPages'> = { phase: 'solve', rowPages: 0 };

/** Refuses MATCH_ROUND_CHANGED, OPERATION_REUSED. */
export const decideSolveAgain = (round: MatchRound, step: Step): Result<MatchChange> =>
  begin(round, step) ?? by(round, step, { state: 'solving', run: round.run + 1, work: { ...round.work, ...SOLVE }, wakeAtMs: step.nowMs });

/** Refuses MATCH_ROUND_CHANGED, MATCH_ROUND_STALE, MATCH_ROUND_EMPTY, OPERATION_REUSED. */
export const decideSend = (round: MatchRound, step: Step): Result<MatchChange> => {
  const begun = begin(round, step);
  if (begun !== null) return begun;
  if (round.isChanged) return refuse('MATCH_ROUND_STALE');
  if ((round.figures?.placed ?? 0) === 0) return refuse('MATCH_ROUND_EMPTY');
  return by(round, step, sending(round, step.nowMs));
};

/** Answers count from now. */
export const sending = (round: MatchRound, nowMs: number): Exclude<MatchChange, null> => ({
  state: 'sending', sentRuns: [...round.sentRuns.slice(0, round.pass - 1), round.run], sentAtMs: round.sentAtMs ?? nowMs, answerByMs: nowMs + round.answerHours * HOUR_MS, previewSinceMs: null,
  work: { ...round.work, phase: 'send', giversTold: 0, sent: 0 }, wakeAtMs: nowMs,
});

const BEFORE_SENT: readonly MatchRound['state'][] = ['collecting', 'solving', 'preview'];

/** Nothing has been sent, so nothing has to be undone elsewhere. */
export const mayCancel = (round: Pick<MatchRound, 'state' | 'sentAtMs'>): boolean => round.sentAtMs === null && BEFORE_SENT.includes(round.state);

export const cancelled = (round: MatchRound, note: string, nowMs: number): Exclude<MatchChange, null> => ({
  state: 'cancelled', endedAtMs: nowMs, previewSinceMs: null, note, work: { ...round.work, phase: 'idle' }, wakeAtMs: nowMs + RULES.matchRound.keptMs,
});

/** Refuses MATCH_ROUND_CHANGED, OPERATION_REUSED. */
export const decideCancel = (round: MatchRound, actor: Pick<Member, 'displayName'>, step: Step): Result<MatchChange> => {
  const known = knownStep(round.steps, step);
  if (known !== null) return known.ok ? accept(null) : known;
  return mayCancel(round) ? by(round, step, cancelled(round, `${actor.displayName}收起来了，没有发出。`, step.nowMs)) : refuse('MATCH_ROUND_CHANGED');
};
