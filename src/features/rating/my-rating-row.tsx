import { View } from '@tarojs/components';
import { useState } from 'react';
import { LIMITS, type MyRatingView, SATISFACTION_LABEL } from '@contract';
import { Button } from '@/components/button/button';
import { Card } from '@/components/card/card';
import { Field } from '@/components/field/field';
import { Notice } from '@/components/notice/notice';
import { PictureTile } from '@/components/picture-tile/picture-tile';
import { Tag } from '@/components/tag/tag';
import { callPhone } from '@/lib/call-phone';
import { useDraft } from '@/lib/drafts';
import { formatDate } from '@/lib/format';
import { pictureOf } from '@/lib/picture-of';
import { serverNowMs } from '@/lib/server-clock';
import { useApiCommand } from '@/lib/use-api-command';
import { RatingFiles } from './rating-media';
import { appealWord, pointWord } from './point-words';

/** One rating: what was said, whether there was a point and why, and what one may do about it. */
export function MyRatingRow({ rating }: { rating: MyRatingView }) {
  const nowMs = serverNowMs();
  const point = pointWord(rating, nowMs);
  return (
    <Card>
      <View className="u-row u-top u-gap3">
        <PictureTile drawing={pictureOf(rating.pictureKey)} size={56} />
        <View className="u-grow">
          <View className="u-h3 u-break">{rating.title}</View>
          <View className="u-cap u-mt1">{formatDate(rating.createdAtMs, nowMs)} · 您觉得{SATISFACTION_LABEL[rating.satisfaction]}</View>
          {rating.words !== '' && <View className="u-sub u-mt1 u-break">“{rating.words}”</View>}
        </View>
      </View>
      <RatingFiles media={rating.media} reader="rater" />
      <View className="u-mt3"><Tag tone={point.tone}>{point.text}</Tag></View>
      {rating.reasons.map((reason) => <View key={reason} className="u-row u-top u-gap2 u-sub u-mt1"><View>·</View><View className="u-grow u-break">{reason}</View></View>)}
      {rating.callBack !== null && <CallBackPart ratingId={rating.ratingId} callBack={rating.callBack} />}
      {rating.appeal !== null && <View className="u-mt3"><Notice tone={rating.appeal.state === 'granted' ? 'good' : 'info'}>{appealWord(rating.appeal, nowMs)}</Notice></View>}
      {rating.appealUntilMs !== null && <AppealPart ratingId={rating.ratingId} untilMs={rating.appealUntilMs} />}
    </Card>
  );
}

const INVALIDATES = ['rating.mine', 'home.overview'] as const;

/** Staff want to call: a number for this one call, or one calls them. */
function CallBackPart({ ratingId, callBack }: { ratingId: string; callBack: NonNullable<MyRatingView['callBack']> }) {
  const [phone, setPhone] = useState('');
  const leave = useApiCommand('rating.leaveNumber', { about: ratingId, invalidates: INVALIDATES, onDone: () => setPhone('') });
  return (
    <View className="u-mt3">
      <Notice tone="info" title="社区想打个电话问问">随机抽到的，一两分钟，{formatDate(callBack.untilMs, serverNowMs())}前。不打也不扣分。</Notice>
      {callBack.hasNumber && <View className="u-sub u-mt2">电话留好了，打完就删。</View>}
      {!callBack.hasNumber && (
        <View className="u-mt3">
          <Field label="留个电话，只给这一次回访用" inputType="number" value={phone} maxLength={12} placeholder="打完就删" error={leave.fields.phone ?? leave.failure?.message} onChange={(value) => { leave.clear(); setPhone(value); }} />
          <View className="u-row u-wrap u-gap2 u-mt2">
            <Button kind="tint" size="small" disabled={phone === ''} busy={leave.isBusy} onClick={() => leave.run({ ratingId, phone })}>留这个电话</Button>
            {callBack.dutyPhone !== '' && <Button kind="text" size="small" icon="phone" onClick={() => callPhone(callBack.dutyPhone)}>我打给社区</Button>}
          </View>
        </View>
      )}
    </View>
  );
}

const EMPTY = { words: '' };

/** Folded until somebody wants it; one sentence, once. */
function AppealPart({ ratingId, untilMs }: { ratingId: string; untilMs: number }) {
  const [isOpen, setOpen] = useState(false);
  const draft = useDraft(`appeal.${ratingId}`, EMPTY);
  const appeal = useApiCommand('rating.appeal', { about: ratingId, invalidates: INVALIDATES, onDone: draft.clear });
  if (!isOpen) return <View className="u-mt3"><Button kind="secondary" size="small" block={false} onClick={() => setOpen(true)}>觉得不对，请社区再看看</Button></View>;
  const isEmpty = draft.value.words.trim() === '';
  return (
    <View className="u-mt3">
      <Field kind="textarea" label="说一句为什么" value={draft.value.words} maxLength={LIMITS.appealCharacters} placeholder="比如：我打字慢，话是孩子帮着写的" error={appeal.fields.words ?? appeal.failure?.message} onChange={(words) => { appeal.clear(); draft.change({ words }); }} />
      <View className="u-cap u-mt1">只能申诉一次，{formatDate(untilMs, serverNowMs())}前都可以。由另一位工作人员来看。</View>
      <View className="u-mt2"><Button kind="tint" size="small" block={false} busy={appeal.isBusy} disabled={isEmpty} reason="先写一句" onClick={() => appeal.run({ ratingId, words: draft.value.words })}>请社区再看看</Button></View>
    </View>
  );
}
