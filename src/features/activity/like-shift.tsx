import { View } from '@tarojs/components';
import type { ShiftCardView } from '@contract';
import { Icon } from '@/components/icon/icon';
import { chinaDate } from '@/lib/format';
import { serverNowMs } from '@/lib/server-clock';
import { clockSpan, seatText, stripDay } from './activity-words';
import './activity.css';

/** What is like a full shift and has places: a door to it. */
export function LikeShift({ full, like, onOpen }: { full: Pick<ShiftCardView, 'activityId' | 'placeText'>; like: ShiftCardView; onOpen: () => void }) {
  const nowMs = serverNowMs();
  const isSame = like.activityId === full.activityId;
  const place = like.placeText === full.placeText ? '地方一样' : like.placeText;
  const clash = like.clashesWith.length === 0 ? '您那天没别的班' : `和您报的“${like.clashesWith[0]}”有重叠`;
  return (
    <View className="act-like" hoverClass="act-like-down" onClick={onOpen}>
      <View className="u-row u-gap2 u-bold"><Icon name="check" size={18} /><View>{isSame ? `${stripDay(like.startsAtMs, nowMs)}有一班一样的` : `“${like.title}”还有位子`}</View></View>
      <View className="u-row u-gap3 u-mt3">
        <View className="act-like-date"><View className="act-like-number">{chinaDate(like.startsAtMs).day}</View>{stripDay(like.startsAtMs, nowMs)}</View>
        <View className="u-grow">
          <View className="u-bold">{clockSpan(like, nowMs)}</View>
          <View className="u-cap">{place}，{clash}</View>
        </View>
        <View className="u-bold u-fixed">{seatText(like, nowMs)}</View>
      </View>
    </View>
  );
}
