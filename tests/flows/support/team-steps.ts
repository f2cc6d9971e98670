import type { ActivityWordsInput } from '@contract';
import type { Team } from '../../../cloudfunctions/core/team/team';
import { activityWords } from '../../../cloudfunctions/core/shift/shift.fixtures';
import { addShifts, type Times } from './activity-steps';
import { ADMIN, COMMUNITY, NEIGHBOUR, STAFF, type Community } from './community';

export const teamOfCloud = (community: Community, teamId: string): Team => {
  const team = community.document<Team>('teams', teamId);
  if (team === null) throw new Error(`no team ${teamId}`);
  return team;
};

export const teamWords = { name: '枫林巡河队', purpose: '周末沿河走一圈，捡捡垃圾，看看栏杆。' } as const;

/** Proposed by a neighbour, approved by staff. */
export const openTeam = async (community: Community, by = NEIGHBOUR, areaId = COMMUNITY): Promise<string> => {
  const { teamId } = await community.must(by, 'team.propose', { kind: 'volunteer', areaId, ...teamWords });
  await community.must(STAFF, 'team.decide', { teamId, decision: { kind: 'approve' } });
  return teamId;
};

/** Somebody comes in by the code that the lead reads out. */
export const comeIn = async (community: Community, openid: string, teamId: string): Promise<void> => {
  await community.must(openid, 'team.joinByCode', { code: teamOfCloud(community, teamId).joinCode });
};

/** The lead invites by code, the person says yes. */
export const inviteIn = async (community: Community, lead: string, openid: string, teamId: string, relation: 'relative' | 'volunteer' | 'neighbour' | 'socialWorker' | null = null): Promise<void> => {
  await community.must(lead, 'team.invite', { teamId, code: (await community.me(openid)).code, relation });
  await community.must(openid, 'team.answerInvite', { teamId, accept: true });
};

/** A shift of a team: drafted by its lead; checked by the administrator unless it is a help team's. */
export const teamShift = async (community: Community, lead: string, teamId: string, audience: 'teamFirst' | 'teamOnly' | 'helpTeam', times: Times = {}, words: Partial<ActivityWordsInput> = {}): Promise<{ readonly activityId: string; readonly shiftId: string }> => {
  const { activityId } = await community.must(lead, 'activity.create', { areaId: COMMUNITY, words: activityWords(words), team: { teamId, audience: audience === 'helpTeam' ? 'teamOnly' : audience } });
  const [shift] = await addShifts(community, activityId, times, lead);
  await community.must(lead, 'activity.submit', { activityId });
  if (audience !== 'helpTeam') await community.must(ADMIN, 'activity.decide', { activityId, decision: { kind: 'publish' } });
  await community.runJobs();
  return { activityId, shiftId: shift?.shiftId ?? '' };
};
