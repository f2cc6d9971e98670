import { View } from '@tarojs/components';
import { useState } from 'react';
import { LIMITS } from '@contract';
import { Button } from '@/components/button/button';
import { Field } from '@/components/field/field';
import { Notice } from '@/components/notice/notice';
import { Sheet } from '@/components/sheet/sheet';

interface WordsSheetProps {
  readonly isOpen: boolean;
  readonly title: string;
  /** What will happen, and who reads the words. */
  readonly note: string;
  readonly placeholder: string;
  readonly button: string;
  readonly busyText: string;
  readonly isBusy: boolean;
  /** The sentence of a refusal, and that of the field where it is about the words. */
  readonly failure: { readonly message: string } | null;
  readonly fieldError: string | undefined;
  readonly onSend: (words: string) => Promise<unknown>;
  readonly onClose: () => void;
}

/** One act that needs a sentence: what it does, the sentence, one button. What was written stays while the sheet is open. */
export function WordsSheet({ isOpen, title, note, placeholder, button, busyText, isBusy, failure, fieldError, onSend, onClose }: WordsSheetProps) {
  const [words, setWords] = useState('');
  return (
    <Sheet isOpen={isOpen} title={title} onClose={onClose} action={<Button busy={isBusy} busyText={busyText} disabled={words.trim() === ''} reason="先写一句" onClick={() => onSend(words.trim())}>{button}</Button>}>
      <View className="u-body">{note}</View>
      <View className="u-mt4"><Field kind="textarea" value={words} placeholder={placeholder} maxLength={LIMITS.noteCharacters} error={fieldError} onChange={setWords} /></View>
      {failure !== null && fieldError === undefined && <View className="u-mt3"><Notice tone="accent">{failure.message}</Notice></View>}
    </Sheet>
  );
}
