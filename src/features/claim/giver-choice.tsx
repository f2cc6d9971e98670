import { View } from '@tarojs/components';
import { create } from 'zustand';
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

/** Chosen last, or on the page of a unit; kept while the program runs. */
export const usePreferredGiver = create<{ readonly key: string | null; readonly prefer: (key: string) => void }>((set) => ({ key: null, prefer: (key) => set({ key }) }));

const SELF: GiverOption = { key: 'self', label: '以我自己的名义', as: { kind: 'self' } };

/** As whom one claims until another is chosen: for the shop, else as oneself; for a unit only when one says so. */
export function useGiverChoice(me: MeView, asksCertificate = false): GiverChoiceState {
  const units = useApiQuery('unit.mine', {});
  const { key, prefer } = usePreferredGiver();
  const options = giverOptions(me, units.data ?? [], asksCertificate);
  const chosen = options.find((option) => option.key === key) ?? options.find((option) => option.as.kind === 'merchant') ?? (asksCertificate ? options[0] : undefined) ?? SELF;
  return { options, chosen, as: chosen.as, choose: prefer };
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
