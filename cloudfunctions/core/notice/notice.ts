import type { NoticeTarget, NoticeView, PictureKey } from '@contract';
import { NEVER_MS } from '../aggregate/aggregate';
import type { EffectOf } from '../effect/effect';
import { RULES } from '../rules';
import { isShopId } from '../shop/shop-id';
import { isUnitId } from '../unit/unit';
import { isPressing } from './pressing';

/** One line of somebody's inbox. With a todo it stands above the others until it is finished. */
export interface Notice {
  readonly _id: string;
  readonly memberId: string;
  readonly title: string;
  readonly body: string;
  readonly pictureKey: PictureKey;
  readonly target: NoticeTarget;
  readonly createdAtMs: number;
  readonly readAtMs: number | null;
  readonly todoState: 'none' | 'open' | 'done';
  readonly todoActionText: string;
  readonly todoDueAtMs: number;
  /** Where it stands in the inbox: open todos first, then by time; one text, so that a page is one range of an index. */
  readonly place: string;
  /** When to look whether somebody must be called about it; absent in older lines. */
  readonly wakeAtMs?: number;
}

const OPEN_TODO_RANK = '1';
const OTHER_RANK = '0';
const DIGITS = 15;
const TOP_MS = 10 ** DIGITS - 1;

const padded = (ms: number): string => String(ms).padStart(DIGITS, '0');

/** Pure: sorts descending; open todos above everything else, the most pressing first; others by time, later above earlier; the id breaks ties. */
export const noticePlace = (openTodoDueAtMs: number | null, createdAtMs: number, noticeId: string): string =>
  openTodoDueAtMs === null ? `${OTHER_RANK}_${padded(createdAtMs)}_${noticeId}` : `${OPEN_TODO_RANK}_${padded(TOP_MS - openTodoDueAtMs)}_${noticeId}`;

/** Pure: the document of a notice. */
export const noticeOf = (effect: EffectOf<'notice'>): Notice => ({
  _id: effect.noticeId,
  memberId: effect.memberId,
  title: effect.title,
  body: effect.body,
  pictureKey: effect.pictureKey,
  target: effect.target,
  createdAtMs: effect.atMs,
  readAtMs: null,
  todoState: effect.todo === null ? 'none' : 'open',
  todoActionText: effect.todo?.actionText ?? '',
  todoDueAtMs: effect.todo?.dueAtMs ?? 0,
  place: noticePlace(effect.todo?.dueAtMs ?? null, effect.atMs, effect.noticeId),
  wakeAtMs: effect.todo === null || !isPressing(effect.target) || isUnitId(effect.memberId) || isShopId(effect.memberId) ? NEVER_MS : effect.atMs + RULES.callList.afterMs,
});

export const noticeView = (notice: Notice): NoticeView => ({
  noticeId: notice._id,
  title: notice.title,
  body: notice.body,
  pictureKey: notice.pictureKey,
  target: notice.target,
  createdAtMs: notice.createdAtMs,
  isRead: notice.readAtMs !== null,
  todo: notice.todoState === 'open' ? { actionText: notice.todoActionText, dueAtMs: notice.todoDueAtMs } : null,
});
