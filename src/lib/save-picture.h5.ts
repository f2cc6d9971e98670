import type { SaveOutcome } from './save-picture';

export type { SaveOutcome } from './save-picture';

/** The same in a browser: a download. */
export function savePicture(path: string): Promise<SaveOutcome> {
  const link = document.createElement('a');
  link.href = path;
  link.download = '证明.png';
  document.body.append(link);
  link.click();
  link.remove();
  return Promise.resolve('saved');
}

/** Browsers ask at every download themselves. */
export const openAlbumPermission = (): Promise<void> => Promise.resolve();
