import { RATING_MEDIA_LABEL, type RatingMediaKind } from '@contract';
import type { Due } from '../aggregate/aggregate-kind';
import type { Effect } from '../effect/effect';
import { HOUR_MS } from '../kernel/clock';
import { deriveId } from '../kernel/ids';
import { RULES } from '../rules';
import { erasedByClock, humanByClock } from './judge-media';
import type { Rating, RatingEvent } from './rating';
import { callEndingEffects, RATINGS_PAGE } from './rating-effect-parts';
import { mediaEntries } from './rating-media';

type EventOf<K extends RatingEvent['kind']> = Extract<RatingEvent, { readonly kind: K }>;

const taskIdOf = (rating: Rating, kind: RatingMediaKind): string => deriveId('k', 'ratingMedia', rating._id, kind);

/** What nobody but a person can decide: asked at once for words, later for what WeChat's check of a file leaves open. */
const look = (rating: Rating, media: RatingMediaKind, atMs: number): Effect => ({
  kind: 'openTask', taskId: taskIdOf(rating, media), taskKind: 'ratingMedia', wishId: rating.about.wishId, claimId: rating.about.claimId, subjectId: rating._id, assignTo: null, areaIds: rating.areaIds, title: rating.title,
  reasonText: `自动检查拿不准评价里${media === 'words' ? '' : '的'}${RATING_MEDIA_LABEL[media]}，有人看过才算数`, actionText: media === 'voice' ? '听一听' : '看一看', dueAtMs: atMs, dueWorkingMs: RULES.rating.mediaWorkingHours * HOUR_MS, atMs,
});

/** When it is made: nobody has files before WeChat's check; whoever uploaded them is who sent the rating. Doubted words go to a person. */
export const mediaChecks = (rating: Rating, atMs: number): readonly Effect[] =>
  mediaEntries(rating).flatMap(([kind, { fileId }]) => (fileId === '' ? [look(rating, kind, atMs)] : [{ kind: 'checkMedia', fileId, ownerId: rating.recordedBy, subject: { kind: 'rating', id: rating._id, partId: kind }, isAudio: kind === 'voice', atMs } as const]));

export const mediaNeedsHuman = (rating: Rating, { media, atMs }: EventOf<'mediaNeedsHuman'>): readonly Effect[] => [look(rating, media, atMs)];

/** What became of the file first, then what that means for the point. */
const refusedBody = (rating: Rating, { media, takesPoint }: EventOf<'mediaDecided'>): string => {
  const note = rating.media[media]?.note ?? '';
  const why = note === '' ? '没有通过检查' : note;
  const point = takesPoint ? '少了它，就看不出是哪里好、哪里差了，所以这次的积分收回。觉得不对，30 天内可以申诉。' : rating.pointState === 'given' ? '您说的别的都算数，积分不变。' : '您的评价照样算数。';
  return `“${rating.title}”：${RATING_MEDIA_LABEL[media]}${why}。${point}`;
};

export const mediaDecided = (rating: Rating, event: EventOf<'mediaDecided'>): readonly Effect[] => {
  const { media, verdict, wasHuman, takesPoint, endsCall, atMs } = event;
  const label = RATING_MEDIA_LABEL[media];
  return [
    ...(wasHuman ? [{ kind: 'closeTask', taskId: taskIdOf(rating, media), atMs, note: verdict === 'shown' ? '看过，没问题' : '看过，没有留下' } as const] : []),
    ...(takesPoint && rating.points !== null ? [{ kind: 'voidPoints', transferId: rating.points.transferId, reason: `评价里的${label}没有通过检查`, atMs } as const] : []),
    ...(endsCall ? callEndingEffects(rating, atMs, '不用打了，积分已收回') : []),
    ...(verdict === 'shown'
      ? []
      : [{
          kind: 'notice', noticeId: deriveId('n', event.eventId, rating.raterId), memberId: rating.raterId, title: takesPoint ? `${label}没有留下，这次的积分收回了` : `${label}没有留下`,
          body: refusedBody(rating, event), pictureKey: rating.pictureKey, target: { ...RATINGS_PAGE, subjectId: rating._id }, todo: null, atMs,
        } as const]),
  ];
};

export const mediaErased = (rating: Rating, { fileIds, closes, atMs }: EventOf<'mediaErased'>): readonly Effect[] => [
  ...closes.map((kind) => ({ kind: 'closeTask', taskId: taskIdOf(rating, kind), atMs, note: '评的人退出了社区，不用看了' }) as const),
  ...fileIds.flatMap((fileId) => (fileId === '' ? [] : [{ kind: 'eraseFile', fileId } as const])),
];

/** The check of each, and how long a refused one is kept. */
export const mediaClocks = (rating: Rating, nowMs: number): readonly Due<RatingEvent>[] =>
  mediaEntries(rating).flatMap(([kind, media]) => {
    if (media.fileId === '') return [];
    if (media.state === 'checking') return [{ atMs: media.addedAtMs + RULES.media.answerMs, change: humanByClock(rating, kind, media, nowMs) }];
    if (media.state !== 'refused' || rating.appeal?.state === 'open') return [];
    return [{ atMs: (media.decidedAtMs ?? media.addedAtMs) + RULES.rating.refusedMediaKeptMs, change: erasedByClock(rating, kind, nowMs) }];
  });
