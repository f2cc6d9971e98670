import { View } from '@tarojs/components';
import { aria } from '@/lib/aria';
import './rate-row.css';

export interface RateRowProps {
  label: string;
  /** 0 to 5; 0 is not yet said. */
  value: number;
  onChange: (value: number) => void;
}

const STARS = [1, 2, 3, 4, 5] as const;

/** One thing rated from one to five; a tap on the only star again takes it back. */
export function RateRow({ label, value, onChange }: RateRowProps) {
  return (
    <View className="ly-rate">
      <View className="ly-rate-label">{label}</View>
      <View className="ly-rate-stars">
        {STARS.map((star) => (
          <View
            key={star}
            className="ly-rate-target"
            onClick={() => onChange(star === 1 && value === 1 ? 0 : star)}
            {...aria({ role: 'radio', label: `${label} ${star} 分，满分 5 分`, checked: value === star })}
          >
            <View className={`star ${star <= value ? 'star-on' : 'star-off'}`} />
          </View>
        ))}
      </View>
    </View>
  );
}
