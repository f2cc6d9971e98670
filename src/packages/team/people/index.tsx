import { View } from '@tarojs/components';
import { useRouter } from '@tarojs/taro';
import { useState } from 'react';
import type { TeamPersonView, TeamView } from '@contract';
import { BottomBar } from '@/components/bottom-bar/bottom-bar';
import { Button } from '@/components/button/button';
import { ErrorState } from '@/components/error-state/error-state';
import { Screen } from '@/components/screen/screen';
import { SectionHead } from '@/components/section-head/section-head';
import { SkeletonList } from '@/components/skeleton/skeleton';
import { MemberGate } from '@/features/member/member-gate';
import { AskerActs } from '@/features/team/asker-row';
import { InviteSheet } from '@/features/team/invite-sheet';
import { PersonSheet } from '@/features/team/person-sheet';
import { TeamPeople } from '@/features/team/team-person';
import { readQuery } from '@/lib/pages';
import { useApiQuery } from '@/lib/use-api';
import { useListPage } from '@/lib/use-list-page';

/** 队员: who is in; whoever leads the team answers, invites and gives roles here. */
export default function TeamPeoplePage() {
  const teamId = readQuery(useRouter().params, 'id') ?? '';
  return <MemberGate back="teams">{() => <People teamId={teamId} />}</MemberGate>;
}

function People({ teamId }: { teamId: string }) {
  const query = useApiQuery('team.get', { teamId });
  const [isInviting, setInviting] = useState(false);
  useListPage({ refresh: query.refresh });
  const team = query.data;
  if (team === undefined) return <Screen title="队员">{query.failure === null ? <SkeletonList kind="row" count={5} /> : <ErrorState failure={query.failure} onRetry={() => void query.refresh()} />}</Screen>;
  const bar = team.canManage ? <BottomBar><Button icon="plus" onClick={() => setInviting(true)}>请一位来</Button></BottomBar> : undefined;
  return (
    <Screen title={team.kind === 'help' ? '组里的人' : '队员'} bottom={bar}>
      <Lists team={team} />
      <InviteSheet team={team} isOpen={isInviting} onClose={() => setInviting(false)} />
    </Screen>
  );
}

function Lists({ team }: { team: TeamView }) {
  const [chosen, setChosen] = useState<TeamPersonView | null>(null);
  const at = (place: TeamPersonView['place']): readonly TeamPersonView[] => team.people.filter((person) => person.place === place);
  const change = (person: TeamPersonView) => (team.canLead && person.memberId !== null && !person.isMe ? <Button kind="text" size="small" onClick={() => setChosen(person)}>{person.place === 'invited' ? '收回' : '安排'}</Button> : null);
  const [asked, invited, isIn] = [at('asked'), at('invited'), at('in')];
  return (
    <View>
      <View className="u-title u-break">{team.name}</View>
      <View className="u-sub u-mt1">{team.memberCount} 人，最多 {team.membersMax} 人</View>
      {asked.length > 0 && team.canManage && <View><SectionHead title="想加入" count={asked.length} /><TeamPeople people={asked} actsOf={(person) => <AskerActs teamId={team.teamId} person={person} />} /></View>}
      <SectionHead title={team.kind === 'help' ? '组里的人' : '队员'} />
      <TeamPeople people={isIn} actsOf={change} />
      {invited.length > 0 && <View><SectionHead title="请过的" /><TeamPeople people={invited} actsOf={change} /></View>}
      {chosen !== null && <PersonSheet key={chosen.memberId} team={team} person={chosen} onClose={() => setChosen(null)} />}
    </View>
  );
}
