import { View } from '@tarojs/components';
import { useState } from 'react';
import type { GiverInput, MeView } from '@contract';
import { CheckRow } from '@/components/check-row/check-row';
import { useApiQuery } from '@/lib/use-api';
import { giverOptions, type GiverOption } from './giver-options';

export interface GiverChoiceState {
  readonly options: readonly GiverOption[];
  readonly chosen: GiverOption;
  readonly as: GiverInput;
  readonly choose: (key: string) => void;
}

const SELF: GiverOption = { key: 'self', label: '以我自己的名义', as: { kind: 'self' } };

/** As whom one claims: the first option until another is chosen. */
export function useGiverChoice(me: MeView): GiverChoiceState {
  const units = useApiQuery('unit.mine', {});
  const [key, choose] = useState<string | null>(null);
  const options = giverOptions(me, units.data ?? []);
  const chosen = options.find((option) => option.key === key) ?? options[0] ?? SELF;
  return { options, chosen, as: chosen.as, choose };
}

/** 以谁的名义: nothing to choose draws nothing. */
export function GiverChoice({ choice }: { choice: GiverChoiceState }) {
  if (choice.options.length < 2) return null;
  return (
    <View>
      {choice.options.map((option) => (
        <CheckRow key={option.key} kind="radio" checked={option.key === choice.chosen.key} onChange={() => choice.choose(option.key)}>{option.label}</CheckRow>
      ))}
    </View>
  );
}
