import { useMemo } from 'react';
import { Image, View } from '@tarojs/components';
import type { PointsView } from '@contract';
import { aria } from '@/lib/aria';
import { TREND_HEIGHT, TREND_WIDTH, trendPicture, trendPoints } from './trend-picture';
import './points.css';

/** Place inside the picture as a share of its side, so that words follow it at any width. */
const percent = (part: number, whole: number): string => `${((part / whole) * 100).toFixed(2)}%`;

/** Balance at the end of each of the last six months, as a picture with its figures as words above it. */
export function PointsTrend({ trend }: { trend: PointsView['trend'] }) {
  const points = useMemo(() => trendPoints(trend), [trend]);
  const picture = useMemo(() => trendPicture(points), [points]);
  const spoken = points.map((point) => `${point.monthText} ${point.points} 分`).join('，');
  return (
    <View className="pts-trend" {...aria({ role: 'img', label: `半年来的积分：${spoken}` })}>
      <View className="pts-trend-field">
        <Image className="pts-trend-picture" src={picture} mode="scaleToFill" />
        {points.map((point, index) => (
          <View
            key={point.monthText}
            className={`pts-trend-figure ${index === points.length - 1 ? 'pts-trend-now' : ''}`}
            style={{ left: percent(point.x, TREND_WIDTH), top: percent(point.y, TREND_HEIGHT) }}
          >
            {point.points}
          </View>
        ))}
      </View>
      <View className="pts-trend-months">
        {points.map((point, index) => (
          <View
            key={point.monthText}
            className={`pts-trend-month ${index === points.length - 1 ? 'pts-trend-month-now' : ''}`}
            style={{ left: percent(point.x, TREND_WIDTH) }}
          >
            {point.monthText}
          </View>
        ))}
      </View>
    </View>
  );
}
