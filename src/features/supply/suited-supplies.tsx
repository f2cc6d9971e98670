import { View } from '@tarojs/components';
import { Button } from '@/components/button/button';
import { EmptyState } from '@/components/empty-state/empty-state';
import { ErrorState } from '@/components/error-state/error-state';
import { Notice } from '@/components/notice/notice';
import { SkeletonList } from '@/components/skeleton/skeleton';
import { openPage } from '@/lib/pages';
import { useApiQuery } from '@/lib/use-api';
import { useListPage } from '@/lib/use-list-page';
import { SupplyCard } from './supply-card';

/** 谁能帮上: offers that suit a wish, the best first, each with why; for whoever it is of and for staff. */
export function SuitedSupplies({ wishId }: { wishId: string }) {
  const query = useApiQuery('supply.forWish', { wishId });
  useListPage({ refresh: query.refresh });
  if (query.data === undefined) return query.failure === null ? <SkeletonList kind="row" count={3} /> : <ErrorState failure={query.failure} onRetry={() => void query.refresh()} link={{ text: '看看资源地图', onClick: () => void openPage('supplyMap') }} />;
  if (query.data.length === 0) return <EmptyState scene="branch" title="眼下没有正合适的" note="没有人登记了这一类，或者时间、地方对不上，也可能已经有人接了。挂在墙上，邻居都看得到。" action={<Button kind="secondary" onClick={() => void openPage('supplyMap')}>看看资源地图</Button>} />;
  return (
    <View>
      <View className="u-sub">按合不合适排好，每一位写了为什么。</View>
      <View className="u-stack u-mt3">{query.data.map(({ supply, why }) => <SupplyCard key={supply.supplyId} supply={supply} why={why} onOpen={() => void openPage('supply', { id: supply.supplyId })} />)}</View>
      <View className="u-mt4"><Notice tone="info" icon="shield">接不接，由他们自己定。社区配对的时候，会去问最合适的几位。</Notice></View>
    </View>
  );
}
