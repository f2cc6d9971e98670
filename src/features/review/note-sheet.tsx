import { useState } from 'react';
import { View } from '@tarojs/components';
import { LIMITS } from '@contract';
import { Button } from '@/components/button/button';
import { Chip } from '@/components/chip/chip';
import { ChipWrap } from '@/components/chip-row/chip-row';
import { Field } from '@/components/field/field';
import { Sheet } from '@/components/sheet/sheet';

export interface NoteSheetProps {
  isOpen: boolean;
  title: string;
  /** What the other person will read it for. */
  hint: string;
  templates: readonly string[];
  buttonText: string;
  /** What to write when nothing was written. */
  emptyText: string;
  isBusy: boolean;
  error: string;
  onSend: (note: string) => void;
  /** Keeps the sentence for next time; without it nothing can be kept. */
  onKeep?: (note: string) => void;
  onClose: () => void;
}

/** A sentence from a template or in one's own words. What was written stays when the sheet is closed. */
export function NoteSheet(props: NoteSheetProps) {
  const { isOpen, title, hint, templates, buttonText, emptyText, isBusy, error, onSend, onKeep, onClose } = props;
  const [note, setNote] = useState('');
  const [isEmpty, setEmpty] = useState(false);
  const write = (text: string): void => {
    setEmpty(false);
    setNote(text);
  };
  const send = (): void => {
    setEmpty(note.trim() === '');
    if (note.trim() !== '') onSend(note.trim());
  };
  return (
    <Sheet isOpen={isOpen} title={title} onClose={onClose} action={<Button busy={isBusy} onClick={send}>{buttonText}</Button>}>
      <View className="u-sub">{hint}</View>
      <View className="u-mt3"><ChipWrap>
        {templates.map((template) => (
          <Chip key={template} on={note === template} onClick={() => write(template)}>{template}</Chip>
        ))}
      </ChipWrap></View>
      <View className="u-mt3">
        <Field kind="textarea" placeholder="也可以自己写" value={note} maxLength={LIMITS.noteCharacters} showCount error={isEmpty ? emptyText : error} onChange={write} />
      </View>
      {onKeep !== undefined && note.trim() !== '' && !templates.includes(note.trim()) && <Button kind="text" size="small" onClick={() => onKeep(note.trim())}>存成常用语，下次点一下就行</Button>}
    </Sheet>
  );
}
