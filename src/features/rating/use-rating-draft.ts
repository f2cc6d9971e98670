import { useRef } from 'react';
import { useDraft } from '@/lib/drafts';
import { type PhotoUploads, usePhotoUploads } from '@/lib/use-photo-uploads';
import { useVoiceNote, type VoiceNote } from '@/lib/use-voice-note';
import { addItemSeconds, EMPTY_RATING_FORM, type ItemSeconds, type RatingForm, ratingInput, type SaidInput, waitsFor } from './rating-form';

/** How long each item took, on this phone's clock. */
function useItemTimes() {
  const shownAtMs = useRef(Date.now());
  const touchedAtMs = useRef(shownAtMs.current);
  const seconds = useRef<ItemSeconds>({});
  return {
    shownAtMs, seconds,
    touch: (patch: Partial<RatingForm>): void => {
      const nowMs = Date.now();
      seconds.current = addItemSeconds(seconds.current, patch, touchedAtMs.current, nowMs);
      touchedAtMs.current = nowMs;
    },
    /** From here on the next item is read. */
    begin: (): void => {
      touchedAtMs.current = Date.now();
    },
  };
}

/** The very same call goes out again when no answer came: time passed meanwhile, but nothing else was said. */
function useSameInput(form: RatingForm): (make: () => SaidInput | null) => SaidInput | null {
  const sent = useRef<{ readonly form: string; readonly input: SaidInput | null } | null>(null);
  return (make) => {
    const text = JSON.stringify(form);
    if (sent.current?.form !== text) sent.current = { form: text, input: make() };
    return sent.current.input;
  };
}

export interface RatingDraft {
  readonly form: RatingForm;
  readonly photos: PhotoUploads;
  readonly voice: VoiceNote;
  /** What the form still waits for; empty when it can go. */
  readonly waitText: string;
  readonly change: (patch: Partial<RatingForm>) => void;
  /** The question comes on the screen only now. */
  readonly begin: () => void;
  /** What goes to the server; null while the one question is open. */
  readonly input: () => SaidInput | null;
  readonly clear: () => void;
}

/** What somebody answers about one help or one shift, kept until it is sent. */
export function useRatingDraft(aboutId: string): RatingDraft {
  const times = useItemTimes();
  const draft = useDraft(`rating.${aboutId}`, EMPTY_RATING_FORM);
  const photos = usePhotoUploads({ purpose: 'ratingPhoto', max: 1, photos: draft.value.photos, change: (update) => draft.change((latest) => ({ photos: update(latest.photos) })) });
  const voice = useVoiceNote({
    purpose: 'ratingVoice',
    voice: draft.value.voice,
    change: (update) => draft.change((latest) => {
      const next = update(latest.voice);
      // The time is that of speaking; that the file arrived is not.
      if (next?.localPath !== latest.voice?.localPath) times.touch({ voice: next });
      return { voice: next };
    }),
  });
  const sameInput = useSameInput(draft.value);
  return {
    form: draft.value, photos, voice,
    waitText: waitsFor(draft.value, voice.phase !== 'idle', photos),
    change: (patch) => {
      times.touch(patch);
      draft.change(patch);
    },
    begin: times.begin,
    input: () => sameInput(() => ratingInput(draft.value, times.shownAtMs.current, Date.now(), times.seconds.current)),
    clear: draft.clear,
  };
}
