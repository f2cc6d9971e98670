import { View } from '@tarojs/components';
import { Icon } from '@/components/icon/icon';
import type { IconName } from '@/drawings';
import './lane-badge.css';

export type LaneName = 'linked' | 'mutual' | 'directed';

/** Three lanes that are never mixed: each has its words, its picture and its colour. */
const LOOKS: Readonly<Record<LaneName, readonly [words: string, icon: IconName]>> = {
  linked: ['公开募捐', 'share'],
  mutual: ['社区互助', 'users'],
  directed: ['定向赠与', 'wish'],
};

/** Which of the three lanes a page belongs to. */
export function LaneBadge({ lane }: { lane: LaneName }) {
  const [words, icon] = LOOKS[lane];
  return (
    <View className={`ly-lane ly-lane-${lane}`}>
      <Icon name={icon} size={16} />
      <View>{words}</View>
    </View>
  );
}
