import { View } from '@tarojs/components';
import { ACTIVITY_KIND_LABEL, ACTIVITY_STATE_LABEL, type ActivityView } from '@contract';
import { Card } from '@/components/card/card';
import { PictureTile } from '@/components/picture-tile/picture-tile';
import { Tag } from '@/components/tag/tag';
import { formatDay } from '@/lib/format';
import { pictureOf } from '@/lib/picture-of';
import { serverNowMs } from '@/lib/server-clock';
import './activity.css';

/** An activity on its organiser's list, or waiting to be checked. */
export function ActivityCard({ activity, onOpen }: { activity: ActivityView; onOpen: () => void }) {
  const nowMs = serverNowMs();
  const shifts = activity.lastEndsAtMs === null ? '还没排班' : `${activity.shiftCount} 班，最后一班 ${formatDay(activity.lastEndsAtMs, nowMs)}`;
  return (
    <Card onClick={onOpen}>
      <View className="u-row u-top u-gap3">
        <PictureTile drawing={pictureOf(activity.pictureKey)} size={60} />
        <View className="u-grow">
          <View className="u-h3">{activity.title}</View>
          <View className="u-cap u-mt1">{ACTIVITY_KIND_LABEL[activity.kind]} · {activity.areaName}</View>
          <View className="u-cap">{shifts}</View>
        </View>
      </View>
      <View className="act-foot">
        <Tag tone={activity.state === 'published' ? 'green' : activity.state === 'submitted' ? 'ochre' : 'plain'}>{ACTIVITY_STATE_LABEL[activity.state]}</Tag>
        <View className="u-cap">{activity.drafterName} 起草</View>
      </View>
      {activity.note !== '' && <View className="u-sub u-mt2">{activity.state === 'cancelled' ? '取消的原因' : '社区请您补'}：{activity.note}</View>}
    </Card>
  );
}
