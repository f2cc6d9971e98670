import type { ShownThanksView, ThanksStage, ThanksView } from '@contract';
import type { Member } from '../member/member';
import { isSaidBy, type Thanks } from './thanks';

const stageOf = (thanks: Thanks): ThanksStage => {
  if (thanks.isOnWall) return 'shown';
  if (thanks.isDeclined) return 'declined';
  return thanks.giverShows ? 'asked' : 'private';
};

/** As one of its two sides reads it. */
export const thanksView = (thanks: Thanks, reader: Member): ThanksView => {
  const isMine = isSaidBy(thanks, reader);
  return {
    thanksId: thanks._id,
    side: isMine ? 'said' : 'received',
    words: thanks.words,
    wishId: thanks.wishId,
    wishTitle: thanks.wishTitle,
    pictureKey: thanks.pictureKey,
    otherText: isMine ? thanks.giverText : '一位邻居',
    saidAtMs: thanks.saidAtMs,
    stage: stageOf(thanks),
  };
};

/** What a stranger reads on the wall; nothing else of the document is read for it. */
export const SHOWN_FIELDS = ['words', 'wishTitle', 'pictureKey', 'giverText', 'shownAtMs'] as const satisfies readonly (keyof Thanks)[];
export type ShownThanks = Pick<Thanks, '_id' | (typeof SHOWN_FIELDS)[number]>;

export const shownThanksView = ({ _id, words, wishTitle, pictureKey, giverText, shownAtMs }: ShownThanks): ShownThanksView => ({ thanksId: _id, words, wishTitle, pictureKey, giverText, shownAtMs });
