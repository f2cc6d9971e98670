import type { RatingMediaKind } from '@contract';
import type { Rating } from './rating';

/**
 * A recording or a photo of a rating. Only whoever rated and staff ever have it: a voice, and often a room, tells who
 * rated, so the rated side never does. Words that the text check doubts wait here too, without a file of their own.
 */
export interface RatingMedia {
  /** Empty once the file was erased, and for words. */
  readonly fileId: string;
  readonly seconds: number | null;
  /** Staff have it only when `shown`; of `human` one of them looks or listens first. */
  readonly state: 'checking' | 'shown' | 'human' | 'refused';
  /** What staff who refused it said to whoever rated. */
  readonly note: string;
  readonly addedAtMs: number;
  readonly decidedAtMs: number | null;
}

/** At most one of each kind. */
export type MediaOfRating = Readonly<Partial<Record<RatingMediaKind, RatingMedia>>>;

interface Sent {
  readonly areWordsDoubted: boolean;
  readonly photoFileIds: readonly string[];
  readonly voiceFileId: string | null;
  readonly voiceSeconds: number | null;
}

const fresh = (fileId: string, seconds: number | null, nowMs: number): RatingMedia => ({ fileId, seconds, state: 'checking', note: '', addedAtMs: nowMs, decidedAtMs: null });

/** Pure: what came with a rating, seen and heard by nobody yet. */
export const newMedia = ({ areWordsDoubted, photoFileIds: [photo], voiceFileId, voiceSeconds }: Sent, nowMs: number): MediaOfRating => ({
  ...(voiceFileId === null ? {} : { voice: fresh(voiceFileId, voiceSeconds, nowMs) }),
  ...(photo === undefined ? {} : { photo: fresh(photo, null, nowMs) }),
  ...(areWordsDoubted ? { words: { ...fresh('', null, nowMs), state: 'human' } } : {}),
});

export const mediaEntries = ({ media }: Pick<Rating, 'media'>): readonly (readonly [RatingMediaKind, RatingMedia])[] => Object.entries(media) as [RatingMediaKind, RatingMedia][];
