import type { RouteName } from '@contract';
import { activityWords } from '../tests/flows/support/activity-steps';
import { ADMIN, COMMUNITY, GRID, MERCHANT, NEIGHBOUR, POSTER, STAFF, type Community } from '../tests/flows/support/community';
import { comeIn, inviteIn, openTeam, teamOfCloud, teamShift, teamWords } from '../tests/flows/support/team-steps';

type Call = <R extends RouteName>(openid: string, route: R, input: unknown) => Promise<void>;

const SOCIAL = 'oBenchTeamSocial';
const COLLEAGUE = 'oBenchTeamColleague';

const comingRoutes = async (community: Community, call: Call, teamId: string): Promise<void> => {
  const { code, memberId } = await community.me(MERCHANT);
  await call(MERCHANT, 'team.join', { teamId });
  await call(NEIGHBOUR, 'team.answer', { teamId, memberId, accept: false });
  await call(NEIGHBOUR, 'team.invite', { teamId, code });
  await call(MERCHANT, 'team.answerInvite', { teamId, accept: true });
  await call(POSTER, 'team.joinByCode', { code: teamOfCloud(community, teamId).joinCode });
  await call(NEIGHBOUR, 'team.setRole', { teamId, memberId, role: 'deputy' });
  await call(NEIGHBOUR, 'team.renewCode', { teamId });
  await call(NEIGHBOUR, 'team.update', { teamId, ...teamWords, name: '改过的名字' });
};

/** A team's own shift costs a sign-up no more than any other. */
const shiftRoutes = async (community: Community, call: Call, teamId: string): Promise<void> => {
  await call(NEIGHBOUR, 'activity.create', { areaId: COMMUNITY, words: activityWords(), team: { teamId, audience: 'teamFirst' } });
  for (let shifts = 0; shifts < 4; shifts += 1) await teamShift(community, NEIGHBOUR, teamId, 'teamFirst');
  const { shiftId } = await teamShift(community, NEIGHBOUR, teamId, 'teamOnly');
  await call(POSTER, 'team.get', { teamId });
  await call(POSTER, 'shift.signUp', { shiftId });
};

const helpRoutes = async (community: Community, call: Call): Promise<void> => {
  for (const openid of [SOCIAL, COLLEAGUE]) {
    await community.join(openid, '社工', GRID);
    await community.grant(openid, 'socialWorker', COMMUNITY);
  }
  const input = { name: '三楼小组', purpose: '轮流陪着去复查。', helped: { kind: 'member' as const, memberId: (await community.me(POSTER)).memberId }, hasConsent: true as const };
  await call(SOCIAL, 'team.openHelp', input);
  const { teamId } = await community.must(SOCIAL, 'team.openHelp', input);
  await inviteIn(community, SOCIAL, NEIGHBOUR, teamId, 'volunteer');
  await community.must(ADMIN, 'member.revokeRole', { memberId: (await community.me(SOCIAL)).memberId, role: 'socialWorker', areaId: COMMUNITY });
  await community.runJobs();
  await call(COLLEAGUE, 'team.takeOver', { teamId });
};

/** Teams from being proposed to being closed. */
export const teamRoutes = async (community: Community, call: Call): Promise<void> => {
  const proposal = { kind: 'volunteer', areaId: COMMUNITY, ...teamWords };
  await call(NEIGHBOUR, 'team.propose', proposal);
  const { teamId } = await community.must(NEIGHBOUR, 'team.propose', proposal as never);
  await call(STAFF, 'team.decide', { teamId, decision: { kind: 'approve' } });
  await comingRoutes(community, call, teamId);
  await shiftRoutes(community, call, teamId);
  for (let teams = 0; teams < 4; teams += 1) await openTeam(community);
  await call(POSTER, 'team.list', {});
  await call(NEIGHBOUR, 'team.mine', {});
  await call(NEIGHBOUR, 'team.remove', { teamId, memberId: (await community.me(MERCHANT)).memberId });
  await call(POSTER, 'team.leave', { teamId });
  const closing = await openTeam(community, POSTER);
  await comeIn(community, MERCHANT, closing);
  await call(POSTER, 'team.close', { teamId: closing, reason: '合在一起了' });
  await helpRoutes(community, call);
};
