import { View } from '@tarojs/components';
import { LIMITS } from '@contract';
import { Chip } from '@/components/chip/chip';
import { ChipWrap } from '@/components/chip-row/chip-row';
import { Field } from '@/components/field/field';
import { DateRow, PickerRow } from '@/components/picker-row/picker-row';
import { Stepper } from '@/components/stepper/stepper';
import { END_MINUTES, MINUTES, minuteText, type ShiftForm } from './shift-form';
import './activity.css';

const DAY_MS = 86_400_000;
const isoOf = (dayNumber: number): string => new Date(dayNumber * DAY_MS).toISOString().slice(0, 10);
const dayOf = (iso: string): number => Date.parse(`${iso}T00:00:00Z`) / DAY_MS;
const REPEATS = [['once', '就一次'], ['weekly', '每周'], ['daily', '每天']] as const;

interface ShiftFieldsProps {
  readonly value: ShiftForm;
  /** A standing shift is changed by itself, it does not repeat. */
  readonly isStanding?: boolean;
  readonly onChange: (patch: Partial<ShiftForm>) => void;
}

/** When, where, how many, who leads. */
export function ShiftFields({ value, isStanding = false, onChange }: ShiftFieldsProps) {
  const starts = withChosen(MINUTES, value.fromMinute);
  const ends = withChosen(END_MINUTES, value.toMinute);
  return (
    <View className="u-stack">
      <DateRow label={value.repeat === 'once' ? '哪天' : '从哪天起'} value={isoOf(value.day)} onPick={(iso) => onChange({ day: dayOf(iso) })} />
      <View className="act-two">
        <View className="u-grow"><PickerRow label="几点开始" options={starts.map(minuteText)} index={starts.indexOf(value.fromMinute)} onPick={(index) => onChange({ fromMinute: starts[index] ?? value.fromMinute })} /></View>
        <View className="u-grow"><PickerRow label="几点结束" options={ends.map(minuteText)} index={ends.indexOf(value.toMinute)} onPick={(index) => onChange({ toMinute: ends[index] ?? value.toMinute })} /></View>
      </View>
      {!isStanding && <ChipWrap>{REPEATS.map(([repeat, label]) => <Chip key={repeat} on={value.repeat === repeat} onClick={() => onChange({ repeat })}>{label}</Chip>)}</ChipWrap>}
      {!isStanding && value.repeat !== 'once' && <View className="u-row u-between"><View className="u-mid">一共几次</View><Stepper label="一共几次" value={value.times} min={2} max={LIMITS.shiftsPerAdd} unit="次" onChange={(times) => onChange({ times })} /></View>}
      <Field label="在哪儿集合" value={value.placeText} placeholder="比如：青枫驿站门口" maxLength={LIMITS.placeCharacters} showCount={false} onChange={(placeText) => onChange({ placeText })} />
      <View className="u-row u-between"><View className="u-mid">要几个人</View><Stepper label="要几个人" value={value.capacity} min={1} max={LIMITS.seatsPerShift} unit="人" onChange={(capacity) => onChange({ capacity })} /></View>
      <Field label="领队的编号" hint={isStanding ? '不换领队就空着' : '您自己带就空着'} value={value.leadCode} placeholder="8 位，在 TA 的“我的”里" maxLength={8} showCount={false} onChange={(code) => onChange({ leadCode: code.replace(/\s/g, '').toUpperCase() })} />
    </View>
  );
}

/** A time that was set elsewhere, at 9:10 say, stays choosable. */
const withChosen = (minutes: readonly number[], chosen: number): readonly number[] => (minutes.includes(chosen) ? minutes : [...minutes, chosen].sort((a, b) => a - b));
