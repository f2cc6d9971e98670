import { View } from '@tarojs/components';
import type { PointsView } from '@contract';
import { Ticket } from '@/components/ticket/ticket';
import { formatDate, formatRemaining } from '@/lib/format';

/** Points are valid to the end of the next calendar year; what ends this year stands first, with its day. */
export function Validity({ points, nowMs }: { points: PointsView; nowMs: number }) {
  const { endingThisYear } = points;
  const staying = points.points - (endingThisYear?.points ?? 0);
  return (
    <View className="u-stack">
      {endingThisYear !== null && endingThisYear.points > 0 && (
        <Ticket
          tone="hot"
          title={`${endingThisYear.points} 分`}
          note={`去年攒的，用到 ${formatDate(endingThisYear.atMs, nowMs)}`}
          right={<View className="u-sub u-bold u-accent">{formatRemaining(endingThisYear.atMs, nowMs)}</View>}
        />
      )}
      {staying > 0 && <Ticket title={`${staying} 分`} note={`今年攒的，用到 ${formatDate(points.validUntilMs, nowMs)}`} />}
    </View>
  );
}
