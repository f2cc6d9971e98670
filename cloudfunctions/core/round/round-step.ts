import { changedBy, changeOf, is, type Change, type OutcomeOf } from '../aggregate/change';
import { knownStep, type Step } from '../aggregate/step';
import { deriveId } from '../kernel/ids';
import { refuse, type Result } from '../kernel/result';
import { worksAt, type Member } from '../member/member';
import { ROUND_STEPS_MAX, type Round } from './round';
import type { RoundEvent } from './round-event';

export type RoundOutcome = OutcomeOf<RoundEvent>;
export type RoundChange = Change<RoundEvent>;

/** Why a person may not act on the round at all, or that this very act was carried out before; null to go on. */
export const beginRoundStep = (round: Round, actor: Member, step: Step): Result<RoundOutcome> | null => {
  if (!worksAt(actor, round.areaId)) return refuse('OUT_OF_AREA');
  return knownStep(round.steps, step);
};

const withStep = (round: Round, step: Step): Round['steps'] => Object.fromEntries([...Object.entries(round.steps).slice(1 - ROUND_STEPS_MAX), [step.operationId, step.inputHash]]);

/** The moment and the author of an event that a person caused. */
export const bySomebody = (step: Step): { readonly eventId: string; readonly atMs: number; readonly byId: string } => ({ eventId: deriveId('e', step.operationId), atMs: step.nowMs, byId: step.actorId });

/** Staff change a round one after the other: each change is decided on the version it was read at. */
export const roundChanged = (round: Round, step: Step, set: Readonly<Record<string, unknown>>, event: RoundEvent): RoundOutcome =>
  changedBy<RoundEvent>({ when: { state: is(round.state), version: is(round.version) }, set: { ...set, steps: withStep(round, step) }, add: { version: 1 }, event });

/** Without a person behind it: by the clock or because a wish answered. */
export const roundMoved = (round: Round, set: Readonly<Record<string, unknown>>, event: RoundEvent): RoundChange =>
  changeOf<RoundEvent>({ when: { state: is(round.state), version: is(round.version) }, set, add: { version: 1 }, event });
