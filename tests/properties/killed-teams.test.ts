import type { Member } from '../../cloudfunctions/core/member/member';
import { isIn } from '../../cloudfunctions/core/team/team';
import { COMMUNITY, DAY_MS, STAFF, type Community } from '../flows/support/community';
import { shiftOfCloud, signUpFor, signUpIdOf } from '../flows/support/activity-steps';
import { comeIn, openTeam, teamOfCloud, teamShift, teamWords } from '../flows/support/team-steps';
import { describeKilled, type KilledCase } from './support/killed-command';

/** Teams and who is in them, killed at any database call. */
const idOf = async (community: Community, openid: string): Promise<string> => (await community.me(openid)).memberId;
const notes = (community: Community, memberId: string, teamId: string): boolean => community.document<Member>('members', memberId)?.teamIds.includes(teamId) === true;

/** A team that the giver leads and the poster is in. */
const teamOfTwo = async (community: Community, poster: string, giver: string): Promise<{ readonly teamId: string; readonly memberId: string }> => {
  const teamId = await openTeam(community, giver);
  await comeIn(community, poster, teamId);
  return { teamId, memberId: await idOf(community, poster) };
};

const cases: readonly KilledCase[] = [
  {
    route: 'team.decide',
    prepare: async (community, _poster, giver) => {
      const { teamId } = await community.must(giver, 'team.propose', { kind: 'volunteer', areaId: COMMUNITY, ...teamWords });
      const memberId = await idOf(community, giver);
      return { caller: STAFF, input: { teamId, decision: { kind: 'approve' } }, subjectIds: () => [teamId], happened: () => teamOfCloud(community, teamId).state === 'active' && notes(community, memberId, teamId) };
    },
  },
  {
    route: 'team.answer',
    prepare: async (community, poster, giver) => {
      const teamId = await openTeam(community, giver);
      await community.must(poster, 'team.join', { teamId });
      const memberId = await idOf(community, poster);
      return { caller: giver, input: { teamId, memberId, accept: true }, subjectIds: () => [teamId], happened: () => isIn(teamOfCloud(community, teamId), memberId) && notes(community, memberId, teamId) };
    },
  },
  {
    route: 'team.invite',
    prepare: async (community, poster, giver) => {
      const teamId = await openTeam(community, giver);
      const { code, memberId } = await community.me(poster);
      return { caller: giver, input: { teamId, code }, subjectIds: () => [teamId], happened: () => teamOfCloud(community, teamId).members[memberId]?.place === 'invited' };
    },
  },
  {
    route: 'team.setRole',
    prepare: async (community, poster, giver) => {
      const { teamId, memberId } = await teamOfTwo(community, poster, giver);
      return { caller: giver, input: { teamId, memberId, role: 'lead' }, subjectIds: () => [teamId], happened: () => community.document<Member>('members', memberId)?.ledTeamIds.includes(teamId) === true };
    },
  },
  {
    name: 'team.leave, and a place in what is only the team’s is given back',
    route: 'team.leave',
    prepare: async (community, poster, giver) => {
      const { teamId, memberId } = await teamOfTwo(community, poster, giver);
      const { shiftId } = await teamShift(community, giver, teamId, 'teamOnly', { startsInMs: 90 * DAY_MS });
      await signUpFor(community, poster, shiftId);
      const signUpId = await signUpIdOf(community, poster);
      return { caller: poster, input: { teamId }, subjectIds: () => [teamId, shiftId], happened: () => !notes(community, memberId, teamId) && shiftOfCloud(community, shiftId).signUps[signUpId]?.state === 'cancelled' };
    },
  },
  {
    route: 'team.close',
    prepare: async (community, poster, giver) => {
      const { teamId, memberId } = await teamOfTwo(community, poster, giver);
      return { caller: giver, input: { teamId, reason: '合在一起了' }, subjectIds: () => [teamId], happened: () => teamOfCloud(community, teamId).state === 'closed' && !notes(community, memberId, teamId) };
    },
  },
  {
    name: 'member.leave, and their team is told',
    route: 'member.leave',
    prepare: async (community, poster, giver) => {
      const { teamId } = await teamOfTwo(community, poster, giver);
      return { caller: giver, input: {}, subjectIds: () => [teamId], happened: () => teamOfCloud(community, teamId).leaderlessSinceMs !== null };
    },
  },
];

describeKilled(cases, { perHour: 6 });
