import { changeOf, is, REPLAY, type Change, type OutcomeOf } from '../aggregate/change';
import { knownStep, type Step } from '../aggregate/step';
import { deriveId } from '../kernel/ids';
import { accept, refuse, type Refusal, type Result } from '../kernel/result';
import type { Member } from '../member/member';
import { privateWordRefusal } from '../publicity/public-words';
import { isSaidBy, isSaidTo, THANKS_STEPS_MAX, type Thanks, type ThanksEvent } from './thanks';

type Outcome = OutcomeOf<ThanksEvent>;
type Wishes = Pick<Thanks, 'giverShows' | 'consents' | 'isDeclined'>;

/** What may not be read by everybody stays between the two. */
const publicRefusal = (thanks: Thanks): { readonly ok: false; readonly refusal: Refusal } | null =>
  privateWordRefusal(thanks.words, 'words') === null ? null : refuse('PUBLIC_TEXT_PRIVATE', { message: '这句话里写到了身体、年纪或住处，就留给您们自己看吧。' });

/** The document after one side said what they want; guarded by what was read, so two at once never put it on the wall. */
const changing = (thanks: Thanks, wants: Wishes, askedAtMs: number | null, event: ThanksEvent, extra: Readonly<Record<string, unknown>> = {}): Change<ThanksEvent> => {
  const isOnWall = wants.giverShows && wants.consents;
  return changeOf<ThanksEvent>({
    when: { revision: is(thanks.revision) },
    set: { ...wants, askedAtMs, isOnWall, shownAtMs: isOnWall ? event.atMs : 0, ...extra },
    event,
  });
};

const byStep = (thanks: Thanks, step: Step, wants: Wishes, asks: boolean): Outcome => {
  const about = { eventId: deriveId('e', step.operationId), atMs: step.nowMs, byId: step.actorId };
  const event: ThanksEvent = asks ? { kind: 'showAsked', askedAtMs: step.nowMs, ...about } : { kind: 'showEnded', askedAtMs: thanks.askedAtMs, isOnWall: wants.giverShows && wants.consents, ...about };
  const steps = Object.fromEntries([...Object.entries(thanks.steps).slice(1 - THANKS_STEPS_MAX), [step.operationId, step.inputHash]]);
  return { kind: 'change', change: changing(thanks, wants, asks ? step.nowMs : null, event, { steps }) };
};

const wantsOf = ({ giverShows, consents, isDeclined }: Thanks): Wishes => ({ giverShows, consents, isDeclined });

/**
 * The giver would like to show it, or no longer. Shown only when whoever said it agrees; they are asked once.
 * Refusals: NOT_FOUND, NOT_ALLOWED (they said no), PUBLIC_TEXT_PRIVATE, OPERATION_REUSED.
 */
export const decideShowing = (thanks: Thanks, shows: boolean, member: Member, step: Step): Result<Outcome> => {
  const known = knownStep(thanks.steps, step);
  if (known !== null) return known;
  if (!isSaidTo(thanks, member)) return refuse('NOT_FOUND');
  if (thanks.giverShows === shows) return accept(REPLAY);
  if (!shows) return accept(byStep(thanks, step, { ...wantsOf(thanks), giverShows: false }, false));
  if (thanks.isDeclined) return refuse('NOT_ALLOWED', { message: '对方想把这句话只留给您，我们就不再问了。' });
  return publicRefusal(thanks) ?? accept(byStep(thanks, step, { ...wantsOf(thanks), giverShows: true }, !thanks.consents));
};

/**
 * Whoever said it agrees to show it, or does not; a no counts at once and at any time.
 * Refusals: NOT_FOUND, PUBLIC_TEXT_PRIVATE, OPERATION_REUSED.
 */
export const decideConsent = (thanks: Thanks, consents: boolean, member: Member, step: Step): Result<Outcome> => {
  const known = knownStep(thanks.steps, step);
  if (known !== null) return known;
  if (!isSaidBy(thanks, member)) return refuse('NOT_FOUND');
  if (thanks.consents === consents && thanks.isDeclined === !consents) return accept(REPLAY);
  if (!consents) return accept(byStep(thanks, step, { giverShows: false, consents: false, isDeclined: true }, false));
  return publicRefusal(thanks) ?? accept(byStep(thanks, step, { ...wantsOf(thanks), consents: true, isDeclined: false }, false));
};

/** Nobody answered for weeks: it stays private, and the giver may ask again. */
export const lapsedByClock = (thanks: Thanks, askedAtMs: number, nowMs: number): Change<ThanksEvent> =>
  changing(thanks, { ...wantsOf(thanks), giverShows: false }, null, { kind: 'showEnded', askedAtMs, isOnWall: false, eventId: deriveId('e', thanks._id, 'lapsed', String(askedAtMs)), atMs: nowMs, byId: 'clock' });
