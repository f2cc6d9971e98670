import { LIMITS } from '@contract';
import { command, oneOf, store } from '../platform/store';
import type { Called, Callee } from './callee';

export const findCallee = (calleeId: string): Promise<Callee | null> => store.find<Callee>('callees', calleeId);

/** A stretch of the list of a node after `afterPlace`; one row more than a page. */
export const calleesOf = (areaId: string, afterPlace: string | null): Promise<readonly Callee[]> =>
  store.query<Callee>('callees', { where: { areaIds: areaId, state: 'waiting', ...(afterPlace !== null && { place: command.gt(afterPlace) }) }, order: [['place', 'asc']], limit: LIMITS.pageSize + 1 });

/** As it was made from the inbox, unless somebody called or it was made anew meanwhile. @returns whether it was written. */
export const saveCallee = async (standing: Callee | null, callee: Callee | null): Promise<boolean> => {
  if (standing === null) return callee === null || (await store.insertOnce('callees', callee)) === 'inserted';
  const asRead = { _id: standing._id, revision: standing.revision };
  if (callee === null) return (await store.remove('callees', asRead)) === 1;
  const { areaIds, noticeIds, toldIds, rank, place, sinceMs, state, revision, wakeAtMs } = callee;
  return (await store.update('callees', asRead, { areaIds: command.set(areaIds), noticeIds: command.set(noticeIds), toldIds: command.set(toldIds), rank, place, sinceMs, state, revision, wakeAtMs })) === 1;
};

/** One call, by the guard of its number. @returns whether it was this one. */
export const saveCalled = async ({ _id, calls, revision }: Callee, called: Called): Promise<boolean> =>
  (await store.update('callees', { _id, calls, revision, state: 'waiting' }, { ...called, toldIds: command.set(called.toldIds), last: command.set(called.last), steps: command.set(called.steps), revision: command.inc(1) })) === 1;

/** Their inbox changed: if they are on the list, the timer compares the two. One request, mostly about nobody. */
export const lookAtCallees = async (readerIds: readonly string[], nowMs: number): Promise<void> => void (await store.update('callees', { _id: oneOf(readerIds) }, { wakeAtMs: nowMs }));

export const eraseCallee = async (memberId: string): Promise<void> => void (await store.remove('callees', { _id: memberId }));
