import { View } from '@tarojs/components';
import { LESS_TEXT, type WaysView } from '@contract';
import { SectionHead } from '@/components/section-head/section-head';
import { formatDate } from '@/lib/format';
import { serverNowMs } from '@/lib/server-clock';
import { useApiQuery } from '@/lib/use-api';
import { RulesCard } from './rules-card';
import './points.css';

/** What brings points here and how many, what never does, and what of one's own brought less this month. */
export function WaysToEarn({ communityName }: { communityName: string }) {
  const { data } = useApiQuery('points.ways', {});
  return (
    <View>
      {data !== undefined && data.lessened.length > 0 && <Lessened lessened={data.lessened} />}
      <SectionHead title="怎样会有积分" />
      <View className="pts-card">
        {data !== undefined && <RulesCard rules={data.rules} />}
        <View className="u-cap u-mt2">东西多少钱，分都一样；打几颗星也不影响。转发、打开、拉人、捐钱都不给分。每一笔先等几天，没有问题再到账。</View>
      </View>
      <View className="u-cap u-mt3">积分只在{communityName}用，不能转让、不能换钱，也不排名。</View>
    </View>
  );
}

function Lessened({ lessened }: { lessened: WaysView['lessened'] }) {
  return (
    <View>
      <SectionHead title="这个月少算的" />
      <View className="pts-card">
        {lessened.map(({ text, points, reason, atMs }) => (
          <View key={`${text}${atMs}`} className="u-mt2">
            <View className="u-mid u-break">{text} · {points} 分</View>
            <View className="u-cap">{formatDate(atMs, serverNowMs())} · {LESS_TEXT[reason]}</View>
          </View>
        ))}
      </View>
    </View>
  );
}
