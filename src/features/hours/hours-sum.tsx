import { View } from '@tarojs/components';
import type { ServiceHoursView } from '@contract';
import { aria } from '@/lib/aria';
import { formatMinutes } from '@/lib/format';
import { sumParts } from './hours-words';
import './hours.css';

/** 一共 12 小时 30 分: all that ever counted, and what of it was this year. */
export function HoursSum({ hours }: { hours: Pick<ServiceHoursView, 'totalMinutes' | 'yearMinutes' | 'year'> }) {
  const parts = sumParts(hours.totalMinutes);
  return (
    <View className="u-mt2" {...aria({ role: 'img', label: `一共 ${formatMinutes(hours.totalMinutes)}` })}>
      <View className="u-sub">一共</View>
      <View className="hrs-sum">
        {parts.hours > 0 && <View className="hrs-part"><View className="u-figure">{parts.hours}</View><View className="hrs-unit">小时</View></View>}
        {(parts.minutes > 0 || parts.hours === 0) && <View className="hrs-part"><View className="u-figure">{parts.minutes}</View><View className="hrs-unit">{parts.hours > 0 ? '分' : '分钟'}</View></View>}
      </View>
      {hours.totalMinutes > 0 && <View className="u-sub">{hours.year} 年 {formatMinutes(hours.yearMinutes)}</View>}
    </View>
  );
}
