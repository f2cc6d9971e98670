import { View } from '@tarojs/components';
import { Drawing } from '@/components/drawing/drawing';
import { Icon } from '@/components/icon/icon';
import { aria } from '@/lib/aria';
import { useApiQuery } from '@/lib/use-api';
import './points.css';

/** The balance as a door to the points page; a failed read leaves the door open and the figure out. */
export function PointsDoor({ onOpen }: { onOpen: () => void }) {
  const { data } = useApiQuery('points.mine', {});
  return (
    <View className="pts-door" {...aria({ role: 'button', label: data === undefined ? '我的积分' : `我的积分，现在有 ${data.points} 分` })} onClick={onOpen}>
      <View className="u-grow">
        <View className="u-sub">我的积分</View>
        <View className="pts-door-line">
          <View className="u-number">{data?.points ?? '–'}</View>
          <View className="u-mid">分</View>
          {data !== undefined && data.pendingPoints > 0 && <View className="u-sub u-green">另有 {data.pendingPoints} 分待确认</View>}
        </View>
      </View>
      <Drawing name="branch" size={104} className="pts-door-branch" />
      <Icon name="right" size={18} color="var(--ink-3)" />
    </View>
  );
}
