import { View } from '@tarojs/components';
import { type ClaimView, type HelpWords, helpWords, isThing, LIMITS, type MeView } from '@contract';
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
import { Stepper } from '@/components/stepper/stepper';
import { ClaimHead } from './claim-head';
import { ExtendClaim } from './extend-claim';
import { GiveBack } from './give-back';

interface DeliverFields {
  /** How many of the held shares came; null means all. */
  readonly shares: number | null;
  readonly note: string;
  readonly photos: readonly PhotoDraft[];
}

const EMPTY_DELIVERY: DeliverFields = { shares: null, note: '', photos: [] };
const DAY_MS = 86_400_000;

/** A photo and a word for the other side; the photo stays hidden until it was checked. */
export function DeliverForm({ claim, rules, onDelivered }: { claim: ClaimView; rules: MeView['rules']; onDelivered: () => void }) {
  const draft = useDraft(`claim.deliver.${claim.claimId}`, EMPTY_DELIVERY);
  const command = useApiCommand('claim.deliver', { about: claim.claimId, invalidates: ['wish.get', 'claim.mine', 'home.overview', 'points.mine'] });
  const photos = usePhotoUploads({ purpose: 'proof', max: LIMITS.photosPerProof, photos: draft.value.photos, change: (update) => draft.change((latest) => ({ photos: update(latest.photos) })) });

  const shares = Math.min(draft.value.shares ?? claim.shares, claim.shares);

  const send = async (): Promise<void> => {
    await askForMessages(['deliveryConfirmed']);
    const output = await command.run({ wishId: claim.wishId, claimId: claim.claimId, note: draft.value.note, proofFileIds: photos.fileIds, shares: shares === claim.shares ? null : shares });
    if (output === null) return;
    draft.clear();
    onDelivered();
  };

  const nowMs = serverNowMs();
  const words = helpWords(claim);
  return (
    <Screen title={words.done} bottom={<BottomBar failure={command.failure}><Button kind="green" busy={command.isBusy} busyText="正在告诉对方…" disabled={photos.fileIds.length === 0 || photos.isSending} reason={photos.isSending ? '照片还在传' : '先拍一张照片'} onClick={send}>{shares < claim.shares ? `${words.did} ${shares} 份，告诉对方` : `${words.done}，告诉对方`}</Button></BottomBar>}>
      <ClaimHead claim={claim} title={`${words.done}？`} />
      {claim.shares > 1 && <DeliveredShares words={words} held={claim.shares} shares={shares} onChange={(chosen) => draft.change({ shares: chosen })} />}
      <View className="u-mt5">
        <View className="u-h3">拍张照，{isThing(words) ? '看得见东西就行' : '看得出办了什么就行'}</View>
        <View className="u-sub u-mt1">别拍到人脸和门牌。照片要检查过才给对方看。</View>
        <View className="u-mt3"><PhotoPicker photos={photos.photos} max={LIMITS.photosPerProof} onAdd={() => void photos.add()} onRemove={photos.remove} onRetry={photos.retry} /></View>
      </View>
      <View className="u-mt4">
        <Field kind="textarea" label="带一句话（可不写）" value={draft.value.note} maxLength={LIMITS.noteCharacters} placeholder={isThing(words) ? '比如：放在驿站货架第二层' : '比如：换了一只新的，试过了'} error={command.fields.note} onChange={(note) => draft.change({ note })} />
      </View>
      {command.fields.proofFileIds !== undefined && <View className="u-sub u-accent u-mt2">{command.fields.proofFileIds}</View>}
      <View className="u-mt5">
        <PromisePath
          title="接下来"
          steps={[
            { title: '现在', note: '对方收到消息', state: 'done' },
            { title: `${formatDate(nowMs + rules.confirmDays * DAY_MS, nowMs)}前`, note: `对方说${words.got}`, state: 'half' },
            { title: '办好以后', note: '积分记上', state: 'open' },
          ]}
          note="对方没顾上说，社工会去问，不用您催。"
        />
      </View>
      <View className="u-mt5"><ExtendClaim claim={claim} onExtended={() => void goBack()} /></View>
      <View><GiveBack claim={claim} onGivenBack={() => void goBack()} /></View>
    </Screen>
  );
}

/** Some today, the rest another day: the rest stays with the giver under the same dates. */
function DeliveredShares({ words, held, shares, onChange }: { words: HelpWords; held: number; shares: number; onChange: (shares: number) => void }) {
  return (
    <View className="u-mt4">
      <View className="u-row u-between u-gap3">
        <View className="u-grow">
          <View className="u-h3">这次{words.by}几份</View>
          <View className="u-cap u-mt1">{shares < held ? `还有 ${held - shares} 份留着，照约好的日子${words.go}` : isThing(words) ? '一次送齐' : '一次办完'}</View>
        </View>
        <Stepper label={`这次${words.by}几份`} value={shares} min={1} max={held} onChange={onChange} />
      </View>
    </View>
  );
}
