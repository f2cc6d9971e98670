import { View } from '@tarojs/components';
import { DateRow, TimeRow } from '@/components/picker-row/picker-row';
import { chinaDate, formatMinutes } from '@/lib/format';
import { isoDay, momentsOf, type TimesForm } from './times-form';
import './hours.css';

interface TimesFieldsProps {
  readonly value: TimesForm;
  /** So many days back may be chosen; null leaves the day as it is. */
  readonly daysBack: number | null;
  readonly nowMs: number;
  readonly onChange: (patch: Partial<TimesForm>) => void;
}

/** Which day, from when to when, to the minute, and how long that is. */
export function TimesFields({ value, daysBack, nowMs, onChange }: TimesFieldsProps) {
  const today = chinaDate(nowMs).dayNumber;
  const moments = momentsOf(value);
  const minutes = moments === null ? 0 : (moments.toMs - moments.fromMs) / 60_000;
  return (
    <View className="u-stack">
      {daysBack !== null && <DateRow label="哪天" value={value.day} start={isoDay(today - daysBack)} end={isoDay(today)} onPick={(day) => onChange({ day })} />}
      <View className="hrs-two">
        <View className="u-grow"><TimeRow label="几点到" value={value.from} onPick={(from) => onChange({ from })} /></View>
        <View className="u-grow"><TimeRow label="几点走" value={value.to} onPick={(to) => onChange({ to })} /></View>
      </View>
      {minutes > 0 && <View className="u-sub">{value.to < value.from ? '走的是第二天。' : ''}一共 {formatMinutes(minutes)}，路上的时间不算。</View>}
    </View>
  );
}
