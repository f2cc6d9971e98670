import { useState } from 'react';
import { type Draft, useDraft } from '@/lib/drafts';
import type { FormErrors } from '@/lib/form-errors';
import { serverNowMs } from '@/lib/server-clock';
import { checkRoundForm, timesOf, type RoundForm } from './round-form';

export interface RoundFormState extends Draft<RoundForm> {
  readonly errors: FormErrors;
  readonly times: { readonly startsAtMs: number; readonly endsAtMs: number };
  /** Shows what is wrong; true when nothing is. */
  readonly check: () => boolean;
}

/** The form of a round, kept on this phone while it is not sent. */
export function useRoundForm(key: string, empty: RoundForm): RoundFormState {
  const draft = useDraft(key, empty);
  const [errors, setErrors] = useState<FormErrors>({});
  const check = (): boolean => {
    const checked = checkRoundForm(draft.value, serverNowMs());
    setErrors(checked.errors);
    return checked.isOk;
  };
  return { ...draft, errors, times: timesOf(draft.value), check };
}
