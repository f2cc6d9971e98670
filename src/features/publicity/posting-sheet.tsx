import { useState } from 'react';
import { View } from '@tarojs/components';
import { LIMITS, POSTING_LEVEL_LABEL, type PostingLevel } from '@contract';
import { Button } from '@/components/button/button';
import { Field } from '@/components/field/field';
import { PhotoPicker } from '@/components/photo-picker/photo-picker';
import { Sheet } from '@/components/sheet/sheet';
import { useApiCommand } from '@/lib/use-api-command';
import { type PhotoDraft, usePhotoUploads } from '@/lib/use-photo-uploads';

export interface PostingSheetProps {
  publicityId: string;
  /** Null keeps the sheet closed. */
  level: PostingLevel | null;
  /** Where it hangs as recorded so far; empty when it does not. */
  standingPlace: string;
  onClose: () => void;
  onDone: (words: string) => void;
}

/** Where the paper of a level hangs, with a photo if there is one. */
export function PostingSheet({ publicityId, level, standingPlace, onClose, onDone }: PostingSheetProps) {
  const [place, setPlace] = useState(standingPlace);
  const [taken, setTaken] = useState<readonly PhotoDraft[]>([]);
  const photos = usePhotoUploads({ purpose: 'evidence', max: 1, photos: taken, change: (update) => setTaken(update) });
  const command = useApiCommand('publicity.recordPosting', {
    about: `${publicityId}:${level ?? ''}`,
    invalidates: ['publicity.get', 'staff.queue'],
    onDone: () => onDone('记好了'),
  });
  const send = (): unknown => (level === null ? undefined : command.run({ publicityId, level, place, photoFileId: photos.fileIds[0] ?? null }));
  return (
    <Sheet isOpen={level !== null} title={`${level === null ? '' : POSTING_LEVEL_LABEL[level]}的纸质公示`} onClose={onClose} action={<Button busy={command.isBusy} disabled={place.trim() === '' || photos.isSending} reason={photos.isSending ? '照片还在传' : '先写贴在哪儿'} onClick={send}>记下</Button>}>
      <Field label="贴在哪儿" value={place} maxLength={LIMITS.placeCharacters} placeholder="比如：社区办事大厅公告栏" error={command.fields.place ?? command.failure?.message ?? ''} onChange={setPlace} />
      <View className="u-mt3"><PhotoPicker photos={photos.photos} max={1} onAdd={() => void photos.add()} onRemove={photos.remove} onRetry={photos.retry} label="拍一张" note="可以不拍。照片只有工作人员看得到。" /></View>
    </Sheet>
  );
}
