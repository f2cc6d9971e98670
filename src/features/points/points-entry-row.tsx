import { View } from '@tarojs/components';
import type { PointsEntryView } from '@contract';
import { formatDate } from '@/lib/format';
import { entryStateText, entryTone, signedPoints } from './points-words';
import './points.css';

/** One line of the ledger: what it was for, when, what became of it, and the figure. */
export function PointsEntryRow({ entry, nowMs }: { entry: PointsEntryView; nowMs: number }) {
  const formatDay = (atMs: number): string => formatDate(atMs, nowMs);
  return (
    <View className="pts-row">
      <View className="u-grow">
        <View className="u-mid">{entry.causeText}</View>
        <View className="u-cap">
          {formatDay(entry.atMs)} · {entryStateText(entry, formatDay)}
        </View>
      </View>
      <View className={`pts-amount pts-${entryTone(entry)}`}>{signedPoints(entry.points)}</View>
    </View>
  );
}
