import { useState } from 'react';
import { difficultyAcceptSchema, difficultyProposeSchema, type DifficultyCategory } from '@contract';
import { useDraft } from '@/lib/drafts';
import { checkForm, type FormErrors } from '@/lib/form-errors';
import { useApiCommand } from '@/lib/use-api-command';
import { type PhotoDraft, usePhotoUploads } from '@/lib/use-photo-uploads';

interface PersonFields {
  readonly name: string;
  readonly phone: string;
  readonly address: string;
  readonly circumstances: string;
  readonly categories: readonly DifficultyCategory[];
  readonly agreesToRecord: boolean;
  readonly agreesToPublicise: boolean;
  readonly isUnder14: boolean;
  readonly guardianName: string;
  readonly photos: readonly PhotoDraft[];
}

const EMPTY: PersonFields = { name: '', phone: '', address: '', circumstances: '', categories: [], agreesToRecord: false, agreesToPublicise: false, isUnder14: false, guardianName: '', photos: [] };

/** The form about a person, for a new case or for one a neighbour told of (`caseId`). Kept as a draft. */
export function usePersonForm(caseId: string | null, areaId: string, onDone: (caseId: string) => void) {
  const draft = useDraft(`difficulty.person.${caseId ?? 'new'}`, EMPTY);
  const [errors, setErrors] = useState<FormErrors>({});
  const photos = usePhotoUploads({ purpose: 'consent', max: 1, photos: draft.value.photos, change: (update) => draft.change((latest) => ({ photos: update(latest.photos) })) });
  const options = {
    about: caseId ?? 'new',
    invalidates: ['difficulty.list', 'difficulty.get', 'staff.queue'],
    onDone: (output: { readonly caseId: string }) => {
      draft.clear();
      onDone(output.caseId);
    },
  } as const;
  const propose = useApiCommand('difficulty.propose', options);
  const accept = useApiCommand('difficulty.accept', options);
  const command = caseId === null ? propose : accept;

  const submit = async (): Promise<void> => {
    const { name, phone, address, circumstances, categories, agreesToRecord, agreesToPublicise, isUnder14, guardianName } = draft.value;
    const person = { name, phone, address, circumstances, categories, consent: { agreesToRecord, agreesToPublicise, isUnder14, guardianName, fileId: photos.fileIds[0] ?? '' } };
    if (caseId === null) {
      const checked = checkForm(difficultyProposeSchema, { ...person, areaId });
      setErrors(checked.isOk ? {} : checked.errors);
      if (checked.isOk) await propose.run(checked.value);
      return;
    }
    const checked = checkForm(difficultyAcceptSchema, { ...person, caseId });
    setErrors(checked.isOk ? {} : checked.errors);
    if (checked.isOk) await accept.run(checked.value);
  };
  const change = (part: Partial<PersonFields>): void => {
    setErrors({});
    draft.change(part);
  };
  return { value: draft.value, change, photos, submit, errors: { ...errors, ...command.fields }, isBusy: command.isBusy, failure: command.failure, clear: draft.clear };
}
