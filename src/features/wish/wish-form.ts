import type { ApiContract, HandoverKind, Urgency, WishCategory } from '@contract';
import { chinaDate, endOfChinaDay } from '@/lib/format';
import type { PhotoDraft } from '@/lib/use-photo-uploads';
import type { VoiceDraft } from '@/lib/use-voice-note';
import { guessCategory, usualHandover } from './guess-category';
import { guessTitle } from './guess-title';

/** What stands on the wall until the reviewer has listened and written it down. */
const SPOKEN_TITLE = '说了一段话，想请邻居帮个忙';

/** The form of a wish as it is kept in the draft: what was written, and null where the guess still counts. */
export interface WishForm {
  readonly words: string;
  /** The story as it was spoken; it may stand alone or beside the words. */
  readonly voice: VoiceDraft | null;
  readonly title: string | null;
  readonly category: WishCategory | null;
  readonly shares: number;
  readonly shareNote: string;
  /** Whole yuan for the whole wish, as typed; empty where money says nothing. */
  readonly valueYuan: string;
  /** Day of the window by `chinaDate(...).dayNumber`. */
  readonly windowDayNumber: number | null;
  readonly urgency: Urgency;
  readonly handover: HandoverKind | null;
  readonly photos: readonly PhotoDraft[];
  readonly isOnBehalf: boolean;
  readonly beneficiaryName: string;
  readonly relation: string;
  /** A consent of its own, asked only where the wish is publicised (PIPL Art. 25). */
  readonly mayPublicise: boolean;
  readonly consent: { readonly kind: 'paper' | 'voice'; readonly fileId: string; readonly seconds: number } | null;
}

export const EMPTY_WISH_FORM: WishForm = {
  words: '', voice: null, title: null, category: null, shares: 1, shareNote: '', valueYuan: '', windowDayNumber: null, urgency: 'normal',
  handover: null, photos: [], isOnBehalf: false, beneficiaryName: '', relation: '', mayPublicise: false, consent: null,
};

/** Days until the end of the window when nobody chose: long enough to find someone, short enough to stay true. */
const USUAL_WINDOW_DAYS = 14;
const URGENT_WINDOW_DAYS = 3;

/** What the form means now: guesses filled in, a window that has passed moved on. */
export interface FilledWishForm {
  readonly title: string;
  readonly category: WishCategory;
  readonly isCategoryGuessed: boolean;
  readonly handover: HandoverKind;
  readonly windowDayNumber: number;
  readonly windowEndMs: number;
}

export function fillWishForm(form: WishForm, nowMs: number): FilledWishForm {
  const guessed = guessCategory(form.words);
  const category = form.category ?? guessed ?? 'goods';
  const today = chinaDate(nowMs).dayNumber;
  const usualDay = today + (form.urgency === 'urgent' ? URGENT_WINDOW_DAYS : USUAL_WINDOW_DAYS);
  const windowDayNumber = form.windowDayNumber !== null && form.windowDayNumber >= today ? form.windowDayNumber : usualDay;
  return {
    title: form.title ?? (form.words.trim() === '' && form.voice !== null ? SPOKEN_TITLE : guessTitle(form.words)),
    category,
    isCategoryGuessed: form.category === null && guessed !== null,
    handover: form.handover ?? usualHandover(category),
    windowDayNumber,
    windowEndMs: endOfChinaDay(windowDayNumber),
  };
}

/** Whether anything was said, in whatever way. */
export const hasStory = (form: Pick<WishForm, 'words' | 'voice'>): boolean => form.words.trim() !== '' || form.voice !== null;

/** "80" and "80.5" yuan to fen; empty to null; anything else to NaN, which the schema refuses. */
export function parseYuan(typed: string): number | null {
  const text = typed.trim();
  if (text === '') return null;
  return /^\d{1,7}(\.\d{1,2})?$/.test(text) ? Math.round(Number(text) * 100) : Number.NaN;
}

/** The form as the route takes it; `checkForm` says whether it may be sent. */
export function wishFormToInput(form: WishForm, nowMs: number): ApiContract['wish.submit']['input'] {
  const filled = fillWishForm(form, nowMs);
  return {
    title: filled.title,
    story: form.words,
    category: filled.category,
    shares: form.shares,
    shareNote: form.shareNote,
    estimatedValueFen: parseYuan(form.valueYuan),
    urgency: form.urgency,
    windowEndMs: filled.windowEndMs,
    handover: filled.handover,
    areaId: null,
    photoFileIds: form.photos.flatMap((photo) => (photo.fileId === null ? [] : [photo.fileId])),
    storyVoiceFileId: form.voice?.fileId ?? null,
    onBehalf: form.isOnBehalf
      ? { beneficiaryName: form.beneficiaryName, relation: form.relation, mayPublicise: form.mayPublicise, consent: form.consent === null ? { kind: 'paper', fileId: '' } : { kind: form.consent.kind, fileId: form.consent.fileId } }
      : null,
  };
}
