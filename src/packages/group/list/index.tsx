import { View } from '@tarojs/components';
import { useState } from 'react';
import { Button } from '@/components/button/button';
import { EmptyState } from '@/components/empty-state/empty-state';
import { ErrorState } from '@/components/error-state/error-state';
import { LinkRow } from '@/components/link-row/link-row';
import { Screen } from '@/components/screen/screen';
import { SkeletonList } from '@/components/skeleton/skeleton';
import { AcceptSheet } from '@/features/group/accept-sheet';
import { FromGroup } from '@/features/group/from-group';
import { GroupCard } from '@/features/group/group-card';
import { MemberGate } from '@/features/member/member-gate';
import { openPage } from '@/lib/pages';
import { useApiQuery } from '@/lib/use-api';
import { useListPage } from '@/lib/use-list-page';

/** 我的群: the WeChat groups that one brings things into. */
export default function MyGroupsPage() {
  return <Screen title="我的群"><MemberGate back="myGroups" roles={['groupOwner', 'administrator', 'staff', 'socialWorker']}>{() => <MyGroups />}</MemberGate></Screen>;
}

const open = (groupId: string): void => void openPage('group', { id: groupId });

function MyGroups() {
  const mine = useApiQuery('group.mine', {});
  const [isJoining, setJoining] = useState(false);
  useListPage({ refresh: mine.refresh });
  if (mine.failure !== null) return <ErrorState failure={mine.failure} onRetry={() => void mine.refresh()} />;
  if (mine.data === undefined) return <SkeletonList kind="row" count={3} />;
  const sheet = <AcceptSheet isOpen={isJoining} onClose={() => setJoining(false)} onJoined={(groupId) => { setJoining(false); open(groupId); }} />;
  if (mine.data.length === 0) {
    return (
      <View>
        <FromGroup />
        <EmptyState scene="branch" title="还没有绑群" note="绑一个您当群主的微信群，就能把要帮的事、缺人的活动转过去，看看多少人打开、多少人来帮。" action={<Button onClick={() => void openPage('bindGroup')}>绑定一个群</Button>} link={{ text: '有邀请码，一起管', onClick: () => setJoining(true) }} />
        {sheet}
      </View>
    );
  }
  return (
    <View>
      <FromGroup />
      <View className="u-stack">{mine.data.map((group) => <GroupCard key={group.groupId} group={group} onOpen={() => open(group.groupId)} />)}</View>
      <View className="u-stack u-mt6">
        <LinkRow icon="plus" note="从群里打开小程序再绑，就知道是哪个群" onClick={() => void openPage('bindGroup')}>再绑一个群</LinkRow>
        <LinkRow icon="users" note="另一位群主给的 8 个数字" onClick={() => setJoining(true)}>有邀请码，一起管</LinkRow>
      </View>
      {sheet}
    </View>
  );
}
