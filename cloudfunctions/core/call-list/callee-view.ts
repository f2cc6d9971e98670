import type { CalleeView } from '@contract';
import type { Notice } from '../notice/notice';
import { isPersonId } from '../person/person-id';
import { RULES } from '../rules';
import type { Callee } from './callee';

/** What is read beside the rows of a page. */
export interface BesideCallees {
  readonly notices: ReadonlyMap<string, Notice>;
  /** Of members by id; of who is on paper the masked one. */
  readonly names: ReadonlyMap<string, string>;
}

/** Whoever left has no name any more. */
const COLLEAGUE = '一位同事';

/** Pure: a row with those of its lines that still press; null when none does, since whoever read or did it needs no call. */
export const calleeView = (callee: Callee, { notices, names }: BesideCallees): CalleeView | null => {
  const lines = callee.noticeIds.flatMap((noticeId) => notices.get(noticeId) ?? []).filter(({ todoState, readAtMs }) => todoState === 'open' && readAtMs === null);
  const name = names.get(callee._id);
  if (lines.length === 0 || name === undefined) return null;
  return {
    calleeId: callee._id, name, isOnPaper: isPersonId(callee._id), isCaredFor: callee.rank === 0,
    lines: lines.map(({ _id, title, body, pictureKey, createdAtMs, todoDueAtMs }) => ({ noticeId: _id, title, body, pictureKey, sinceMs: createdAtMs, dueAtMs: todoDueAtMs })),
    sinceMs: callee.sinceMs, calls: callee.calls, isToBeVisited: callee.missed >= RULES.callList.goThereAfter,
    last: callee.last === null ? null : { outcome: callee.last.outcome, atMs: callee.last.atMs, byName: names.get(callee.last.byId) ?? COLLEAGUE },
  };
};
