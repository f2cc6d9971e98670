import { useRef, useState } from 'react';
import type { ApiContract, IncomingClaimView, WishDetailView } from '@contract';
import type { ApiFailure } from '@/lib/api-failure';
import { useDraft } from '@/lib/drafts';
import { useApiCommand } from '@/lib/use-api-command';
import { type PhotoUploads, usePhotoUploads } from '@/lib/use-photo-uploads';
import { addItemSeconds, EMPTY_RATING_FORM, type ItemSeconds, type RatingForm, ratingInput } from './rating-form';

export type ConfirmAnswer = 'yes' | 'no' | null;
/** How the act ended; `rating` null: confirmed, and the question was left open. */
export type ConfirmEnd = { readonly kind: 'confirmed'; readonly rating: ApiContract['rating.rate']['output'] | null } | { readonly kind: 'told'; readonly dutyPhone: string };

export interface ConfirmAct {
  readonly answer: ConfirmAnswer;
  readonly form: RatingForm;
  readonly note: string;
  readonly photos: PhotoUploads;
  readonly isBusy: boolean;
  readonly failure: ApiFailure | null;
  readonly end: ConfirmEnd | null;
  readonly choose: (answer: 'yes' | 'no') => void;
  readonly change: (patch: Partial<RatingForm>) => void;
  readonly setNote: (note: string) => void;
  readonly send: () => Promise<void>;
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
  const shownAtMs = useRef(Date.now());
  const touchedAtMs = useRef(shownAtMs.current);
  const itemSeconds = useRef<ItemSeconds>({});
  const isConfirmed = useRef(!needsConfirm);
  const draft = useDraft(`rating.${claim.claimId}`, EMPTY_RATING_FORM);
  const photos = usePhotoUploads({ purpose: 'ratingPhoto', max: 1, photos: draft.value.photos, change: (update) => draft.change((latest) => ({ photos: update(latest.photos) })) });
  const confirm = useApiCommand('claim.confirm', { about: claim.claimId, invalidates: ['claim.mine'] });
  const rate = useApiCommand('rating.rate', { about: claim.claimId, invalidates: STALE });
  const notReceived = useApiCommand('dispute.open', { about: claim.claimId, invalidates: [...STALE, 'dispute.get', 'claim.mine'] });

  const sendYes = async (): Promise<void> => {
    if (!isConfirmed.current) {
      if ((await confirm.run(about)) === null) return;
      isConfirmed.current = true;
    }
    // Staff may confirm for somebody, but only who was helped can say how it was.
    const input = wish.isMine ? ratingInput(draft.value, about, shownAtMs.current, Date.now(), itemSeconds.current) : null;
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
    answer, form: draft.value, note, photos, end, setNote,
    isBusy: confirm.isBusy || rate.isBusy || notReceived.isBusy,
    failure: confirm.failure ?? rate.failure ?? notReceived.failure,
    choose: (chosen) => {
      // From here on the first question is read; that somebody first saw whether it arrived says nothing about it.
      touchedAtMs.current = Date.now();
      setAnswer(chosen);
    },
    change: (patch) => {
      const nowMs = Date.now();
      itemSeconds.current = addItemSeconds(itemSeconds.current, patch, touchedAtMs.current, nowMs);
      touchedAtMs.current = nowMs;
      draft.change(patch);
    },
    send: () => (answer === 'no' ? sendNo() : sendYes()),
  };
}
