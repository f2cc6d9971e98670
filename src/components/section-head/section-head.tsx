import { View } from '@tarojs/components';
import { Icon } from '@/components/icon/icon';
import { aria } from '@/lib/aria';
import './section-head.css';

export interface SectionHeadProps {
  title: string;
  /** Drawn in persimmon beside the title. */
  count?: number;
  /** Quiet words at the right when there is nothing to open. */
  note?: string;
  /** Words of the link at the right (全部 38). */
  more?: string;
  onMore?: () => void;
}

/** The head of a section, with air above it. */
export function SectionHead({ title, count, note, more, onMore }: SectionHeadProps) {
  return (
    <View className="ly-section">
      <View className="u-h2 ly-section-title">
        {title}
        {count !== undefined && <View className="ly-section-count">{count}</View>}
      </View>
      {note !== undefined && <View className="u-sub u-ink3">{note}</View>}
      {more !== undefined && (
        <View className="ly-section-more" onClick={onMore} {...aria({ role: 'link' })}>
          <View>{more}</View>
          <Icon name="right" size={15} />
        </View>
      )}
    </View>
  );
}
