import type { SaveOutcome } from './save-picture';

export type { SaveOutcome } from './save-picture';

/** The same in a browser: a download, named so. */
export function savePicture(path: string, name: string): Promise<SaveOutcome> {
  const link = document.createElement('a');
  link.href = path;
  link.download = `${name}.png`;
  document.body.append(link);
  link.click();
  link.remove();
  return Promise.resolve('saved');
}

/** Browsers ask at every download themselves. */
export const openAlbumPermission = (): Promise<void> => Promise.resolve();
