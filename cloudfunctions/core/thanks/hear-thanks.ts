import { changedBy, changeOf, is, REPLAY, type Change, type OutcomeOf } from '../aggregate/change';
import { knownStep, type Step } from '../aggregate/step';
import { deriveId } from '../kernel/ids';
import { accept, refuse, type Result } from '../kernel/result';
import { partiesOf, worksAt, type Member } from '../member/member';
import { partiesReading, withStep, type Thanks } from './thanks';
import type { ThanksEvent } from './thanks-event';
import { newHearing, type Hearing, type ThanksVoice } from './thanks-voice';
import { wallOf } from './wall-of-thanks';

type Outcome = OutcomeOf<ThanksEvent>;

/** What the check of a recording comes to. */
export type VoiceVerdict = Exclude<ThanksVoice['state'], 'checking'>;

const guard = (thanks: Thanks): Change<ThanksEvent>['when'] => ({ revision: is(thanks.revision) });

/** With its voice the list in which it is found may change. */
const withVoice = (thanks: Thanks, voice: ThanksVoice | null): Pick<Thanks, 'voice' | 'partyIds'> => ({ voice, partyIds: partiesReading({ ...thanks, voice }) });

const toHuman = (thanks: Thanks, voice: ThanksVoice, nowMs: number): Change<ThanksEvent> => {
  const opens = newHearing('check', nowMs);
  return changeOf<ThanksEvent>({
    when: guard(thanks),
    set: { voice: { ...voice, state: 'human', hearing: opens } },
    event: { kind: 'voiceNeedsHuman', opens, eventId: deriveId('e', 'voiceCheck', thanks._id, 'human'), atMs: nowMs, byId: 'clock' },
  });
};

interface VoiceDecision {
  readonly verdict: 'shown' | 'refused';
  readonly note: string;
  readonly eventId: string;
  readonly atMs: number;
  readonly byId: string;
}

const deciding = (thanks: Thanks, voice: ThanksVoice, { verdict, note, ...about }: VoiceDecision): Pick<Change<ThanksEvent>, 'when' | 'set' | 'event'> => ({
  when: guard(thanks),
  set: withVoice(thanks, { ...voice, state: verdict, hearing: null, note, decidedAtMs: about.atMs }),
  event: { kind: 'voiceDecided', verdict, closes: voice.hearing, note, ...about },
});

/**
 * WeChat's content check answered. It decides a recording that nobody decided yet; a late answer still takes one out of
 * human hands, and never overrules a person. Refusals: NOT_FOUND when the recording is gone.
 */
export const decideVoiceCheck = (thanks: Thanks, fileId: string, verdict: VoiceVerdict, nowMs: number): Result<Outcome> => {
  const { voice } = thanks;
  if (voice === null || voice.fileId !== fileId) return refuse('NOT_FOUND');
  const isWaiting = voice.state === 'checking' || (voice.state === 'human' && verdict !== 'human');
  if (!isWaiting) return accept(REPLAY);
  if (verdict === 'human') return accept({ kind: 'change', change: toHuman(thanks, voice, nowMs) });
  return accept(changedBy(deciding(thanks, voice, { verdict, note: '', eventId: deriveId('e', 'voiceCheck', thanks._id, verdict), atMs: nowMs, byId: 'clock' })));
};

/** Without an answer of the content check a person listens. */
export const humanByClock = (thanks: Thanks, voice: ThanksVoice, nowMs: number): Change<ThanksEvent> => toHuman(thanks, voice, nowMs);

/** Nobody listened in time: it stands in front, and what is private stays private until somebody does. */
export const lateByClock = (thanks: Thanks, voice: ThanksVoice, hearing: Hearing, nowMs: number): Change<ThanksEvent> => {
  const opens = { ...hearing, isLate: true };
  return changeOf<ThanksEvent>({
    when: guard(thanks),
    set: { voice: { ...voice, hearing: opens } },
    event: { kind: 'hearingLate', closes: hearing, opens, eventId: deriveId('e', 'hearingLate', thanks._id, String(hearing.sinceMs)), atMs: nowMs, byId: 'clock' },
  });
};

/** What staff say who listened; `refuse` with a reason that whoever spoke is told. */
export type HearingDecision = { readonly kind: 'clear' } | { readonly kind: 'refuse'; readonly reason: string };

/** Whether somebody listens here: staff of the area, and neither side. Refusals: OUT_OF_AREA, NOT_ALLOWED. */
export const decideMayHear = (thanks: Thanks, member: Member): Result<Thanks> => {
  if (!worksAt(member, thanks.areaId)) return refuse('OUT_OF_AREA');
  const isSide = partiesOf(member).some((partyId) => partyId === thanks.saidById || thanks.recipientIds.includes(partyId) || thanks.giverIds.includes(partyId));
  return isSide ? refuse('NOT_ALLOWED', { message: '这声谢谢和您有关，请另一位同事来听。' }) : accept(thanks);
};

/**
 * Staff listened, for the purpose they were shown. Refusals: OUT_OF_AREA, NOT_ALLOWED (they are a side), CASE_STATE_CHANGED
 * (it was taken back or decided meanwhile), OPERATION_REUSED.
 */
export const decideHearing = (thanks: Thanks, purpose: Hearing['purpose'], decision: HearingDecision, member: Member, step: Step): Result<Outcome> => {
  const known = knownStep(thanks.steps, step);
  if (known !== null) return known;
  const may = decideMayHear(thanks, member);
  if (!may.ok) return may;
  const { voice } = thanks;
  const hearing = voice?.hearing ?? null;
  if (voice === null || hearing === null || hearing.purpose !== purpose) return refuse('CASE_STATE_CHANGED', { message: '这段录音现在不用听了，可能对方收了回去，也可能同事已经听过。' });
  const note = decision.kind === 'refuse' ? decision.reason : '';
  const about = { eventId: deriveId('e', step.operationId), atMs: step.nowMs, byId: step.actorId };
  const steps = withStep(thanks, step);
  if (purpose === 'check') {
    const change = deciding(thanks, voice, { verdict: decision.kind === 'clear' ? 'shown' : 'refused', note, ...about });
    return accept(changedBy({ ...change, set: { ...change.set, steps } }));
  }
  const heard: ThanksVoice = { ...voice, mayBeOnWall: decision.kind === 'clear', hearing: null, note };
  const { set } = wallOf({ ...thanks, voice: heard }, step.nowMs);
  return accept(changedBy({ when: guard(thanks), set: { ...set, steps }, event: { kind: 'wallHeard', closes: hearing, mayBeOnWall: decision.kind === 'clear', isOnWall: set.isOnWall, note, ...about } }));
};

/** A refused recording is kept a while for whoever spoke, and then no longer. */
export const forgottenByClock = (thanks: Thanks, voice: ThanksVoice, nowMs: number): Change<ThanksEvent> =>
  changeOf<ThanksEvent>({
    when: guard(thanks),
    set: { voice: { ...voice, fileId: '' } },
    event: { kind: 'voiceForgotten', erasesFileId: voice.fileId, eventId: deriveId('e', 'voiceForgotten', thanks._id), atMs: nowMs, byId: 'clock' },
  });
