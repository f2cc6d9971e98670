import { store } from '../platform/store';
import { NEVER_MS } from '../wish/wish';
import { mayBecome, type Media, type Verdict } from './media';
import { tellSubject } from './tell-subject.use-case';

/**
 * Carries a verdict out: first on the file, then on what it belongs to, then the clock is put away. Killed in between, the clock is
 * still set and `jobs` goes on; repeated, nothing changes. A late answer still takes a file out of human hands.
 */
export const applyVerdict = async (media: Media, verdict: Verdict, nowMs: number): Promise<void> => {
  if (media.state !== verdict) {
    if (!mayBecome(media.state, verdict)) return;
    const decided = await store.update('media', { _id: media._id, state: media.state }, { state: verdict, wakeAtMs: nowMs });
    // Another verdict came first; whoever brought it, or the clock, carries it out.
    if (decided === 0) return;
  }
  await tellSubject(media, verdict, nowMs);
  await store.update('media', { _id: media._id, state: verdict }, { wakeAtMs: NEVER_MS });
};
