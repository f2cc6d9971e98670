import { type ReactNode, useState } from 'react';
import { View } from '@tarojs/components';
import { LIMITS } from '@contract';
import { Button } from '@/components/button/button';
import { Field } from '@/components/field/field';
import { Sheet } from '@/components/sheet/sheet';

interface WordsSheetProps {
  readonly isOpen: boolean;
  readonly title: string;
  /** What follows from it. */
  readonly note?: string;
  readonly placeholder: string;
  /** Whether something must be written. */
  readonly isNeeded?: boolean;
  readonly actionText: string;
  readonly busyText?: string;
  readonly command: { readonly isBusy: boolean; readonly failure: { readonly message: string } | null; readonly fields: Readonly<Record<string, string>>; readonly clear: () => void };
  /** Name of the field in the answer, for what is wrong beside it. */
  readonly field?: string;
  readonly onClose: () => void;
  readonly onSend: (words: string) => unknown;
  /** What else is chosen with it. */
  readonly children?: ReactNode;
}

/** One sentence that goes along with an act. */
export function WordsSheet({ isOpen, title, note, placeholder, isNeeded = true, actionText, busyText = '正在记…', command, field = 'note', onClose, onSend, children }: WordsSheetProps) {
  const [words, setWords] = useState('');
  const wrong = command.fields[field];
  return (
    <Sheet isOpen={isOpen} title={title} onClose={onClose} action={<Button busy={command.isBusy} busyText={busyText} disabled={isNeeded && words.trim() === ''} reason="先写一句" onClick={() => onSend(words.trim())}>{actionText}</Button>}>
      {note !== undefined && <View className="u-body">{note}</View>}
      {children !== undefined && <View className="u-mt3">{children}</View>}
      <View className="u-mt3"><Field kind="textarea" value={words} placeholder={placeholder} maxLength={LIMITS.noteCharacters} error={wrong} onChange={(text) => { command.clear(); setWords(text); }} /></View>
      {command.failure !== null && wrong === undefined && <View className="u-sub u-accent u-mt3">{command.failure.message}</View>}
    </Sheet>
  );
}
