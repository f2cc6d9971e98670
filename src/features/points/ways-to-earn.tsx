import { View } from '@tarojs/components';
import { SectionHead } from '@/components/section-head/section-head';
import { Icon } from '@/components/icon/icon';
import type { IconName } from '@/drawings';
import './points.css';

const WAYS: readonly { readonly icon: IconName; readonly text: string }[] = [
  { icon: 'box', text: '把认领的东西送到、把答应的事办好：东西多少钱，分都一样' },
  { icon: 'edit', text: '收到帮助以后认真写一句：打几颗星不影响得分，说清楚为什么才算' },
];

/** What brings points and what never does, without a number: the figures stand in the ledger, line by line. */
export function WaysToEarn({ communityName }: { communityName: string }) {
  return (
    <View>
      <SectionHead title="怎样会有积分" />
      <View className="pts-card">
        {WAYS.map((way) => (
          <View key={way.icon} className="pts-way">
            <View className="u-green"><Icon name={way.icon} size={20} /></View>
            <View className="u-grow u-mid">{way.text}</View>
          </View>
        ))}
        <View className="u-cap u-mt2">转发、打开、拉人、捐钱都不给分。每一笔先等几天，没有问题再到账。</View>
      </View>
      <View className="u-cap u-mt3">积分只在{communityName}用，不能转让、不能换钱，也不排名。</View>
    </View>
  );
}
