import { useRef, useState } from 'react';
import type { ApiContract, IncomingClaimView, WishDetailView } from '@contract';
import type { ApiFailure } from '@/lib/api-failure';
import { useApiCommand } from '@/lib/use-api-command';
import type { PhotoUploads } from '@/lib/use-photo-uploads';
import type { VoiceNote } from '@/lib/use-voice-note';
import type { RatingForm } from './rating-form';
import { useRatingDraft } from './use-rating-draft';

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
  const isConfirmed = useRef(!needsConfirm);
  const said = useRatingDraft(claim.claimId);
  const confirm = useApiCommand('claim.confirm', { about: claim.claimId, invalidates: ['claim.mine'] });
  const rate = useApiCommand('rating.rate', { about: claim.claimId, invalidates: STALE });
  const notReceived = useApiCommand('dispute.open', { about: claim.claimId, invalidates: [...STALE, 'dispute.get', 'claim.mine'] });

  const sendYes = async (): Promise<void> => {
    if (!isConfirmed.current) {
      if ((await confirm.run(about)) === null) return;
      isConfirmed.current = true;
    }
    // Staff may confirm for somebody, but only who was helped can say how it was.
    const input = wish.isMine ? said.input() : null;
    const rating = input === null ? null : await rate.run({ ...about, ...input });
    if (input !== null && rating === null) return;
    said.clear();
    setEnd({ kind: 'confirmed', rating });
  };

  const sendNo = async (): Promise<void> => {
    const output = await notReceived.run({ ...about, kind: 'notReceived', note: note.trim() === '' ? '还没收到' : note });
    if (output !== null) setEnd({ kind: 'told', dutyPhone: output.dutyPhone });
  };

  return {
    answer, form: said.form, note, photos: said.photos, voice: said.voice, end, setNote,
    waitText: said.waitText,
    isBusy: confirm.isBusy || rate.isBusy || notReceived.isBusy,
    failure: confirm.failure ?? rate.failure ?? notReceived.failure,
    choose: (chosen) => {
      // That somebody first saw whether it arrived says nothing about the question that comes now.
      said.begin();
      setAnswer(chosen);
    },
    change: said.change,
    send: () => (answer === 'no' ? sendNo() : sendYes()),
  };
}
