import { changedBy, is, REPLAY, type OutcomeOf } from '../aggregate/change';
import { knownStep, type Step } from '../aggregate/step';
import { byClock, bySomebody, versionChanged } from '../aggregate/versioned';
import { deriveId, memberCodeOf } from '../kernel/ids';
import { accept, refuse, type Result } from '../kernel/result';
import type { Member } from '../member/member';
import { mayDecideTeam, mayLeadTeam, mayManageTeam, mayTakeOver, answersFor } from './team-access';
import { isIn, peopleFields, type Team } from './team';
import type { TeamEvent } from './team-event';

export type TeamOutcome = OutcomeOf<TeamEvent>;

/** Whoever may act goes on, unless this very act is known; for whoever does not see the team it is not there. */
export const beginAct = (team: Team, isAllowed: boolean, member: Member, step: Step): Result<TeamOutcome> | null => {
  const known = knownStep(team.steps, step);
  if (known !== null) return known;
  if (isAllowed) return null;
  return isIn(team, member._id) || team.kind !== 'help' ? refuse('NOT_ALLOWED') : refuse('NOT_FOUND');
};

/** Closed: nobody is in any more, those who were are told, and of whom it was for nothing stays but the id that erasing asks for. */
export const closedSet = (team: Team, note: string, byId: string): Readonly<Record<string, unknown>> => ({
  state: 'closed', note, members: {}, peopleIds: [], memberCount: 0, leaderlessSinceMs: null, helpedNameSealed: null,
  untoldIds: team.peopleIds.filter((memberId) => memberId !== byId),
});

export type TeamDecision = { readonly kind: 'approve' } | { readonly kind: 'refuse'; readonly note: string };

/** By staff who did not propose it. Refusals: NOT_ALLOWED, TEAM_STATE_CHANGED, OPERATION_REUSED. */
export const decideProposal = (team: Team, decision: TeamDecision, actor: Member, step: Step): Result<TeamOutcome> => {
  const begun = beginAct(team, mayDecideTeam(team, actor), actor, step);
  if (begun !== null) return begun;
  if (team.state !== 'proposed') return refuse('TEAM_STATE_CHANGED');
  if (decision.kind === 'approve') return accept(versionChanged<TeamEvent>(team, step, { state: 'active', approvedAtMs: step.nowMs }, { kind: 'approved', ...bySomebody(step) }));
  return accept(versionChanged<TeamEvent>(team, step, closedSet(team, decision.note, actor._id), { kind: 'closed', wasProposed: true, endsLeaderlessMs: null, ...bySomebody(step) }));
};

/** Refusals: NOT_ALLOWED, NOT_FOUND, TEAM_STATE_CHANGED, OPERATION_REUSED. */
export const decideWords = (team: Team, words: Pick<Team, 'name' | 'purpose'>, actor: Member, step: Step): Result<TeamOutcome> => {
  const begun = beginAct(team, mayLeadTeam(team, actor), actor, step);
  if (begun !== null) return begun;
  if (team.state === 'closed') return refuse('TEAM_STATE_CHANGED');
  return accept(versionChanged<TeamEvent>(team, step, { name: words.name, purpose: words.purpose }, { kind: 'updated', ...bySomebody(step) }));
};

/** Refusals: NOT_ALLOWED, NOT_FOUND, TEAM_STATE_CHANGED, OPERATION_REUSED. */
export const decideRenewCode = (team: Team, actor: Member, step: Step): Result<TeamOutcome> => {
  const begun = beginAct(team, mayManageTeam(team, actor), actor, step);
  if (begun !== null) return begun;
  if (team.state !== 'active') return refuse('TEAM_STATE_CHANGED');
  return accept(versionChanged<TeamEvent>(team, step, { joinCode: memberCodeOf(deriveId('j', team._id, step.operationId)) }, { kind: 'codeRenewed', ...bySomebody(step) }));
};

/**
 * By its leads, by staff of its area, of a help team without a lead by a social worker. `hasShifts`: some are still ahead.
 * Refusals: NOT_ALLOWED, NOT_FOUND, TEAM_HAS_SHIFTS, OPERATION_REUSED.
 */
export const decideClose = (team: Team, hasShifts: boolean, reason: string, actor: Member, step: Step): Result<TeamOutcome> => {
  const begun = beginAct(team, mayLeadTeam(team, actor) || mayTakeOver(team, actor) || (team.state === 'closed' && answersFor(team, actor)), actor, step);
  if (begun !== null) return begun;
  if (team.state === 'closed') return refuse('TEAM_STATE_CHANGED');
  if (hasShifts) return refuse('TEAM_HAS_SHIFTS');
  return accept(versionChanged<TeamEvent>(team, step, closedSet(team, reason, actor._id), { kind: 'closed', wasProposed: team.state === 'proposed', endsLeaderlessMs: team.leaderlessSinceMs, ...bySomebody(step) }));
};

/** Whom a help team is for has left the community: nothing of it stays. Told by their own event. */
export const decideHelpedGone = (team: Team, atMs: number): Result<TeamOutcome> => {
  if (team.helpedId === null) return accept(REPLAY);
  const set = team.state === 'closed' ? { helpedId: null } : { ...closedSet(team, '要帮的人已经离开社区。', ''), helpedId: null };
  const event: TeamEvent = { kind: 'closed', wasProposed: false, endsLeaderlessMs: team.leaderlessSinceMs, ...byClock(team._id, 'helpedGone', '', atMs) };
  return accept(changedBy<TeamEvent>({ when: { version: is(team.version) }, set: { ...set, name: '帮扶小组', purpose: '' }, add: { version: 1 }, event }));
};

/** People as they are after an act of somebody. */
export const withPeople = (team: Team, members: Team['members'], step: Step, event: TeamEvent): TeamOutcome => versionChanged<TeamEvent>(team, step, { ...peopleFields(team, members, step.nowMs) }, event);
