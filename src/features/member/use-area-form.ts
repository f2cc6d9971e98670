import { useState } from 'react';
import { AREA_ROUTES, type AreaLevel, type AreaView } from '@contract';
import { checkForm, type FormErrors } from '@/lib/form-errors';
import { useApiCommand } from '@/lib/use-api-command';

interface AreaValues {
  readonly name: string;
  readonly code: string;
  readonly dutyPhone: string;
  readonly stationName: string;
}

/** A new node under `parentId`; `suggestedCode` stands in the field until another is written. */
export function useAreaForm(parentId: string, level: AreaLevel, suggestedCode: string, onAdded: (area: AreaView) => void) {
  const [values, setValues] = useState<AreaValues>({ name: '', code: '', dutyPhone: '', stationName: '' });
  const [errors, setErrors] = useState<FormErrors>({});
  const add = useApiCommand('area.add', {
    about: parentId,
    invalidates: ['area.children'],
    onDone: (area) => {
      setValues({ name: '', code: '', dutyPhone: '', stationName: '' });
      onAdded(area);
    },
  });
  const code = values.code === '' ? suggestedCode : values.code;
  const submit = (): void => {
    const given = (text: string): string | undefined => (text.trim() === '' ? undefined : text.trim());
    const checked = checkForm(AREA_ROUTES['area.add'].input, { parentId, level, code, name: values.name, dutyPhone: given(values.dutyPhone), stationName: given(values.stationName) });
    setErrors(checked.isOk ? {} : checked.errors);
    if (checked.isOk) void add.run(checked.value);
  };
  return {
    values: { ...values, code },
    errors: { ...errors, ...add.fields },
    isBusy: add.isBusy,
    refusal: add.failure !== null && Object.keys(add.fields).length === 0 ? add.failure.message : '',
    change: (field: keyof AreaValues, text: string) => {
      setErrors((before) => ({ ...before, [field]: '' }));
      setValues((before) => ({ ...before, [field]: text }));
    },
    submit,
  };
}
