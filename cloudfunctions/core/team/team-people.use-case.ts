import type { ApiContract, TeamView } from '@contract';
import { stepOf } from '../aggregate/step.use-case';
import { fail, refuse } from '../kernel/result';
import { memberRepository } from '../member/member.repository';
import type { MemberContext } from '../platform/context';
import { changeTeam } from './change-team.use-case';
import { decideAnswer, decideAnswerInvite, decideAsk, decideInvite, decideJoinByCode, decideTakeOver } from './come-to-team';
import { decideLeave, decideRemove, decideRole } from './stay-in-team';
import { mayTakeOver } from './team-access';
import { findTeamByCode } from './team.repository';

type Parsed<R extends keyof ApiContract> = ApiContract[R]['parsed'];
type TeamRef = { readonly teamId: string };

export const joinTeam = (context: MemberContext, input: Parsed<'team.join'>): Promise<TeamView> => changeTeam(context, input.teamId, (team) => decideAsk(team, context.member, stepOf(context, input)));

const NO_SUCH_CODE = { message: '没找到这个编号，请队长再读一遍。' } as const;

/** The code must still be the team's at the moment of writing: a renewed one is dead at once. */
export const joinTeamByCode = async (context: MemberContext, input: Parsed<'team.joinByCode'>): Promise<TeamView> => {
  const found = await findTeamByCode(input.code);
  if (found === null || found.kind === 'help') return fail('NOT_FOUND', NO_SUCH_CODE);
  const step = stepOf(context, input);
  return changeTeam(context, found._id, (team) => (team.joinCode === input.code ? decideJoinByCode(team, context.member, step) : refuse('NOT_FOUND', NO_SUCH_CODE)));
};

export const answerAsker = (context: MemberContext, input: Parsed<'team.answer'>): Promise<TeamView> =>
  changeTeam(context, input.teamId, (team) => decideAnswer(team, input.memberId, input.accept, context.member, stepOf(context, input)));

/** Refuses PERSON_NOT_FOUND for a code nobody has. */
export const inviteToTeam = async (context: MemberContext, input: Parsed<'team.invite'>): Promise<TeamView> => {
  const found = (await memberRepository.findByCode(input.code)) ?? fail('PERSON_NOT_FOUND', { fields: { code: '没找到这个编号' } });
  return changeTeam(context, input.teamId, (team) => decideInvite(team, found, input.relation, context.member, stepOf(context, input)));
};

/** Whoever says no no longer sees a help team, so the reply is only its id. */
export const answerInvitation = async (context: MemberContext, input: Parsed<'team.answerInvite'>): Promise<TeamRef> => {
  await changeTeam(context, input.teamId, (team) => decideAnswerInvite(team, input.accept, context.member, stepOf(context, input)));
  return { teamId: input.teamId };
};

export const leaveTeam = async (context: MemberContext, input: Parsed<'team.leave'>): Promise<TeamRef> => {
  await changeTeam(context, input.teamId, (team) => decideLeave(team, context.member, stepOf(context, input)));
  return { teamId: input.teamId };
};

export const setTeamRole = (context: MemberContext, input: Parsed<'team.setRole'>): Promise<TeamView> =>
  changeTeam(context, input.teamId, (team) => decideRole(team, input.memberId, input.role, context.member, stepOf(context, input)));

export const removeFromTeam = (context: MemberContext, input: Parsed<'team.remove'>): Promise<TeamView> =>
  changeTeam(context, input.teamId, (team) => decideRemove(team, input.memberId, context.member, stepOf(context, input)));

export const takeTeamOver = (context: MemberContext, input: Parsed<'team.takeOver'>): Promise<TeamView> =>
  changeTeam(context, input.teamId, (team) => decideTakeOver(team, mayTakeOver(team, context.member), context.member, stepOf(context, input)));
