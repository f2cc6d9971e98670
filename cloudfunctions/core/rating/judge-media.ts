import type { RatingMediaKind } from '@contract';
import { changedBy, changeOf, is, REPLAY, type Change, type OutcomeOf } from '../aggregate/change';
import { knownStep, type Step } from '../aggregate/step';
import { deriveId } from '../kernel/ids';
import { accept, refuse, type Result } from '../kernel/result';
import { worksAt, type Member } from '../member/member';
import { RULES } from '../rules';
import { careWithout } from './careful-rating';
import { isParty, placeOfRating, type Rating, type RatingEvent } from './rating';
import { mediaEntries, type RatingMedia } from './rating-media';

type Outcome = OutcomeOf<RatingEvent>;
export type MediaVerdict = Exclude<RatingMedia['state'], 'checking'>;

/** Everything is decided about the rating as it was read: its point, its call and its files hang together. */
const guard = (rating: Rating): Change<RatingEvent>['when'] => ({ revision: is(rating.revision) });

/**
 * What a refused recording, photo or sentence does to the point. It is no reason any more; if nothing else made the rating a
 * careful one, the point that still waits is taken back, told with its reason, and may be appealed. A point that has
 * come stays: a check that came too late is not the rater's fault.
 */
const pointWithout = (rating: Rating, kind: RatingMediaKind, nowMs: number): { readonly set: Readonly<Record<string, unknown>>; readonly takesPoint: boolean; readonly endsCall: boolean } => {
  const care = careWithout(rating, kind, RULES.rating);
  const waits = rating.pointState === 'given' && rating.points !== null && rating.points.dueAtMs > nowMs;
  const takesPoint = waits && !care.isCareful;
  const endsCall = takesPoint && rating.callBack !== null && rating.callBack.outcome === null;
  return {
    takesPoint, endsCall,
    set: {
      ...(takesPoint || care.isCareful ? { isCareful: care.isCareful, reasons: care.reasons } : {}),
      ...(takesPoint ? { pointState: 'takenBack', takenBack: { by: 'check', atMs: nowMs } } : {}),
      ...(endsCall ? { 'callBack.outcome': 'notNeeded', 'callBack.endedAtMs': nowMs, 'callBack.phoneSealed': null } : {}),
    },
  };
};

interface Deciding {
  readonly kind: RatingMediaKind;
  readonly verdict: 'shown' | 'refused';
  readonly note: string;
  readonly eventId: string;
  readonly atMs: number;
  readonly byId: string;
}

const deciding = (rating: Rating, media: RatingMedia, { kind, verdict, note, ...about }: Deciding): Pick<Change<RatingEvent>, 'when' | 'set' | 'event'> => {
  const point = verdict === 'refused' ? pointWithout(rating, kind, about.atMs) : { set: {}, takesPoint: false, endsCall: false };
  return {
    when: guard(rating),
    set: { [`media.${kind}`]: { ...media, state: verdict, note, decidedAtMs: about.atMs }, ...(kind === 'words' ? { wordsState: verdict === 'shown' ? 'clear' : 'refused' } : {}), ...point.set },
    event: { kind: 'mediaDecided', media: kind, verdict, wasHuman: media.state === 'human', takesPoint: point.takesPoint, endsCall: point.endsCall, ...about },
  };
};

const toHuman = (rating: Rating, kind: RatingMediaKind, media: RatingMedia, nowMs: number): Change<RatingEvent> =>
  changeOf<RatingEvent>({
    when: guard(rating),
    set: { [`media.${kind}`]: { ...media, state: 'human' } },
    event: { kind: 'mediaNeedsHuman', media: kind, eventId: deriveId('e', rating._id, kind, 'human'), atMs: nowMs, byId: 'clock' },
  });

/**
 * WeChat's content check answered: it decides what nobody decided yet, and a late clear answer takes a file out of human
 * hands. Refusals: NOT_FOUND when the file is gone.
 */
export const decideMediaCheck = (rating: Rating, fileId: string, verdict: MediaVerdict, nowMs: number): Result<Outcome> => {
  const found = mediaEntries(rating).find(([, { fileId: own }]) => own === fileId);
  if (found === undefined) return refuse('NOT_FOUND');
  const [kind, media] = found;
  if (media.state !== 'checking' && (media.state !== 'human' || verdict === 'human')) return accept(REPLAY);
  if (verdict === 'human') return accept({ kind: 'change', change: toHuman(rating, kind, media, nowMs) });
  return accept(changedBy(deciding(rating, media, { kind, verdict, note: '', eventId: deriveId('e', rating._id, kind, verdict), atMs: nowMs, byId: 'clock' })));
};

/** Without an answer of the content check a person looks. */
export const humanByClock = toHuman;

/** Whether somebody looks here: staff of the area who are neither side. Refusals: OUT_OF_AREA, NOT_ALLOWED. */
export const decideMayLook = (rating: Rating, actor: Member): Result<Rating> => {
  if (!worksAt(actor, placeOfRating(rating))) return refuse('OUT_OF_AREA');
  return isParty(rating, actor) ? refuse('NOT_ALLOWED', { message: '这次帮忙您也在里面，请另一位同事来看。' }) : accept(rating);
};

export type MediaDecision = { readonly kind: 'clear' } | { readonly kind: 'refuse'; readonly reason: string };

/** Staff looked or listened. Refusals: OUT_OF_AREA, NOT_ALLOWED, CASE_STATE_CHANGED (decided meanwhile), OPERATION_REUSED. */
export const decideMediaByStaff = (rating: Rating, kind: RatingMediaKind, decision: MediaDecision, actor: Member, step: Step): Result<Outcome> => {
  const may = decideMayLook(rating, actor);
  if (!may.ok) return may;
  const known = knownStep(rating.steps, step);
  if (known !== null) return known;
  const media = rating.media[kind];
  if (media?.state !== 'human') return refuse('CASE_STATE_CHANGED', { message: '这件现在不用看了，可能同事已经看过。' });
  const note = decision.kind === 'refuse' ? decision.reason : '';
  const change = deciding(rating, media, { kind, verdict: decision.kind === 'clear' ? 'shown' : 'refused', note, eventId: deriveId('e', step.operationId), atMs: step.nowMs, byId: step.actorId });
  return accept(changedBy({ ...change, set: { ...change.set, [`steps.${step.operationId}`]: step.inputHash } }));
};

const erasing = (rating: Rating, kinds: readonly RatingMediaKind[], eventId: string, nowMs: number, byId: string): Change<RatingEvent> =>
  changeOf<RatingEvent>({
    when: guard(rating),
    set: Object.fromEntries(kinds.map((kind) => [`media.${kind}.fileId`, ''])),
    event: { kind: 'mediaErased', fileIds: kinds.map((kind) => rating.media[kind]?.fileId ?? ''), closes: kinds.filter((kind) => rating.media[kind]?.state === 'human'), eventId, atMs: nowMs, byId },
  });

/** What was refused is kept as long as somebody may appeal, or as an appeal is open; nobody but who decides it sees it. */
export const erasedByClock = (rating: Rating, kind: RatingMediaKind, nowMs: number): Change<RatingEvent> => erasing(rating, [kind], deriveId('e', rating._id, kind, 'erased'), nowMs, 'clock');

/** Whoever sent them left the community: their voice and their photo go, the rating stays. */
export const decideSenderGone = (rating: Rating, memberId: string, nowMs: number): Result<Outcome> => {
  const kinds = mediaEntries(rating).filter(([, { fileId }]) => fileId !== '').map(([kind]) => kind);
  return accept(kinds.length === 0 ? REPLAY : { kind: 'change', change: erasing(rating, kinds, deriveId('e', rating._id, 'senderGone', memberId), nowMs, memberId) });
};
