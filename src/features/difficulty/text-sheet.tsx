import { useState } from 'react';
import type { ReactNode } from 'react';
import { View } from '@tarojs/components';
import { Button } from '@/components/button/button';
import { Field } from '@/components/field/field';
import { Sheet } from '@/components/sheet/sheet';

export interface TextSheetProps {
  isOpen: boolean;
  title: string;
  hint: ReactNode;
  placeholder: string;
  maxLength: number;
  buttonText: string;
  isBusy: boolean;
  error: string;
  /** Words may be left out. */
  isOptional?: boolean;
  onSend: (text: string) => void;
  onClose: () => void;
}

/** One sentence and a button; what was written stays while the sheet is closed. */
export function TextSheet(props: TextSheetProps) {
  const { isOpen, title, hint, placeholder, maxLength, buttonText, isBusy, error, isOptional = false, onSend, onClose } = props;
  const [text, setText] = useState('');
  return (
    <Sheet isOpen={isOpen} title={title} onClose={onClose} action={<Button busy={isBusy} disabled={!isOptional && text.trim() === ''} reason="先写一句" onClick={() => onSend(text.trim())}>{buttonText}</Button>}>
      <View className="u-sub">{hint}</View>
      <View className="u-mt3"><Field kind="textarea" value={text} maxLength={maxLength} showCount placeholder={placeholder} error={error} onChange={setText} /></View>
    </Sheet>
  );
}
