import { changedBy, is, REPLAY, type OutcomeOf } from '../aggregate/change';
import { knownStep, type Step } from '../aggregate/step';
import { deriveId } from '../kernel/ids';
import { accept, refuse, type Result } from '../kernel/result';
import { partiesReading, withStep, type Saying, type Thanks } from './thanks';
import type { ThanksEvent } from './thanks-event';
import { wallOf } from './wall-of-thanks';

type Outcome = OutcomeOf<ThanksEvent>;

/** It was only spoken and was not passed on: the words are still to be said. */
export const mayBeSaidAgain = ({ words, voice }: Pick<Thanks, 'words' | 'voice'>): boolean => words === '' && voice?.state === 'refused';

/**
 * The thanks that stand already: the same act gives the same answer; who only spoke and was not passed on says it in
 * words, and the recording goes; anything else comes too late. Refusals: OPERATION_REUSED, BAD_INPUT.
 */
export const decideSaidAgain = (standing: Thanks, saying: Saying, step: Step): Result<Outcome> => {
  const known = knownStep(standing.steps, step);
  if (known !== null && known.ok) return accept(REPLAY);
  if (known !== null || !mayBeSaidAgain(standing)) return refuse('OPERATION_REUSED', { message: '这份帮忙您已经谢过了，对方看得到。' });
  if (saying.voiceFileId !== null || saying.words === '') return refuse('BAD_INPUT', { message: '这次请用文字说。', fields: { words: '这次请写几句话' } });
  const after = { ...standing, words: saying.words, voice: null };
  return accept(
    changedBy({
      when: { revision: is(standing.revision) },
      set: { words: saying.words, voice: null, partyIds: partiesReading(after), saidAtMs: step.nowMs, saidById: step.actorId, steps: withStep(standing, step) },
      event: { kind: 'thanksSaid', isTold: true, checksFileId: null, erasesFileId: standing.voice?.fileId ?? null, eventId: deriveId('e', step.operationId), atMs: step.nowMs, byId: step.actorId },
    }),
  );
};

/**
 * One side left the community: nothing of it stays on the wall or waits for an answer. Of whoever said it the voice goes
 * altogether, and nobody is asked for them any more; of the giver only what they wanted to show.
 */
export const decidePartyGone = (thanks: Thanks, memberId: string, nowMs: number): Result<Outcome> => {
  const isSayer = thanks.saidById === memberId || thanks.recipientIds.includes(memberId);
  const erasesFileId = isSayer && thanks.voice !== null && thanks.voice.fileId !== '' ? thanks.voice.fileId : null;
  const isQuiet = !thanks.giverShows && !thanks.consents && thanks.askedAtMs === null;
  if (isQuiet && (!isSayer || (thanks.voice === null && thanks.isDeclined))) return accept(REPLAY);
  const wants = { giverShows: false, consents: false, consentsToVoice: false, isDeclined: thanks.isDeclined || isSayer };
  const wall = wallOf({ ...thanks, ...wants }, nowMs);
  const voice = isSayer ? null : wall.set.voice;
  return accept(
    changedBy({
      when: { revision: is(thanks.revision) },
      set: { ...wants, ...wall.set, voice, partyIds: partiesReading({ ...thanks, voice }), askedAtMs: null },
      event: { kind: 'partyGone', askedAtMs: thanks.askedAtMs, closes: isSayer ? (thanks.voice?.hearing ?? null) : wall.closes, erasesFileId, eventId: deriveId('e', 'partyGone', thanks._id, memberId), atMs: nowMs, byId: memberId },
    }),
  );
};
