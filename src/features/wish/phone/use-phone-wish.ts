import { LIMITS } from '@contract';
import type { ApiFailure } from '@/lib/api-failure';
import { useDraft } from '@/lib/drafts';
import { serverNowMs } from '@/lib/server-clock';
import { useApiCommand } from '@/lib/use-api-command';
import { EMPTY_WISH_FORM, fillWishForm, parseYuan, type FilledWishForm, type WishForm } from '../wish-form';

interface PhoneWishForm extends WishForm {
  /** Staff heard it: it may be posted. */
  readonly hasAgreed: boolean;
}

const EMPTY: PhoneWishForm = { ...EMPTY_WISH_FORM, hasAgreed: false };

export interface PhoneWish {
  readonly form: PhoneWishForm;
  readonly filled: FilledWishForm;
  readonly isReady: boolean;
  readonly isBusy: boolean;
  readonly failure: ApiFailure | null;
  readonly fields: Readonly<Record<string, string>>;
  readonly change: (patch: Partial<PhoneWishForm>) => void;
  /** Answers the wish's id, or null when it failed. */
  readonly send: (personId: string) => Promise<string | null>;
}

/** What somebody asks for on the phone; the draft goes only after the server has it. */
export function usePhoneWish(): PhoneWish {
  const draft = useDraft<PhoneWishForm>('phone.wish', EMPTY);
  const record = useApiCommand('phone.recordWish', { about: 'phone', invalidates: ['staff.queue', 'phone.waiting', 'wish.mine'] });
  const form = draft.value;
  const filled = fillWishForm(form, serverNowMs());
  const send = async (personId: string): Promise<string | null> => {
    const output = await record.run({
      personId,
      title: filled.title.slice(0, LIMITS.titleCharacters),
      story: form.words,
      category: filled.category,
      shares: form.shares,
      shareNote: form.shareNote,
      estimatedValueFen: parseYuan(form.valueYuan),
      urgency: form.urgency,
      windowEndMs: filled.windowEndMs,
      handover: filled.handover,
      consent: { kind: 'phone', saidAtMs: serverNowMs() },
      mayPublicise: form.mayPublicise,
    });
    if (output === null) return null;
    draft.clear();
    return output.wishId;
  };
  return {
    form, filled, send,
    isReady: form.words.trim() !== '' && form.hasAgreed,
    isBusy: record.isBusy,
    failure: record.failure,
    fields: record.fields,
    change: (patch) => {
      record.clear();
      draft.change(patch);
    },
  };
}
