import { View } from '@tarojs/components';
import type { SpendingRowView } from '@contract';
import { Tag } from '@/components/tag/tag';
import { aria } from '@/lib/aria';
import { formatDate, formatMoney } from '@/lib/format';
import { spendingTag } from './spending-words';
import './spending.css';

export interface SpendingListProps {
  readonly rows: readonly SpendingRowView[];
  readonly nowMs: number;
  /** Says of which project each is; left out on the project's own page. */
  readonly withHost?: boolean;
  readonly onOpen: (spendingId: string) => void;
}

/** Spendings one below the other: what for, how much, how it stands. */
export function SpendingList({ rows, nowMs, withHost = false, onOpen }: SpendingListProps) {
  return (
    <View className="sp-list">
      {rows.map((row) => {
        const tag = spendingTag(row);
        return (
          <View key={row.spendingId} className="sp-row" hoverClass="sp-row-down" onClick={() => onOpen(row.spendingId)} {...aria({ role: 'button', label: `${row.useLabel}，${formatMoney(row.amountFen)}，${tag.text}` })}>
            <View className="u-grow">
              <View className="u-mid u-bold u-break">{row.useLabel}</View>
              <View className="u-cap u-break">{[withHost ? row.hostTitle : '', formatDate(row.filedAtMs, nowMs), row.waitsText].filter((words) => words !== '').join(' · ')}</View>
            </View>
            <View className="sp-row-sum">
              <View className="u-mid u-strong">{formatMoney(row.amountFen)}</View>
              <Tag tone={tag.tone}>{tag.text}</Tag>
            </View>
          </View>
        );
      })}
    </View>
  );
}
