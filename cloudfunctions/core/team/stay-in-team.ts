import type { TeamRole } from '@contract';
import { changedBy, is, REPLAY } from '../aggregate/change';
import { knownStep, type Step } from '../aggregate/step';
import { byClock, bySomebody, versionChanged } from '../aggregate/versioned';
import { accept, refuse, type Result } from '../kernel/result';
import type { Member } from '../member/member';
import { RULES } from '../rules';
import { beginAct, closedSet, withPeople, type TeamOutcome } from './change-team';
import { without } from './come-to-team';
import { entryOf, inRole, leadsOf, peopleFields, type Team, type TeamMember } from './team';
import { mayLeadTeam, mayManageTeam } from './team-access';
import type { TeamEvent } from './team-event';

const isOnlyLead = (team: Team, memberId: string): boolean => {
  const leads = leadsOf(team);
  return leads.length === 1 && leads[0] === memberId;
};

const ended = (team: Team, memberId: string, before: TeamMember, how: 'self' | 'lead', step: Step): TeamOutcome => {
  const members = without(team.members, memberId);
  if (before.place !== 'in') return withPeople(team, members, step, { kind: 'turnedDown', memberId, name: before.name, how, was: before.place, sinceMs: before.sinceMs, ...bySomebody(step) });
  return withPeople(team, members, step, { kind: 'left', memberId, name: before.name, how, hasLostLead: false, ...bySomebody(step) });
};

/** Goes, or takes the question back. Refusals: TEAM_LAST_LEAD, OPERATION_REUSED; whoever is not in has left already. */
export const decideLeave = (team: Team, member: Member, step: Step): Result<TeamOutcome> => {
  const known = knownStep(team.steps, step);
  if (known !== null) return known;
  const before = entryOf(team, member._id);
  if (before === null) return accept(REPLAY);
  if (!isOnlyLead(team, member._id)) return accept(ended(team, member._id, before, 'self', step));
  return team.memberCount === 1 ? refuse('TEAM_LAST_LEAD', { message: '队里只有您了，关掉这支队伍就行。' }) : refuse('TEAM_LAST_LEAD');
};

/** By a lead or staff; a deputy may take an invitation back. Refusals: NOT_ALLOWED, NOT_FOUND, TEAM_PLACE_CHANGED, OPERATION_REUSED. */
export const decideRemove = (team: Team, memberId: string, actor: Member, step: Step): Result<TeamOutcome> => {
  const before = entryOf(team, memberId);
  const begun = beginAct(team, mayLeadTeam(team, actor) || (before?.place === 'invited' && mayManageTeam(team, actor)), actor, step);
  if (begun !== null) return begun;
  if (before === null) return accept(REPLAY);
  if (memberId === actor._id) return refuse('NOT_ALLOWED', { message: '自己要走，点“退出队伍”。' });
  if (before.place === 'in' && before.role === 'lead') return refuse('TEAM_PLACE_CHANGED', { message: '这位是队长，先改做队员再请出去。' });
  return accept(ended(team, memberId, before, 'lead', step));
};

const seatsRefusalOf = (team: Team, role: TeamRole): ReturnType<typeof refuse> | null => {
  if (role === 'member') return null;
  const most = role === 'lead' ? RULES.team.leadsMax : RULES.team.deputiesMax;
  return inRole(team.members, role).length >= most ? refuse('TEAM_LEADS_FULL') : null;
};

/** Refusals: NOT_ALLOWED, NOT_FOUND, TEAM_PLACE_CHANGED, TEAM_LAST_LEAD, TEAM_LEADS_FULL, TEAM_STATE_CHANGED, OPERATION_REUSED. */
export const decideRole = (team: Team, memberId: string, role: TeamRole, actor: Member, step: Step): Result<TeamOutcome> => {
  const begun = beginAct(team, mayLeadTeam(team, actor), actor, step);
  if (begun !== null) return begun;
  if (team.state === 'closed') return refuse('TEAM_STATE_CHANGED');
  const before = entryOf(team, memberId);
  if (before?.place !== 'in') return refuse('TEAM_PLACE_CHANGED');
  if (before.role === role) return accept(REPLAY);
  if (isOnlyLead(team, memberId)) return refuse('TEAM_LAST_LEAD', { message: '这位是唯一的队长，先请另一位当队长。' });
  if (team.kind === 'help' && role === 'lead' && before.relation !== 'socialWorker') return refuse('NOT_ALLOWED', { message: '帮扶小组要由社工带。' });
  const refusal = seatsRefusalOf(team, role);
  if (refusal !== null) return refusal;
  const members = { ...team.members, [memberId]: { name: before.name, role, place: before.place, relation: before.relation, sinceMs: before.sinceMs, untilMs: null } };
  const event: TeamEvent = { kind: 'roleSet', memberId, role, endsLeaderlessMs: role === 'lead' ? team.leaderlessSinceMs : null, ...bySomebody(step) };
  return accept(versionChanged<TeamEvent>(team, step, { ...peopleFields(team, members, step.nowMs) }, event));
};

/** Somebody left the community, or is no longer what let them be in; told by their own event. Without anybody it closes. */
export const decidePersonGone = (team: Team, memberId: string, atMs: number): Result<TeamOutcome> => {
  const before = entryOf(team, memberId);
  if (before === null) return accept(REPLAY);
  const isLast = before.place === 'in' && team.memberCount === 1;
  const about = byClock(team._id, 'gone', `${memberId}_${before.sinceMs}_${before.place}`, atMs);
  if (isLast) return accept(changedBy<TeamEvent>({ when: { version: is(team.version) }, set: closedSet(team, '队里没有人了。', memberId), add: { version: 1 }, event: { kind: 'closed', wasProposed: team.state === 'proposed', endsLeaderlessMs: team.leaderlessSinceMs, ...about } }));
  const fields = peopleFields(team, without(team.members, memberId), atMs);
  const event: TeamEvent =
    before.place === 'in'
      ? { kind: 'left', memberId, name: before.name, how: 'gone', hasLostLead: team.leaderlessSinceMs === null && fields.leaderlessSinceMs !== null, ...about }
      : { kind: 'turnedDown', memberId, name: before.name, how: 'self', was: before.place, sinceMs: before.sinceMs, ...about };
  return accept(changedBy<TeamEvent>({ when: { version: is(team.version) }, set: { ...fields }, add: { version: 1 }, event }));
};
