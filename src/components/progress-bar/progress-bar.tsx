import { View } from '@tarojs/components';
import { aria } from '@/lib/aria';
import './progress-bar.css';

export interface ProgressBarProps {
  value: number;
  max: number;
  /** Draws a tick at the least that is needed. */
  minimum?: number;
  /** What is measured, told to screen readers. */
  label: string;
}

const percentOf = (value: number, max: number): number => (max <= 0 ? 0 : Math.round(Math.min(Math.max(value / max, 0), 1) * 100));

/** A bar with, where there is one, the tick of its minimum. Words about it stand outside. */
export function ProgressBar({ value, max, minimum, label }: ProgressBarProps) {
  const percent = percentOf(value, max);
  return (
    <View className="ly-progress" {...aria({ role: 'progressbar', label: `${label}，百分之 ${percent}` })}>
      <View className="ly-progress-fill" style={{ width: `${percent}%` }} />
      {minimum !== undefined && <View className="ly-progress-tick" style={{ left: `${percentOf(minimum, max)}%` }} />}
    </View>
  );
}
