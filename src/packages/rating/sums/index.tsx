import { View } from '@tarojs/components';
import { EmptyState } from '@/components/empty-state/empty-state';
import { ErrorState } from '@/components/error-state/error-state';
import { Screen } from '@/components/screen/screen';
import { SkeletonList } from '@/components/skeleton/skeleton';
import { MemberGate } from '@/features/member/member-gate';
import { SumCard } from '@/features/rating-sum/sum-card';
import { openPage } from '@/lib/pages';
import { useApiQuery } from '@/lib/use-api';
import { useListPage } from '@/lib/use-list-page';

/** 别人怎么评我的帮忙: together, never who. */
export default function RatingSumsPage() {
  return (
    <Screen title="别人怎么评我的帮忙">
      <MemberGate back="ratingSums">{() => <Sums />}</MemberGate>
    </Screen>
  );
}

function Sums() {
  const query = useApiQuery('ratingSum.mine', {});
  useListPage(query);
  if (query.isLoading) return <SkeletonList count={2} kind="row" />;
  if (query.data === undefined) return <ErrorState failure={query.failure} onRetry={() => void query.refresh()} />;
  const { sums, revealDays, peopleMin } = query.data;
  if (sums.length === 0) return <EmptyState scene="branch" title="还没有人评过" note="帮过的人说了感受，会合在一起放在这里，看不出是谁说的。" link={{ text: '去看看谁在等', onClick: () => void openPage('wishes') }} />;
  return (
    <View className="u-mt2">
      <View className="u-sub">满 {peopleMin} 个人合在一起看，或者过了 {revealDays} 天再看。社区也不会告诉您是谁。</View>
      {sums.map((sum) => <View key={sum.sumId} className="u-mt6"><SumCard sum={sum} peopleMin={peopleMin} /></View>)}
    </View>
  );
}
