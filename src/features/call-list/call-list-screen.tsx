import { View } from '@tarojs/components';
import { EmptyState } from '@/components/empty-state/empty-state';
import { ErrorState } from '@/components/error-state/error-state';
import { ListFoot } from '@/components/list-foot/list-foot';
import { SkeletonList } from '@/components/skeleton/skeleton';
import { serverNowMs } from '@/lib/server-clock';
import { useApiPages } from '@/lib/use-api';
import { useListPage } from '@/lib/use-list-page';
import { CalleeCard } from './callee-card';
import './call-list.css';

/** Whom no message reaches: the old first. Numbers come only when asked for. */
export function CallListScreen({ areaId }: { areaId: string }) {
  const pages = useApiPages('callList.page', { areaId }, { isAlwaysFresh: true });
  useListPage(pages);
  if (pages.isLoading) return <SkeletonList count={3} kind="row" />;
  if (pages.failure !== null) return <ErrorState failure={pages.failure} onRetry={() => void pages.refresh()} />;
  if (pages.items.length === 0 && pages.isEnd) return <EmptyState scene="branch" title="没有要打的电话" note="有事等着、一天没看、微信也提醒不到的邻居，会排在这里。" />;
  return (
    <View>
      <View className="u-sub u-mt2">有事等 TA，一天没看，微信也提醒不到。打个电话说一声；看号码会留下记录。</View>
      <View className="u-stack u-mt3">{pages.items.map((callee) => <CalleeCard key={callee.calleeId} callee={callee} nowMs={serverNowMs()} />)}</View>
      <ListFoot pages={pages} />
    </View>
  );
}
