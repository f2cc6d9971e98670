import { refuse, type Refusal } from '../kernel/result';
import { REPLAY } from './change';

/** Who acts, by which operation, saying what, when. */
export interface Step {
  readonly actorId: string;
  readonly operationId: string;
  readonly inputHash: string;
  readonly nowMs: number;
}

/** Operation ids already carried out → hash of their input. Aggregates keep a bounded record of these. */
export type Steps = Readonly<Record<string, string>>;

/** Null for a new act; a replay for the very same one; OPERATION_REUSED for the same id with other input. */
export const knownStep = (steps: Steps, step: Step): { readonly ok: true; readonly value: typeof REPLAY } | { readonly ok: false; readonly refusal: Refusal } | null => {
  if (!Object.hasOwn(steps, step.operationId)) return null;
  return steps[step.operationId] === step.inputHash ? { ok: true, value: REPLAY } : refuse('OPERATION_REUSED');
};
