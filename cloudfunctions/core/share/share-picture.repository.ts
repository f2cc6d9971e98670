import { miniProgramCode } from '../platform/mini-program-code';
import { store } from '../platform/store';

/** Where a code and a card lead; WeChat wants it without the first slash. */
const LANDING_PAGE = 'packages/group/enter/index';

/** The mini-program code of a share code, as WeChat drew it; its id is the code. In a collection of its own, since lists of codes don't want it. */
interface SharePicture {
  readonly _id: string;
  readonly pictureUri: string;
  readonly madeAtMs: number;
}

/** Drawn by WeChat once and kept; null while WeChat gives none, then it is asked again next time. Two requests at most. */
export const pictureOfCode = async (code: string, nowMs: number): Promise<string | null> => {
  const kept = await store.find<SharePicture>('sharePictures', code);
  if (kept !== null) return kept.pictureUri;
  const pictureUri = await miniProgramCode(LANDING_PAGE, code);
  if (pictureUri === null) return null;
  const picture: SharePicture = { _id: code, pictureUri, madeAtMs: nowMs };
  await store.insertOnce('sharePictures', picture);
  return pictureUri;
};

/** Of a code that is no longer counted nothing new is printed. */
export const erasePicture = async (code: string): Promise<void> => {
  await store.remove('sharePictures', { _id: code });
};
