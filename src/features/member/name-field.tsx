import { Input, View } from '@tarojs/components';
import { LIMITS } from '@contract';
import { FieldFrame } from '@/components/field/field-frame';
import './member.css';

export interface NameFieldProps {
  value: string;
  error: string;
  onChange: (name: string) => void;
}

/** What neighbours may call a person; WeChat offers the nickname above the keyboard, nobody must use it. */
export function NameField({ value, error, onChange }: NameFieldProps) {
  return (
    <FieldFrame label="怎么称呼您" hint="邻居只看得到姓。真名、小名都行，比如“三楼李姐”。" error={error}>
      <View className="mem-name">
        <Input
          className="mem-name-input"
          type="nickname"
          value={value}
          maxlength={LIMITS.nameCharacters}
          placeholder="写个称呼"
          onInput={(event) => onChange(event.detail.value)}
        />
      </View>
    </FieldFrame>
  );
}
