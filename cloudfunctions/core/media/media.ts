import { deriveId } from '../kernel/ids';
import { MINUTE_MS } from '../kernel/clock';
import { RULES } from '../rules';
import type { EffectOf } from '../effect/effect';

/** What the check of a file came to: shown to others, for a person to look at, or never shown. */
export type Verdict = 'shown' | 'human' | 'refused';

/**
 * What a file belongs to and what is told the verdict: a wish or an order to put something right, which have several
 * (`partId` names the photo or recording), a rating, which has at most one of each kind (`partId`), a word of thanks, which
 * has one, or a shop, whose licence it is.
 */
export interface MediaSubject {
  readonly kind: 'wish' | 'thanks' | 'rating' | 'rectification' | 'campaign' | 'directed' | 'shop';
  readonly id: string;
  readonly partId: string | null;
}

/** One uploaded file under WeChat's check: who owns it, where it is used, what was answered. */
export interface Media {
  readonly _id: string;
  readonly fileId: string;
  readonly ownerId: string;
  readonly subject: MediaSubject;
  readonly isAudio: boolean;
  readonly state: 'checking' | Verdict;
  /** Name of the question at WeChat; null while it was not asked. The last one counts. */
  readonly traceId: string | null;
  readonly requestedAtMs: number;
  /** While `checking`: when to ask again or to give up; later: when to tell its subject, until that was told. */
  readonly wakeAtMs: number;
}

/** A result as WeChat pushed it, kept by its trace id; it may come before the file knows that id. */
export interface MediaResult {
  readonly _id: string;
  readonly verdict: Verdict;
  readonly receivedAtMs: number;
}

/** How soon a question that did not reach WeChat is asked again. */
const RETRY_MS = 2 * MINUTE_MS;

export const mediaIdOf = (fileId: string, subjectId: string): string => deriveId('media', fileId, subjectId);

/** Pure: the document of a file that is about to be checked. */
export const mediaOf = (effect: EffectOf<'checkMedia'>): Media => ({
  _id: mediaIdOf(effect.fileId, effect.subject.id),
  fileId: effect.fileId,
  ownerId: effect.ownerId,
  subject: effect.subject,
  isAudio: effect.isAudio,
  state: 'checking',
  traceId: null,
  requestedAtMs: effect.atMs,
  wakeAtMs: effect.atMs + RETRY_MS,
});

/** Pure: WeChat's answer as a verdict. An answer that reports a failure of its own needs a person's eye. */
export const verdictOf = (suggest: string, errorCode: number): Verdict => {
  if (errorCode !== 0) return 'human';
  if (suggest === 'pass') return 'shown';
  return suggest === 'risky' ? 'refused' : 'human';
};

/** Pure: an unanswered file takes any verdict, one in human hands a late clear answer; what is decided stays. */
export const mayBecome = (state: Media['state'], verdict: Verdict): boolean => state === 'checking' || (state === 'human' && verdict !== 'human');

/** What the clock of a file means when it rings. */
export type MediaStep = { readonly kind: 'tell'; readonly verdict: Verdict } | { readonly kind: 'ask' } | { readonly kind: 'giveUp' } | { readonly kind: 'wait'; readonly wakeAtMs: number };

/** Pure: unanswered for 30 minutes a person looks (RULES.md section 9); not even asked, it is asked again until then. */
export const decideMediaStep = (media: Media, nowMs: number): MediaStep => {
  if (media.state !== 'checking') return { kind: 'tell', verdict: media.state };
  const deadlineMs = media.requestedAtMs + RULES.media.answerMs;
  if (nowMs >= deadlineMs) return { kind: 'giveUp' };
  return media.traceId === null ? { kind: 'ask' } : { kind: 'wait', wakeAtMs: deadlineMs };
};

/** Pure: when to look again after a question that failed. */
export const retryAtMs = (media: Pick<Media, 'requestedAtMs'>, nowMs: number): number => Math.min(nowMs + RETRY_MS, media.requestedAtMs + RULES.media.answerMs);

/** Pure: when to look again after a question that was put. */
export const answerDueAtMs = (media: Pick<Media, 'requestedAtMs'>): number => media.requestedAtMs + RULES.media.answerMs;

