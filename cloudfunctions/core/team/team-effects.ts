import { TEAM_KIND_LABEL, TEAM_ROLE_LABEL, type NoticeTarget } from '@contract';
import type { Effect } from '../effect/effect';
import { deriveId } from '../kernel/ids';
import { dueInWorkingHours } from '../kernel/working-days';
import { RULES } from '../rules';
import { leadsOf, managersOf, type Team } from './team';
import type { TeamEvent } from './team-event';

type EventOf<K extends TeamEvent['kind']> = Extract<TeamEvent, { readonly kind: K }>;

const pageOf = (team: Team): NoticeTarget => ({ page: 'team', wishId: null, claimId: null, subjectId: team._id });

const tell = (team: Team, event: TeamEvent, memberId: string, title: string, body: string): Effect => ({
  kind: 'notice', noticeId: deriveId('n', event.eventId, memberId), memberId, title, body, pictureKey: 'hand', target: pageOf(team), todo: null, atMs: event.atMs,
});

const tellLeads = (team: Team, event: TeamEvent, title: string, body: string): readonly Effect[] =>
  leadsOf(team).filter((memberId) => memberId !== event.byId).map((memberId) => tell(team, event, memberId, title, body));

/** One question or invitation, and whoever answers it. */
const askedNoticeId = (team: Team, askerId: string, sinceMs: number, readerId: string): string => deriveId('n', 'teamAsked', team._id, askerId, String(sinceMs), readerId);
const invitedNoticeId = (team: Team, memberId: string, sinceMs: number): string => deriveId('n', 'teamInvited', team._id, memberId, String(sinceMs));

const reviewTaskId = (team: Team): string => deriveId('k', 'teamReview', team._id);
/** Each time it stands without a lead is a task of its own. */
const leadTaskId = (team: Team, sinceMs: number): string => deriveId('k', 'teamWithoutLead', team._id, String(sinceMs));

/** In a list of tasks a help team has no name: it might tell for whom it is. */
const titleOf = (team: Team): string => (team.kind === 'help' ? '一个帮扶小组' : team.name);

const review = (team: Team, event: TeamEvent): Effect => ({
  kind: 'openTask', taskId: reviewTaskId(team), taskKind: 'teamReview', wishId: null, claimId: null, subjectId: team._id, assignTo: null, areaIds: team.areaIds,
  title: team.name, reasonText: `想成立一支${TEAM_KIND_LABEL[team.kind]}，等人看`, actionText: '打开看看', ...dueInWorkingHours(event.atMs, RULES.team.reviewWorkingHours), atMs: event.atMs,
});

const withoutLead = (team: Team, event: TeamEvent): readonly Effect[] =>
  team.leaderlessSinceMs === null ? [] : [{
    kind: 'openTask', taskId: leadTaskId(team, team.leaderlessSinceMs), taskKind: 'teamWithoutLead', wishId: null, claimId: null, subjectId: team._id, assignTo: team.kind === 'help' ? 'socialWorker' : null, areaIds: team.areaIds,
    title: titleOf(team), reasonText: '队长走了，没有人带', actionText: team.kind === 'help' ? '接过来带' : '请一位当队长', ...dueInWorkingHours(event.atMs, RULES.team.leadWorkingHours), atMs: event.atMs,
  }];

const closeLeadTask = (team: Team, endsLeaderlessMs: number | null, event: TeamEvent, note: string): readonly Effect[] =>
  endsLeaderlessMs === null ? [] : [{ kind: 'closeTask', taskId: leadTaskId(team, endsLeaderlessMs), atMs: event.atMs, note }];

const sync = (team: Team, memberId: string): Effect => ({ kind: 'syncTeam', teamId: team._id, memberId });

const asked = (team: Team, event: EventOf<'asked' | 'invited'>): readonly Effect[] =>
  managersOf(team).map((readerId) => ({
    kind: 'notice', noticeId: askedNoticeId(team, event.memberId, event.sinceMs, readerId), memberId: readerId, title: `${event.name}想加入${team.name}`, body: '打开队伍页，请进来或者婉拒都行。', pictureKey: 'hand',
    target: pageOf(team), todo: { actionText: '回一句', dueAtMs: event.untilMs }, atMs: event.atMs,
  }));

const invited = (team: Team, event: EventOf<'asked' | 'invited'>): Effect => ({
  kind: 'notice', noticeId: invitedNoticeId(team, event.memberId, event.sinceMs), memberId: event.memberId, title: `请您加入${team.name}`, body: `${TEAM_KIND_LABEL[team.kind]}：${team.purpose} 来不来由您定。`, pictureKey: 'hand',
  target: pageOf(team), todo: { actionText: '来不来', dueAtMs: event.untilMs }, atMs: event.atMs,
});

/** What waited for an answer waits no more. */
const answered = (team: Team, event: EventOf<'joined' | 'turnedDown'>): readonly Effect[] => {
  if (event.was === null) return [];
  if (event.was === 'invited') return [{ kind: 'finishNotice', noticeId: invitedNoticeId(team, event.memberId, event.sinceMs), memberId: event.memberId, atMs: event.atMs }];
  return managersOf(team).map((readerId) => ({ kind: 'finishNotice', noticeId: askedNoticeId(team, event.memberId, event.sinceMs, readerId), memberId: readerId, atMs: event.atMs }));
};

const joined = (team: Team, event: EventOf<'joined'>): readonly Effect[] => [
  sync(team, event.memberId),
  ...answered(team, event),
  ...closeLeadTask(team, event.endsLeaderlessMs, event, '有人带了'),
  ...(event.how === 'answer' ? [tell(team, event, event.memberId, `您现在是${team.name}的队员了`, '队里的班次会先给您看，在队伍页就能报名。')] : tellLeads(team, event, `${event.name}加入了${team.name}`, '打开队伍页能看到现在有谁。')),
];

const turnedDown = (team: Team, event: EventOf<'turnedDown'>): readonly Effect[] => {
  const finished = answered(team, event);
  if (event.was === 'invited') return event.how === 'lead' ? finished : [...finished, ...tellLeads(team, event, `${event.name}这次不来${team.name}`, '没关系，以后想来还可以再请。')];
  if (event.how === 'self') return finished;
  return [...finished, tell(team, event, event.memberId, event.how === 'lead' ? `${team.name}这次没能请您进来` : `${team.name}还没有回音`, '别的队伍也欢迎您，或者请社区帮您问问。')];
};

const left = (team: Team, event: EventOf<'left'>): readonly Effect[] => [
  sync(team, event.memberId),
  { kind: 'leaveTeamShifts', teamId: team._id, memberId: event.memberId, atMs: event.atMs },
  ...(event.hasLostLead ? withoutLead(team, event) : []),
  ...(event.how === 'lead' ? [tell(team, event, event.memberId, `您不在${team.name}里了`, '有疑问请打社区电话。')] : tellLeads(team, event, `${event.name}退出了${team.name}`, '打开队伍页能看到现在有谁。')),
];

const roleSet = (team: Team, event: EventOf<'roleSet'>): readonly Effect[] => [
  sync(team, event.memberId),
  ...closeLeadTask(team, event.endsLeaderlessMs, event, '有队长了'),
  ...(event.memberId === event.byId ? [] : [tell(team, event, event.memberId, `您现在是${team.name}的${TEAM_ROLE_LABEL[event.role]}`, event.role === 'member' ? '谢谢您一直张罗，往后照常一起来。' : '谁想来、请谁来、排什么时间，打开队伍页就能办。')]),
];

const closed = (team: Team, event: EventOf<'closed'>): readonly Effect[] => [
  { kind: 'endTeam', teamId: team._id },
  ...(event.wasProposed ? [{ kind: 'closeTask' as const, taskId: reviewTaskId(team), atMs: event.atMs, note: '看过了' }] : []),
  ...closeLeadTask(team, event.endsLeaderlessMs, event, '队伍关掉了'),
];

/** Pure: what an event of a team brings about elsewhere. */
export const teamEffectsOf = (team: Team, event: TeamEvent): readonly Effect[] => {
  switch (event.kind) {
    case 'proposed':
      return [review(team, event)];
    case 'opened':
      return [sync(team, team.openedById)];
    case 'approved':
      return [sync(team, team.openedById), { kind: 'closeTask', taskId: reviewTaskId(team), atMs: event.atMs, note: '成立了' }, tell(team, event, team.openedById, `${team.name}成立了`, '邻居们能看到它了。把加入编号读给想来的人，或者请他们在队伍页报名。')];
    case 'asked':
      return asked(team, event);
    case 'invited':
      return [invited(team, event)];
    case 'joined':
      return joined(team, event);
    case 'turnedDown':
      return turnedDown(team, event);
    case 'left':
      return left(team, event);
    case 'roleSet':
      return roleSet(team, event);
    case 'closed':
      return closed(team, event);
    case 'toldClosed':
      return event.memberIds.map((memberId) => tell(team, event, memberId, team.approvedAtMs === null ? `${team.name}这次没有成立` : `${team.name}关掉了`, team.note));
    case 'updated':
    case 'codeRenewed':
      return [];
    default: {
      const never: never = event;
      return never;
    }
  }
};
