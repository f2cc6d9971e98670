import { command, store } from '../platform/store';
import { RULES } from '../rules';
import { doubtfulKept, giftWakeAtMs, type Gift } from './gift';
import type { Redemption } from './redemption';

export const findGift = (giftId: string): Promise<Gift | null> => store.find<Gift>('gifts', giftId);

export const insertGift = (gift: Gift): Promise<'inserted' | 'exists'> => store.insertOnce('gifts', gift);

/** Keeps one of what is left; false when nothing is, or it can't be chosen now, or it is kept already. One guarded update. */
export const keepOne = async (gift: Gift, redemptionId: string, nowMs: number): Promise<boolean> =>
  (await store.update(
    'gifts',
    { _id: gift._id, state: 'open', points: gift.points, stock: command.gt(0), [`kept.${redemptionId}`]: command.exists(false) },
    { stock: command.inc(-1), [`kept.${redemptionId}`]: command.set({ atMs: nowMs, isSure: false }), revision: command.inc(1), wakeAtMs: command.min(nowMs + RULES.gift.keptMs) },
  )) === 1;

/** What was kept is free again, or was fetched; once, however often it is asked. */
export const releaseGift = async (giftId: string, redemptionId: string, isFetched: boolean): Promise<void> => {
  await store.update(
    'gifts',
    { _id: giftId, [`kept.${redemptionId}`]: command.exists(true) },
    { ...(isFetched ? { fetched: command.inc(1) } : { stock: command.inc(1) }), [`kept.${redemptionId}`]: command.remove(), revision: command.inc(1) },
  );
};

/**
 * Looks after what is kept: sure when its redemption stands, free again when it was never written. The redemption is
 * written in a call that ended or was killed long before.
 */
export const settleKept = async (giftId: string, nowMs: number): Promise<void> => {
  const gift = await findGift(giftId);
  if (gift === null) return;
  const doubtful = doubtfulKept(gift, nowMs);
  const standing = doubtful.length === 0 ? [] : await store.query<Redemption>('redemptions', { where: { _id: command.in([...doubtful]) }, limit: doubtful.length, fields: ['state'] });
  const stands = new Set(standing.map(({ _id }) => _id));
  for (const redemptionId of doubtful) {
    if (stands.has(redemptionId)) await store.update('gifts', { _id: giftId, [`kept.${redemptionId}`]: command.exists(true) }, { [`kept.${redemptionId}.isSure`]: true, revision: command.inc(1) });
    else await releaseGift(giftId, redemptionId, false);
  }
  const after = await findGift(giftId);
  if (after !== null) await store.update('gifts', { _id: giftId, revision: after.revision }, { wakeAtMs: giftWakeAtMs(after, []) });
};
