import { ancestorAt } from '../kernel/area-tree';
import { worksAt, type Member } from '../member/member';
import { entryOf, type Team } from './team';

/**
 * Who may do what with a team. A help team is its own people's: of the staff only social workers of its area know that it
 * is there, and even they do not read for whom (RULES.md sections 0 and 8).
 */
export const answersFor = (team: Pick<Team, 'kind' | 'areaId'>, member: Member): boolean => (team.kind === 'help' ? worksAt(member, team.areaId, ['socialWorker']) : worksAt(member, team.areaId));

const isInDistrict = (team: Pick<Team, 'areaId'>, reader: Member): boolean => ancestorAt(team.areaId, 'district') === ancestorAt(reader.areaId, 'district');

/** A team that somebody may not see is one that is not there. */
export const maySeeTeam = (team: Team, reader: Member): boolean => {
  if (entryOf(team, reader._id) !== null || answersFor(team, reader)) return true;
  return team.kind !== 'help' && (team.openedById === reader._id || (team.approvedAtMs !== null && isInDistrict(team, reader)));
};

/** Leads and deputies: answer who asked, invite, read the code out. */
export const mayManageTeam = (team: Team, member: Member): boolean => {
  const entry = entryOf(team, member._id);
  return entry?.place === 'in' && entry.role !== 'member';
};

/** Leads, and staff of the area where neighbours see it: roles, taking out, words, closing. */
export const mayLeadTeam = (team: Team, member: Member): boolean => {
  const entry = entryOf(team, member._id);
  return (entry?.place === 'in' && entry.role === 'lead') || (team.kind !== 'help' && answersFor(team, member));
};

export const mayDecideTeam = (team: Team, member: Member): boolean => team.openedById !== member._id && answersFor(team, member);

export const mayTakeOver = (team: Team, member: Member): boolean => team.kind === 'help' && team.state === 'active' && team.leaderlessSinceMs !== null && answersFor(team, member);
