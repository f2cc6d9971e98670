import { View } from '@tarojs/components';
import { DIFFICULTY_CHECK_LABEL, LIMITS, type DifficultyCheckKind } from '@contract';
import { Button } from '@/components/button/button';
import { Field } from '@/components/field/field';
import { Notice } from '@/components/notice/notice';
import { PhotoPicker } from '@/components/photo-picker/photo-picker';
import { Sheet } from '@/components/sheet/sheet';
import { useDraft } from '@/lib/drafts';
import { useApiCommand } from '@/lib/use-api-command';
import { type PhotoDraft, usePhotoUploads } from '@/lib/use-photo-uploads';
import { CHECK_HINT } from './difficulty-words';

interface CheckFields {
  readonly note: string;
  readonly participants: string;
  readonly photos: readonly PhotoDraft[];
}
const EMPTY: CheckFields = { note: '', participants: '', photos: [] };

export interface CheckSheetProps {
  caseId: string;
  kind: DifficultyCheckKind;
  isOpen: boolean;
  onClose: () => void;
  onDone: () => void;
}

/** Names as people write them: with commas, spaces or lines between. */
const namesIn = (text: string): string[] => text.split(/[，,、；;\s]+/).map((name) => name.trim()).filter((name) => name !== '');

/** One of the four checks: what was found, who took part, photos as evidence. Kept as a draft. */
export function CheckSheet({ caseId, kind, isOpen, onClose, onDone }: CheckSheetProps) {
  const draft = useDraft(`difficulty.check.${caseId}.${kind}`, EMPTY);
  const photos = usePhotoUploads({ purpose: 'evidence', max: LIMITS.photosPerProof, photos: draft.value.photos, change: (update) => draft.change((latest) => ({ photos: update(latest.photos) })) });
  const command = useApiCommand('difficulty.check', {
    about: `${caseId}:${kind}`,
    invalidates: ['difficulty.get', 'difficulty.list', 'difficulty.open', 'staff.queue'],
    onDone: () => {
      draft.clear();
      onDone();
    },
  });
  const { note, participants } = draft.value;
  const send = (): unknown => command.run({ caseId, kind, note, participants: kind === 'discuss' ? namesIn(participants) : [], photoFileIds: photos.fileIds });
  return (
    <Sheet isOpen={isOpen} title={`${DIFFICULTY_CHECK_LABEL[kind]} · 记一项`} onClose={onClose} action={<Button busy={command.isBusy} busyText="正在记…" disabled={note.trim() === '' || photos.isSending} reason={photos.isSending ? '照片还在传' : '先写一句'} onClick={send}>记下</Button>}>
      <View className="u-sub">{CHECK_HINT[kind]}。写的都加密存，公示里一个字也没有。</View>
      <View className="u-stack u-mt3">
        <Field kind="textarea" value={note} maxLength={LIMITS.storyCharacters} showCount placeholder="看到、听到、查到了什么" error={command.fields.note} onChange={(text) => draft.change({ note: text })} />
        {kind === 'discuss' && <Field label="一起议的人" hint="至少三个" value={participants} placeholder="何静、周敏、楼组长老陈" error={command.fields.participants} onChange={(text) => draft.change({ participants: text })} />}
        <PhotoPicker photos={photos.photos} max={LIMITS.photosPerProof} onAdd={() => void photos.add()} onRemove={photos.remove} onRetry={photos.retry} label="加凭据" note="可以不加。只有工作人员看得到。" />
        {command.failure !== null && Object.keys(command.fields).length === 0 && <Notice tone="warn">{command.failure.message}</Notice>}
      </View>
    </Sheet>
  );
}
