import { View } from '@tarojs/components';
import { useState } from 'react';
import type { MeView, TeamCardView } from '@contract';
import { Button } from '@/components/button/button';
import { EmptyState } from '@/components/empty-state/empty-state';
import { ErrorState } from '@/components/error-state/error-state';
import { LinkRow } from '@/components/link-row/link-row';
import { ListFoot } from '@/components/list-foot/list-foot';
import { Screen } from '@/components/screen/screen';
import { SectionHead } from '@/components/section-head/section-head';
import { SkeletonList } from '@/components/skeleton/skeleton';
import { MemberGate } from '@/features/member/member-gate';
import { JoinByCodeSheet } from '@/features/team/join-by-code-sheet';
import { TeamCard } from '@/features/team/team-card';
import { openPage } from '@/lib/pages';
import { useApiPages, useApiQuery } from '@/lib/use-api';
import { useListPage } from '@/lib/use-list-page';

/** 队伍: mine first, then those of my community and street. */
export default function TeamsPage() {
  return <Screen title="队伍"><MemberGate back="teams">{(me) => <Teams me={me} />}</MemberGate></Screen>;
}

const open = (teamId: string): void => void openPage('team', { id: teamId });
const isSocialWorker = (me: MeView): boolean => me.roles.some(({ role }) => role === 'socialWorker');

function Teams({ me }: { me: MeView }) {
  const mine = useApiQuery('team.mine', {});
  const near = useApiPages('team.list', {});
  const [isJoining, setJoining] = useState(false);
  useListPage({ refresh: async () => { await Promise.all([mine.refresh(), near.refresh()]); }, loadMore: near.loadMore });
  const own = mine.data ?? [];
  const others = near.items.filter((team) => team.place === null);
  const failure = mine.failure ?? near.failure;
  const isLoading = mine.isLoading || near.isLoading;
  return (
    <View>
      <View className="u-stack">
        <LinkRow icon="plus" note="社区看过以后，邻居就能报名加入" onClick={() => void openPage('openTeam')}>成立一支队伍</LinkRow>
        <LinkRow icon="edit" note="请队长念给您" onClick={() => setJoining(true)}>有编号，直接加入</LinkRow>
        {isSocialWorker(me) && <LinkRow icon="user" note="社工、志愿者、亲属、邻居，围着一位居民" onClick={() => void openPage('openHelpTeam')}>建一个帮扶小组</LinkRow>}
      </View>
      {isLoading && <View className="u-mt4"><SkeletonList kind="row" count={3} /></View>}
      {failure !== null && <ErrorState failure={failure} onRetry={() => void Promise.all([mine.refresh(), near.refresh()])} />}
      <Section title="我的" teams={own} />
      <Section title="附近的" teams={others} />
      {near.items.length > 0 && <ListFoot pages={near} />}
      {!isLoading && failure === null && own.length === 0 && others.length === 0 && <EmptyState scene="branch" title="附近还没有队伍" note="一起做事，有个名字、有位队长就行。" action={<Button onClick={() => void openPage('openTeam')}>成立一支</Button>} />}
      <JoinByCodeSheet isOpen={isJoining} onClose={() => setJoining(false)} onJoined={(teamId) => { setJoining(false); open(teamId); }} />
    </View>
  );
}

function Section({ title, teams }: { title: string; teams: readonly TeamCardView[] }) {
  if (teams.length === 0) return null;
  return (
    <View>
      <SectionHead title={title} />
      <View className="u-stack">{teams.map((team) => <TeamCard key={team.teamId} team={team} onOpen={() => open(team.teamId)} />)}</View>
    </View>
  );
}
