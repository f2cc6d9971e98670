import { View } from '@tarojs/components';
import { Card } from '@/components/card/card';
import { aria } from '@/lib/aria';
import { formatMoney } from '@/lib/format';
import './use-bars.css';

export interface UseBar {
  readonly useKey: string;
  readonly label: string;
  /** What the budget says of it besides. */
  readonly plannedText?: string;
  readonly plannedFen: number;
  readonly spentFen: number;
}

const percentOf = (part: number, whole: number): number => (whole <= 0 ? 0 : Math.min(100, Math.max(0, (part / whole) * 100)));

const spentWords = (spentFen: number): string => (spentFen === 0 ? '还没花' : `花了 ${formatMoney(spentFen)}`);

/** What the money is for, as bars in the colour of its lane: as long as planned, filled as far as spent. */
export function UseBars({ uses, tone }: { uses: readonly UseBar[]; tone: 'green' | 'plum' }) {
  const longest = Math.max(...uses.map(({ plannedFen, spentFen }) => Math.max(plannedFen, spentFen)), 1);
  return (
    <Card>
      {uses.map(({ useKey, label, plannedText, plannedFen, spentFen }) => (
        <View key={useKey} className="ly-use" {...aria({ role: 'img', label: `${label}，打算 ${formatMoney(plannedFen)}，${spentWords(spentFen)}` })}>
          <View className="u-row u-between u-gap3"><View className="u-mid u-break">{label}</View><View className="u-mid u-bold u-nowrap">{formatMoney(plannedFen)}</View></View>
          {plannedText !== undefined && <View className="u-sub u-break">{plannedText}</View>}
          <View className={`ly-use-bar ly-use-${tone}`} style={{ width: `${Math.max(percentOf(Math.max(plannedFen, spentFen), longest), 4)}%` }}><View className="ly-use-spent" style={{ width: `${percentOf(spentFen, Math.max(plannedFen, spentFen))}%` }} /></View>
          <View className="u-cap u-mt1">{spentWords(spentFen)}</View>
        </View>
      ))}
    </Card>
  );
}
