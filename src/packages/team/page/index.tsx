import { View } from '@tarojs/components';
import { useRouter } from '@tarojs/taro';
import { TEAM_KIND_LABEL } from '@contract';
import { ErrorState } from '@/components/error-state/error-state';
import { Screen } from '@/components/screen/screen';
import { SkeletonDetail } from '@/components/skeleton/skeleton';
import { MemberGate } from '@/features/member/member-gate';
import { readQuery } from '@/lib/pages';
import { useApiQuery } from '@/lib/use-api';
import { useListPage } from '@/lib/use-list-page';

/** 队伍: who it is and what it does. */
export default function TeamPage() {
  const teamId = readQuery(useRouter().params, 'id') ?? '';
  return <MemberGate back="activities">{() => <Team teamId={teamId} />}</MemberGate>;
}

function Team({ teamId }: { teamId: string }) {
  const query = useApiQuery('team.get', { teamId });
  useListPage({ refresh: query.refresh });
  if (query.data === undefined) return <Screen title="队伍">{query.failure === null ? <SkeletonDetail /> : <ErrorState failure={query.failure} onRetry={() => void query.refresh()} />}</Screen>;
  return (
    <Screen title="队伍">
      <View className="u-title u-break">{query.data.name}</View>
      <View className="u-sub u-mt1">{TEAM_KIND_LABEL[query.data.kind]} · {query.data.areaName}</View>
      <View className="u-body u-mt4">{query.data.purpose}</View>
    </Screen>
  );
}
