import { isGroupCoherent, type Group } from '../../cloudfunctions/core/group/group';
import { ADMIN, COMMUNITY, Community, NEIGHBOUR, newOperation, OTHER_COMMUNITY, OUTSIDE_STAFF, STAFF } from './support/community';
import { bindByCode, cloudIdOf, CO_OWNER, groupOf, OWNER, withOwners } from './support/group-steps';

const MINUTE_MS = 60_000;

describe('WeChat groups and their owners', () => {
  let community: Community;

  beforeAll(async () => {
    community = await Community.found();
    await withOwners(community);
  });
  afterAll(async () => {
    await community.runJobs();
    for (const group of community.documents<Group>('groups')) expect({ id: group._id, coherent: isGroupCoherent(group), waiting: group.pendingEvents }).toEqual({ id: group._id, coherent: true, waiting: 0 });
    await community.close();
  });

  test('WeChat tells which group it is; what it calls it is kept nowhere', async () => {
    const cloudId = await cloudIdOf(community, OWNER, 'tGroupMaple');
    const group = await community.must(OWNER, 'group.bind', { name: '枫林里三栋', areaId: COMMUNITY, cloudId });
    expect(group).toMatchObject({ state: 'bound', boundBy: 'wechat', communityName: '青枫社区', isMine: true, owners: [{ name: '方姐', isMe: true }] });
    expect(JSON.stringify(community.documents('groups'))).not.toContain('tGroupMaple');
    const other = await cloudIdOf(community, CO_OWNER, 'tGroupMaple');
    expect(await community.refused(CO_OWNER, 'group.bind', { name: '我的群', areaId: COMMUNITY, cloudId: other })).toMatchObject({ code: 'GROUP_BOUND' });
  });

  test('forged, stale and somebody else\'s group data are refused; an opengid said by the phone is no input at all', async () => {
    const bind = (openid: string, cloudId: string) => community.refused(openid, 'group.bind', { name: '群', areaId: COMMUNITY, cloudId });
    expect(await bind(OWNER, 'none')).toMatchObject({ code: 'GROUP_NOT_TOLD' });
    expect(await bind(OWNER, await cloudIdOf(community, CO_OWNER, 'tGroupElm'))).toMatchObject({ code: 'GROUP_NOT_TOLD' });
    const phone = String((await community.cloud.control('open-data', { openid: OWNER, kind: 'phone', data: { phoneNumber: '13800138000' } })).cloudID);
    expect(await bind(OWNER, phone)).toMatchObject({ code: 'GROUP_NOT_TOLD' });
    const stale = await cloudIdOf(community, OWNER, 'tGroupElm');
    await community.advance(6 * MINUTE_MS);
    expect(await bind(OWNER, stale)).toMatchObject({ code: 'GROUP_NOT_TOLD' });
    expect(await community.refused(OWNER, 'group.bind', { name: '群', areaId: COMMUNITY, opengid: 'tGroupElm' } as never)).toMatchObject({ code: 'BAD_INPUT' });
    expect(await community.refused(NEIGHBOUR, 'group.bind', { name: '群', areaId: COMMUNITY })).toMatchObject({ code: 'NOT_ALLOWED' });
    expect(await community.refused(OWNER, 'group.bind', { name: '群', areaId: OTHER_COMMUNITY })).toMatchObject({ code: 'OUT_OF_AREA' });
  });

  test('whoever opened the program from a group hears whether it may be bound; of others\' groups no more than that', async () => {
    const told = async (openid: string, opengid: string) => community.must(openid, 'group.told', { cloudId: await cloudIdOf(community, openid, opengid) });
    expect(await told(OWNER, 'tGroupTold')).toEqual({ standing: 'free', groupId: null, name: '' });
    const { groupId } = await community.must(OWNER, 'group.bind', { name: '六栋', areaId: COMMUNITY, cloudId: await cloudIdOf(community, OWNER, 'tGroupTold') });
    expect(await told(OWNER, 'tGroupTold')).toEqual({ standing: 'mine', groupId, name: '六栋' });
    expect(await told(CO_OWNER, 'tGroupTold')).toEqual({ standing: 'others', groupId: null, name: '' });
    expect(await community.refused(OWNER, 'group.told', { cloudId: 'none' })).toMatchObject({ code: 'GROUP_NOT_TOLD' });
    expect(await community.refused(NEIGHBOUR, 'group.told', { cloudId: 'none' })).toMatchObject({ code: 'NOT_ALLOWED' });
    expect(await community.must(OWNER, 'group.rename', { groupId, name: '六栋的群' })).toMatchObject({ name: '六栋的群' });
    expect(await community.refused(CO_OWNER, 'group.rename', { groupId, name: '抢来的' })).toMatchObject({ code: 'NOT_FOUND' });
    await community.must(STAFF, 'group.end', { groupId, reason: '群里在卖东西' });
    expect(await told(OWNER, 'tGroupTold')).toEqual({ standing: 'shut', groupId: null, name: '' });
  });

  test('a lost reply asked for again is the same group, also when its CloudID ran out meanwhile', async () => {
    const operationId = newOperation();
    const input = { name: '二栋', areaId: COMMUNITY, cloudId: await cloudIdOf(community, OWNER, 'tGroupOak') };
    const first = await community.must(OWNER, 'group.bind', input, operationId);
    await community.advance(6 * MINUTE_MS);
    expect(await community.must(OWNER, 'group.bind', input, operationId)).toEqual(first);
    expect(await community.refused(OWNER, 'group.bind', { ...input, name: '三栋' }, operationId)).toMatchObject({ code: 'OPERATION_REUSED' });
  });

  test('two owners bind one group at once: one of them has it', async () => {
    const ids = await Promise.all([OWNER, CO_OWNER].map((openid) => cloudIdOf(community, openid, 'tGroupRace')));
    const answers = await Promise.all([OWNER, CO_OWNER].map((openid, index) => community.send(openid, 'group.bind', { name: '同一个群', areaId: COMMUNITY, cloudId: ids[index] ?? null })));
    expect(answers.map((answer) => (answer.ok === true ? 'bound' : answer.ok === false ? answer.error.code : 'lost')).sort()).toEqual(['GROUP_BOUND', 'bound']);
    expect(community.documents<Group>('groups').filter(({ name }) => name === '同一个群')).toHaveLength(1);
  });

  test('another owner comes by a code that is good once; either unbinds it', async () => {
    const groupId = await bindByCode(community, '广场舞群');
    const operationId = newOperation();
    const invitation = await community.must(OWNER, 'group.invite', { groupId }, operationId);
    expect(await community.must(OWNER, 'group.invite', { groupId }, operationId)).toEqual(invitation);
    expect(JSON.stringify(groupOf(community, groupId))).not.toContain(invitation.code);
    expect(await community.refused(CO_OWNER, 'group.accept', { code: '00000000' })).toMatchObject({ code: 'GROUP_INVITE_OVER' });
    const accepted = newOperation();
    const joined = await community.must(CO_OWNER, 'group.accept', { code: invitation.code }, accepted);
    expect(joined.owners.map(({ name }) => name)).toEqual(['方姐', '孙姐']);
    expect(await community.must(CO_OWNER, 'group.accept', { code: invitation.code }, accepted)).toEqual(joined);
    expect(await community.refused(STAFF, 'group.accept', { code: invitation.code })).toMatchObject({ code: 'GROUP_INVITE_OVER' });
    expect(await community.refused(NEIGHBOUR, 'group.get', { groupId })).toMatchObject({ code: 'NOT_FOUND' });
    expect(await community.refused(OUTSIDE_STAFF, 'group.get', { groupId })).toMatchObject({ code: 'NOT_FOUND' });
    expect(await community.must(CO_OWNER, 'group.end', { groupId })).toEqual({ groupId, state: 'ended' });
    expect((await community.must(OWNER, 'group.mine', {})).map((group) => group.groupId)).not.toContain(groupId);
  });

  test('staff of the community see the groups, take an owner out, end one and say why', async () => {
    const groupId = await bindByCode(community, '拼单群');
    expect(await community.refused(OUTSIDE_STAFF, 'group.list', { communityId: COMMUNITY })).toMatchObject({ code: 'OUT_OF_AREA' });
    expect((await community.must(STAFF, 'group.list', { communityId: COMMUNITY })).find((group) => group.groupId === groupId)).toMatchObject({ isMine: false, canEnd: true, canRemoveOwner: true });
    expect(await community.refused(STAFF, 'group.end', { groupId })).toMatchObject({ code: 'BAD_INPUT' });
    expect(await community.refused(OUTSIDE_STAFF, 'group.end', { groupId, reason: '停' })).toMatchObject({ code: 'NOT_FOUND' });
    await community.must(STAFF, 'group.end', { groupId, reason: '群里在卖东西' });
    expect(community.documents<{ readonly title: string; readonly body: string }>('notices').filter(({ title, body }) => title.includes('拼单群') && body.includes('群里在卖东西'))).toHaveLength(1);
    const second = await bindByCode(community, '一栋');
    const memberId = (await community.me(OWNER)).memberId;
    expect(await community.must(STAFF, 'group.removeOwner', { groupId: second, memberId })).toMatchObject({ state: 'ended', owners: [] });
  });

  test('whoever is no group owner any more, or leaves, keeps no group', async () => {
    const groupId = await bindByCode(community, '接龙群', CO_OWNER);
    const { memberId } = await community.me(CO_OWNER);
    const exported = await community.must(CO_OWNER, 'member.exportData', { part: 'help' });
    expect(exported.json).toContain('接龙群');
    await community.must(ADMIN, 'member.revokeRole', { memberId, role: 'groupOwner', areaId: COMMUNITY });
    expect(groupOf(community, groupId)).toMatchObject({ state: 'ended', endedBy: 'left', owners: {} });
    const owned = (await community.must(OWNER, 'group.mine', {}))[0];
    await community.must(OWNER, 'member.leave', {});
    expect(JSON.stringify(groupOf(community, owned?.groupId ?? '').owners)).toBe('{}');
  });
});
