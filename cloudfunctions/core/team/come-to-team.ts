import type { TeamRelation } from '@contract';
import { REPLAY, changeOf, is, type Change } from '../aggregate/change';
import { knownStep, type Step } from '../aggregate/step';
import { byClock, bySomebody } from '../aggregate/versioned';
import { holdsAt } from '../kernel/access';
import { isWithin } from '../kernel/area-tree';
import { accept, refuse, type Result } from '../kernel/result';
import type { Member } from '../member/member';
import type { PersonFields } from '../member/member.repository';
import { RULES } from '../rules';
import { beginAct, withPeople, type TeamOutcome } from './change-team';
import { entryOf, leadsOf, membersMaxOf, nameInTeam, peopleFields, type Team, type TeamMember, type TeamMembers } from './team';
import { mayManageTeam } from './team-access';
import type { JoinedBy, TeamEvent } from './team-event';

type Refused = ReturnType<typeof refuse>;

const fullRefusalOf = (team: Team, memberId: string): Refused | null => (entryOf(team, memberId) === null && team.peopleIds.length >= membersMaxOf(team) ? refuse('TEAM_FULL') : null);

/** Why somebody may not come into a team at all; null when they may. A freeze is no time for new promises. */
const ownRefusalOf = (team: Team, member: Member, nowMs: number): Refused | null => {
  if (team.state !== 'active') return refuse('TEAM_STATE_CHANGED', { message: team.state === 'closed' ? '这支队伍已经关掉了。' : '这支队伍社区还没看过，过几天再来。' });
  if (member.frozenUntilMs > nowMs) return refuse('NOT_ALLOWED', { message: '您的账号这几天先不接新的事，有疑问请打社区电话。' });
  if (member.teamIds.length >= RULES.team.teamsPerPerson) return refuse('TEAM_LIMIT_REACHED');
  return fullRefusalOf(team, member._id);
};

/** Only from where the team is; a relative of the person helped may live elsewhere. */
const isFromHere = (team: Pick<Team, 'areaId'>, member: Pick<Member, 'communityId'>): boolean => isWithin(member.communityId, team.areaId);

const entry = (name: string, place: TeamMember['place'], relation: TeamRelation | null, nowMs: number, waitMs: number | null): TeamMember => ({
  name: nameInTeam(name), role: 'member', place, relation, sinceMs: nowMs, untilMs: waitMs === null ? null : nowMs + waitMs,
});

const putIn = (team: Team, memberId: string, members: TeamMembers, how: JoinedBy, step: Step): TeamOutcome => {
  const before = entryOf(team, memberId);
  const was = before === null || before.place === 'in' ? null : before.place;
  const hasLead = team.leaderlessSinceMs !== null && leadsOf({ members }).length > 0;
  return withPeople(team, members, step, { kind: 'joined', memberId, name: members[memberId]?.name ?? '', how, was, sinceMs: before?.sinceMs ?? step.nowMs, endsLeaderlessMs: hasLead ? team.leaderlessSinceMs : null, ...bySomebody(step) });
};

const inEntry = (before: TeamMember, nowMs: number): TeamMember => ({ name: before.name, role: 'member', place: 'in', relation: before.relation, sinceMs: nowMs, untilMs: null });

/**
 * Asks to come in; whoever was invited comes in by asking. Help teams are entered by invitation only.
 * Refusals: NOT_FOUND, OUT_OF_AREA, NOT_ALLOWED, TEAM_STATE_CHANGED, TEAM_FULL, TEAM_LIMIT_REACHED, OPERATION_REUSED.
 */
export const decideAsk = (team: Team, member: Member, step: Step): Result<TeamOutcome> => {
  const known = knownStep(team.steps, step);
  if (known !== null) return known;
  if (team.kind === 'help') return refuse('NOT_FOUND');
  const before = entryOf(team, member._id);
  if (before?.place === 'in' || before?.place === 'asked') return accept(REPLAY);
  if (!isFromHere(team, member)) return refuse('OUT_OF_AREA', { message: `这支队伍在${team.areaName}，您加入的是另一个社区。` });
  const refusal = ownRefusalOf(team, member, step.nowMs);
  if (refusal !== null) return refusal;
  if (before?.place === 'invited') return accept(putIn(team, member._id, { ...team.members, [member._id]: inEntry(before, step.nowMs) }, 'invitation', step));
  const asked = entry(member.displayName, 'asked', null, step.nowMs, RULES.team.askedMs);
  return accept(withPeople(team, { ...team.members, [member._id]: asked }, step, { kind: 'asked', memberId: member._id, name: asked.name, sinceMs: step.nowMs, untilMs: step.nowMs + RULES.team.askedMs, ...bySomebody(step) }));
};

/** In at once by the code its lead read out; the shell knows that it is the right one. Refusals as of `decideAsk`. */
export const decideJoinByCode = (team: Team, member: Member, step: Step): Result<TeamOutcome> => {
  const known = knownStep(team.steps, step);
  if (known !== null) return known;
  if (team.kind === 'help') return refuse('NOT_FOUND');
  if (entryOf(team, member._id)?.place === 'in') return accept(REPLAY);
  if (!isFromHere(team, member)) return refuse('OUT_OF_AREA', { message: `这支队伍在${team.areaName}，您加入的是另一个社区。` });
  const refusal = ownRefusalOf(team, member, step.nowMs);
  if (refusal !== null) return refusal;
  return accept(putIn(team, member._id, { ...team.members, [member._id]: entry(member.displayName, 'in', null, step.nowMs, null) }, 'code', step));
};

export const without = (members: TeamMembers, memberId: string): TeamMembers => Object.fromEntries(Object.entries(members).filter(([id]) => id !== memberId));

const turnDown = (team: Team, memberId: string, before: TeamMember, how: 'lead' | 'self', step: Step): TeamOutcome =>
  withPeople(team, without(team.members, memberId), step, { kind: 'turnedDown', memberId, name: before.name, how, was: before.place === 'invited' ? 'invited' : 'asked', sinceMs: before.sinceMs, ...bySomebody(step) });

/** A lead or deputy about somebody who asked. Refusals: NOT_ALLOWED, NOT_FOUND, TEAM_PLACE_CHANGED, TEAM_STATE_CHANGED, OPERATION_REUSED. */
export const decideAnswer = (team: Team, memberId: string, isAccepted: boolean, actor: Member, step: Step): Result<TeamOutcome> => {
  const begun = beginAct(team, mayManageTeam(team, actor), actor, step);
  if (begun !== null) return begun;
  if (team.state !== 'active') return refuse('TEAM_STATE_CHANGED');
  const before = entryOf(team, memberId);
  if (before?.place !== 'asked') return refuse('TEAM_PLACE_CHANGED');
  if (!isAccepted) return accept(turnDown(team, memberId, before, 'lead', step));
  return accept(putIn(team, memberId, { ...team.members, [memberId]: inEntry(before, step.nowMs) }, 'answer', step));
};

const relationRefusalOf = (team: Team, found: PersonFields, relation: TeamRelation | null): Refused | null => {
  if (team.kind !== 'help') return relation === null ? null : refuse('BAD_INPUT', { fields: { relation: '这一项用不上' } });
  if (relation === null) return refuse('BAD_INPUT', { fields: { relation: '说一下对方是谁' } });
  return relation === 'socialWorker' && !holdsAt(found.roles, ['socialWorker'], team.areaId) ? refuse('BAD_INPUT', { fields: { relation: '这位不是本社区的社工' } }) : null;
};

/**
 * Invites somebody by the code they read out; they come in only when they say yes.
 * Refusals: NOT_ALLOWED, NOT_FOUND, BAD_INPUT, OUT_OF_AREA, TEAM_FULL, TEAM_STATE_CHANGED, TEAM_PLACE_CHANGED, OPERATION_REUSED.
 */
export const decideInvite = (team: Team, found: PersonFields, relation: TeamRelation | null, actor: Member, step: Step): Result<TeamOutcome> => {
  const begun = beginAct(team, mayManageTeam(team, actor), actor, step);
  if (begun !== null) return begun;
  if (team.state !== 'active') return refuse('TEAM_STATE_CHANGED');
  const refusal = relationRefusalOf(team, found, relation);
  if (refusal !== null) return refusal;
  if (found._id === team.helpedId) return refuse('BAD_INPUT', { fields: { code: '这位就是要帮的人，不用请进来' } });
  const before = entryOf(team, found._id);
  if (before !== null) return before.place === 'invited' ? accept(REPLAY) : refuse('TEAM_PLACE_CHANGED', { message: before.place === 'in' ? '这位已经在队里了。' : '这位正等着您回音，点“请进来”就行。' });
  if (relation !== 'relative' && !isFromHere(team, found)) return refuse('OUT_OF_AREA', { message: `这位不在${team.areaName}。` });
  const full = fullRefusalOf(team, found._id);
  if (full !== null) return full;
  const invited = entry(found.displayName, 'invited', relation, step.nowMs, RULES.team.invitedMs);
  return accept(withPeople(team, { ...team.members, [found._id]: invited }, step, { kind: 'invited', memberId: found._id, name: invited.name, sinceMs: step.nowMs, untilMs: step.nowMs + RULES.team.invitedMs, ...bySomebody(step) }));
};

/** The person themselves. Refusals: NOT_FOUND, TEAM_PLACE_CHANGED, NOT_ALLOWED, TEAM_STATE_CHANGED, TEAM_LIMIT_REACHED, OPERATION_REUSED. */
export const decideAnswerInvite = (team: Team, isAccepted: boolean, member: Member, step: Step): Result<TeamOutcome> => {
  const known = knownStep(team.steps, step);
  if (known !== null) return known;
  const before = entryOf(team, member._id);
  if (before === null) return refuse('NOT_FOUND', { message: '这份邀请已经过了，想来请问队长。' });
  if (before.place !== 'invited') return refuse('TEAM_PLACE_CHANGED');
  if (!isAccepted) return accept(turnDown(team, member._id, before, 'self', step));
  const refusal = ownRefusalOf(team, member, step.nowMs);
  if (refusal !== null) return refusal;
  // Of a social worker it is the role that lets them in; it may have been taken back since.
  if (before.relation === 'socialWorker' && !holdsAt(member.roles, ['socialWorker'], team.areaId)) return refuse('NOT_ALLOWED', { message: '您现在不是本社区的社工，请队长换个身份再请您。' });
  return accept(putIn(team, member._id, { ...team.members, [member._id]: inEntry(before, step.nowMs) }, 'invitation', step));
};

/** Nobody answered: whoever asked or was invited is let go. */
export const lapsedByClock = (team: Team, memberId: string, before: TeamMember, nowMs: number): Change<TeamEvent> =>
  changeOf<TeamEvent>({
    when: { version: is(team.version) },
    set: { ...peopleFields(team, without(team.members, memberId), nowMs) },
    add: { version: 1 },
    event: { kind: 'turnedDown', memberId, name: before.name, how: 'clock', was: before.place === 'invited' ? 'invited' : 'asked', sinceMs: before.sinceMs, ...byClock(team._id, 'lapsed', `${memberId}_${before.sinceMs}`, nowMs) },
  });

/** A social worker takes a help team that lost its lead. Refusals: NOT_FOUND, NOT_ALLOWED, TEAM_STATE_CHANGED, TEAM_LIMIT_REACHED, OPERATION_REUSED. */
export const decideTakeOver = (team: Team, mayTake: boolean, member: Member, step: Step): Result<TeamOutcome> => {
  const known = knownStep(team.steps, step);
  if (known !== null) return known;
  if (!mayTake) return team.kind === 'help' ? refuse('TEAM_STATE_CHANGED') : refuse('NOT_FOUND');
  const refusal = ownRefusalOf(team, member, step.nowMs);
  if (refusal !== null) return refusal;
  const lead: TeamMember = { name: nameInTeam(member.displayName), role: 'lead', place: 'in', relation: 'socialWorker', sinceMs: step.nowMs, untilMs: null };
  return accept(putIn(team, member._id, { ...team.members, [member._id]: lead }, 'takeOver', step));
};
