import { Image, View } from '@tarojs/components';
import { svgUri } from '@/drawings';
import { aria } from '@/lib/aria';
import { useLargeType } from '@/lib/settings';
import { nameAtPercent, TREND_WIDTH, trendSvg } from './trend-svg';
import type { TrendPoint } from './trend-svg';
import './trend-chart.css';

export interface TrendChartProps {
  /** Oldest first; two to seven. */
  points: readonly TrendPoint[];
  /** The same in a sentence, for screen readers. */
  summary: string;
  height?: number;
}

/** Numbers over months as a drawn line; no chart library is needed for six points. */
export function TrendChart({ points, summary, height = 170 }: TrendChartProps) {
  const large = useLargeType();
  if (points.length < 2) return null;
  return (
    <View className="ly-trend" style={{ paddingTop: `${(height / TREND_WIDTH) * 100}%` }} {...aria({ role: 'img', label: summary })}>
      <Image className="ly-trend-image" src={svgUri(trendSvg(points, height, large))} mode="scaleToFill" />
      {points.map(({ label }, index) => (
        <View key={label} className={`ly-trend-name ${index === points.length - 1 ? 'ly-trend-last' : ''}`} style={{ left: `${nameAtPercent(index, points.length)}%` }}>{label}</View>
      ))}
    </View>
  );
}
