import { View } from '@tarojs/components';
import { useState } from 'react';
import type { ShiftDetailView } from '@contract';
import { BottomBar } from '@/components/bottom-bar/bottom-bar';
import { Button } from '@/components/button/button';
import { Drawing } from '@/components/drawing/drawing';
import { PictureTile } from '@/components/picture-tile/picture-tile';
import { Screen } from '@/components/screen/screen';
import { formatDate } from '@/lib/format';
import { replacePage } from '@/lib/pages';
import { pictureOf } from '@/lib/picture-of';
import { serverNowMs } from '@/lib/server-clock';
import { useApiCommand } from '@/lib/use-api-command';
import { RatedNotice } from './rated-notice';
import { RatingFields } from './rating-fields';
import { useRatingDraft } from './use-rating-draft';

const STALE = ['shift.get', 'shift.mine', 'points.mine', 'rating.mine', 'home.overview'] as const;

/** How was it? One question about a shift one was at; the rest is folded. */
export function ShiftRatingScreen({ shift }: { shift: Pick<ShiftDetailView, 'shiftId' | 'title' | 'pictureKey' | 'organiserName' | 'startsAtMs'> }) {
  const said = useRatingDraft(shift.shiftId);
  const [ratingId, setRatingId] = useState<string | null>(null);
  const rate = useApiCommand('rating.rateShift', { about: shift.shiftId, invalidates: STALE });
  const send = async (): Promise<void> => {
    const input = said.input();
    const rated = input === null ? null : await rate.run({ shiftId: shift.shiftId, ...input });
    if (rated === null) return;
    said.clear();
    setRatingId(rated.ratingId);
  };
  if (ratingId !== null) return <ShiftRated ratingId={ratingId} />;
  const why = said.form.satisfaction === null ? '先点一个：满意、一般、不满意' : said.waitText;
  const bar = <BottomBar failure={rate.failure}><Button kind="green" busy={rate.isBusy} busyText="正在送去…" disabled={why !== ''} reason={why} onClick={send}>好了，就这样</Button></BottomBar>;
  return (
    <Screen title="" bottom={bar}>
      <View className="u-row u-gap4">
        <PictureTile drawing={pictureOf(shift.pictureKey)} size={80} />
        <View className="u-grow">
          <View className="u-display">这次怎么样？</View>
          <View className="u-sub u-mt1">{shift.title}</View>
          <View className="u-cap">{formatDate(shift.startsAtMs, serverNowMs())} · {shift.organiserName}</View>
        </View>
      </View>
      <View className="u-sub u-mt4">组织的人只看到大家合在一起的感受，看不到是谁说的。</View>
      <View className="u-mt5"><RatingFields about="shift" form={said.form} photos={said.photos} voice={said.voice} wordsError={rate.failure?.fields.words} change={said.change} /></View>
    </Screen>
  );
}

function ShiftRated({ ratingId }: { ratingId: string }) {
  return (
    <Screen title="" bottom={<BottomBar><Button onClick={() => replacePage('mySchedule')}>回我的班次</Button></BottomBar>}>
      <View className="u-row u-middle u-mt8"><Drawing name="branch" size={190} /></View>
      <View className="u-display u-center u-mt5">收到了，谢谢您</View>
      <View className="u-body u-ink2 u-center u-mt2">下次会办得更好。</View>
      <RatedNotice ratingId={ratingId} />
    </Screen>
  );
}
