import { decidePhotoCheck, type PhotoVerdict } from '../review/decide-photo';
import { wishRepository } from './wish.repository';

/**
 * Notes what the content check said of a photo of a wish. Repeating it changes nothing; what follows from it is delivered
 * by `jobs`, since nobody waits for it here.
 */
export const recordPhotoCheck = async (wishId: string, photoId: string, verdict: PhotoVerdict, nowMs: number): Promise<void> => {
  const wish = await wishRepository.find(wishId);
  if (wish === null) return;
  const decided = decidePhotoCheck(wish, photoId, verdict, nowMs);
  if (decided.ok && decided.value.kind === 'change') await wishRepository.change(wishId, decided.value.change);
};
