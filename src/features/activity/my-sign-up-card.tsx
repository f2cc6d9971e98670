import { View } from '@tarojs/components';
import type { MySignUpView } from '@contract';
import { Card } from '@/components/card/card';
import { PictureTile } from '@/components/picture-tile/picture-tile';
import { formatDay } from '@/lib/format';
import { pictureOf } from '@/lib/picture-of';
import { serverNowMs } from '@/lib/server-clock';
import { clockSpan, mySignUpText, whoComes } from './activity-words';
import { MineTag } from './shift-card';
import './activity.css';

/** A shift of mine on my schedule, with what comes next. */
export function MySignUpCard({ mine, onOpen }: { mine: MySignUpView; onOpen: () => void }) {
  const nowMs = serverNowMs();
  return (
    <Card onClick={onOpen}>
      <View className="u-row u-top u-gap3">
        <PictureTile drawing={pictureOf(mine.pictureKey)} size={60} />
        <View className="u-grow">
          <View className="u-h3">{mine.title}</View>
          <View className="u-mid u-ink2 u-mt1">{formatDay(mine.startsAtMs, nowMs)} {clockSpan(mine, nowMs)}</View>
          <View className="u-cap u-mt1 u-break">{mine.placeText}</View>
        </View>
        <MineTag state={mine.state} />
      </View>
      <View className="u-sub u-mt3">{mySignUpText(mine, nowMs)}</View>
      {mine.companions.length > 0 && <View className="u-cap u-mt1">一起的：{whoComes(mine.isSelf, mine.companions)}</View>}
    </Card>
  );
}
