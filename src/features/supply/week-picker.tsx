import { View } from '@tarojs/components';
import { Chip } from '@/components/chip/chip';
import { ChipWrap } from '@/components/chip-row/chip-row';
import { FieldFrame } from '@/components/field/field-frame';
import { aria } from '@/lib/aria';
import { DAY_PARTS, DAYS, hasSlot, isWholeDay, SLOT_PRESETS, toggleDay, toggleSlot } from './week-slots';
import './supply.css';

interface WeekPickerProps {
  /** Bits of a week, as in the contract. */
  readonly slots: number;
  readonly error?: string | undefined;
  readonly onChange: (slots: number) => void;
}

/** Seven days by morning, afternoon and evening: a tap on a time, on a day for all of it, or on what people mostly say. */
export function WeekPicker({ slots, error, onChange }: WeekPickerProps) {
  return (
    <FieldFrame label="什么时候方便" hint="点一下选上，再点取消" error={error}>
      <ChipWrap>{SLOT_PRESETS.map((preset) => <Chip key={preset.label} on={slots === preset.slots} onClick={() => onChange(slots === preset.slots ? 0 : preset.slots)}>{preset.label}</Chip>)}</ChipWrap>
      <View className="sup-week u-mt3">
        {DAYS.map(({ label, day }) => (
          <View key={label} className="sup-day">
            <View className={`sup-day-name ${isWholeDay(slots, day) ? 'u-bold u-accent' : ''}`} onClick={() => onChange(toggleDay(slots, day))} {...aria({ role: 'button', label: `${label}全天` })}>{label}</View>
            {DAY_PARTS.map(({ label: partLabel, part }) => {
              const on = hasSlot(slots, day, part);
              return <View key={partLabel} className={`sup-slot ${on ? 'sup-slot-on' : ''}`} onClick={() => onChange(toggleSlot(slots, day, part))} {...aria({ role: 'checkbox', label: `${label}${partLabel}`, checked: on })}>{on ? '✓ ' : ''}{partLabel}</View>;
            })}
          </View>
        ))}
      </View>
    </FieldFrame>
  );
}
