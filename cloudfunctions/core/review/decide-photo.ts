import { deriveId } from '../kernel/ids';
import { accept, refuse, type Result } from '../kernel/result';
import { worksAt, type Member } from '../member/member';
import type { Step } from '../aggregate/step';
import type { Photo, Wish } from '../wish/wish';
import { changed, is, REPLAY, type Outcome } from '../wish/wish-change';

const photoOf = (wish: Wish, photoId: string): Photo | null => (Object.hasOwn(wish.photos, photoId) ? (wish.photos[photoId] ?? null) : null);

const WANTED = { show: 'shown', refuse: 'refused' } as const;

/**
 * A person looked at a photo. Deciding again the same way changes nothing; the other way is allowed and wins, since the
 * second look knows more. Refusals: OUT_OF_AREA, NOT_FOUND.
 */
export const decidePhoto = (wish: Wish, photoId: string, verdict: 'show' | 'refuse', reviewer: Member, step: Step): Result<Outcome> => {
  if (!worksAt(reviewer, wish.areaId)) return refuse('OUT_OF_AREA');
  const photo = photoOf(wish, photoId);
  if (photo === null) return refuse('NOT_FOUND');
  const state = WANTED[verdict];
  if (photo.state === state) return accept(REPLAY);
  return accept(
    changed({
      when: { [`photos.${photoId}.state`]: is(photo.state) },
      set: { [`photos.${photoId}.state`]: state },
      event: { kind: 'photoDecided', photoId, eventId: deriveId('e', step.operationId), atMs: step.nowMs, byId: step.actorId },
    }),
  );
};

/** What the content check says of a photo: everybody may see it, a person must look, nobody may see it. */
export type PhotoVerdict = Exclude<Photo['state'], 'checking'>;

/**
 * WeChat's content check answered. It decides a photo that nobody decided yet; a late answer still lifts a photo out of
 * the human queue or takes it down, and never overrules a person.
 */
export const decidePhotoCheck = (wish: Wish, photoId: string, verdict: PhotoVerdict, nowMs: number): Result<Outcome> => {
  const photo = photoOf(wish, photoId);
  if (photo === null) return refuse('NOT_FOUND');
  const isWaiting = photo.state === 'checking' || (photo.state === 'human' && verdict !== 'human');
  if (!isWaiting) return accept(REPLAY);
  const common = { photoId, eventId: deriveId('e', 'photoCheck', wish._id, photoId, verdict), atMs: nowMs, byId: 'clock' };
  return accept(
    changed({
      when: { [`photos.${photoId}.state`]: is(photo.state) },
      set: { [`photos.${photoId}.state`]: verdict },
      event: verdict === 'human' ? { kind: 'photoNeedsHuman', ...common } : { kind: 'photoDecided', ...common },
    }),
  );
};
