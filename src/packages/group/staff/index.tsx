import { View } from '@tarojs/components';
import type { MeView } from '@contract';
import { EmptyState } from '@/components/empty-state/empty-state';
import { ErrorState } from '@/components/error-state/error-state';
import { Screen } from '@/components/screen/screen';
import { SectionHead } from '@/components/section-head/section-head';
import { SkeletonList } from '@/components/skeleton/skeleton';
import { GroupCard } from '@/features/group/group-card';
import { MemberGate } from '@/features/member/member-gate';
import { openPage } from '@/lib/pages';
import { useApiQuery } from '@/lib/use-api';
import { useListPage } from '@/lib/use-list-page';

/** 社区里的群: which groups are bound to the community, for its staff. */
export default function StaffGroupsPage() {
  return <Screen title="社区里的群"><MemberGate back="staffGroups" roles={['administrator', 'staff', 'socialWorker']}>{(me) => <StaffGroups me={me} />}</MemberGate></Screen>;
}

function StaffGroups({ me }: { me: MeView }) {
  const query = useApiQuery('group.list', { communityId: me.communityId });
  useListPage({ refresh: query.refresh });
  if (query.failure !== null) return <ErrorState failure={query.failure} onRetry={() => void query.refresh()} />;
  if (query.data === undefined) return <SkeletonList kind="row" count={3} />;
  if (query.data.length === 0) return <EmptyState scene="branch" title="还没有绑群" note="给一位邻居群主的身份，TA 就能绑自己的群，把要帮的事转过去。" link={{ text: '去给身份', onClick: () => void openPage('staffRoles') }} />;
  return (
    <View>
      <SectionHead title={me.communityName} count={query.data.length} note="群里有谁，这里不知道" />
      <View className="u-stack">{query.data.map((group) => <GroupCard key={group.groupId} group={group} onOpen={() => void openPage('group', { id: group.groupId })} />)}</View>
    </View>
  );
}
