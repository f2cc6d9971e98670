import { changeOf, is, REPLAY, type Change, type OutcomeOf } from '../aggregate/change';
import { knownStep, type Step } from '../aggregate/step';
import { deriveId } from '../kernel/ids';
import { accept, refuse, type Refusal, type Result } from '../kernel/result';
import type { Member } from '../member/member';
import { privateWordRefusal } from '../publicity/public-words';
import { isSaidBy, isSaidTo, withStep, type Thanks } from './thanks';
import type { ThanksEvent } from './thanks-event';
import { isKeptBetween, wallOf } from './wall-of-thanks';

type Outcome = OutcomeOf<ThanksEvent>;
type Wishes = Pick<Thanks, 'giverShows' | 'consents' | 'consentsToVoice' | 'isDeclined'>;
type Refused = { readonly ok: false; readonly refusal: Refusal };

/** What may not be read or heard by everybody stays between the two; what is not decided yet waits. */
const publicRefusal = (thanks: Thanks): Refused | null => {
  if (thanks.voice?.state === 'checking' || thanks.voice?.state === 'human') return refuse('NOT_ALLOWED', { message: '录音还在检查，查好了再问。' });
  if (isKeptBetween(thanks)) return refuse('NOT_ALLOWED', { message: '社区听过，这段声音就留给您们自己听吧。' });
  return privateWordRefusal(thanks.words, 'words') === null ? null : refuse('PUBLIC_TEXT_PRIVATE', { message: '这句话里写到了身体、年纪或住处，就留给您们自己看吧。' });
};

/** A question to whoever said it: it is asked, or it ends. */
type Question = 'asks' | 'ends';

interface About {
  readonly eventId: string;
  readonly atMs: number;
  readonly byId: string;
}

/** The document after one side said what they want; guarded by what was read, so two at once never put it on the wall. */
const changing = (thanks: Thanks, wants: Wishes, question: Question, about: About, extra: Readonly<Record<string, unknown>> = {}): Change<ThanksEvent> => {
  const wall = wallOf({ ...thanks, ...wants }, about.atMs);
  const event: ThanksEvent = question === 'asks' ? { kind: 'showAsked', askedAtMs: about.atMs, ...about } : { kind: 'showEnded', askedAtMs: thanks.askedAtMs, isOnWall: wall.set.isOnWall && !thanks.isOnWall, opens: wall.opens, closes: wall.closes, ...about };
  return changeOf<ThanksEvent>({ when: { revision: is(thanks.revision) }, set: { ...wants, ...wall.set, askedAtMs: question === 'asks' ? about.atMs : null, ...extra }, event });
};

const byStep = (thanks: Thanks, step: Step, wants: Wishes, question: Question): Outcome => ({
  kind: 'change',
  change: changing(thanks, wants, question, { eventId: deriveId('e', step.operationId), atMs: step.nowMs, byId: step.actorId }, { steps: withStep(thanks, step) }),
});

const wantsOf = ({ giverShows, consents, consentsToVoice, isDeclined }: Thanks): Wishes => ({ giverShows, consents, consentsToVoice, isDeclined });

/**
 * The giver would like to show it, or no longer. Shown only when whoever said it agrees; they are asked once.
 * Refusals: NOT_FOUND, NOT_ALLOWED (they said no, the recording is not decided, staff kept it), PUBLIC_TEXT_PRIVATE, OPERATION_REUSED.
 */
export const decideShowing = (thanks: Thanks, shows: boolean, member: Member, step: Step): Result<Outcome> => {
  const known = knownStep(thanks.steps, step);
  if (known !== null) return known;
  if (!isSaidTo(thanks, member)) return refuse('NOT_FOUND');
  if (thanks.giverShows === shows) return accept(REPLAY);
  if (!shows) return accept(byStep(thanks, step, { ...wantsOf(thanks), giverShows: false }, 'ends'));
  if (thanks.isDeclined) return refuse('NOT_ALLOWED', { message: '对方想把这声谢谢只留给您，我们就不再问了。' });
  return publicRefusal(thanks) ?? accept(byStep(thanks, step, { ...wantsOf(thanks), giverShows: true }, thanks.consents ? 'ends' : 'asks'));
};

/** What whoever said it agrees to: nothing, the words, or the voice as well. */
export interface Consent {
  readonly consents: boolean;
  readonly withVoice: boolean;
}

/** One agrees to something that is there. */
const consentRefusal = ({ words, voice }: Thanks, withVoice: boolean): Refused | null => {
  if (withVoice && voice?.state !== 'shown') return refuse('NOT_ALLOWED', { message: '这声谢谢里没有能放的录音，可以只放文字。' });
  if (!withVoice && words === '') return refuse('BAD_INPUT', { message: '这声谢谢只有录音，没有文字可以单独放。' });
  return null;
};

/**
 * Whoever said it agrees to show it, with their voice or only the words, or does not; a no counts at once and at any time.
 * Refusals: NOT_FOUND, NOT_ALLOWED, BAD_INPUT, PUBLIC_TEXT_PRIVATE, OPERATION_REUSED.
 */
export const decideConsent = (thanks: Thanks, { consents, withVoice }: Consent, member: Member, step: Step): Result<Outcome> => {
  const known = knownStep(thanks.steps, step);
  if (known !== null) return known;
  if (!isSaidBy(thanks, member)) return refuse('NOT_FOUND');
  const wants: Wishes = consents ? { giverShows: thanks.giverShows, consents: true, consentsToVoice: withVoice, isDeclined: false } : { giverShows: false, consents: false, consentsToVoice: false, isDeclined: true };
  if (thanks.consents === consents && thanks.isDeclined === wants.isDeclined && thanks.consentsToVoice === wants.consentsToVoice) return accept(REPLAY);
  if (!consents) return accept(byStep(thanks, step, wants, 'ends'));
  return publicRefusal(thanks) ?? consentRefusal(thanks, withVoice) ?? accept(byStep(thanks, step, wants, 'ends'));
};

/** Nobody answered for weeks: it stays private, and the giver may ask again. */
export const lapsedByClock = (thanks: Thanks, askedAtMs: number, nowMs: number): Change<ThanksEvent> =>
  changing(thanks, { ...wantsOf(thanks), giverShows: false }, 'ends', { eventId: deriveId('e', thanks._id, 'lapsed', String(askedAtMs)), atMs: nowMs, byId: 'clock' });
