import { View } from '@tarojs/components';
import { type ClaimView, LIMITS, type MeView } from '@contract';
import { BottomBar } from '@/components/bottom-bar/bottom-bar';
import { Button } from '@/components/button/button';
import { Field } from '@/components/field/field';
import { PhotoPicker } from '@/components/photo-picker/photo-picker';
import { PromisePath } from '@/components/promise-path/promise-path';
import { Screen } from '@/components/screen/screen';
import { useDraft } from '@/lib/drafts';
import { formatDate } from '@/lib/format';
import { goBack } from '@/lib/pages';
import { serverNowMs } from '@/lib/server-clock';
import { askForMessages } from '@/lib/subscribe';
import { useApiCommand } from '@/lib/use-api-command';
import { type PhotoDraft, usePhotoUploads } from '@/lib/use-photo-uploads';
import { ClaimHead } from './claim-head';
import { GiveBack } from './give-back';

interface DeliverFields {
  readonly note: string;
  readonly photos: readonly PhotoDraft[];
}

const EMPTY_DELIVERY: DeliverFields = { note: '', photos: [] };
const DAY_MS = 86_400_000;

/** A photo and a word for the other side; the photo stays hidden until it was checked. */
export function DeliverForm({ claim, rules, onDelivered }: { claim: ClaimView; rules: MeView['rules']; onDelivered: () => void }) {
  const draft = useDraft(`claim.deliver.${claim.claimId}`, EMPTY_DELIVERY);
  const command = useApiCommand('claim.deliver', { about: claim.claimId, invalidates: ['wish.get', 'claim.mine', 'home.overview', 'points.mine'] });
  const photos = usePhotoUploads({ purpose: 'proof', max: LIMITS.photosPerProof, photos: draft.value.photos, change: (update) => draft.change((latest) => ({ photos: update(latest.photos) })) });

  const send = async (): Promise<void> => {
    await askForMessages(['deliveryConfirmed']);
    const output = await command.run({ wishId: claim.wishId, claimId: claim.claimId, note: draft.value.note, proofFileIds: photos.fileIds });
    if (output === null) return;
    draft.clear();
    onDelivered();
  };

  const nowMs = serverNowMs();
  return (
    <Screen title="送到了" bottom={<BottomBar failure={command.failure}><Button kind="green" busy={command.isBusy} busyText="正在告诉对方…" disabled={photos.fileIds.length === 0 || photos.isSending} reason={photos.isSending ? '照片还在传' : '先拍一张照片'} onClick={send}>送到了，告诉对方</Button></BottomBar>}>
      <ClaimHead claim={claim} title="送到了？" />
      <View className="u-mt5">
        <View className="u-h3">拍张照，看得见东西就行</View>
        <View className="u-sub u-mt1">别拍到人脸和门牌。照片要检查过才给对方看。</View>
        <View className="u-mt3"><PhotoPicker photos={photos.photos} max={LIMITS.photosPerProof} onAdd={() => void photos.add()} onRemove={photos.remove} onRetry={photos.retry} /></View>
      </View>
      <View className="u-mt4">
        <Field kind="textarea" label="带一句话（可不写）" value={draft.value.note} maxLength={LIMITS.noteCharacters} placeholder="比如：放在驿站货架第二层" error={command.fields.note} onChange={(note) => draft.change({ note })} />
      </View>
      {command.fields.proofFileIds !== undefined && <View className="u-sub u-accent u-mt2">{command.fields.proofFileIds}</View>}
      <View className="u-mt5">
        <PromisePath
          title="接下来"
          steps={[
            { title: '现在', note: '对方收到消息', state: 'done' },
            { title: `${formatDate(nowMs + rules.confirmDays * DAY_MS, nowMs)}前`, note: '对方说收到了', state: 'half' },
            { title: '办好以后', note: '积分记上', state: 'open' },
          ]}
          note="对方没顾上说，社工会去问，不用您催。"
        />
      </View>
      <View className="u-mt5"><GiveBack claim={claim} onGivenBack={() => void goBack()} /></View>
    </Screen>
  );
}
