import type { ShiftCardView, TeamCardView, TeamPersonView, TeamView } from '@contract';
import { maskedName, type Member } from '../member/member';
import { isWithin } from '../kernel/area-tree';
import { entryOf, inRole, isIn, membersMaxOf, type Team, type TeamMember } from './team';
import { mayDecideTeam, mayLeadTeam, mayManageTeam, mayTakeOver } from './team-access';

const isOwn = (team: Team, reader: Member): boolean => isIn(team, reader._id);

const leadNameOf = (team: Team, reader: Member): string | null => {
  const [first] = inRole(team.members, 'lead');
  if (first === undefined) return null;
  return isOwn(team, reader) ? first[1].name : maskedName(first[1].name);
};

/** A help team has a name only for its own people and those they invited. */
const nameOf = (team: Team, reader: Member): Pick<Team, 'name' | 'purpose'> =>
  team.kind === 'help' && entryOf(team, reader._id) === null ? { name: '一个帮扶小组', purpose: '' } : { name: team.name, purpose: team.purpose };

export const teamCardView = (team: Team, reader: Member): TeamCardView => {
  const mine = entryOf(team, reader._id);
  return {
    teamId: team._id,
    kind: team.kind,
    state: team.state,
    ...nameOf(team, reader),
    areaName: team.areaName,
    memberCount: team.memberCount,
    leadName: leadNameOf(team, reader),
    place: mine?.place ?? null,
    role: mine?.place === 'in' ? mine.role : null,
  };
};

const RANK: Readonly<Record<TeamMember['role'], number>> = { lead: 0, deputy: 1, member: 2 };
const PLACE_RANK: Readonly<Record<TeamMember['place'], number>> = { in: 0, asked: 1, invited: 2 };

const bySeat = ([, a]: readonly [string, TeamMember], [, b]: readonly [string, TeamMember]): number => PLACE_RANK[a.place] - PLACE_RANK[b.place] || RANK[a.role] - RANK[b.role] || a.sinceMs - b.sinceMs;

type Sight = 'lead' | 'own' | 'stranger';

const sightOf = (team: Team, reader: Member): Sight => {
  if (mayManageTeam(team, reader) || mayLeadTeam(team, reader)) return 'lead';
  return isOwn(team, reader) ? 'own' : 'stranger';
};

const isSeen = (team: Team, [memberId, entry]: readonly [string, TeamMember], sight: Sight, reader: Member): boolean => {
  if (sight === 'lead' || memberId === reader._id) return true;
  if (entry.place !== 'in') return false;
  // Whoever looks at a help team from outside reads how many are in, not who.
  return sight === 'own' || (team.kind !== 'help' && entry.role !== 'member');
};

const peopleOf = (team: Team, reader: Member): readonly TeamPersonView[] => {
  const sight = sightOf(team, reader);
  return Object.entries(team.members)
    .filter((each) => isSeen(team, each, sight, reader))
    .sort(bySeat)
    .map(([memberId, { name, role, place, relation, sinceMs }]) => {
      const isMe = memberId === reader._id;
      return { memberId: sight === 'lead' || isMe ? memberId : null, name: sight === 'stranger' && !isMe ? maskedName(name) : name, role, place, relation, isMe, sinceMs };
    });
};

/** Pure: a team for one reader, whom the shell knows to see it; `helpedName` is null for whoever is not in. */
export const teamView = (team: Team, shifts: readonly ShiftCardView[], reader: Member, helpedName: string | null): TeamView => {
  const isActive = team.state === 'active';
  const canManage = isActive && mayManageTeam(team, reader);
  const isPublic = team.kind !== 'help';
  return {
    ...teamCardView(team, reader),
    areaId: team.areaId,
    note: team.note,
    people: peopleOf(team, reader),
    shifts,
    helpedName,
    joinCode: canManage && isPublic ? team.joinCode : '',
    membersMax: membersMaxOf(team),
    canJoin: isActive && isPublic && entryOf(team, reader._id) === null && isWithin(reader.communityId, team.areaId) && team.peopleIds.length < membersMaxOf(team),
    canManage,
    canLead: team.state !== 'closed' && mayLeadTeam(team, reader),
    canDecide: team.state === 'proposed' && mayDecideTeam(team, reader),
    canTakeOver: mayTakeOver(team, reader),
  };
};
