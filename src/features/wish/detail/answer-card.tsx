import { View } from '@tarojs/components';
import { LIMITS, type WishDetailView } from '@contract';
import { Button } from '@/components/button/button';
import { Card } from '@/components/card/card';
import { Field } from '@/components/field/field';
import { Notice } from '@/components/notice/notice';
import { PhotoPicker } from '@/components/photo-picker/photo-picker';
import { useDraft } from '@/lib/drafts';
import { formatDeadline, joinWords } from '@/lib/format';
import { serverNowMs } from '@/lib/server-clock';
import { toast } from '@/lib/toast';
import { useApiCommand } from '@/lib/use-api-command';
import { type PhotoDraft, usePhotoUploads } from '@/lib/use-photo-uploads';

interface AnswerForm {
  readonly answer: string;
  readonly photos: readonly PhotoDraft[];
}

const EMPTY_ANSWER: AnswerForm = { answer: '', photos: [] };

/** The community asked for a word more: written here, kept as a draft, sent back into the queue. */
export function AnswerCard({ wish }: { wish: WishDetailView }) {
  const draft = useDraft(`wish.answer.${wish.wishId}`, EMPTY_ANSWER);
  const command = useApiCommand('wish.answer', { about: wish.wishId, invalidates: ['wish.get', 'wish.mine', 'home.overview'] });
  const max = LIMITS.photosPerWish - wish.photos.length;
  const photos = usePhotoUploads({ purpose: 'wishPhoto', max, photos: draft.value.photos, change: (update) => draft.change((latest) => ({ photos: update(latest.photos) })) });

  const send = async (): Promise<void> => {
    const output = await command.run({ wishId: wish.wishId, answer: draft.value.answer, photoFileIds: photos.fileIds });
    if (output === null) return;
    draft.clear();
    toast(`${joinWords('补好了，社区', formatDeadline(output.reviewDueAtMs, serverNowMs()))}会再看`);
  };

  return (
    <Card>
      <View className="u-h2">社区想请您补一句</View>
      <View className="u-mt2"><Notice tone="warn">{wish.reviewNote}</Notice></View>
      <View className="u-mt4">
        <Field kind="textarea" label="您的回答" value={draft.value.answer} maxLength={LIMITS.noteCharacters} placeholder="写几个字就行" error={command.fields.answer} onChange={(answer) => draft.change({ answer })} />
      </View>
      {max > 0 && (
        <View className="u-mt3">
          <PhotoPicker photos={photos.photos} max={max} onAdd={() => void photos.add()} onRemove={photos.remove} onRetry={photos.retry} note={`还能放 ${max} 张`} />
        </View>
      )}
      {command.failure !== null && command.fields.answer === undefined && <View className="u-mt3"><Notice tone="accent">{command.failure.message}</Notice></View>}
      <View className="u-mt4">
        <Button busy={command.isBusy} busyText="正在发回社区…" disabled={draft.value.answer.trim() === '' || photos.isSending} reason={photos.isSending ? '照片还在传' : '先写几个字'} onClick={send}>补好了，发回社区</Button>
      </View>
    </Card>
  );
}
