import { View } from '@tarojs/components';
import { useRouter } from '@tarojs/taro';
import { useState } from 'react';
import { TEAM_KIND_LABEL, type TeamView } from '@contract';
import { ErrorState } from '@/components/error-state/error-state';
import { Button } from '@/components/button/button';
import { LinkRow } from '@/components/link-row/link-row';
import { Notice } from '@/components/notice/notice';
import { Screen } from '@/components/screen/screen';
import { SectionHead } from '@/components/section-head/section-head';
import { SkeletonDetail } from '@/components/skeleton/skeleton';
import { Tag } from '@/components/tag/tag';
import { ShiftCard } from '@/features/activity/shift-card';
import { MemberGate } from '@/features/member/member-gate';
import { ChangeWordsSheet } from '@/features/team/change-words-sheet';
import { CloseTeam, LeaveTeam } from '@/features/team/leave-team';
import { hasBar, TeamBar } from '@/features/team/team-bar';
import { TeamCode } from '@/features/team/team-code';
import { TeamPeople } from '@/features/team/team-person';
import { placeTag, teamNotice } from '@/features/team/team-words';
import { formatDay } from '@/lib/format';
import { openPage, readQuery, replacePage } from '@/lib/pages';
import { serverNowMs } from '@/lib/server-clock';
import { useApiQuery } from '@/lib/use-api';
import { useListPage } from '@/lib/use-list-page';

/** 队伍: who it is, what it does next, and how to be part of it. */
export default function TeamPage() {
  const teamId = readQuery(useRouter().params, 'id') ?? '';
  return <MemberGate back="teams">{() => <Team teamId={teamId} />}</MemberGate>;
}

function Team({ teamId }: { teamId: string }) {
  const query = useApiQuery('team.get', { teamId });
  useListPage({ refresh: query.refresh });
  if (query.data === undefined) return <Screen title="队伍">{query.failure === null ? <SkeletonDetail /> : <ErrorState failure={query.failure} onRetry={() => void query.refresh()} link={{ text: '看看别的队伍', onClick: () => void openPage('teams') }} />}</Screen>;
  const team = query.data;
  return <Screen title={team.kind === 'help' ? '帮扶小组' : '队伍'} bottom={hasBar(team) ? <TeamBar team={team} /> : undefined}><Loaded team={team} /></Screen>;
}

function Loaded({ team }: { team: TeamView }) {
  const notice = teamNotice(team);
  const isOver = team.state === 'closed';
  return (
    <View>
      <Head team={team} />
      {notice !== null && <View className="u-mt4"><Notice tone={notice.tone}>{notice.words}</Notice></View>}
      {team.helpedName !== null && <View className="u-mt4"><Notice tone="good" icon="user" title={`一起帮${team.helpedName}`}>只有组里的人看得到，别往外说。</Notice></View>}
      {team.purpose !== '' && <View className="u-body u-preline u-mt4">{team.purpose}</View>}
      {!isOver && <Shifts team={team} />}
      {!isOver && <Who team={team} />}
      {team.joinCode !== '' && <View className="u-mt4"><TeamCode teamId={team.teamId} code={team.joinCode} /></View>}
      <Ends team={team} />
    </View>
  );
}

function Head({ team }: { team: TeamView }) {
  const mine = placeTag(team);
  return (
    <View>
      <View className="team-head-tags">
        <Tag tone={team.kind === 'volunteer' ? 'green' : 'ochre'}>{TEAM_KIND_LABEL[team.kind]}</Tag>
        {mine !== null && <Tag tone={mine.tone}>{mine.text}</Tag>}
      </View>
      <View className="u-title u-break u-mt2">{team.name}</View>
      <View className="u-sub u-mt1">{[team.areaName, team.memberCount > 0 ? `${team.memberCount} 人` : '', team.leadName === null ? '' : `${team.leadName}牵头`].filter((words) => words !== '').join(' · ')}</View>
    </View>
  );
}

function Shifts({ team }: { team: TeamView }) {
  const isInside = team.place === 'in';
  if (!isInside && team.shifts.length === 0) return null;
  const nowMs = serverNowMs();
  return (
    <View>
      <SectionHead title="接下来" />
      {team.shifts.length === 0 && <View className="u-sub">还没有排时间。</View>}
      <View className="u-stack">{team.shifts.map((shift) => <ShiftCard key={shift.shiftId} shift={shift} day={formatDay(shift.startsAtMs, nowMs)} onOpen={() => void openPage('shift', { id: shift.shiftId })} />)}</View>
      {team.canManage && <View className="u-mt4"><LinkRow icon="calendar" note={team.kind === 'help' ? '只有组里的人看得到' : '先给队员，或只给队员'} onClick={() => void openPage('editActivity', { teamId: team.teamId })}>排一个活动</LinkRow></View>}
    </View>
  );
}

/** Everybody's own page of people is one tap away for whoever is in. */
const SHOWN = 6;

function Who({ team }: { team: TeamView }) {
  const isInside = team.place === 'in' || team.canLead;
  const asked = team.people.filter(({ place }) => place === 'asked').length;
  const people = team.people.filter(({ place }) => place === 'in');
  if (people.length === 0) return null;
  return (
    <View>
      <SectionHead title={team.kind === 'help' ? '组里的人' : '队里的人'} {...(isInside ? { more: asked > 0 ? `${asked} 位等回音` : '都看看', onMore: () => void openPage('teamPeople', { id: team.teamId }) } : { note: `共 ${team.memberCount} 人` })} />
      <TeamPeople people={people.slice(0, SHOWN)} />
    </View>
  );
}

function Ends({ team }: { team: TeamView }) {
  const [isChanging, setChanging] = useState(false);
  if (team.state === 'closed') return null;
  return (
    <View className="u-mt6">
      {team.canLead && <Button kind="text" onClick={() => setChanging(true)}>改名字和做的事</Button>}
      {(team.place === 'in' || team.place === 'asked') && team.state === 'active' && <LeaveTeam team={team} onLeft={() => void (team.kind === 'help' ? replacePage('teams') : undefined)} />}
      {team.canLead && <CloseTeam team={team} />}
      {isChanging && <ChangeWordsSheet team={team} onClose={() => setChanging(false)} />}
    </View>
  );
}
