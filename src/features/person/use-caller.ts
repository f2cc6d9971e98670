import { useState } from 'react';
import type { ApiFailure } from '@/lib/api-failure';
import { useDraft } from '@/lib/drafts';
import { useApiCommand } from '@/lib/use-api-command';
import { EMPTY_CALLER, type Caller } from './caller';

export interface CallerDesk {
  readonly caller: Caller;
  readonly change: (caller: Caller) => void;
  /** The id of who calls, written down first when they are new; null when that failed. */
  readonly resolve: () => Promise<string | null>;
  readonly failure: ApiFailure | null;
  readonly isBusy: boolean;
  readonly problem: string;
  readonly hangUp: () => void;
}

/** Who is on the phone, kept through leaving the page; written down once when something is to be recorded for them. */
export function useCaller(): CallerDesk {
  const draft = useDraft<Caller>('phone.caller', EMPTY_CALLER);
  const [problem, setProblem] = useState('');
  const save = useApiCommand('person.save', { about: 'phone', invalidates: ['person.list'] });
  const resolve = async (): Promise<string | null> => {
    const { name, phone, areaId, personId } = draft.value;
    if (personId !== null) return personId;
    if (name.trim() === '' || areaId === null) {
      setProblem('先写下对方的称呼，点一下住哪个小区');
      return null;
    }
    const saved = await save.run({ name, phone: phone.trim() === '' ? null : phone, areaId });
    if (saved === null) return null;
    draft.change({ personId: saved.personId });
    return saved.personId;
  };
  return {
    caller: draft.value,
    change: (caller) => {
      setProblem('');
      save.clear();
      draft.change(caller);
    },
    resolve, problem,
    failure: save.failure,
    isBusy: save.isBusy,
    hangUp: draft.clear,
  };
}
