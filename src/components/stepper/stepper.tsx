import { View } from '@tarojs/components';
import { Icon } from '@/components/icon/icon';
import { aria } from '@/lib/aria';
import './stepper.css';

export interface StepperProps {
  value: number;
  min: number;
  max: number;
  /** What is counted, told to screen readers. */
  label: string;
  /** Words after the number: 份. */
  unit?: string;
  /** How much one tap changes; 1 unless said. */
  by?: number;
  onChange: (value: number) => void;
}

/** Minus, number, plus: 46 px discs. The end of the range is told by a greyed sign, not by silence. */
export function Stepper({ value, min, max, label, unit, by = 1, onChange }: StepperProps) {
  const step = (sign: 1 | -1): void => {
    const next = Math.min(Math.max(value + sign * by, min), max);
    if (next !== value) onChange(next);
  };
  return (
    <View className="ly-stepper" {...aria({ label: `${label}，现在 ${value}` })}>
      <View className={`ly-stepper-sign ${value <= min ? 'ly-stepper-end' : ''}`} onClick={() => step(-1)} {...aria({ role: 'button', label: `减 ${by}`, disabled: value <= min })}>
        <Icon name="minus" size={22} />
      </View>
      <View className="ly-stepper-value">{value}{unit !== undefined && <View className="ly-stepper-unit">{unit}</View>}</View>
      <View className={`ly-stepper-sign ly-stepper-plus ${value >= max ? 'ly-stepper-end' : ''}`} onClick={() => step(1)} {...aria({ role: 'button', label: `加 ${by}`, disabled: value >= max })}>
        <Icon name="plus" size={22} />
      </View>
    </View>
  );
}
