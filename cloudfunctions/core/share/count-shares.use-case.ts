import { NEVER_MS } from '../aggregate/aggregate';
import { systemClock } from '../kernel/clock';
import { command, store } from '../platform/store';
import { RULES } from '../rules';
import type { Reach } from './reach';
import { decideCounted, type ShareCode } from './share-code';
import { erasePicture } from './share-picture.repository';
import { countOpens, opensOf } from './share.repository';

/**
 * Counts one code anew; once its numbers are final, who opened it is forgotten, and only then it rests. A note that comes
 * meanwhile wins: it is counted again.
 */
export const countShare = async (codeId: string, nowMs: number): Promise<void> => {
  const code = await store.find<ShareCode>('shareCodes', codeId);
  if (code === null) return;
  if (code.isFinal) {
    await store.remove('shareOpens', { codeId });
    await erasePicture(codeId);
    await store.update('shareCodes', { _id: codeId }, { wakeAtMs: NEVER_MS });
    return;
  }
  const { numbers, ...rest } = decideCounted(code, await countOpens(codeId), nowMs);
  await store.update('shareCodes', { _id: codeId, notedAtMs: code.notedAtMs, closedAtMs: command.eq(code.closedAtMs) }, { ...rest, numbers: command.set(numbers) });
};

/** Somebody who came by a code went on: counted for the last one they opened, or for where they had gone on already. */
export const noteReach = async (reach: Reach): Promise<void> => {
  const opens = await opensOf(reach.personId, reach.itemId);
  const open = opens.find(({ reached }) => reached > 0) ?? opens[0];
  if (open === undefined) return;
  const nowMs = systemClock.nowMs();
  await store.update('shareOpens', { _id: open._id, reached: command.lt(reach.reached) }, { reached: reach.reached });
  await store.update('shareCodes', { _id: open.codeId, closedAtMs: null }, { notedAtMs: command.max(nowMs), wakeAtMs: command.min(nowMs + RULES.share.countMs) });
};
