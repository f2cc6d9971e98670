import { View } from '@tarojs/components';
import { LIMITS } from '@contract';
import { Field } from '@/components/field/field';

export interface TeamWordsForm {
  readonly name: string;
  readonly purpose: string;
}

/** Name and purpose, for opening and for changing. */
export function TeamWordsFields({ value, errors, isHelp = false, onChange }: { value: TeamWordsForm; errors: Readonly<Record<string, string>>; isHelp?: boolean; onChange: (patch: Partial<TeamWordsForm>) => void }) {
  return (
    <View className="u-stack">
      <Field label="叫什么" {...(isHelp ? { hint: '别写被帮的人的名字' } : {})} value={value.name} maxLength={LIMITS.nameCharacters} showCount={false} placeholder={isHelp ? '比如：三楼小组' : '比如：枫林巡河队'} error={errors.name} onChange={(name) => onChange({ name })} />
      <Field label="做什么" kind="textarea" value={value.purpose} maxLength={LIMITS.purposeCharacters} placeholder={isHelp ? '比如：轮流陪着去复查、买菜，周三周六去坐坐' : '比如：周末沿河走一圈，捡捡垃圾，看看栏杆'} error={errors.purpose} onChange={(purpose) => onChange({ purpose })} />
    </View>
  );
}

/** What stands in the way before sending. */
export function missingWords({ name, purpose }: TeamWordsForm): string {
  if (name.trim() === '') return '先写个名字';
  return purpose.trim() === '' ? '写一两句做什么' : '';
}
