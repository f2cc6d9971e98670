import { type Draft, useDraft } from './drafts';
import { type PhotoDraft, type PhotoUploads, usePhotoUploads } from './use-photo-uploads';
import type { UploadPurpose } from './upload';

interface WordsAndPhotosForm {
  readonly text: string;
  readonly photos: readonly PhotoDraft[];
}

export interface WordsAndPhotos {
  readonly draft: Draft<WordsAndPhotosForm>;
  readonly uploads: PhotoUploads;
  readonly max: number;
}

const NOTHING: WordsAndPhotosForm = { text: '', photos: [] };

/** A few words with photos, kept on the phone until they were sent. */
export function useWordsAndPhotos(key: string, max: number, purpose: UploadPurpose): WordsAndPhotos {
  const draft = useDraft<WordsAndPhotosForm>(key, NOTHING);
  const uploads = usePhotoUploads({ purpose, max, photos: draft.value.photos, change: (update) => draft.change((latest) => ({ photos: update(latest.photos) })) });
  return { draft, uploads, max };
}
