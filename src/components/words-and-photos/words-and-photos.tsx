import { View } from '@tarojs/components';
import { Field } from '@/components/field/field';
import { FieldFrame } from '@/components/field/field-frame';
import { PhotoPicker } from '@/components/photo-picker/photo-picker';
import type { WordsAndPhotos } from '@/lib/use-words-and-photos';

interface WordsAndPhotosFieldsProps {
  readonly words: WordsAndPhotos;
  readonly command: { readonly fields: Readonly<Record<string, string>>; readonly failure: { readonly message: string } | null; readonly clear: () => void };
  /** Name of the words in the answer, for what is wrong beside them. */
  readonly field: 'note' | 'text';
  readonly placeholder: string;
  readonly maxLength: number;
}

/** A few words and photos that go along with an act. */
export function WordsAndPhotosFields({ words: { draft, uploads, max }, command, field, placeholder, maxLength }: WordsAndPhotosFieldsProps) {
  const wrong = command.fields[field];
  return (
    <View className="u-stack">
      <Field kind="textarea" value={draft.value.text} placeholder={placeholder} maxLength={maxLength} error={wrong} onChange={(text) => { command.clear(); draft.change({ text }); }} />
      <FieldFrame label="照片" hint="可不加，别拍到人脸"><PhotoPicker photos={uploads.photos} max={max} onAdd={uploads.add} onRemove={uploads.remove} onRetry={uploads.retry} /></FieldFrame>
      {command.failure !== null && wrong === undefined && <View className="u-sub u-accent">{command.failure.message}</View>}
    </View>
  );
}
