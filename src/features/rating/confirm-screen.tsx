import { View } from '@tarojs/components';
import { DISPUTE_NOTE_CHARACTERS, type IncomingClaimView, type WishDetailView } from '@contract';
import { BigAnswer } from '@/components/big-answer/big-answer';
import { BottomBar } from '@/components/bottom-bar/bottom-bar';
import { Button } from '@/components/button/button';
import { Field } from '@/components/field/field';
import { Notice } from '@/components/notice/notice';
import { PhotoGrid } from '@/components/photo-grid/photo-grid';
import { PictureTile } from '@/components/picture-tile/picture-tile';
import { Screen } from '@/components/screen/screen';
import { callPhone } from '@/lib/call-phone';
import { formatMoment } from '@/lib/format';
import { openPage } from '@/lib/pages';
import { pictureOf } from '@/lib/picture-of';
import { serverNowMs } from '@/lib/server-clock';
import { ConfirmEndScreen } from './confirm-end';
import { type ConfirmWords, confirmWords } from './confirm-words';
import { RatingFields } from './rating-fields';
import { type ConfirmAct, useConfirm } from './use-confirm';

/** Did it arrive? One screen: two large answers, one question after yes, the social worker after no. */
export function ConfirmScreen({ wish, claim }: { wish: WishDetailView; claim: IncomingClaimView }) {
  const act = useConfirm(wish, claim);
  const words = confirmWords(wish.category);
  if (act.end !== null) return <ConfirmEndScreen end={act.end} words={words} isMine={wish.isMine} about={{ wishId: wish.wishId, claimId: claim.claimId }} />;
  return (
    <Screen title="" bottom={act.answer === null ? undefined : <BottomBar failure={act.failure}><ConfirmButton act={act} canConfirm={claim.canConfirm} isMine={wish.isMine} words={words} /></BottomBar>}>
      <ConfirmHead wish={wish} claim={claim} words={words} />
      {claim.canConfirm && (
        <View className="u-mt5">
          <BigAnswer
            options={[{ value: 'yes', title: words.yes, isLikely: true }, { value: 'no', title: '还没有' }]}
            value={act.answer}
            onChange={act.choose}
          />
        </View>
      )}
      {act.answer === 'yes' && wish.isMine && <View className="u-mt6"><RatingFields form={act.form} photos={act.photos} voice={act.voice} wordsError={act.failure?.fields.words} change={act.change} /></View>}
      {act.answer === 'no' && <NotYet act={act} dutyPhone={wish.dutyPhone} />}
      <SafetyDoor about={{ wishId: wish.wishId, claimId: claim.claimId }} />
    </Screen>
  );
}

/** No score: it goes to staff at once, and whoever helped never has it. */
function SafetyDoor({ about }: { about: { readonly wishId: string; readonly claimId: string } }) {
  return <View className="u-center u-mt4"><Button kind="text" size="small" icon="shield" onClick={() => void openPage('safety', about)}>有安全问题，直接告诉社区</Button></View>;
}

function ConfirmButton({ act, canConfirm, isMine, words }: { act: ConfirmAct; canConfirm: boolean; isMine: boolean; words: ConfirmWords }) {
  if (act.answer === 'no') return <Button busy={act.isBusy} busyText="正在告诉社工…" onClick={act.send}>请社工问一声</Button>;
  const isAnswered = act.form.satisfaction !== null;
  const why = isMine && isAnswered ? act.waitText : !canConfirm && !isAnswered ? '先点一个：满意、一般、不满意' : '';
  return (
    <Button kind="green" busy={act.isBusy} busyText={words.busy} disabled={why !== ''} reason={why} onClick={act.send}>
      {isMine && !isAnswered ? '先这样，感受以后再说' : '好了，就这样'}
    </Button>
  );
}

function ConfirmHead({ wish, claim, words }: { wish: WishDetailView; claim: IncomingClaimView; words: ConfirmWords }) {
  const when = claim.deliveredAtMs === null ? '' : formatMoment(claim.deliveredAtMs, serverNowMs());
  const urls = claim.proofPhotos.flatMap((photo) => (photo.url === null ? [] : [photo.url]));
  return (
    <View>
      <View className="u-row u-gap4">
        <PictureTile drawing={pictureOf(wish.pictureKey)} size={80} />
        <View className="u-grow">
          <View className="u-display">{claim.canConfirm ? words.question : '说一句感受'}</View>
          <View className="u-sub u-mt1">{wish.title}</View>
          <View className="u-cap">{claim.giverName}{when === '' ? '' : ` ${when} 办的`}</View>
        </View>
      </View>
      {claim.proofNote !== '' && <View className="u-body u-mt4">“{claim.proofNote}”</View>}
      {urls.length > 0 && <View className="u-mt3"><PhotoGrid urls={urls} /></View>}
    </View>
  );
}

function NotYet({ act, dutyPhone }: { act: ConfirmAct; dutyPhone: string }) {
  return (
    <View className="u-mt6">
      <Notice tone="warn" title="别急，社工来问清楚">社工会先问送的人，再打电话给您。不会怪谁，弄明白就好。</Notice>
      <View className="u-mt4">
        <Field kind="textarea" label="想补一句吗（可不写）" value={act.note} maxLength={DISPUTE_NOTE_CHARACTERS} placeholder="比如：驿站说没看到" error={act.failure?.fields.note} onChange={act.setNote} />
      </View>
      <View className="u-mt3"><Button kind="secondary" icon="phone" onClick={() => callPhone(dutyPhone)}>等不及，现在打 {dutyPhone}</Button></View>
    </View>
  );
}
