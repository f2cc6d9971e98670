import { View } from '@tarojs/components';
import { EmptyState } from '@/components/empty-state/empty-state';
import { ErrorState } from '@/components/error-state/error-state';
import { ListFoot } from '@/components/list-foot/list-foot';
import { Screen } from '@/components/screen/screen';
import { SectionHead } from '@/components/section-head/section-head';
import { SkeletonList } from '@/components/skeleton/skeleton';
import { MemberGate } from '@/features/member/member-gate';
import { MyPledge } from '@/features/pledge/pledge-row';
import { isWaiting } from '@/features/pledge/pledge-words';
import { useApiPages } from '@/lib/use-api';
import { useListPage } from '@/lib/use-list-page';

/** 我出的: what one promised to campaigns, with the code while it waits. */
export default function MyPledgesPage() {
  return (
    <Screen title="我出的">
      <MemberGate back="myPledges">{() => <Mine />}</MemberGate>
    </Screen>
  );
}

function Mine() {
  const pages = useApiPages('pledge.mine', {}, { isAlwaysFresh: true });
  useListPage(pages);
  if (pages.isLoading) return <SkeletonList count={3} />;
  if (pages.failure !== null && pages.items.length === 0) return <ErrorState failure={pages.failure} onRetry={() => void pages.refresh()} />;
  const waiting = pages.items.filter(isWaiting);
  const ended = pages.items.filter((pledge) => !isWaiting(pledge));
  return (
    <View>
      {pages.items.length === 0 && <EmptyState scene="basket" title="还没有出过东西" note="社区互助里缺的东西、场地，出一份，这里就有了。" />}
      {waiting.length > 0 && <SectionHead title="说好的" />}
      <View className="u-stack">{waiting.map((pledge) => <MyPledge key={pledge.pledgeId} pledge={pledge} />)}</View>
      {ended.length > 0 && <SectionHead title="以前的" />}
      <View className="u-stack">{ended.map((pledge) => <MyPledge key={pledge.pledgeId} pledge={pledge} />)}</View>
      <ListFoot pages={pages} />
    </View>
  );
}
