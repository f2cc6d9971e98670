import { useState } from 'react';
import type { ApiContract, MeView } from '@contract';
import type { ApiFailure } from '@/lib/api-failure';
import { useDraft } from '@/lib/drafts';
import type { FormErrors } from '@/lib/form-errors';
import { serverNowMs } from '@/lib/server-clock';
import { askForMessages } from '@/lib/subscribe';
import { useApiQuery } from '@/lib/use-api';
import { type ApiCommand, useApiCommand } from '@/lib/use-api-command';
import { type PhotoUploads, usePhotoUploads } from '@/lib/use-photo-uploads';
import { useVoiceNote, type VoiceNote } from '@/lib/use-voice-note';
import { LIMITS, type WishCardView } from '@contract';
import { checkWishForm } from './check-wish-form';
import { valueCapFenFor } from './value-cap';
import { EMPTY_WISH_FORM, fillWishForm, type FilledWishForm, type WishForm } from './wish-form';

export const POST_DRAFT_KEY = 'wish.post';

/** Fewer words say too little to compare with what the household already asked for. */
const WORDS_TO_COMPARE = 4;

export type PostStep = 'write' | 'look' | 'sent';
type Sent = ApiContract['wish.submit']['output'];

export interface PostWish {
  readonly step: PostStep;
  readonly form: WishForm;
  readonly filled: FilledWishForm;
  readonly savedAtMs: number | null;
  readonly errors: FormErrors;
  readonly failure: ApiFailure | null;
  readonly isBusy: boolean;
  readonly photos: PhotoUploads;
  readonly voice: VoiceNote;
  readonly similar: readonly WishCardView[];
  readonly sent: Sent | null;
  readonly change: (patch: Partial<WishForm>) => void;
  readonly lookAtIt: () => void;
  readonly backToWriting: () => void;
  readonly send: () => Promise<void>;
}

/** Wrong fields that stand on the second screen; any other takes the person back to the first. */
const LOOK_FIELDS: ReadonlySet<string> = new Set(['title']);

/** The whole act of posting a wish: draft, check, similar wishes, sending. The draft goes only after the server said yes. */
export function usePostWish(me: MeView): PostWish {
  const draft = useDraft(POST_DRAFT_KEY, EMPTY_WISH_FORM);
  const [step, setStep] = useState<PostStep>('write');
  const [errors, setErrors] = useState<FormErrors>({});
  const [sent, setSent] = useState<Sent | null>(null);
  const submit: ApiCommand<'wish.submit'> = useApiCommand('wish.submit', { about: POST_DRAFT_KEY, invalidates: ['wish.mine', 'home.overview', 'wish.similar'] });
  const photos = usePhotoUploads({
    purpose: 'wishPhoto',
    max: LIMITS.photosPerWish,
    photos: draft.value.photos,
    change: (update) => draft.change((latest) => ({ photos: update(latest.photos) })),
  });
  const voice = useVoiceNote({ purpose: 'storyVoice', voice: draft.value.voice, change: (update) => draft.change((latest) => ({ voice: update(latest.voice) })) });
  const filled = fillWishForm(draft.value, serverNowMs());
  const similar = useApiQuery('wish.similar', { category: filled.category }, { isEnabled: draft.value.words.trim().length >= WORDS_TO_COMPARE && step !== 'sent' });

  const change = (patch: Partial<WishForm>): void => {
    draft.change(patch);
    setErrors({});
    submit.clear();
  };

  const check = () => {
    const checked = checkWishForm(draft.value, serverNowMs(), valueCapFenFor(me, draft.value));
    setErrors(checked.isOk ? {} : checked.errors);
    return checked;
  };

  const send = async (): Promise<void> => {
    const checked = check();
    if (!checked.isOk) {
      if (Object.keys(checked.errors).some((field) => !LOOK_FIELDS.has(field))) setStep('write');
      return;
    }
    await askForMessages(['wishReviewed', 'wishClaimed', 'deliveryArrived']);
    const output = await submit.run(checked.value);
    if (output === null) return;
    setSent(output);
    setStep('sent');
    draft.clear();
  };

  return {
    step, form: draft.value, filled, savedAtMs: draft.savedAtMs, photos, voice, sent, change, send,
    errors: { ...submit.fields, ...errors },
    failure: submit.failure,
    isBusy: submit.isBusy,
    similar: similar.data ?? [],
    lookAtIt: () => { if (check().isOk) setStep('look'); },
    backToWriting: () => setStep('write'),
  };
}
