import { useState } from 'react';
import { MEMBER_ROUTES } from '@contract';
import { useDraft } from '@/lib/drafts';
import { checkForm, type FormErrors } from '@/lib/form-errors';
import { queryClient } from '@/lib/query-client';
import { storeMe } from '@/lib/session';
import { useApiCommand } from '@/lib/use-api-command';

interface OperatorDraft {
  districtName: string;
  districtCode: string;
  dutyPhone: string;
  displayName: string;
}

const EMPTY_DRAFT: OperatorDraft = { districtName: '', districtCode: '', dutyPhone: '', displayName: '' };

/** The first administrator's form. The secret is never kept on the phone; the rest is. */
export function useOperatorForm(onDone: () => void) {
  const draft = useDraft<OperatorDraft>('operator', EMPTY_DRAFT);
  const [secret, setSecret] = useState('');
  const [errors, setErrors] = useState<FormErrors>({});
  const claim = useApiCommand('member.claimFirstAdministrator', {
    onDone: (reply) => {
      if (reply.joined) storeMe(reply.me);
      draft.clear();
      void queryClient.invalidateQueries();
      onDone();
    },
  });
  const submit = (): void => {
    const checked = checkForm(MEMBER_ROUTES['member.claimFirstAdministrator'].input, { ...draft.value, secret });
    setErrors(checked.isOk ? {} : checked.errors);
    if (checked.isOk) void claim.run(checked.value);
  };
  return {
    values: { ...draft.value, secret },
    errors: { ...errors, ...claim.fields },
    isBusy: claim.isBusy,
    refusal: claim.failure !== null && Object.keys(claim.fields).length === 0 ? claim.failure.message : '',
    change: (field: keyof OperatorDraft | 'secret', value: string) => {
      setErrors((before) => ({ ...before, [field]: '' }));
      if (field === 'secret') setSecret(value);
      else draft.change({ [field]: value });
    },
    submit,
  };
}
