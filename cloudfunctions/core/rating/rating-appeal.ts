import { changedBy, changeOf, is, type Change, type OutcomeOf } from '../aggregate/change';
import { knownStep, type Step } from '../aggregate/step';
import { HOUR_MS } from '../kernel/clock';
import { deriveId } from '../kernel/ids';
import { accept, refuse, type Result } from '../kernel/result';
import { addWorkingMs } from '../kernel/working-days';
import { worksAt, type Member } from '../member/member';
import { isPersonId } from '../person/person-id';
import { RULES } from '../rules';
import { isParty, isRater, placeOfRating, type Appeal, type Rating, type RatingEvent } from './rating';

type Point = Pick<Rating, 'pointState' | 'createdAtMs' | 'takenBack' | 'appeal'>;

/** Pure: until when somebody may appeal; null when there is nothing to appeal, or they did. */
export const appealUntilMsOf = ({ pointState, createdAtMs, takenBack, appeal }: Point): number | null => {
  if (appeal !== null || (pointState !== 'none' && pointState !== 'takenBack')) return null;
  return (takenBack?.atMs ?? createdAtMs) + RULES.rating.appealMs;
};

/** Their own, or staff's for somebody on paper who said so on the telephone. */
const mayAppealFor = (rating: Rating, actor: Member): boolean => isRater(rating, actor) || (isPersonId(rating.raterId) && worksAt(actor, placeOfRating(rating)));

/** Refusals: NOT_FOUND, APPEAL_ALREADY, APPEAL_NOT_NOW, OPERATION_REUSED. */
export const decideAppeal = (rating: Rating, words: string, actor: Member, step: Step): Result<OutcomeOf<RatingEvent>> => {
  if (!mayAppealFor(rating, actor)) return refuse('NOT_FOUND');
  const known = knownStep(rating.steps, step);
  if (known !== null) return known;
  if (rating.appeal !== null) return refuse('APPEAL_ALREADY');
  const untilMs = appealUntilMsOf(rating);
  if (untilMs === null || step.nowMs >= untilMs) return refuse('APPEAL_NOT_NOW');
  const appeal: Appeal = { words, byId: actor._id, atMs: step.nowMs, dueAtMs: addWorkingMs(step.nowMs, RULES.rating.appealWorkingHours * HOUR_MS), isLate: false, state: 'open', note: '', decidedById: null, decidedAtMs: null };
  return accept(
    changedBy<RatingEvent>({
      when: { appeal: is(null), pointState: is(rating.pointState) },
      set: { appeal, [`steps.${step.operationId}`]: step.inputHash },
      event: { kind: 'appealed', eventId: deriveId('e', step.operationId), atMs: step.nowMs, byId: step.actorId },
    }),
  );
};

/** Whether somebody may look at an appeal to decide it. Refusals: OUT_OF_AREA, NOT_FOUND. */
export const decideMayRead = (rating: Rating, actor: Member): Result<Appeal> => {
  if (!worksAt(actor, placeOfRating(rating))) return refuse('OUT_OF_AREA');
  return rating.appeal === null ? refuse('NOT_FOUND') : accept(rating.appeal);
};

/** A second pair of eyes: neither side of it, nor who made the call, nor who wrote the appeal down. */
const isSecondPair = (rating: Rating, appeal: Appeal, actor: Member): boolean =>
  !isParty(rating, actor) && appeal.byId !== actor._id && !(rating.callBack?.tries.some((each) => each.byId === actor._id) ?? false);

/** Staff decide, with a reason that the rater reads. Refusals: OUT_OF_AREA, NOT_FOUND, NOT_ALLOWED, APPEAL_ALREADY, OPERATION_REUSED. */
export const decideEndAppeal = (rating: Rating, isGranted: boolean, note: string, actor: Member, step: Step): Result<OutcomeOf<RatingEvent>> => {
  const may = decideMayRead(rating, actor);
  if (!may.ok) return may;
  const known = knownStep(rating.steps, step);
  if (known !== null) return known;
  if (may.value.state !== 'open') return refuse('APPEAL_ALREADY', { message: '这件申诉已经有人答复了。' });
  if (!isSecondPair(rating, may.value, actor)) return refuse('NOT_ALLOWED', { message: '这件事您经过手，请另一位同事来看。' });
  return accept(
    changedBy<RatingEvent>({
      when: { 'appeal.state': is('open') },
      set: {
        'appeal.state': isGranted ? 'granted' : 'refused', 'appeal.note': note, 'appeal.decidedById': actor._id, 'appeal.decidedAtMs': step.nowMs,
        ...(isGranted ? { pointState: 'granted' } : {}),
        [`steps.${step.operationId}`]: step.inputHash,
      },
      event: { kind: 'appealDecided', isGranted, eventId: deriveId('e', step.operationId), atMs: step.nowMs, byId: step.actorId },
    }),
  );
};

/** Nobody answered in time: the street looks as well. */
export const lateByClock = (rating: Rating, nowMs: number): Change<RatingEvent> =>
  changeOf<RatingEvent>({
    when: { 'appeal.state': is('open'), 'appeal.isLate': is(false) },
    set: { 'appeal.isLate': true },
    event: { kind: 'appealLate', eventId: deriveId('e', rating._id, 'appealLate'), atMs: nowMs, byId: 'clock' },
  });
