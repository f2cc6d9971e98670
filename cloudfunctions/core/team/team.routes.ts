import type { TEAM_ROUTES } from '@contract';
import type { Handlers } from '../platform/router';
import { answerAsker, answerInvitation, inviteToTeam, joinTeam, joinTeamByCode, leaveTeam, removeFromTeam, setTeamRole, takeTeamOver } from './team-people.use-case';
import { closeTeam, decideTeam, getTeam, listTeams, myTeams, openHelpTeam, proposeTeam, renewTeamCode, updateTeam } from './team.use-case';

export const teamHandlers: Pick<Handlers, keyof typeof TEAM_ROUTES> = {
  'team.propose': proposeTeam,
  'team.openHelp': openHelpTeam,
  'team.decide': decideTeam,
  'team.update': updateTeam,
  'team.list': listTeams,
  'team.mine': myTeams,
  'team.get': getTeam,
  'team.join': joinTeam,
  'team.joinByCode': joinTeamByCode,
  'team.answer': answerAsker,
  'team.invite': inviteToTeam,
  'team.answerInvite': answerInvitation,
  'team.renewCode': renewTeamCode,
  'team.leave': leaveTeam,
  'team.setRole': setTeamRole,
  'team.remove': removeFromTeam,
  'team.takeOver': takeTeamOver,
  'team.close': closeTeam,
};
