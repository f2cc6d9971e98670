import { useRef } from 'react';
import { toApiFailure } from './api-failure';
import { choosePhotos } from './choose-photos';
import { makeOperationId } from './operation-id';
import { type UploadPurpose, uploadFile } from './upload';

/** One photo of a form. `fileId` is set once it has arrived. */
export interface PhotoDraft {
  readonly key: string;
  readonly localPath: string;
  readonly fileId: string | null;
  /** Why it did not arrive; null while it is on its way or has arrived. */
  readonly failureText: string | null;
}

export interface PhotoUploads {
  readonly photos: readonly PhotoDraft[];
  readonly canAdd: boolean;
  /** Some photo is still on its way. */
  readonly isSending: boolean;
  readonly hasFailed: boolean;
  readonly fileIds: string[];
  readonly add: () => Promise<void>;
  readonly retry: (key: string) => void;
  readonly remove: (key: string) => void;
}

/** Uploads of this run of the program: a draft restored after a kill has none, so its unfinished photos can be sent again. */
const inFlight = new Set<string>();

const KILLED_TEXT = '上次没传完';

interface Options {
  readonly purpose: UploadPurpose;
  readonly max: number;
  readonly photos: readonly PhotoDraft[];
  readonly change: (update: (latest: readonly PhotoDraft[]) => readonly PhotoDraft[]) => void;
}

/** Photos of a form: chosen, made smaller and sent at once, each with its own state, so that one bad photo stops no other. */
export function usePhotoUploads({ purpose, max, photos, change }: Options): PhotoUploads {
  const changeRef = useRef(change);
  changeRef.current = change;

  const patch = (key: string, part: Partial<PhotoDraft>) => changeRef.current((latest) => latest.map((photo) => (photo.key === key ? { ...photo, ...part } : photo)));

  const send = async (photo: PhotoDraft): Promise<void> => {
    if (inFlight.has(photo.key)) return;
    inFlight.add(photo.key);
    patch(photo.key, { failureText: null });
    try {
      const fileId = await uploadFile(purpose, photo.localPath);
      inFlight.delete(photo.key);
      patch(photo.key, { fileId });
    } catch (thrown) {
      inFlight.delete(photo.key);
      patch(photo.key, { failureText: toApiFailure(thrown).kind === 'offline' ? '网断了，点一下重传' : '没传上，点一下重传' });
    }
  };

  const add = async (): Promise<void> => {
    const paths = await choosePhotos(max - photos.length);
    const added = paths.map((localPath): PhotoDraft => ({ key: makeOperationId(), localPath, fileId: null, failureText: null }));
    if (added.length === 0) return;
    changeRef.current((latest) => [...latest, ...added].slice(0, max));
    await Promise.all(added.map(send));
  };

  const shown = photos.map((photo) => (photo.fileId === null && photo.failureText === null && !inFlight.has(photo.key) ? { ...photo, failureText: KILLED_TEXT } : photo));
  return {
    photos: shown,
    canAdd: photos.length < max,
    isSending: shown.some((photo) => photo.fileId === null && photo.failureText === null),
    hasFailed: shown.some((photo) => photo.failureText !== null),
    fileIds: photos.flatMap((photo) => (photo.fileId === null ? [] : [photo.fileId])),
    add,
    retry: (key) => {
      const photo = photos.find((candidate) => candidate.key === key);
      if (photo !== undefined) void send(photo);
    },
    remove: (key) => changeRef.current((latest) => latest.filter((photo) => photo.key !== key)),
  };
}
