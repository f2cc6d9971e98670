import { NEVER_MS } from '../aggregate/aggregate';
import { lookAtCallees } from '../call-list/callee.repository';
import { systemClock } from '../kernel/clock';
import { RULES } from '../rules';
import { command, oneOf, store } from '../platform/store';
import type { EffectOf } from '../effect/effect';
import { noticeOf, noticePlace, type Notice } from './notice';

/** Counting stops here; screens say "99+". */
const UNREAD_MAX = 100;

export const insertNotice = async (effect: EffectOf<'notice'>): Promise<void> => {
  await store.insertOnce('notices', noticeOf(effect));
};

/** What the notice asked for is done: it goes down among the others. A second time, or without such a notice, nothing. */
export const finishNotice = async ({ noticeId, memberId }: Pick<EffectOf<'finishNotice'>, 'noticeId' | 'memberId'>): Promise<void> => {
  const notice = await store.find<Notice>('notices', noticeId);
  if (notice === null || notice.memberId !== memberId || notice.todoState !== 'open') return;
  await store.update('notices', { _id: noticeId, todoState: 'open' }, { todoState: 'done', place: noticePlace(null, notice.createdAtMs, noticeId), wakeAtMs: NEVER_MS });
  const nowMs = systemClock.nowMs();
  if (notice.createdAtMs + RULES.callList.afterMs <= nowMs) await lookAtCallees([memberId], nowMs);
};

/** Some lines by their ids, as the call list says them. One request; at most a hundred. */
export const linesByIds = (noticeIds: readonly string[]): Promise<readonly Notice[]> =>
  noticeIds.length === 0 ? Promise.resolve([]) : store.query<Notice>('notices', { where: { _id: oneOf(noticeIds) }, limit: noticeIds.length });

/** What the notice asks for may be done later; a finished one stays as it is. */
export const postponeNotice = async ({ noticeId, memberId, body, dueAtMs }: EffectOf<'postponeNotice'>): Promise<void> => {
  await store.update('notices', { _id: noticeId, memberId, todoState: 'open' }, { body, todoDueAtMs: dueAtMs, place: noticePlace(dueAtMs, 0, noticeId) });
};

/** Which of these notices stand, read or not. One request; at most a hundred. */
export const noticesThatStand = async (noticeIds: readonly string[]): Promise<readonly string[]> =>
  noticeIds.length === 0 ? [] : (await store.query<{ readonly _id: string }>('notices', { where: { _id: oneOf(noticeIds) }, limit: noticeIds.length, fields: ['_id'] })).map(({ _id }) => _id);

/** Open todos of somebody and of whom they answer for, the most pressing first. One request. */
export const openTodos = (memberIds: readonly string[], limit: number): Promise<readonly Notice[]> =>
  store.query<Notice>('notices', { where: { memberId: oneOf(memberIds), todoState: 'open' }, order: [['todoDueAtMs', 'asc'], ['_id', 'asc']], limit });

/** A stretch of the inbox below `beforePlace`; from the top when null. */
export const inboxPage = (memberIds: readonly string[], beforePlace: string | null, limit: number): Promise<readonly Notice[]> =>
  store.query<Notice>('notices', { where: { memberId: oneOf(memberIds), ...(beforePlace !== null && { place: command.lt(beforePlace) }) }, order: [['place', 'desc']], limit });

/** How many are unread, at most `UNREAD_MAX`. One request that reads no more than it counts. */
export const countUnread = async (memberIds: readonly string[]): Promise<number> => {
  const unread = await store.query<{ readonly _id: string }>('notices', { where: { memberId: oneOf(memberIds), readAtMs: null }, limit: UNREAD_MAX, fields: ['_id'] });
  return unread.length;
};

export const markRead = (memberIds: readonly string[], noticeId: string, nowMs: number): Promise<number> =>
  store.update('notices', { _id: noticeId, memberId: oneOf(memberIds), readAtMs: null }, { readAtMs: nowMs });

export const findNotice = (noticeId: string): Promise<Notice | null> => store.find<Notice>('notices', noticeId);
