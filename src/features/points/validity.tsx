import { View } from '@tarojs/components';
import type { PointsView } from '@contract';
import { formatDate, formatRemaining } from '@/lib/format';
import './points.css';

/** Points are valid to the end of the next calendar year; what ends this year stands first, with its day. */
export function Validity({ points, nowMs }: { points: PointsView; nowMs: number }) {
  const { endingThisYear } = points;
  const staying = points.points - (endingThisYear?.points ?? 0);
  return (
    <View className="pts-year">
      {endingThisYear !== null && endingThisYear.points > 0 && (
        <View className="pts-ticket pts-ticket-hot">
          <View className="pts-ticket-figure">{endingThisYear.points}<View className="pts-ticket-unit">分</View></View>
          <View className="u-sub u-bold u-accent">{formatDate(endingThisYear.atMs, nowMs)}到期</View>
          <View className="u-cap">{formatRemaining(endingThisYear.atMs, nowMs)}</View>
        </View>
      )}
      <View className="pts-ticket">
        <View className="pts-ticket-figure">{staying}<View className="pts-ticket-unit">分</View></View>
        <View className="u-sub u-bold u-ink">用到 {formatDate(points.validUntilMs, nowMs)}</View>
        <View className="u-cap">今年攒的，明年年底前都有效</View>
      </View>
    </View>
  );
}
