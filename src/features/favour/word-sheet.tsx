import { useState, type ReactNode } from 'react';
import { View } from '@tarojs/components';
import { LIMITS } from '@contract';
import { Button, type ButtonKind } from '@/components/button/button';
import { Field } from '@/components/field/field';
import { Notice } from '@/components/notice/notice';
import { Sheet } from '@/components/sheet/sheet';
import type { ApiFailure } from '@/lib/api-failure';

export interface WordSheetProps {
  /** On the page. */
  readonly word: string;
  readonly kind: ButtonKind;
  readonly title: string;
  readonly about: ReactNode;
  readonly label: string;
  readonly placeholder: string;
  /** On the sheet. */
  readonly act: string;
  readonly isBusy: boolean;
  readonly failure: ApiFailure | null;
  /** Answers whether it is done. */
  readonly onSend: (words: string) => Promise<boolean>;
}

/** One step that needs a sentence: a button, and a sheet with the field. */
export function WordSheet({ word, kind, title, about, label, placeholder, act, isBusy, failure, onSend }: WordSheetProps) {
  const [isOpen, setOpen] = useState(false);
  const [words, setWords] = useState('');
  const send = async (): Promise<void> => {
    if (await onSend(words.trim())) setOpen(false);
  };
  return (
    <View>
      <Button kind={kind} onClick={() => setOpen(true)}>{word}</Button>
      <Sheet isOpen={isOpen} title={title} onClose={() => setOpen(false)} action={<Button busy={isBusy} disabled={words.trim() === ''} reason="先写一句" onClick={send}>{act}</Button>}>
        <View className="u-body">{about}</View>
        <View className="u-mt4"><Field kind="textarea" label={label} value={words} maxLength={LIMITS.noteCharacters} showCount placeholder={placeholder} onChange={setWords} /></View>
        {failure !== null && <View className="u-mt3"><Notice tone="warn">{failure.message}</Notice></View>}
      </Sheet>
    </View>
  );
}
