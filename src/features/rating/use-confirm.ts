import { useRef, useState } from 'react';
import type { ApiContract, IncomingClaimView, WishDetailView } from '@contract';
import type { ApiFailure } from '@/lib/api-failure';
import { useDraft } from '@/lib/drafts';
import { useApiCommand } from '@/lib/use-api-command';
import { type PhotoUploads, usePhotoUploads } from '@/lib/use-photo-uploads';
import { useVoiceNote, type VoiceNote } from '@/lib/use-voice-note';
import { addItemSeconds, EMPTY_RATING_FORM, type ItemSeconds, type RatingForm, ratingInput, waitsFor } from './rating-form';

export type ConfirmAnswer = 'yes' | 'no' | null;
/** How the act ended; `rating` null: confirmed, and the question was left open. */
export type ConfirmEnd = { readonly kind: 'confirmed'; readonly rating: ApiContract['rating.rate']['output'] | null } | { readonly kind: 'told'; readonly dutyPhone: string };

export interface ConfirmAct {
  readonly answer: ConfirmAnswer;
  readonly form: RatingForm;
  readonly note: string;
  readonly photos: PhotoUploads;
  readonly voice: VoiceNote;
  /** What the form still waits for; empty when it can go. */
  readonly waitText: string;
  readonly isBusy: boolean;
  readonly failure: ApiFailure | null;
  readonly end: ConfirmEnd | null;
  readonly choose: (answer: 'yes' | 'no') => void;
  readonly change: (patch: Partial<RatingForm>) => void;
  readonly setNote: (note: string) => void;
  readonly send: () => Promise<void>;
}

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

type RatingInput = ApiContract['rating.rate']['input'];

/** The very same call goes out again when no answer came: time passed meanwhile, but nothing else was said. */
function useSameInput(form: RatingForm): (make: () => RatingInput | null) => RatingInput | null {
  const sent = useRef<{ readonly form: string; readonly input: RatingInput | null } | null>(null);
  return (make) => {
    const text = JSON.stringify(form);
    if (sent.current?.form !== text) sent.current = { form: text, input: make() };
    return sent.current.input;
  };
}

const STALE = ['wish.get', 'wish.mine', 'home.overview', 'points.mine', 'rating.mine'] as const;

/**
 * Confirming and rating as one act with one button. Confirming comes first and counts by itself: if the rating then
 * fails, the button sends only the rating again.
 */
export function useConfirm(wish: WishDetailView, claim: IncomingClaimView): ConfirmAct {
  const about = { wishId: wish.wishId, claimId: claim.claimId };
  const needsConfirm = claim.canConfirm;
  const [answer, setAnswer] = useState<ConfirmAnswer>(needsConfirm ? null : 'yes');
  const [note, setNote] = useState('');
  const [end, setEnd] = useState<ConfirmEnd | null>(null);
  const times = useItemTimes();
  const isConfirmed = useRef(!needsConfirm);
  const draft = useDraft(`rating.${claim.claimId}`, EMPTY_RATING_FORM);
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
  const confirm = useApiCommand('claim.confirm', { about: claim.claimId, invalidates: ['claim.mine'] });
  const rate = useApiCommand('rating.rate', { about: claim.claimId, invalidates: STALE });
  const notReceived = useApiCommand('dispute.open', { about: claim.claimId, invalidates: [...STALE, 'dispute.get', 'claim.mine'] });

  const sendYes = async (): Promise<void> => {
    if (!isConfirmed.current) {
      if ((await confirm.run(about)) === null) return;
      isConfirmed.current = true;
    }
    // Staff may confirm for somebody, but only who was helped can say how it was.
    const input = wish.isMine ? sameInput(() => ratingInput(draft.value, about, times.shownAtMs.current, Date.now(), times.seconds.current)) : null;
    const rating = input === null ? null : await rate.run(input);
    if (input !== null && rating === null) return;
    draft.clear();
    setEnd({ kind: 'confirmed', rating });
  };

  const sendNo = async (): Promise<void> => {
    const output = await notReceived.run({ ...about, kind: 'notReceived', note: note.trim() === '' ? '还没收到' : note });
    if (output !== null) setEnd({ kind: 'told', dutyPhone: output.dutyPhone });
  };

  return {
    answer, form: draft.value, note, photos, voice, end, setNote,
    waitText: waitsFor(draft.value, voice.phase !== 'idle', photos),
    isBusy: confirm.isBusy || rate.isBusy || notReceived.isBusy,
    failure: confirm.failure ?? rate.failure ?? notReceived.failure,
    choose: (chosen) => {
      // That somebody first saw whether it arrived says nothing about the question that comes now.
      times.begin();
      setAnswer(chosen);
    },
    change: (patch) => {
      times.touch(patch);
      draft.change(patch);
    },
    send: () => (answer === 'no' ? sendNo() : sendYes()),
  };
}
