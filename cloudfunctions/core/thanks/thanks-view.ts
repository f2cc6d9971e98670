import type { HearThanksView, ShownThanksView, ThanksStage, ThanksView } from '@contract';
import type { Member } from '../member/member';
import { mayBeSaidAgain } from './end-thanks';
import { isSaidBy, isToShop, type Thanks } from './thanks';
import { isKeptBetween } from './wall-of-thanks';

/** Links that the shell fetched, by file id; a file that is gone has none. */
export type VoiceLinks = ReadonlyMap<string, string | null>;

const stageOf = (thanks: Thanks): ThanksStage => {
  if (thanks.isOnWall) return 'shown';
  if (thanks.isDeclined) return 'declined';
  if (thanks.voice?.hearing?.purpose === 'wall') return 'hearing';
  if (isKeptBetween(thanks)) return 'kept';
  return thanks.giverShows ? 'asked' : 'private';
};

/** The giver is told of a recording only when they may hear it; whoever said it hears it always. */
const hearsVoice = (thanks: Thanks, reader: Member): boolean => thanks.voice !== null && (isSaidBy(thanks, reader) || thanks.voice.state === 'shown');

/** The file whose link this reader needs. */
export const voiceFilesOf = (thanks: Thanks, reader: Member): readonly string[] => (thanks.voice !== null && thanks.voice.fileId !== '' && hearsVoice(thanks, reader) ? [thanks.voice.fileId] : []);

/** As one of its two sides reads it. */
export const thanksView = (thanks: Thanks, reader: Member, links: VoiceLinks): ThanksView => {
  const isMine = isSaidBy(thanks, reader);
  const voice = hearsVoice(thanks, reader) ? thanks.voice : null;
  return {
    thanksId: thanks._id,
    side: isMine ? 'said' : 'received',
    words: thanks.words,
    voice: voice === null ? null : { url: links.get(voice.fileId) ?? null, seconds: voice.seconds, state: voice.state, note: isMine ? voice.note : '', isOnWall: thanks.wallVoice !== null },
    canSayAgain: isMine && mayBeSaidAgain(thanks),
    wishId: thanks.wishId,
    claimId: thanks.claimId,
    wishTitle: thanks.wishTitle,
    pictureKey: thanks.pictureKey,
    otherText: isMine ? thanks.giverText : '一位邻居',
    isToShop: isToShop(thanks),
    saidAtMs: thanks.saidAtMs,
    stage: stageOf(thanks),
  };
};

/** What a stranger reads on the wall; nothing else of the document is read for it. */
export const SHOWN_FIELDS = ['words', 'wallVoice', 'wishTitle', 'pictureKey', 'giverText', 'shownAtMs'] as const satisfies readonly (keyof Thanks)[];
export type ShownThanks = Pick<Thanks, '_id' | (typeof SHOWN_FIELDS)[number]>;

export const shownThanksView = ({ _id, words, wallVoice, wishTitle, pictureKey, giverText, shownAtMs }: ShownThanks, links: VoiceLinks): ShownThanksView => ({
  thanksId: _id, words, voice: wallVoice === null ? null : { url: links.get(wallVoice.fileId) ?? null, seconds: wallVoice.seconds }, wishTitle, pictureKey, giverText, shownAtMs,
});

/** As staff read it who are to listen; nobody's name. */
export const hearThanksView = (thanks: Thanks, links: VoiceLinks): HearThanksView => {
  const hearing = thanks.voice?.hearing ?? null;
  return {
    thanksId: thanks._id,
    words: thanks.words,
    wishTitle: thanks.wishTitle,
    pictureKey: thanks.pictureKey,
    giverText: thanks.giverText,
    saidAtMs: thanks.saidAtMs,
    voice: thanks.voice === null || hearing === null ? null : { url: links.get(thanks.voice.fileId) ?? null, seconds: thanks.voice.seconds },
    purpose: hearing?.purpose ?? null,
    dueAtMs: hearing?.dueAtMs ?? null,
  };
};
