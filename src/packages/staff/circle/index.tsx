import { useRouter } from '@tarojs/taro';
import { EmptyState } from '@/components/empty-state/empty-state';
import { ErrorState } from '@/components/error-state/error-state';
import { Screen } from '@/components/screen/screen';
import { SkeletonDetail } from '@/components/skeleton/skeleton';
import { CircleScreen } from '@/features/favour/circle-screen';
import { workPlaceOf } from '@/features/member/work-place';
import { MemberGate } from '@/features/member/member-gate';
import { readQuery, replacePage } from '@/lib/pages';
import { useApiQuery } from '@/lib/use-api';
import { useListPage } from '@/lib/use-list-page';

/** Some people who mostly confirm each other. */
export default function CirclePage() {
  const { params } = useRouter();
  const [circleId, areaId] = [readQuery(params, 'id') ?? '', readQuery(params, 'areaId')];
  return (
    <Screen title="互相确认">
      <MemberGate back="staffFavours" roles={['administrator', 'staff', 'socialWorker']}>{(me) => <CircleDetail communityId={areaId ?? workPlaceOf(me).areaId} circleId={circleId} />}</MemberGate>
    </Screen>
  );
}

function CircleDetail({ communityId, circleId }: { communityId: string; circleId: string }) {
  const query = useApiQuery('favour.report', { communityId });
  useListPage(query);
  if (query.isLoading) return <SkeletonDetail />;
  if (query.data === undefined) return <ErrorState failure={query.failure} onRetry={() => void query.refresh()} />;
  const circle = query.data.circles.find((each) => each.circleId === circleId);
  if (circle === undefined) return <EmptyState scene="branch" title="不在名单上了" note="夜里重新算过，或者积分已经先放着了。" link={{ text: '看看名单', onClick: () => void replacePage('staffFavours') }} />;
  return <CircleScreen communityId={communityId} circle={circle} periodDays={query.data.periodDays} />;
}
