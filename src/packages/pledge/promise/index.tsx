import { useRouter } from '@tarojs/taro';
import { EmptyState } from '@/components/empty-state/empty-state';
import { ErrorState } from '@/components/error-state/error-state';
import { Screen } from '@/components/screen/screen';
import { SkeletonDetail } from '@/components/skeleton/skeleton';
import { MemberGate } from '@/features/member/member-gate';
import { PromiseScreen } from '@/features/pledge/promise-screen';
import { readQuery } from '@/lib/pages';
import { useApiQuery } from '@/lib/use-api';
import { useListPage } from '@/lib/use-list-page';

/** 出东西、出场地、出把力: what a campaign needs besides money. */
export default function PromisePage() {
  const { params } = useRouter();
  return (
    <Screen title="出一份">
      <MemberGate back="home">{() => <Promise campaignId={readQuery(params, 'id') ?? ''} needId={readQuery(params, 'needId') ?? null} />}</MemberGate>
    </Screen>
  );
}

function Promise({ campaignId, needId }: { campaignId: string; needId: string | null }) {
  const query = useApiQuery('mutual.get', { campaignId });
  useListPage({ refresh: query.refresh });
  if (query.data === undefined) return query.failure === null ? <SkeletonDetail /> : <ErrorState failure={query.failure} onRetry={() => void query.refresh()} />;
  if (query.data.audience === 'outsider') return <EmptyState scene="basket" title="本社区成员可参加" note="加入这个社区以后就能看到、能参加。" />;
  return <PromiseScreen campaign={query.data} needId={needId} />;
}
