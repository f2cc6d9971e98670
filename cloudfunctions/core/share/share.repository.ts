import type { ShareNumbers } from '@contract';
import { fail } from '../kernel/result';
import { command, store } from '../platform/store';
import { RULES } from '../rules';
import { REACHED, type ShareCode, type ShareOpen } from './share-code';

/** Refuses SHARE_GONE. */
export const getShareCode = async (code: string): Promise<ShareCode> => (await store.find<ShareCode>('shareCodes', code)) ?? fail('SHARE_GONE');

/** Of a group, the newest first. One request. */
export const codesOfGroup = (groupId: string): Promise<readonly ShareCode[]> => store.query<ShareCode>('shareCodes', { where: { groupId }, order: [['createdAtMs', 'desc'], ['_id', 'desc']], limit: RULES.share.listed });

/** That there is something to count, unless somebody said so just now or it no longer counts. One request. */
export const noteSomething = async (code: string, nowMs: number): Promise<void> => {
  await store.update('shareCodes', { _id: code, closedAtMs: null, notedAtMs: command.lte(nowMs - RULES.share.noteMs) }, { notedAtMs: nowMs, wakeAtMs: command.min(nowMs + RULES.share.countMs) });
};

/** Nothing of a group is counted any more; what was is counted once more. One request, whatever their number. */
export const closeCodesOf = async (groupId: string, atMs: number): Promise<void> => {
  await store.update('shareCodes', { groupId, closedAtMs: null }, { closedAtMs: atMs, wakeAtMs: command.min(atMs + RULES.share.countMs) });
};

/** People by how far they came. Four requests. */
export const countOpens = async (codeId: string): Promise<ShareNumbers> => {
  const atLeast = (reached: number): Promise<number> => store.count('shareOpens', { codeId, reached: command.gte(reached) });
  const [opened, signedUp, attended, completed] = await Promise.all([atLeast(REACHED.opened), atLeast(REACHED.signedUp), atLeast(REACHED.attended), atLeast(REACHED.completed)]);
  return { opened, signedUp, attended, completed };
};

/** What somebody opened of a thing, the last first. One request. */
export const opensOf = (personId: string, itemId: string): Promise<readonly ShareOpen[]> =>
  store.query<ShareOpen>('shareOpens', { where: { personId, itemId }, order: [['openedAtMs', 'desc']], limit: RULES.share.opensRead });

/** Who somebody was is forgotten; that somebody came stays counted. */
export const eraseOpens = async (memberId: string): Promise<void> => {
  await store.update('shareOpens', { personId: memberId }, { personId: null });
};
