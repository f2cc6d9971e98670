import { DAY_MS } from '../kernel/clock';
import { memberPoints } from '../ledger/account';
import type { PendingTransfer } from '../ledger/decide-transfer';
import { oneOf, store } from '../platform/store';
import { RULES } from '../rules';
import { earningMonthIdOf, type EarningMonth } from './decide-earning';
import type { PointHold } from './hold';

/** More than anybody's waiting lines: a month's limits between two bound them. */
const PENDING_MAX = 300;
/** A line that changes under every try is tried again with its event. */
const TRIES = 4;

const hold = (pending: PendingTransfer, { freezeId, untilMs }: PointHold): Promise<number> =>
  store.update('pendingTransfers', { _id: pending._id, heldById: null }, { heldById: freezeId, wakeAtMs: Math.max(pending.dueAtMs, untilMs + RULES.favours.heldSlackMs) });

const release = (pending: PendingTransfer): Promise<number> => store.update('pendingTransfers', { _id: pending._id, heldById: pending.heldById }, { heldById: null, wakeAtMs: pending.dueAtMs });

/**
 * Brings a line that was just written in line with what holds its owner's points. The hold is read before the line, again
 * after each change: whoever lets go at the same moment either finds the line held, or is found gone. A line written for
 * the first time under no hold is left alone.
 */
export const alignHold = async (memberId: string, transferId: string, withId: string, isNew: boolean): Promise<void> => {
  for (let tries = 0; tries < TRIES; tries += 1) {
    const standing = await store.find<PointHold>('pointHolds', memberId);
    if (standing === null && isNew && tries === 0) return;
    const wanted = standing !== null && standing.withIds.includes(withId) ? standing : null;
    const pending = await store.find<PendingTransfer>('pendingTransfers', transferId);
    if (pending === null || pending.heldById === (wanted?.freezeId ?? null)) return;
    await (pending.heldById !== null || wanted === null ? release(pending) : hold(pending, wanted));
  }
  throw new Error(`pending ${transferId} changed under every try to hold it`);
};

/** Lines of a person that wait and came by those the hold names; this month's and last month's, none waits longer. */
const pendingBetween = async (communityId: string, { _id: memberId, withIds }: PointHold, nowMs: number): Promise<readonly PendingTransfer[]> => {
  const monthIds = [...new Set([nowMs, nowMs - 31 * DAY_MS].map((atMs) => earningMonthIdOf(communityId, memberId, atMs)))];
  const [months, waiting] = await Promise.all([
    store.query<EarningMonth>('earningMonths', { where: { _id: oneOf(monthIds) }, limit: monthIds.length }),
    store.query<PendingTransfer>('pendingTransfers', { where: { account: memberPoints(memberId) }, order: [['wakeAtMs', 'asc']], limit: PENDING_MAX }),
  ]);
  const grants = Object.assign({}, ...months.map((month) => month.grants)) as EarningMonth['grants'];
  return waiting.filter(({ _id }) => withIds.includes(grants[_id]?.withId ?? ''));
};

/** Holds what waits already. The hold stands before, so what comes meanwhile aligns itself. Repeats harmlessly. */
export const holdWaiting = async (communityId: string, standing: PointHold, nowMs: number): Promise<void> => {
  const waiting = await pendingBetween(communityId, standing, nowMs);
  await Promise.all(waiting.filter(({ heldById }) => heldById === null).map((pending) => hold(pending, standing)));
};

/** Lines of a person that a freeze holds. */
export const heldLines = (memberId: string, freezeId: string): Promise<readonly PendingTransfer[]> =>
  store.query<PendingTransfer>('pendingTransfers', { where: { account: memberPoints(memberId), heldById: freezeId }, limit: PENDING_MAX });

/** The hold goes first: what comes from now on goes its own way. */
export const endHold = async (memberId: string, freezeId: string): Promise<void> => {
  await store.remove('pointHolds', { _id: memberId, freezeId });
};

/** Everything held goes on, each on its own day; what is due already comes with the next run. Repeats harmlessly. */
export const releaseHeld = async (memberId: string, freezeId: string): Promise<void> => {
  await Promise.all((await heldLines(memberId, freezeId)).map(release));
};

export const findHold = (memberId: string, freezeId: string): Promise<PointHold | null> => store.find<PointHold>('pointHolds', memberId).then((found) => (found?.freezeId === freezeId ? found : null));

