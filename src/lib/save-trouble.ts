import type { SaveOutcome } from './save-picture';

/** What a person is told who could not save a picture; null when there is nothing to say. */
export const SAVE_TROUBLE: Readonly<Record<SaveOutcome, string | null>> = {
  saved: null, cancelled: null, refused: '微信还不能往相册里存。到设置里打开“添加到相册”，再回来点一次。', failed: '没存成。可以长按上面的图来存，或者截屏。',
};
