import type { MessageTemplate, NoticeTarget, TaskKind } from '@contract';
import type { Effect, EffectOf } from '../effect/effect';
import { deriveId } from '../kernel/ids';
import type { Photo, Wish } from './wish';
import type { WishEvent } from './wish-event';

/** Parts from which effects of wishes and claims are said; ids are made from their cause, so twice is once. */

export const target = (page: NoticeTarget['page'], wishId: string, claimId: string | null = null): NoticeTarget => ({ page, wishId, claimId });

type NoticeParts = Pick<EffectOf<'notice'>, 'title' | 'body' | 'target'> & Partial<Pick<EffectOf<'notice'>, 'noticeId' | 'todo'>>;

/** A line in somebody's inbox; its id is the event and the reader unless it names another. */
export const noticeOf = (wish: Wish, event: Pick<WishEvent, 'eventId' | 'atMs'>, memberId: string, parts: NoticeParts): EffectOf<'notice'> => ({
  kind: 'notice',
  noticeId: deriveId('n', event.eventId, memberId),
  memberId,
  pictureKey: wish.pictureKey,
  todo: null,
  atMs: event.atMs,
  ...parts,
});

export const messageOf = (wish: Wish, event: WishEvent, memberId: string, template: MessageTemplate, note: string, to: NoticeTarget): Effect => ({
  kind: 'message',
  messageId: deriveId('s', event.eventId, memberId, template),
  memberId,
  template,
  target: to,
  fields: { thing: wish.title, note, atMs: event.atMs },
  atMs: event.atMs,
});

type TaskParts = Pick<EffectOf<'openTask'>, 'taskId' | 'taskKind' | 'reasonText' | 'actionText' | 'dueAtMs'> & Partial<Pick<EffectOf<'openTask'>, 'claimId' | 'subjectId' | 'assignTo' | 'isUrgent' | 'areaIds'>>;

export const taskOf = (wish: Wish, event: WishEvent, parts: TaskParts): Effect => ({
  kind: 'openTask',
  wishId: wish._id,
  claimId: null,
  subjectId: null,
  assignTo: null,
  areaIds: wish.areaIds,
  title: wish.title,
  atMs: event.atMs,
  ...parts,
});

export const wishTaskId = (kind: TaskKind, ...about: readonly string[]): string => deriveId('k', kind, ...about);

/** Closes what stood open in the review when the event happened. */
export const closing = (wish: Wish, event: WishEvent & { readonly closesTaskId: string | null; readonly closesNoticeId: string | null }, note: string): readonly Effect[] => [
  ...(event.closesTaskId === null ? [] : [{ kind: 'closeTask', taskId: event.closesTaskId, atMs: event.atMs, note } as const]),
  ...(event.closesNoticeId === null ? [] : [{ kind: 'finishNotice', noticeId: event.closesNoticeId, memberId: wish.posterId, atMs: event.atMs } as const]),
];

/** Whoever uploaded a photo; a person's openid is asked for, so of a unit's delivery it is whoever handed it over. */
export const photoOwnerOf = (wish: Wish, photo: Photo): string => {
  const claim = photo.claimId === null ? undefined : wish.claims[photo.claimId];
  return photo.evidenceBy ?? claim?.deliveredById ?? claim?.contactId ?? wish.posterId;
};

/** Has the content check look at photos; their owner is whoever uploaded them. */
export const checksOf = (wish: Wish, photoIds: readonly string[], atMs: number): readonly Effect[] =>
  photoIds.flatMap((photoId) => {
    const photo = wish.photos[photoId];
    if (photo === undefined) return [];
    return [{ kind: 'checkMedia', fileId: photo.fileId, ownerId: photoOwnerOf(wish, photo), subject: { kind: 'wish', id: wish._id, partId: photoId }, isAudio: photo.isAudio === true, atMs } as const];
  });
