import type { Member } from '../../cloudfunctions/core/member/member';
import type { Notice } from '../../cloudfunctions/core/notice/notice';
import type { Task } from '../../cloudfunctions/core/staff/task';
import { isTeamCoherent, type Team } from '../../cloudfunctions/core/team/team';
import { activityWords, addShifts, shiftOfCloud, signUpFor, signUpIdOf } from './support/activity-steps';
import { ADMIN, COMMUNITY, Community, DAY_MS, GRID, HOUR_MS, MERCHANT, NEIGHBOUR, OTHER_COMMUNITY, OUTSIDE_STAFF, OUTSIDER, POSTER, STAFF, STREET } from './support/community';
import { comeIn, inviteIn, openTeam, teamOfCloud, teamShift, teamWords } from './support/team-steps';

const SOCIAL = 'oTestSocialZhou';
const COLLEAGUE = 'oTestSocialChen';
const HELPED = 'oTestHelpedSun';
const LEAVER = 'oTestTeamLeaver';
const DAUGHTER = 'oTestDaughterSun';

const memberOf = async (community: Community, openid: string): Promise<Member> => {
  const found = community.document<Member>('members', (await community.me(openid)).memberId);
  if (found === null) throw new Error(`no member ${openid}`);
  return found;
};

const openTasks = (community: Community, kind: Task['kind']): readonly Task[] => community.documents<Task>('tasks').filter((task) => task.kind === kind && task.state === 'open');

const expectCoherent = (community: Community): void => {
  for (const team of community.documents<Team>('teams')) expect({ id: team._id, coherent: isTeamCoherent(team) }).toEqual({ id: team._id, coherent: true });
};

describe('teams that neighbours see', () => {
  let community: Community;
  let teamId: string;
  beforeAll(async () => {
    community = await Community.found();
    teamId = await openTeam(community);
  });
  afterAll(async () => {
    expectCoherent(community);
    await community.close();
  });

  test('a proposed one is its proposer’s and the staff’s; another than the proposer decides; a refusal says why', async () => {
    const { teamId: proposedId } = await community.must(POSTER, 'team.propose', { kind: 'party', areaId: STREET, ...teamWords, name: '枫桥先锋队' });
    expect(await community.refused(NEIGHBOUR, 'team.get', { teamId: proposedId })).toMatchObject({ code: 'NOT_FOUND' });
    expect((await community.must(POSTER, 'team.get', { teamId: proposedId })).state).toBe('proposed');
    expect((await community.refused(STAFF, 'team.decide', { teamId: proposedId, decision: { kind: 'approve' } })).code).toBe('NOT_FOUND');
    expect(openTasks(community, 'teamReview')).toMatchObject([{ title: '枫桥先锋队', subjectId: proposedId }]);
    expect((await community.must(ADMIN, 'team.decide', { teamId: proposedId, decision: { kind: 'refuse', note: '和街道的先锋队一起吧' } })).state).toBe('closed');
    expect((await community.must(POSTER, 'team.get', { teamId: proposedId })).note).toBe('和街道的先锋队一起吧');
    expect(openTasks(community, 'teamReview')).toEqual([]);
    expect((await memberOf(community, POSTER)).teamIds).toEqual([]);
    expect(await community.refused(NEIGHBOUR, 'team.propose', { kind: 'volunteer', areaId: OTHER_COMMUNITY, ...teamWords })).toMatchObject({ code: 'OUT_OF_AREA' });
    expect(await community.refused(NEIGHBOUR, 'team.propose', { kind: 'help', areaId: COMMUNITY, ...teamWords })).toMatchObject({ code: 'BAD_INPUT' });
    expect(await community.refused(NEIGHBOUR, 'team.propose', { kind: 'volunteer', areaId: COMMUNITY, name: '存疑的队', purpose: '存疑的一句话' })).toMatchObject({ code: 'TEXT_RISKY' });
  });

  test('asking, the lead’s answer, and what strangers, members and leads read', async () => {
    expect((await community.must(POSTER, 'team.list', {})).items).toMatchObject([{ teamId, place: null, leadName: '刘*' }]);
    expect((await community.must(POSTER, 'team.join', { teamId })).place).toBe('asked');
    expect((await memberOf(community, POSTER)).teamIds).toEqual([]);
    const { memberId } = await community.me(POSTER);
    expect(await community.refused(POSTER, 'team.answer', { teamId, memberId, accept: true })).toMatchObject({ code: 'NOT_ALLOWED' });
    expect((await community.must(NEIGHBOUR, 'home.overview', {})).todos).toMatchObject([{ title: '赵阿姨想加入枫林巡河队', target: { page: 'team' } }]);
    await community.must(NEIGHBOUR, 'team.answer', { teamId, memberId, accept: true });
    expect((await community.must(NEIGHBOUR, 'home.overview', {})).todos).toEqual([]);
    expect((await memberOf(community, POSTER)).teamIds).toEqual([teamId]);
    expect(await community.must(POSTER, 'team.get', { teamId })).toMatchObject({ joinCode: '', canManage: false, people: [{ name: '刘洋', role: 'lead', memberId: null }, { name: '赵阿姨', isMe: true }] });
    const seen = await community.must(OUTSIDER, 'team.get', { teamId });
    expect(seen).toMatchObject({ memberCount: 2, canJoin: false, joinCode: '', people: [{ name: '刘*', role: 'lead', memberId: null }] });
    expect((await community.must(POSTER, 'team.mine', {})).map((team) => team.teamId)).toEqual([teamId]);
  });

  test('an invitation asks; the code lets in only from here; a renewed one is dead', async () => {
    const { code, memberId } = await community.me(MERCHANT);
    await community.must(NEIGHBOUR, 'team.invite', { teamId, code });
    expect((await memberOf(community, MERCHANT)).teamIds).toEqual([]);
    await community.must(MERCHANT, 'team.answerInvite', { teamId, accept: false });
    expect(teamOfCloud(community, teamId).peopleIds).not.toContain(memberId);
    const { joinCode } = await community.must(NEIGHBOUR, 'team.get', { teamId });
    expect(await community.refused(OUTSIDER, 'team.joinByCode', { code: joinCode })).toMatchObject({ code: 'OUT_OF_AREA' });
    await community.must(NEIGHBOUR, 'team.renewCode', { teamId });
    expect(await community.refused(MERCHANT, 'team.joinByCode', { code: joinCode })).toMatchObject({ code: 'NOT_FOUND' });
    expect(await community.refused(POSTER, 'team.invite', { teamId, code })).toMatchObject({ code: 'NOT_ALLOWED' });
    expect(await community.refused(NEIGHBOUR, 'team.invite', { teamId, code: 'ZZZZZZZZ' })).toMatchObject({ code: 'PERSON_NOT_FOUND' });
  });

  test('twelve by the same code at once are all in; the same tap again changes nothing', async () => {
    const { joinCode } = await community.must(NEIGHBOUR, 'team.get', { teamId });
    const crowd = Array.from({ length: 12 }, (_unused, index) => `oTestTeamCrowd${index}`);
    for (const openid of crowd) await community.join(openid, `队友${openid.slice(-2)}`, GRID);
    const taps = await Promise.all(crowd.map((openid) => community.send(openid, 'team.joinByCode', { code: joinCode }, `join-${openid}-000001`)));
    for (const [index, tap] of taps.entries()) if (tap.ok !== true) await community.must(crowd[index] ?? '', 'team.joinByCode', { code: joinCode }, `join-${crowd[index] ?? ''}-000001`);
    const before = teamOfCloud(community, teamId);
    expect(before.memberCount).toBe(14);
    await community.must(crowd[0] ?? '', 'team.joinByCode', { code: joinCode }, `join-${crowd[0] ?? ''}-000001`);
    expect(teamOfCloud(community, teamId).version).toBe(before.version);
    expect(await community.refused(crowd[0] ?? '', 'team.joinByCode', { code: 'ABCDEFGH' }, `join-${crowd[0] ?? ''}-000001`)).toMatchObject({ code: 'NOT_FOUND' });
    await community.runJobs();
    for (const openid of crowd) expect((await memberOf(community, openid)).teamIds).toEqual([teamId]);
  });

  test('the only lead stays; of two leads who go at once one stays', async () => {
    const { memberId } = await community.me(POSTER);
    expect(await community.refused(NEIGHBOUR, 'team.leave', { teamId })).toMatchObject({ code: 'TEAM_LAST_LEAD' });
    await community.must(NEIGHBOUR, 'team.setRole', { teamId, memberId, role: 'lead' });
    expect((await memberOf(community, POSTER)).ledTeamIds).toEqual([teamId]);
    const both = await Promise.all([community.send(POSTER, 'team.leave', { teamId }), community.send(NEIGHBOUR, 'team.leave', { teamId })]);
    expect(both.filter((answer) => answer.ok === true)).toHaveLength(1);
    const [stays, went] = both[0].ok === true ? [NEIGHBOUR, POSTER] : [POSTER, NEIGHBOUR];
    expect((await memberOf(community, went)).ledTeamIds).toEqual([]);
    await comeIn(community, went, teamId);
    await community.must(stays, 'team.setRole', { teamId, memberId: (await community.me(went)).memberId, role: 'lead' });
    await community.must(NEIGHBOUR, 'team.setRole', { teamId, memberId, role: 'member' });
    expect((await memberOf(community, POSTER)).ledTeamIds).toEqual([]);
  });

  test('the team signs up first, then everybody; its lead leads', async () => {
    const { shiftId, activityId } = await teamShift(community, NEIGHBOUR, teamId, 'teamFirst', { capacity: 2, startsInMs: 5 * DAY_MS });
    const { memberId } = await community.me(POSTER);
    const told = (): readonly string[] => community.documents<Notice>('notices').filter((notice) => notice.target.page === 'team' && notice.body.includes('队伍页')).filter((notice) => notice.memberId === memberId).map(({ title }) => title);
    expect(told()).toContain(`${teamWords.name}有新的活动`);
    await addShifts(community, activityId, { capacity: 2, startsInMs: 12 * DAY_MS }, NEIGHBOUR);
    await community.runJobs();
    await community.runJobs();
    expect(told().filter((title) => title === '队里又排了时间')).toHaveLength(1);
    const { memberId: leadId } = await community.me(NEIGHBOUR);
    expect(community.documents<Notice>('notices').filter((notice) => notice.memberId === leadId && notice.title === '队里又排了时间')).toEqual([]);
    expect((await community.must(MERCHANT, 'activity.list', { fromDay: null, toDay: null, kind: null })).items.map((each) => each.shiftId)).toContain(shiftId);
    expect(await community.must(MERCHANT, 'shift.get', { shiftId })).toMatchObject({ audience: 'teamFirst', canLead: false, closedText: expect.stringContaining('先请队员报名') as string });
    expect(await community.refused(MERCHANT, 'shift.signUp', { shiftId })).toMatchObject({ code: 'TEAM_ONLY' });
    expect((await signUpFor(community, POSTER, shiftId)).outcome).toBe('joined');
    expect((await community.must(NEIGHBOUR, 'shift.roster', { shiftId })).entries).toHaveLength(1);
    await community.advance(25 * HOUR_MS);
    expect((await signUpFor(community, MERCHANT, shiftId)).outcome).toBe('joined');
    expect((await community.must(OUTSIDER, 'team.get', { teamId })).shifts.map((each) => each.shiftId)).toContain(shiftId);
  });

  test('what is only the team’s is in no list of others, and whoever leaves gives their place back', async () => {
    const { shiftId } = await teamShift(community, NEIGHBOUR, teamId, 'teamOnly', { capacity: 1, startsInMs: 6 * DAY_MS });
    const listed = async (openid: string): Promise<readonly string[]> => (await community.must(openid, 'activity.list', { fromDay: null, toDay: null, kind: null })).items.map((each) => each.shiftId);
    expect([(await listed(POSTER)).includes(shiftId), (await listed(MERCHANT)).includes(shiftId)]).toEqual([true, false]);
    await signUpFor(community, POSTER, shiftId);
    expect(await community.refused(NEIGHBOUR, 'team.close', { teamId, reason: '不办了' })).toMatchObject({ code: 'TEAM_HAS_SHIFTS' });
    await community.must(POSTER, 'team.leave', { teamId });
    await community.runJobs();
    expect(shiftOfCloud(community, shiftId)).toMatchObject({ seatsLeft: 1, signUps: { [await signUpIdOf(community, POSTER)]: { state: 'cancelled' } } });
    expect(await community.refused(POSTER, 'shift.signUp', { shiftId })).toMatchObject({ code: 'TEAM_ONLY' });
    expect(await community.refused(POSTER, 'activity.create', { areaId: COMMUNITY, words: activityWords(), team: { teamId, audience: 'teamOnly' } })).toMatchObject({ code: 'OUT_OF_AREA' });
    expect(await community.refused(NEIGHBOUR, 'activity.create', { areaId: COMMUNITY, words: activityWords() })).toMatchObject({ code: 'OUT_OF_AREA' });
  });

  test('a lead who leaves the community is missed: staff name another; what a person takes along', async () => {
    await community.join(LEAVER, '吴小队', GRID);
    const otherId = await openTeam(community, LEAVER);
    await comeIn(community, POSTER, otherId);
    expect((await community.must(LEAVER, 'member.exportData', { part: 'help' })).json).toContain('沿河走一圈');
    await community.must(LEAVER, 'member.leave', {});
    await community.runJobs();
    expect(teamOfCloud(community, otherId)).toMatchObject({ memberCount: 1, leaderlessSinceMs: expect.any(Number) as number });
    const [task] = openTasks(community, 'teamWithoutLead');
    expect(task).toMatchObject({ subjectId: otherId, title: '枫林巡河队' });
    expect(JSON.stringify(teamOfCloud(community, otherId).members)).not.toContain('吴小队');
    const { memberId } = await community.me(POSTER);
    await community.must(STAFF, 'team.setRole', { teamId: otherId, memberId, role: 'lead' });
    expect(openTasks(community, 'teamWithoutLead')).toEqual([]);
    expect(await community.must(POSTER, 'team.close', { teamId: otherId, reason: '和巡河队合在一起了' })).toEqual({ teamId: otherId });
    expect((await memberOf(community, POSTER)).teamIds).toEqual([]);
  });
});

describe('a help team', () => {
  let community: Community;
  let teamId: string;
  let helpedName: string;
  beforeAll(async () => {
    community = await Community.found();
    const people: readonly (readonly [string, string, string])[] = [[SOCIAL, '周社工', COMMUNITY], [COLLEAGUE, '陈社工', COMMUNITY], [HELPED, '孙奶奶', GRID], [DAUGHTER, '孙女儿', OTHER_COMMUNITY]];
    for (const [openid, name, areaId] of people) await community.join(openid, name, areaId);
    for (const openid of [SOCIAL, COLLEAGUE]) await community.grant(openid, 'socialWorker', COMMUNITY);
    helpedName = '孙奶奶';
    ({ teamId } = await community.must(SOCIAL, 'team.openHelp', { name: '三楼小组', purpose: '轮流陪着去复查、买菜。', helped: { kind: 'member', memberId: (await community.me(HELPED)).memberId }, hasConsent: true }));
    await inviteIn(community, SOCIAL, NEIGHBOUR, teamId, 'volunteer');
    await inviteIn(community, SOCIAL, DAUGHTER, teamId, 'relative');
  });
  afterAll(async () => {
    expectCoherent(community);
    await community.close();
  });

  /** Nothing of it in anything a route answers. */
  const seesNothing = async (openid: string, ids: readonly string[]): Promise<void> => {
    const answers = [
      await community.send(openid, 'team.list', {}),
      await community.send(openid, 'team.list', { areaId: COMMUNITY }),
      await community.send(openid, 'team.mine', {}),
      await community.send(openid, 'activity.list', { fromDay: null, toDay: null, kind: null }),
      await community.send(openid, 'shift.mine', { ahead: true }),
      await community.send(openid, 'home.overview', {}),
      await community.send(openid, 'activity.queue', { areaId: COMMUNITY }),
      await community.send(openid, 'staff.queue', { areaId: COMMUNITY }),
    ];
    for (const text of [helpedName, '三楼小组', '陪孙奶奶复查', teamId, ...ids]) expect({ openid, text, isThere: JSON.stringify(answers).includes(text) }).toEqual({ openid, text, isThere: false });
  };

  test('is opened by a social worker of the area only, around somebody who agreed', async () => {
    const helped = { kind: 'member' as const, memberId: (await community.me(HELPED)).memberId };
    const input = { name: '另一组', purpose: '陪着散步。', helped, hasConsent: true as const };
    expect(await community.refused(STAFF, 'team.openHelp', input)).toMatchObject({ code: 'NOT_ALLOWED' });
    expect(await community.refused(SOCIAL, 'team.openHelp', { ...input, hasConsent: false })).toMatchObject({ code: 'BAD_INPUT' });
    expect(await community.refused(SOCIAL, 'team.openHelp', { ...input, helped: { kind: 'member', memberId: (await community.me(OUTSIDER)).memberId } })).toMatchObject({ code: 'PERSON_NOT_FOUND' });
    const stored = teamOfCloud(community, teamId);
    expect(JSON.stringify(stored)).not.toContain(helpedName);
    expect((await community.must(NEIGHBOUR, 'team.get', { teamId })).helpedName).toBe(helpedName);
    expect(await community.must(COLLEAGUE, 'team.get', { teamId })).toMatchObject({ name: '一个帮扶小组', helpedName: null, people: [] });
  });

  test('no route tells outsiders of it or of what it does: neighbours, other staff, the one it is for', async () => {
    const { activityId, shiftId } = await teamShift(community, SOCIAL, teamId, 'helpTeam', { capacity: 2, startsInMs: 3 * DAY_MS }, { title: '陪孙奶奶复查' });
    expect(shiftOfCloud(community, shiftId)).toMatchObject({ state: 'open', shownIn: teamId, audience: 'helpTeam' });
    const { kind } = shiftOfCloud(community, shiftId);
    for (const openid of [POSTER, STAFF, ADMIN, OUTSIDER, OUTSIDE_STAFF, HELPED]) {
      await seesNothing(openid, [shiftId, activityId]);
      expect((await community.refused(openid, 'team.get', { teamId })).code).toBe('NOT_FOUND');
      expect((await community.refused(openid, 'shift.get', { shiftId })).code).toBe('NOT_FOUND');
      expect((await community.refused(openid, 'shift.roster', { shiftId })).code).toBe('NOT_FOUND');
      expect((await community.refused(openid, 'shift.callList', { shiftId })).code).toBe('NOT_FOUND');
      expect((await community.refused(openid, 'shift.signUp', { shiftId })).code).toBe('NOT_FOUND');
      expect((await community.refused(openid, 'activity.get', { activityId })).code).toBe('NOT_FOUND');
      expect((await community.refused(openid, 'team.join', { teamId })).code).toBe('NOT_FOUND');
      expect((await community.refused(openid, 'team.joinByCode', { code: teamOfCloud(community, teamId).joinCode })).code).toBe('NOT_FOUND');
      expect(JSON.stringify(await community.must(openid, 'shift.similar', { shiftId, activityId, kind }))).not.toContain(shiftId);
    }
    expect((await community.must(NEIGHBOUR, 'activity.list', { fromDay: null, toDay: null, kind: null })).items.map((each) => each.shiftId)).toEqual([shiftId]);
    expect((await signUpFor(community, NEIGHBOUR, shiftId)).outcome).toBe('joined');
    expect((await signUpFor(community, DAUGHTER, shiftId)).outcome).toBe('joined');
  });

  test('its shifts are led from among its own; tasks about them have no name', async () => {
    const { activityId, shiftId } = await teamShift(community, SOCIAL, teamId, 'helpTeam', { startsInMs: HOUR_MS, lastsMs: HOUR_MS }, { title: '陪孙奶奶复查' });
    const outside = (await community.me(POSTER)).code;
    expect((await community.send(SOCIAL, 'shift.add', { activityId, times: [{ startsAtMs: community.nowMs() + DAY_MS, endsAtMs: community.nowMs() + DAY_MS + HOUR_MS }], placeText: '驿站', capacity: 2, leadCode: outside })).ok).toBe(false);
    await addShifts(community, activityId, { leadCode: (await community.me(NEIGHBOUR)).code }, SOCIAL);
    await signUpFor(community, NEIGHBOUR, shiftId);
    await community.advance(3 * HOUR_MS + 3 * DAY_MS);
    for (let run = 0; run < 2; run += 1) await community.runJobs();
    expect(openTasks(community, 'rosterLate').find((task) => task.subjectId === shiftId)).toMatchObject({ title: '帮扶小组的一班', reasonText: '请本社区的社工打开看看' });
    expect((await community.must(COLLEAGUE, 'shift.roster', { shiftId })).canConfirm).toBe(true);
  });

  test('whoever leaves is out of its shifts; a social worker who is none any more is out, and a colleague takes over', async () => {
    const { shiftId } = await teamShift(community, SOCIAL, teamId, 'helpTeam', { startsInMs: 4 * DAY_MS }, { title: '陪孙奶奶复查' });
    await signUpFor(community, DAUGHTER, shiftId);
    await community.must(SOCIAL, 'team.remove', { teamId, memberId: (await community.me(DAUGHTER)).memberId });
    await community.runJobs();
    expect(shiftOfCloud(community, shiftId).signUps[await signUpIdOf(community, DAUGHTER)]?.state).toBe('cancelled');
    expect((await community.refused(DAUGHTER, 'shift.get', { shiftId })).code).toBe('NOT_FOUND');
    expect((await community.refused(COLLEAGUE, 'team.takeOver', { teamId })).code).toBe('TEAM_STATE_CHANGED');
    await community.must(ADMIN, 'member.revokeRole', { memberId: (await community.me(SOCIAL)).memberId, role: 'socialWorker', areaId: COMMUNITY });
    await community.runJobs();
    expect((await community.refused(SOCIAL, 'team.get', { teamId })).code).toBe('NOT_FOUND');
    expect((await community.refused(SOCIAL, 'shift.get', { shiftId })).code).toBe('NOT_FOUND');
    expect(openTasks(community, 'teamWithoutLead')).toMatchObject([{ title: '一个帮扶小组' }]);
    expect((await community.must(COLLEAGUE, 'team.get', { teamId })).canTakeOver).toBe(true);
    expect(await community.must(COLLEAGUE, 'team.takeOver', { teamId })).toMatchObject({ helpedName, role: 'lead' });
    expect(openTasks(community, 'teamWithoutLead')).toEqual([]);
    expect((await community.must(COLLEAGUE, 'shift.roster', { shiftId })).shift.shiftId).toBe(shiftId);
  });

  test('it ends with the one it is for; they could read what is held about them, not who helps', async () => {
    const { json } = await community.must(HELPED, 'member.exportData', { part: 'help' });
    expect([json.includes('三楼小组'), json.includes('陈社工')]).toEqual([true, false]);
    await community.must(HELPED, 'member.leave', {});
    await community.runJobs();
    expect(teamOfCloud(community, teamId)).toMatchObject({ state: 'closed', helpedId: null, helpedNameSealed: null, name: '帮扶小组' });
    expect((await memberOf(community, NEIGHBOUR)).teamIds).toEqual([]);
    const told = community.documents<Notice>('notices').filter((notice) => notice.title === '帮扶小组关掉了');
    expect(told.length).toBeGreaterThan(0);
  });
});
