import { useState } from 'react';
import type { MeView, TypeSize } from '@contract';
import { storeMe } from '@/lib/session';
import { useSettings } from '@/lib/settings';
import { useApiCommand } from '@/lib/use-api-command';

/** Type size, care mode, suggestions and name. The phone changes at once; the server keeps them for the next phone. */
export function useSettingsForm(me: MeView) {
  const kept = useSettings((state) => state.typeSize);
  const setTypeSize = useSettings((state) => state.setTypeSize);
  const [name, setName] = useState(me.displayName);
  const save = useApiCommand('member.saveSettings', { about: 'look', onDone: storeMe });
  const hear = useApiCommand('member.saveSettings', { about: 'suggestions', onDone: storeMe });
  const rename = useApiCommand('member.saveSettings', { about: 'name', onDone: storeMe });
  const trimmed = name.trim();
  return {
    typeSize: (kept === 'follow' ? 'system' : kept) satisfies TypeSize,
    careMode: me.careMode,
    suggestions: me.suggestions,
    isSavingSuggestions: hear.isBusy,
    suggestionsError: hear.failure?.message ?? '',
    name,
    isNameChanged: trimmed !== '' && trimmed !== me.displayName,
    isSavingName: rename.isBusy,
    isSavingLook: save.isBusy,
    nameError: rename.fields.displayName ?? rename.failure?.message ?? '',
    lookError: save.failure?.message ?? '',
    chooseTypeSize: (chosen: TypeSize) => {
      setTypeSize(chosen === 'system' ? 'follow' : chosen);
      void save.run({ typeSize: chosen });
    },
    chooseCareMode: (careMode: boolean) => {
      // 关怀模式 is large type as well; who turns it off again keeps the type they see.
      if (careMode) setTypeSize('large');
      void save.run(careMode ? { careMode, typeSize: 'large' } : { careMode });
    },
    chooseSuggestions: (suggestions: boolean) => void hear.run({ suggestions }),
    changeName: (value: string) => {
      rename.clear();
      setName(value);
    },
    saveName: () => { if (trimmed !== '') void rename.run({ displayName: trimmed }); },
  };
}
