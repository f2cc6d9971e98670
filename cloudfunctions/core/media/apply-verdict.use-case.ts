import { decidePhotoCheck } from '../review/decide-photo';
import { store } from '../platform/store';
import { NEVER_MS } from '../wish/wish';
import { wishRepository } from '../wish/wish.repository';
import { mayBecome, type Media, type Verdict } from './media';

const TELL_TRIES = 3;

/**
 * Tells the wish; a person's decision stands. What follows is delivered by `jobs`, since nobody waits for it here.
 * @throws when the wish changed under every try: the file's clock is still set, so it is told later.
 */
const tellWish = async (media: Media, verdict: Verdict, nowMs: number): Promise<void> => {
  for (let tries = 0; tries < TELL_TRIES; tries += 1) {
    const wish = await wishRepository.find(media.wishId);
    if (wish === null) return;
    const decided = decidePhotoCheck(wish, media.photoId, verdict, nowMs);
    if (!decided.ok || decided.value.kind === 'replay') return;
    if (await wishRepository.change(wish._id, decided.value.change)) return;
  }
  throw new Error(`wish ${media.wishId} could not be told of photo ${media.photoId}`);
};

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
