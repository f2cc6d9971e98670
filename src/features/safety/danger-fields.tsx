import { View } from '@tarojs/components';
import { LIMITS, SAFETY_KINDS, SAFETY_LABEL, type SafetyKind } from '@contract';
import { CheckRow } from '@/components/check-row/check-row';
import { Field } from '@/components/field/field';
import type { DangerForm } from './danger-form';

const NOTE: Readonly<Record<SafetyKind, string>> = {
  hurt: '摔了、碰了、头晕、喘不上气',
  threat: '骂人、动手、跟着不走',
  money: '要现金、要身份证、卖东西',
  hazard: '漏电、漏气、有狗、路不好走',
  other: '写一句是怎么回事',
};

interface DangerFieldsProps {
  readonly form: DangerForm;
  readonly fields: Readonly<Record<string, string>>;
  readonly change: (patch: Partial<DangerForm>) => void;
}

/** What is not safe; a sentence and a number if somebody likes. */
export function DangerFields({ form, fields, change }: DangerFieldsProps) {
  return (
    <View>
      {SAFETY_KINDS.map((kind) => <CheckRow key={kind} kind="radio" checked={form.safetyKind === kind} note={NOTE[kind]} onChange={() => change({ safetyKind: kind })}>{SAFETY_LABEL[kind]}</CheckRow>)}
      <View className="u-mt4"><Field kind="textarea" label={form.safetyKind === 'other' ? '是怎么回事' : '想多说一句（可不写）'} value={form.words} maxLength={LIMITS.noteCharacters} placeholder="什么时候、在哪儿、怎么了" error={fields.words} onChange={(words) => change({ words })} /></View>
      <View className="u-mt4"><Field label="留个电话，社区打给您（可不写）" inputType="number" value={form.phone} maxLength={12} placeholder="只为这件事，答复完就删" error={fields.phone} onChange={(phone) => change({ phone })} /></View>
    </View>
  );
}
