import type { PostingLevel } from '@contract';
import { changedBy, is, type OutcomeOf } from '../aggregate/change';
import { knownStep, type Step } from '../aggregate/step';
import { deriveId } from '../kernel/ids';
import { accept, refuse, type Result } from '../kernel/result';
import { worksAt, type Member } from '../member/member';
import { isOver, postingAreaOf, POSTING_STEPS_MAX, type Posting, type Publicity } from './publicity';
import type { PublicityEvent } from './publicity-event';

/** Levels whose paper this person may record: those of the nodes they work for. */
export const postableLevels = (publicity: Publicity, actor: Member): readonly PostingLevel[] =>
  isOver(publicity) ? [] : (['community', 'street', 'district'] as const).filter((level) => worksAt(actor, postingAreaOf(publicity, level)));

/**
 * Staff of a level say where its paper notice hangs; saying it again corrects it. Refusals: OUT_OF_AREA,
 * PUBLICITY_OVER, OPERATION_REUSED.
 */
export const decidePosting = (publicity: Publicity, level: PostingLevel, posted: Pick<Posting, 'place' | 'photoFileId'>, actor: Member, step: Step): Result<OutcomeOf<PublicityEvent>> => {
  if (!worksAt(actor, postingAreaOf(publicity, level))) return refuse('OUT_OF_AREA');
  const known = knownStep(publicity.steps, step);
  if (known !== null) return known;
  if (isOver(publicity)) return refuse('PUBLICITY_OVER', { message: '这次公示已经结束了，不用再记。' });
  if (Object.keys(publicity.steps).length >= POSTING_STEPS_MAX) return refuse('NOT_ALLOWED', { message: '改过很多次了，先就这样吧。' });
  const posting: Posting = { byId: actor._id, atMs: step.nowMs, ...posted };
  return accept(
    changedBy<PublicityEvent>({
      when: { isOpen: is(true), [`steps.${step.operationId}`]: { isAbsent: true } },
      set: { [`postings.${level}`]: posting, [`steps.${step.operationId}`]: step.inputHash },
      event: { kind: 'posted', level, eventId: deriveId('e', step.operationId), atMs: step.nowMs, byId: actor._id },
    }),
  );
};
