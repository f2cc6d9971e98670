import type { EffectOf } from '../effect/effect';
import { takeBackPoints } from '../points/earn.use-case';
import { endHold, findHold, heldLines, holdWaiting, releaseHeld } from '../points/hold.repository';

/** Holds what one of them got by the others and still waits. A freeze that ended meanwhile holds nothing. */
export const holdPoints = async ({ communityId, hold, atMs }: EffectOf<'holdPoints'>): Promise<void> => {
  if ((await findHold(hold._id, hold.freezeId)) === null) return;
  await holdWaiting(communityId, hold, atMs);
  if ((await findHold(hold._id, hold.freezeId)) === null) await releaseHeld(hold._id, hold.freezeId);
};

export const releasePoints = async ({ memberId, freezeId }: EffectOf<'releasePoints'>): Promise<void> => {
  await endHold(memberId, freezeId);
  await releaseHeld(memberId, freezeId);
};

/** Takes back what is held, as the ledger takes back anything that waits; what was posted stays. */
export const voidHeldPoints = async ({ memberId, freezeId, atMs }: EffectOf<'voidHeldPoints'>): Promise<void> => {
  await endHold(memberId, freezeId);
  for (const { _id } of await heldLines(memberId, freezeId)) await takeBackPoints(_id, atMs);
};
