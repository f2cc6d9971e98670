import { useState } from 'react';
import { View } from '@tarojs/components';
import { Field } from '@/components/field/field';
import { spokenDigits } from './spoken-digits';

const CODE_DIGITS = 10;

export const digitsOf = (typed: string): string => typed.replace(/\D/g, '').slice(0, CODE_DIGITS);
export const isWholeCode = (code: string): boolean => code.length === CODE_DIGITS;

/** Ten digits, typed in one line and shown in groups as they were said. */
export function TakeOverField({ code, error, onChange }: { code: string; error: string | undefined; onChange: (code: string) => void }) {
  const [typed, setTyped] = useState(spokenDigits(code));
  return (
    <View>
      <Field label="工作人员给的编号" inputType="number" value={typed} placeholder="10 位数字" error={error} hint={isWholeCode(code) ? `您输的是 ${spokenDigits(code)}` : `还差 ${CODE_DIGITS - code.length} 位`} onChange={(text) => { setTyped(text); onChange(digitsOf(text)); }} />
    </View>
  );
}
