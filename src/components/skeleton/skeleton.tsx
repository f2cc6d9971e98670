import { View } from '@tarojs/components';
import { aria } from '@/lib/aria';
import './skeleton.css';

export interface SkeletonBlockProps {
  /** CSS length. */
  width?: string;
  height?: string;
  round?: boolean;
}

/** One sunk shape where words will stand. */
export function SkeletonBlock({ width = '100%', height = '18px', round = false }: SkeletonBlockProps) {
  return <View className={`ly-bone ${round ? 'ly-bone-round' : ''}`} style={{ width, height }} />;
}

function WishBones() {
  return (
    <View className="ly-bone-card">
      <View className="u-row u-top u-gap3">
        <View className="ly-bone ly-bone-tile" />
        <View className="u-grow u-stack">
          <SkeletonBlock width="92%" />
          <SkeletonBlock width="60%" />
        </View>
      </View>
      <View className="ly-bone-dots">
        {[0, 1, 2, 3].map((index) => <View key={index} className="ly-bone ly-bone-dot" />)}
      </View>
      <SkeletonBlock height="14px" />
    </View>
  );
}

function RowBones() {
  return (
    <View className="ly-bone-card u-row u-gap3">
      <View className="ly-bone ly-bone-avatar" />
      <View className="u-grow u-stack">
        <SkeletonBlock width="70%" height="16px" />
        <SkeletonBlock width="45%" height="13px" />
      </View>
    </View>
  );
}

/** The list before it has come: as many empty cards as will about fill the screen. */
export function SkeletonList({ count = 3, kind = 'wish' }: { count?: number; kind?: 'wish' | 'row' }) {
  return (
    <View className="u-stack" {...aria({ label: '正在取来' })}>
      {Array.from({ length: count }, (_, index) => (kind === 'wish' ? <WishBones key={index} /> : <RowBones key={index} />))}
    </View>
  );
}

/** A page about one thing before it has come. */
export function SkeletonDetail() {
  return (
    <View className="u-stack" {...aria({ label: '正在取来' })}>
      <SkeletonBlock height="180px" round />
      <SkeletonBlock width="86%" height="26px" />
      <SkeletonBlock width="52%" />
      <View className="ly-bone-card u-stack">
        <SkeletonBlock height="28px" />
        <SkeletonBlock width="64%" height="14px" />
      </View>
      <SkeletonBlock />
      <SkeletonBlock />
      <SkeletonBlock width="74%" />
    </View>
  );
}
