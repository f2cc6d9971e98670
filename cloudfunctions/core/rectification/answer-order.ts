import type { OutcomeOf } from '../aggregate/change';
import { changedBy, is, type Condition } from '../aggregate/change';
import type { Step } from '../aggregate/step';
import { HOUR_MS } from '../kernel/clock';
import { deriveId } from '../kernel/ids';
import { accept, refuse, type Result } from '../kernel/result';
import { addWorkingMs, workingDaysAfter } from '../kernel/working-days';
import type { Member } from '../member/member';
import type { Verdict } from '../media/media';
import { RULES } from '../rules';
import { byStep, decideMayAct, HEARD, hasOpenObjection, isRatedSide, type Rectification, type RectificationObjection, type RectificationPhoto } from './rectification';
import { endedSet } from './end-rectification';
import type { RectificationEvent } from './rectification-event';

type Outcome = Result<OutcomeOf<RectificationEvent>>;

/** When staff must have looked, judged or answered. */
export const staffDueMs = (nowMs: number): number => addWorkingMs(nowMs, RULES.rectification.lookWorkingHours * HOUR_MS);

const photosOf = (rectification: Rectification, fileIds: readonly string[]): Readonly<Record<string, RectificationPhoto>> => {
  const answer = rectification.answers.length;
  return Object.fromEntries(fileIds.map((fileId, order) => [deriveId('p', rectification._id, String(answer), fileId), { fileId, answer, order, state: 'checking' as const }]));
};

/** The rated side says what it did. Refusals: NOT_FOUND, RECTIFICATION_CHANGED, RECTIFICATION_OBJECTED, OPERATION_REUSED. */
export const decideAnswer = (rectification: Rectification, words: string, photoFileIds: readonly string[], member: Member, step: Step): Outcome => {
  if (!isRatedSide(rectification, member)) return refuse('NOT_FOUND');
  return byStep(rectification, step, () => {
    if (rectification.state !== 'ordered') return refuse('RECTIFICATION_CHANGED');
    if (hasOpenObjection(rectification)) return refuse('RECTIFICATION_OBJECTED');
    const photos = photosOf(rectification, photoFileIds);
    return accept({
      // One that was decided stays so; a first one may come in the same moment.
      when: rectification.objection === null ? ({ objection: is(null) } as Record<string, Condition>) : {},
      set: { state: 'answered', dueAtMs: staffDueMs(step.nowMs), answers: [...rectification.answers, { words, byId: step.actorId, atMs: step.nowMs }], photos: { ...rectification.photos, ...photos } },
      event: { kind: 'answered', photoIds: Object.keys(photos) },
    });
  });
};

/** WeChat's check of a photo; what is decided stays, a late clear answer still takes it out of doubt. */
export const decideEvidenceCheck = (rectification: Rectification, photoId: string, verdict: Verdict, nowMs: number): Outcome => {
  const photo = rectification.photos[photoId];
  if (photo === undefined) return refuse('NOT_FOUND');
  const isWaiting = photo.state === 'checking' || (photo.state === 'human' && verdict !== 'human');
  if (!isWaiting) return HEARD;
  return accept(changedBy<RectificationEvent>({ when: { [`photos.${photoId}.state`]: is(photo.state) }, set: { [`photos.${photoId}.state`]: verdict }, event: { kind: 'photoChecked', photoId, eventId: deriveId('e', photoId, verdict), atMs: nowMs, byId: 'clock' } }));
};

/** The rated side explains, once; until staff answered, its own clock stands still. Refusals: NOT_FOUND, RECTIFICATION_CHANGED, OBJECTION_ALREADY, OPERATION_REUSED. */
export const decideObjection = (rectification: Rectification, words: string, member: Member, step: Step): Outcome => {
  if (!isRatedSide(rectification, member)) return refuse('NOT_FOUND');
  return byStep(rectification, step, () => {
    if (rectification.objection !== null) return refuse('OBJECTION_ALREADY', { message: '您已经说明过一次了，社区看过会告诉您。' });
    if (rectification.state !== 'ordered') return refuse('RECTIFICATION_CHANGED');
    const objection: RectificationObjection = { words, byId: step.actorId, atMs: step.nowMs, dueAtMs: staffDueMs(step.nowMs), isLate: false, decision: null };
    return accept({ when: { objection: is(null) }, set: { objection }, event: { kind: 'objected' } });
  });
};

/** Staff answer it: upheld, the order ends; else the rated side has at least a week again. Refusals: OUT_OF_AREA, NOT_ALLOWED, RECTIFICATION_CHANGED, OPERATION_REUSED. */
export const decideObjectionAnswer = (rectification: Rectification, isUpheld: boolean, note: string, member: Member, step: Step): Outcome => {
  const may = decideMayAct(rectification, member);
  if (!may.ok) return may;
  return byStep(rectification, step, () => {
    if (!hasOpenObjection(rectification)) return refuse('RECTIFICATION_CHANGED');
    const dueAtMs = Math.max(rectification.dueAtMs ?? 0, workingDaysAfter(step.nowMs, RULES.rectification.moreWorkingDays));
    return accept({
      when: { 'objection.decision': is(null) },
      set: { 'objection.decision': { isUpheld, note, byId: step.actorId, atMs: step.nowMs }, ...(isUpheld ? endedSet('overturned', note, step.nowMs) : { dueAtMs }) },
      event: { kind: 'objectionDecided', isUpheld },
    });
  });
};
