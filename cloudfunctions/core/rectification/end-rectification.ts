import type { Escalation, RectificationOutcome } from '@contract';
import type { Change, OutcomeOf } from '../aggregate/change';
import { changeOf, is } from '../aggregate/change';
import type { Step } from '../aggregate/step';
import { deriveId } from '../kernel/ids';
import { accept, refuse, type Result } from '../kernel/result';
import type { Member } from '../member/member';
import { byStep, decideMayAct, streetOf, type Rectification } from './rectification';
import type { RectificationEvent } from './rectification-event';

/** Fields of an order that is over. */
export const endedSet = (outcome: RectificationOutcome, note: string, atMs: number): Readonly<Record<string, unknown>> => ({ state: 'closed', isOpen: false, dueAtMs: null, end: { outcome, note, atMs } });

/** Fields of an order that the street takes. */
export const escalatedSet = (cause: Escalation, note: string, atMs: number): Readonly<Record<string, unknown>> => ({ state: 'escalated', dueAtMs: null, escalation: { cause, note, atMs } });

/** A clock ran out: nobody loses anything by it, the street looks. */
export const escalatedByClock = (rectification: Rectification, cause: Escalation, nowMs: number): Change<RectificationEvent> =>
  changeOf<RectificationEvent>({
    when: { state: is(rectification.state), dueAtMs: is(rectification.dueAtMs) },
    set: escalatedSet(cause, '', nowMs),
    event: { kind: 'escalated', cause, endsRecheck: false, eventId: deriveId('e', rectification._id, 'escalated'), atMs: nowMs, byId: 'clock' },
  });

/** The street says how it ended. Refusals: OUT_OF_AREA, NOT_ALLOWED, RECTIFICATION_CHANGED, OPERATION_REUSED. */
export const decideClose = (rectification: Rectification, outcome: 'recovered' | 'talked', note: string, member: Member, step: Step): Result<OutcomeOf<RectificationEvent>> => {
  const may = decideMayAct(rectification, member, streetOf(rectification));
  if (!may.ok) return may;
  return byStep(rectification, step, () => {
    if (rectification.state !== 'escalated') return refuse('RECTIFICATION_CHANGED');
    return accept({ when: {}, set: endedSet(outcome, note, step.nowMs), event: { kind: 'closed', outcome, endsRecheck: false } });
  });
};
