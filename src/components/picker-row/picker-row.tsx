import { Picker, View } from '@tarojs/components';
import { Icon } from '@/components/icon/icon';
import { FieldFrame } from '@/components/field/field-frame';
import './picker-row.css';

interface FaceProps {
  text: string;
  placeholder: string;
}

function PickerFace({ text, placeholder }: FaceProps) {
  return (
    <View className="ly-pick-face">
      <View className={`u-grow ${text === '' ? 'u-ink3' : ''}`}>{text === '' ? placeholder : text}</View>
      <Icon name="down" size={18} className="u-ink3" />
    </View>
  );
}

export interface PickerRowProps {
  label: string;
  options: readonly string[];
  /** -1 while nothing is chosen. */
  index: number;
  placeholder?: string;
  error?: string;
  disabled?: boolean;
  onPick: (index: number) => void;
}

/** One of several, chosen on WeChat's own wheel. */
export function PickerRow({ label, options, index, placeholder = '请选一个', error, disabled = false, onPick }: PickerRowProps) {
  return (
    <FieldFrame label={label} error={error}>
      <Picker mode="selector" range={[...options]} value={Math.max(index, 0)} disabled={disabled} onChange={(event) => onPick(Number(event.detail.value))}>
        <PickerFace text={options[index] ?? ''} placeholder={placeholder} />
      </Picker>
    </FieldFrame>
  );
}

export interface DateRowProps {
  label: string;
  /** YYYY-MM-DD, or empty. */
  value: string;
  start?: string;
  end?: string;
  placeholder?: string;
  error?: string;
  /** How the chosen day is told; by default 12 月 4 日. */
  text?: string;
  onPick: (day: string) => void;
}

/** 2026-12-04 is told as 12 月 4 日; what is no date stays as it is. */
function dayWords(value: string): string {
  const [, month, day] = /^\d{4}-(\d{2})-(\d{2})$/.exec(value) ?? [];
  return month === undefined || day === undefined ? value : `${Number(month)} 月 ${Number(day)} 日`;
}

/** A day, chosen on WeChat's own wheel. */
export function DateRow({ label, value, start, end, placeholder = '请选一天', error, text, onPick }: DateRowProps) {
  return (
    <FieldFrame label={label} error={error}>
      <Picker mode="date" value={value} start={start ?? ''} end={end ?? ''} onChange={(event) => onPick(String(event.detail.value))}>
        <PickerFace text={text ?? dayWords(value)} placeholder={placeholder} />
      </Picker>
    </FieldFrame>
  );
}

interface TimeRowProps {
  readonly label: string;
  /** HH:mm, or empty. */
  readonly value: string;
  readonly placeholder?: string;
  readonly error?: string | undefined;
  readonly onPick: (clock: string) => void;
}

/** A time of day to the minute, chosen on WeChat's own wheel. */
export function TimeRow({ label, value, placeholder = '几点', error, onPick }: TimeRowProps) {
  return (
    <FieldFrame label={label} error={error}>
      <Picker mode="time" value={value} onChange={(event) => onPick(String(event.detail.value))}>
        <PickerFace text={value.replace(/^0(?=\d:)/, '')} placeholder={placeholder} />
      </Picker>
    </FieldFrame>
  );
}
