import type { PhotoView, WishDetailView } from '@contract';

/** Pure: photos of the wish and of its deliveries that the check left to a person. */
export function unsurePhotos(wish: Pick<WishDetailView, 'photos' | 'incoming'>): readonly PhotoView[] {
  return [...wish.photos, ...wish.incoming.flatMap((claim) => claim.proofPhotos)].filter((photo) => photo.state === 'human');
}
