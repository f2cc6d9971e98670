import type { Due } from '../aggregate/aggregate-kind';
import { changeOf, is } from '../aggregate/change';
import { deriveId } from '../kernel/ids';
import { escalatedByClock } from './end-rectification';
import { hasOpenObjection, type Rectification } from './rectification';
import type { RectificationEvent } from './rectification-event';
import { recheckEndedByClock } from './review-answer';

/** Staff did not answer an objection in time: the street does; the rated side's own clock goes on standing still. */
const objectionClock = ({ _id, objection }: Rectification, nowMs: number): readonly Due<RectificationEvent>[] =>
  objection === null || objection.decision !== null || objection.isLate
    ? []
    : [{ atMs: objection.dueAtMs, change: changeOf<RectificationEvent>({ when: { 'objection.decision': is(null), 'objection.isLate': is(false) }, set: { 'objection.isLate': true }, event: { kind: 'objectionLate', eventId: deriveId('e', _id, 'objectionLate'), atMs: nowMs, byId: 'clock' } }) }];

/** Whoever has the next step has this clock. */
const stepClock = (rectification: Rectification, nowMs: number): readonly Due<RectificationEvent>[] => {
  const { dueAtMs, state } = rectification;
  if (dueAtMs === null) return [];
  switch (state) {
    case 'ordered':
      return hasOpenObjection(rectification) ? [] : [{ atMs: dueAtMs, change: escalatedByClock(rectification, 'overdue', nowMs) }];
    case 'answered':
      return [{ atMs: dueAtMs, change: escalatedByClock(rectification, 'notLooked', nowMs) }];
    case 'rechecking':
      return [{ atMs: dueAtMs, change: recheckEndedByClock(rectification, nowMs) }];
    case 'judging':
      return [{ atMs: dueAtMs, change: escalatedByClock(rectification, 'notJudged', nowMs) }];
    case 'escalated':
    case 'closed':
      return [];
  }
};

export const rectificationClocks = (rectification: Rectification, nowMs: number): readonly Due<RectificationEvent>[] => [...objectionClock(rectification, nowMs), ...stepClock(rectification, nowMs)];
