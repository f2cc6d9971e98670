import { type ApiContract, RATING_CHIPS, type RatingItem, type Satisfaction } from '@contract';
import type { PhotoDraft } from '@/lib/use-photo-uploads';
import type { VoiceDraft } from '@/lib/use-voice-note';

export type RatingChip = (typeof RATING_CHIPS)[number];
export type StarName = 'effect' | 'timeliness' | 'attitude';

/** What the recipient has answered so far; the first question is the only one that must be. */
export interface RatingForm {
  readonly satisfaction: Satisfaction | null;
  readonly effect: number | null;
  readonly timeliness: number | null;
  readonly attitude: number | null;
  readonly chips: readonly RatingChip[];
  readonly words: string;
  readonly voice: VoiceDraft | null;
  readonly photos: readonly PhotoDraft[];
}

export const EMPTY_RATING_FORM: RatingForm = { satisfaction: null, effect: null, timeliness: null, attitude: null, chips: [], words: '', voice: null, photos: [] };

/** What is asked, by what it is about. */
export interface RatingQuestions {
  readonly question: string;
  readonly stars: readonly { readonly name: StarName; readonly label: string }[];
  readonly chips: readonly RatingChip[];
}

export const RATING_QUESTIONS: Readonly<Record<'help' | 'shift', RatingQuestions>> = {
  help: { question: '这次帮忙，您觉得？', stars: [{ name: 'effect', label: '帮得好不好' }, { name: 'timeliness', label: '来得及时' }, { name: 'attitude', label: '态度' }], chips: RATING_CHIPS },
  shift: { question: '去了这一次，您觉得？', stars: [{ name: 'effect', label: '办得好不好' }, { name: 'timeliness', label: '时间守得住' }, { name: 'attitude', label: '待人' }], chips: ['讲得清楚', '很准时', '很耐心', '还差一点'] },
};

/** Adds or takes away a word. */
export const toggleChip = (chips: readonly RatingChip[], chip: RatingChip): readonly RatingChip[] =>
  chips.includes(chip) ? chips.filter((held) => held !== chip) : [...chips, chip];

const LONGEST_SECONDS = 86_400;

export type ItemSeconds = Partial<Record<RatingItem, number>>;

/** Parts of the form that are items of the rating; photos are not timed. */
const ITEM_OF: Partial<Readonly<Record<keyof RatingForm, RatingItem>>> = { satisfaction: 'satisfaction', effect: 'effect', timeliness: 'timeliness', attitude: 'attitude', chips: 'chips', words: 'words', voice: 'voice' };

/** Pure: the time since the last touch belongs to what is touched now, also when it is changed again. */
export function addItemSeconds(standing: ItemSeconds, patch: Partial<RatingForm>, sinceMs: number, nowMs: number): ItemSeconds {
  const [touched] = Object.keys(patch) as (keyof RatingForm)[];
  const item = touched === undefined ? undefined : ITEM_OF[touched];
  return item === undefined ? standing : { ...standing, [item]: (standing[item] ?? 0) + Math.max(0, nowMs - sinceMs) / 1000 };
}

/** Pure: whether there is more in the form than the one answer; then it is not folded away. */
export const saysMore = ({ effect, timeliness, attitude, chips, words, voice, photos }: RatingForm): boolean =>
  effect !== null || timeliness !== null || attitude !== null || chips.length > 0 || words !== '' || voice !== null || photos.length > 0;

/** Pure: why the form can't go yet, in a few words; empty when it can. What was added is never left behind silently. */
export function waitsFor(form: Pick<RatingForm, 'voice'>, isRecording: boolean, photos: { readonly isSending: boolean; readonly hasFailed: boolean }): string {
  if (isRecording) return '录音还没好';
  if (photos.isSending) return '照片还在传';
  if (form.voice !== null && form.voice.fileId === null) return '录音还没传到：再传一次，或不要了';
  return photos.hasFailed ? '照片没传到：点一下重传，或去掉' : '';
}

/** What somebody says, whatever it is about. */
export type SaidInput = Omit<ApiContract['rating.rate']['input'], 'wishId' | 'claimId'>;

/** The form as the routes take it; null while the question is open. */
export function ratingInput(form: RatingForm, shownAtMs: number, nowMs: number, secondsPerItem: ItemSeconds = {}): SaidInput | null {
  if (form.satisfaction === null) return null;
  return {
    satisfaction: form.satisfaction,
    effect: form.effect,
    timeliness: form.timeliness,
    attitude: form.attitude,
    chips: [...form.chips],
    words: form.words,
    voiceFileId: form.voice?.fileId ?? null,
    voiceSeconds: form.voice === null || form.voice.fileId === null ? null : form.voice.seconds,
    photoFileIds: form.photos.flatMap((photo) => (photo.fileId === null ? [] : [photo.fileId])),
    secondsOnScreen: Math.min(Math.max(0, (nowMs - shownAtMs) / 1000), LONGEST_SECONDS),
    secondsPerItem,
  };
}
