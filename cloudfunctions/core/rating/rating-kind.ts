import type { AggregateKind, Due } from '../aggregate/aggregate-kind';
import type { WorkingDue } from '../aggregate/working-due';
import type { Effect, EffectOf } from '../effect/effect';
import { deriveId } from '../kernel/ids';
import { afterWorkingHours, dueInWorkingHours } from '../kernel/working-days';
import { tallyOf } from '../rating-sum/tally';
import { RULES } from '../rules';
import { lapsedByClock } from './call-back';
import { RATING_CAUSE_TEXT, type Rating, type RatingEvent } from './rating';
import { lateByClock } from './rating-appeal';
import { appealPointsId, callEndingEffects, callNoticeId, callTaskId, RATINGS_PAGE } from './rating-effect-parts';
import { mediaChecks, mediaClocks, mediaDecided, mediaErased, mediaNeedsHuman } from './rating-media-effects';

type EventOf<K extends RatingEvent['kind']> = Extract<RatingEvent, { readonly kind: K }>;

const appealTaskId = (rating: Rating, level: 'community' | 'street'): string => deriveId('k', 'ratingAppeal', rating._id, level);

const tell = (rating: Rating, event: RatingEvent, title: string, body: string): EffectOf<'notice'> => ({
  kind: 'notice', noticeId: deriveId('n', event.eventId, rating.raterId), memberId: rating.raterId, title, body, pictureKey: rating.pictureKey, target: { ...RATINGS_PAGE, subjectId: rating._id }, todo: null, atMs: event.atMs,
});

/** Only named: no word of the rating, no number stands in a task. */
const taskOf = (rating: Rating, event: RatingEvent, parts: Pick<EffectOf<'openTask'>, 'taskId' | 'taskKind' | 'reasonText' | 'actionText' | 'dueAtMs'> & Partial<Pick<EffectOf<'openTask'>, 'areaIds' | 'dueWorkingMs'>>): Effect => ({
  kind: 'openTask', wishId: rating.about.wishId, claimId: rating.about.claimId, subjectId: rating._id, assignTo: null, areaIds: rating.areaIds, title: rating.title, atMs: event.atMs, ...parts,
});

/** What a careful rating earns, or an appeal that was granted: each under a cause of its own. */
export const ratingPoints = (rating: Rating, transferId: string, atMs: number, dueAtMs: number): EffectOf<'earnPoints'> => ({
  kind: 'earnPoints', transferId, memberId: rating.raterId, communityId: rating.communityId, earningKind: 'carefulRating', quantity: 1, withId: rating.giverIds[0] ?? null, causeText: RATING_CAUSE_TEXT, aggregateId: rating.about.wishId ?? rating.about.shiftId, atMs, dueAtMs,
});

const openCall = (rating: Rating, event: RatingEvent): readonly Effect[] => {
  if (rating.callBack === null) return [];
  const { dueAtMs, endsAtMs } = rating.callBack;
  return [
    taskOf(rating, event, { taskId: callTaskId(rating), taskKind: 'callBack', reasonText: '随机抽到的回访。问三句话，照实记就好。', actionText: '打个电话问问', dueAtMs }),
    {
      kind: 'notice', noticeId: callNoticeId(rating), memberId: rating.raterId, title: '社区想打个电话问问您', body: `“${rating.title}”的评价随机抽到了回访，一两分钟。留个电话，或者打给社区。`,
      pictureKey: rating.pictureKey, target: { ...RATINGS_PAGE, subjectId: rating._id }, todo: { actionText: '看一看', dueAtMs: endsAtMs }, atMs: event.atMs,
    },
  ];
};

/** The sum hears of it when it is made, taken back or given back; the community's project budget is nobody who could be rated. */
const tally = (rating: Rating, event: RatingEvent): readonly Effect[] => (rating.rated.kind === 'project' ? [] : [{ kind: 'tallyRating', rated: rating.rated, communityId: rating.communityId, areaIds: rating.areaIds, tally: tallyOf(rating), atMs: event.atMs }]);

/** What was rated takes note of it. */
const noted = ({ about, raterId, satisfaction, recordedBy, createdAtMs }: Rating): Effect =>
  about.wishId === null ? { kind: 'shiftRated', shiftId: about.shiftId, memberId: raterId, atMs: createdAtMs } : { kind: 'claimRated', wishId: about.wishId, claimId: about.claimId, satisfaction, byId: recordedBy, atMs: createdAtMs };

const rated = (rating: Rating, event: RatingEvent): readonly Effect[] => [
  noted(rating),
  ...(rating.points === null ? [] : [ratingPoints(rating, rating.points.transferId, rating.createdAtMs, rating.points.dueAtMs)]),
  { kind: 'notePrint', communityId: rating.communityId, print: { ratingId: rating._id, raterId: rating.raterId, recordedBy: rating.recordedBy, atMs: rating.createdAtMs, pairs: rating.pairs } },
  ...tally(rating, event),
  ...mediaChecks(rating, event.atMs),
  ...openCall(rating, event),
];

const CALL_WORDS = { asSaid: '打通了，属实', notAsSaid: '打通了，不是这样说的', notReached: '两次没打通，积分照给', lapsed: '没来得及打，积分照给', notNeeded: '不用打了' } as const;

const callEnded = (rating: Rating, event: EventOf<'callBackEnded'>): readonly Effect[] => [
  ...callEndingEffects(rating, event.atMs, CALL_WORDS[event.outcome]),
  ...(event.outcome === 'notAsSaid' ? tally(rating, event) : []),
  ...(event.outcome === 'notAsSaid' && rating.points !== null
    ? [
        { kind: 'voidPoints', transferId: rating.points.transferId, reason: '回访时说的和写的不一样', atMs: event.atMs } as const,
        tell(rating, event, '这次评价的积分收回了', `“${rating.title}”：打电话问的时候，和写的不一样。${rating.callBack?.note ?? ''} 觉得不对，30 天内可以申诉。`),
      ]
    : []),
];

const appealTask = (rating: Rating, event: RatingEvent, level: 'community' | 'street'): Effect =>
  taskOf(rating, event, {
    taskId: appealTaskId(rating, level),
    taskKind: 'ratingAppeal',
    ...(level === 'street' ? { areaIds: rating.areaIds.slice(0, 2) } : {}),
    reasonText: level === 'street' ? '社区没按时答复这件申诉。' : '评的人觉得自己认真评了，请再看一眼。',
    actionText: '看一看，给个答复',
    ...(level === 'street' ? dueInWorkingHours(event.atMs, RULES.rating.appealWorkingHours) : { dueAtMs: rating.appeal?.dueAtMs ?? event.atMs }),
  });

/** The proof is the rating itself, so the days of waiting have been running since. */
const grantedDueAtMs = (rating: Rating, event: RatingEvent): number => Math.max(event.atMs, rating.createdAtMs + RULES.points.pendingMs);

const granted = (rating: Rating, event: RatingEvent, note: string): readonly Effect[] => {
  const earning = ratingPoints(rating, appealPointsId(rating._id), event.atMs, grantedDueAtMs(rating, event));
  return [...tally(rating, event), earning, { kind: 'tellEarned', earning, notice: tell(rating, event, '申诉通过了', `“${rating.title}”：${note.replace(/。$/, '')}。`) }];
};

const appealDecided = (rating: Rating, event: EventOf<'appealDecided'>): readonly Effect[] => {
  const note = rating.appeal?.note ?? '';
  const close = (level: 'community' | 'street'): Effect => ({ kind: 'closeTask', taskId: appealTaskId(rating, level), atMs: event.atMs, note: event.isGranted ? '同意了，补上积分' : '说明了原因' });
  return [
    close('community'),
    close('street'),
    ...(event.isGranted ? granted(rating, event, note) : [tell(rating, event, '申诉看过了，这次没有积分', `“${rating.title}”：${note}`)]),
  ];
};

/** Pure: what an event of a rating brings about elsewhere. */
export const ratingEffectsOf = (rating: Rating, event: RatingEvent): readonly Effect[] => {
  switch (event.kind) {
    case 'rated':
      return rated(rating, event);
    case 'mediaNeedsHuman':
      return mediaNeedsHuman(rating, event);
    case 'mediaDecided':
      return mediaDecided(rating, event);
    case 'mediaErased':
      return mediaErased(rating, event);
    case 'numberLeft':
    case 'callTried':
      return [];
    case 'callBackEnded':
      return callEnded(rating, event);
    case 'appealed':
      return [appealTask(rating, event, 'community')];
    case 'appealLate':
      return [appealTask(rating, event, 'street')];
    case 'appealDecided':
      return appealDecided(rating, event);
  }
};

const clocksOf = (rating: Rating, nowMs: number): readonly Due<RatingEvent>[] => [
  ...(rating.callBack !== null && rating.callBack.outcome === null ? [{ atMs: rating.callBack.endsAtMs, change: lapsedByClock(rating, nowMs) }] : []),
  ...mediaClocks(rating, nowMs),
  ...(rating.appeal?.state === 'open' && !rating.appeal.isLate ? [{ atMs: rating.appeal.dueAtMs, change: lateByClock(rating, nowMs) }] : []),
];

const workingDuesOf = (): readonly WorkingDue[] => [
  { path: 'appeal.dueAtMs', countFrom: afterWorkingHours(RULES.rating.appealWorkingHours) },
  { path: 'callBack.dueAtMs', countFrom: afterWorkingHours(RULES.callBack.workingHours) },
];

export const RATING_KIND: AggregateKind<Rating, RatingEvent> = { collection: 'ratings', effectsOf: ratingEffectsOf, clocksOf, workingDuesOf };
