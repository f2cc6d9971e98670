import { View } from '@tarojs/components';
import type { OnTime } from './on-time';
import './merchant.css';

export interface RecordStripProps {
  onTime: OnTime;
  /** Only the latest page was counted. */
  isRecentOnly: boolean;
  openCount: string;
}

/** The shop's record as plain counts: no letters, no percentages, nothing to compare with others. */
export function RecordStrip({ onTime, isRecentOnly, openCount }: RecordStripProps) {
  const fraction = onTime.total === 0 ? '–' : `${onTime.onTime} / ${onTime.total}`;
  const label = onTime.total === 0 ? '送到以后记在这里' : `按时送到${isRecentOnly ? '（最近的）' : ''}`;
  return (
    <View className="mer-record">
      <View className="mer-record-cell">
        <View className="mer-record-figure">{fraction}</View>
        <View className="mer-record-label">{label}</View>
      </View>
      <View className="mer-record-cell">
        <View className="mer-record-figure">{openCount}</View>
        <View className="mer-record-label">份在办</View>
      </View>
    </View>
  );
}
