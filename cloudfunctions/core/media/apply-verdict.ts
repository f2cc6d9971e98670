import { deriveId } from '../kernel/ids';
import { command, store } from '../platform/store';
import { NEVER_MS } from '../wish/wish';
import type { WishEvent } from '../wish/wish-event';
import type { Media, Verdict } from './media';

/** Tells the wish, if the photo still waits for the check; a person's decision or an earlier result stands. */
const tellWish = async (media: Media, verdict: Verdict, nowMs: number): Promise<void> => {
  const path = `photos.${media.photoId}.state`;
  const change = { [path]: verdict, revision: command.inc(1) };
  const event: WishEvent = { eventId: deriveId('e', media.wishId, 'photoNeedsHuman', media.photoId), atMs: nowMs, byId: 'clock', kind: 'photoNeedsHuman', photoId: media.photoId };
  const told = verdict === 'human' ? { ...change, [`outbox.${event.eventId}`]: command.set(event), wakeAtMs: command.min(nowMs) } : change;
  await store.update('wishes', { _id: media.wishId, [path]: 'checking' }, told);
};

/**
 * Carries a verdict out: first on the file (only the first verdict counts), then on the wish, then the clock is put away.
 * Killed in between, the clock is still set and `jobs` goes on; repeated, nothing changes.
 */
export const applyVerdict = async (media: Media, verdict: Verdict, nowMs: number): Promise<void> => {
  if (media.state === 'checking') {
    const decided = await store.update('media', { _id: media._id, state: 'checking' }, { state: verdict, wakeAtMs: nowMs });
    // Another verdict came first; whoever brought it, or the clock, carries it out.
    if (decided === 0) return;
  }
  await tellWish(media, verdict, nowMs);
  await store.update('media', { _id: media._id, state: verdict }, { wakeAtMs: NEVER_MS });
};
