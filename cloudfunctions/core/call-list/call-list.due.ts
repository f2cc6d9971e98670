import { NEVER_MS } from '../aggregate/aggregate';
import type { DueHandler } from '../jobs/due';
import type { Notice } from '../notice/notice';
import { store } from '../platform/store';
import { alignCallee } from './align-callee.use-case';

/** A line that asks something was not read for a day: whoever reads that inbox may be one to call. */
export const noticeDue: DueHandler = {
  collection: 'notices',
  settle: async (noticeId, nowMs) => {
    const notice = await store.find<Notice>('notices', noticeId);
    if (notice === null || (notice.wakeAtMs ?? NEVER_MS) > nowMs) return;
    if (notice.todoState === 'open' && notice.readAtMs === null && !(await alignCallee(notice.memberId, nowMs))) return;
    await store.update('notices', { _id: noticeId, wakeAtMs: notice.wakeAtMs }, { wakeAtMs: NEVER_MS });
  },
};

/** Tomorrow has come, or something of theirs was read or done. */
export const calleeDue: DueHandler = { collection: 'callees', settle: async (calleeId, nowMs) => void (await alignCallee(calleeId, nowMs)) };
