import { mediaIdOf, type Media } from '../media/media';
import { command, store } from '../platform/store';
import { deleteFiles } from '../platform/storage';
import type { Photo, Wish } from '../wish/wish';
import { ERASE_MAX } from './gone';

/** The storage takes so many in one call. */
const FILES_AT_ONCE = 50;

/** Takes files away for good, with what the content check kept of them. */
export const eraseFilesOf = async (subjectId: string, fileIds: readonly string[]): Promise<void> => {
  for (let from = 0; from < fileIds.length; from += FILES_AT_ONCE) {
    const some = fileIds.slice(from, from + FILES_AT_ONCE);
    await deleteFiles(some);
    await store.remove('media', { _id: command.in(some.map((fileId) => mediaIdOf(fileId, subjectId))) });
  }
};

/** Photos and recordings of a wish: the files first, so that a repeat still knows them. */
export const erasePhotos = async (wish: Pick<Wish, '_id' | 'photos'>, isGone: (photo: Photo) => boolean): Promise<void> => {
  const gone = Object.entries(wish.photos).filter(([, photo]) => isGone(photo));
  if (gone.length === 0) return;
  await eraseFilesOf(wish._id, gone.map(([, { fileId }]) => fileId));
  const removed = Object.fromEntries(gone.map(([photoId]) => [`photos.${photoId}`, command.remove()]));
  await store.update('wishes', { _id: wish._id }, { ...removed, revision: command.inc(1) });
};

/** Books and public reports are kept (Accounting Law Art. 23, RULES.md section 2): their photos are of the work, not of a person. */
const KEPT_SUBJECTS: readonly Media['subject']['kind'][] = ['campaign', 'directed', 'rectification'];

/** What they uploaded for a check and that belongs to nothing that stays: the files and what was noted of them. */
export const eraseUploads = async (memberId: string): Promise<void> => {
  const sent = await store.query<Pick<Media, '_id' | 'fileId' | 'subject'>>('media', { where: { ownerId: memberId }, limit: ERASE_MAX, fields: ['fileId', 'subject'] });
  const gone = sent.filter(({ subject }) => !KEPT_SUBJECTS.includes(subject.kind));
  for (let from = 0; from < gone.length; from += FILES_AT_ONCE) {
    const some = gone.slice(from, from + FILES_AT_ONCE);
    await deleteFiles(some.map(({ fileId }) => fileId));
    await store.remove('media', { _id: command.in(some.map(({ _id }) => _id)) });
  }
};
