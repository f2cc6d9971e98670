import { tellAggregate } from '../aggregate/tell.use-case';
import { decidePhotoCheck } from '../review/decide-photo';
import { store } from '../platform/store';
import { NEVER_MS } from '../wish/wish';
import { WISH_KIND } from '../wish/settle-wish';
import { mayBecome, type Media, type Verdict } from './media';

/** Tells the wish; a person's decision stands. What follows is delivered by `jobs`, since nobody waits for it here. */
const tellWish = (media: Media, verdict: Verdict, nowMs: number): Promise<void> => tellAggregate(WISH_KIND, media.wishId, (wish) => decidePhotoCheck(wish, media.photoId, verdict, nowMs));

/**
 * Carries a verdict out: first on the file, then on the wish, then the clock is put away. Killed in between, the clock is
 * still set and `jobs` goes on; repeated, nothing changes. A late answer still takes a file out of human hands.
 */
export const applyVerdict = async (media: Media, verdict: Verdict, nowMs: number): Promise<void> => {
  if (media.state !== verdict) {
    if (!mayBecome(media.state, verdict)) return;
    const decided = await store.update('media', { _id: media._id, state: media.state }, { state: verdict, wakeAtMs: nowMs });
    // Another verdict came first; whoever brought it, or the clock, carries it out.
    if (decided === 0) return;
  }
  await tellWish(media, verdict, nowMs);
  await store.update('media', { _id: media._id, state: verdict }, { wakeAtMs: NEVER_MS });
};
