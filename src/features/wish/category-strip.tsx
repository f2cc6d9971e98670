import { View } from '@tarojs/components';
import { WISH_CATEGORIES, WISH_CATEGORY_LABEL, type WishCategory } from '@contract';
import { ChipRow } from '@/components/chip-row/chip-row';
import { Drawing } from '@/components/drawing/drawing';
import { aria } from '@/lib/aria';
import { pictureOfCategory } from '@/lib/picture-of';
import './wall.css';

/** Categories as drawings in one line; the chosen one wears a persimmon ring. */
export function CategoryStrip({ category, onChange }: { category: WishCategory | null; onChange: (category: WishCategory | null) => void }) {
  const entries = [{ key: null, label: '全部', drawing: 'hand' as const }, ...WISH_CATEGORIES.map((key) => ({ key, label: WISH_CATEGORY_LABEL[key], drawing: pictureOfCategory(key) }))];
  return (
    <ChipRow edge>
      {entries.map((entry) => (
        <View
          key={entry.label}
          className={`wall-category ${entry.key === category ? 'wall-category-on' : ''}`}
          {...aria({ role: 'radio', label: entry.label, checked: entry.key === category })}
          onClick={() => onChange(entry.key)}
        >
          <View className="wall-category-picture"><Drawing name={entry.drawing} size={36} /></View>
          <View className="wall-category-label">{entry.label}</View>
        </View>
      ))}
    </ChipRow>
  );
}
