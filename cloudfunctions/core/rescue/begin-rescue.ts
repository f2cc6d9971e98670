import type { RescueKind } from '@contract';
import { knownStep, type Step } from '../aggregate/step';
import { deriveId } from '../kernel/ids';
import { accept, refuse, type Result } from '../kernel/result';
import { worksAt, type Member } from '../member/member';
import type { Wish } from '../wish/wish';
import { is, type Condition, type Outcome } from '../wish/wish-change';
import { isAwaitingRescue } from './awaiting-rescue';
import { RESCUE_CHOICES_MAX } from './rescue';

/** Whoever comes second is told what was chosen, and by whom. */
const chosenAlready = (wish: Wish): string => {
  const last = wish.rescue.choices.at(-1);
  return last !== undefined && last.atMs > (wish.unclaimedToldAtMs ?? 0) ? `${last.byName}刚刚选好了：${last.text}` : '这个心愿现在有着落了，不用另想办法。';
};

/**
 * What all three choices ask: staff of the area, a wish that waits for a choice, an act that is new. Answers a replay for
 * the very same act. Refusals: OUT_OF_AREA, OPERATION_REUSED, WISH_STATE_CHANGED.
 */
export const beginRescue = (wish: Wish, actor: Member, step: Step): Result<Outcome | null> => {
  if (!worksAt(actor, wish.areaId)) return refuse('OUT_OF_AREA');
  const known = knownStep(wish.rescue.steps, step);
  if (known !== null) return known;
  return isAwaitingRescue(wish) && wish.windowEndMs > step.nowMs ? accept(null) : refuse('WISH_STATE_CHANGED', { message: chosenAlready(wish) });
};

/** Nobody claimed and nobody chose since the wish was read. */
export const rescueGuard = (wish: Wish, step: Step): Readonly<Record<string, Condition>> => ({
  state: is('open'),
  claimCount: is(wish.claimCount),
  'rescue.round': is(wish.rescue.round),
  'rescue.sinceMs': is(wish.rescue.sinceMs),
  [`rescue.steps.${step.operationId}`]: { isAbsent: true },
});

/** The choice with its date, and that this act was carried out. */
export const rescueFields = (wish: Wish, kind: RescueKind, text: string, actor: Member, step: Step): Readonly<Record<string, unknown>> => ({
  'rescue.choices': [...wish.rescue.choices, { kind, atMs: step.nowMs, byId: actor._id, byName: actor.displayName, text }].slice(-RESCUE_CHOICES_MAX),
  'rescue.sinceMs': step.nowMs,
  [`rescue.steps.${step.operationId}`]: step.inputHash,
});

export const rescueEvent = (step: Step): { readonly eventId: string; readonly atMs: number; readonly byId: string } => ({ eventId: deriveId('e', step.operationId), atMs: step.nowMs, byId: step.actorId });
