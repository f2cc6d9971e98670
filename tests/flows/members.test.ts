import type { Member } from '../../cloudfunctions/core/member/member';
import { ADMIN, COMMUNITY, Community, DISTRICT, GRID, HOUR_MS, MERCHANT, NEIGHBOUR, newOperation, OTHER_COMMUNITY, OUTSIDE_STAFF, POSTER, STAFF, STREET } from './support/community';
import { submitWish } from './support/wish-steps';

/** Joining, roles, the first administrator and leaving, over the deployed bundles. */
describe('people of a community', () => {
  let community: Community;
  beforeAll(async () => {
    community = await Community.found();
  });
  afterAll(async () => {
    await community.close();
  });

  const memberOf = (memberId: string): Member => {
    const member = community.document<Member>('members', memberId);
    if (member === null) throw new Error(`${memberId} is missing`);
    return member;
  };
  const auditOf = (subjectId: string): readonly string[] => community.documents<{ subjectId: string; kind: string; note: string }>('audit').filter((line) => line.subjectId === subjectId).map((line) => `${line.kind} ${line.note}`);

  test('joining twice with one operation is one joining; with another it is refused', async () => {
    const operationId = newOperation();
    const input = { areaId: GRID, displayName: '五楼陈伯', privacyVersion: '2026-11-20' } as const;
    const first = await community.must('oTestChen', 'member.join', input, operationId);
    expect(await community.must('oTestChen', 'member.join', input, operationId)).toMatchObject({ memberId: first.memberId, code: first.code });
    expect(await community.refused('oTestChen', 'member.join', { ...input, displayName: '别人' }, operationId)).toMatchObject({ code: 'OPERATION_REUSED' });
    expect(await community.refused('oTestChen', 'member.join', input)).toMatchObject({ code: 'ALREADY_JOINED' });
    expect(first).toMatchObject({ communityName: '青枫社区', gridName: '枫林里', dutyPhone: '0571-8800101', roles: [], unreadNotices: 0 });
  });

  test('one joins a community or a grid that exists, under a name that may be shown', async () => {
    const input = { areaId: STREET, displayName: '六楼', privacyVersion: '2026-11-20' };
    expect(await community.refused('oTestNobody', 'member.join', input)).toMatchObject({ code: 'AREA_NOT_JOINABLE' });
    expect(await community.refused('oTestNobody', 'member.join', { ...input, areaId: 'd01-s01-c99' })).toMatchObject({ code: 'AREA_NOT_JOINABLE' });
    for (const displayName of ['违禁的名字', '存疑的名字']) expect(await community.refused('oTestNobody', 'member.join', { ...input, areaId: GRID, displayName })).toMatchObject({ code: 'TEXT_RISKY' });
    expect(await community.must('oTestNobody', 'member.me', {})).toMatchObject({ joined: false });
  });

  test('a visitor cannot guess on and on', async () => {
    const guess = { secret: 'not-the-secret', districtCode: 'd09', districtName: '某区', dutyPhone: '0571-1234567', displayName: '某人' };
    const codes = new Set<string>();
    for (let tries = 0; tries < 22; tries += 1) codes.add((await community.refused('oTestGuesser', 'member.claimFirstAdministrator', guess)).code);
    expect([...codes]).toEqual(['ADMIN_SECRET_WRONG', 'RATE_LIMITED']);
    await community.advance(HOUR_MS);
    await community.runJobs();
    expect(community.documents<{ kind: string }>('quotas').filter((quota) => quota.kind === 'visitorCalls')).toEqual([]);
    expect((await community.refused('oTestGuesser', 'member.claimFirstAdministrator', guess)).code).toBe('ADMIN_SECRET_WRONG');
  });

  test('the secret works once; who used it may send the same again', async () => {
    const input = { secret: 'linyuan-first-admin', districtCode: DISTRICT, districtName: '云溪区', dutyPhone: '0571-8800000', displayName: '区管理员' };
    expect(await community.must(ADMIN, 'member.claimFirstAdministrator', input)).toMatchObject({ joined: true, me: { roles: [{ role: 'administrator', areaId: DISTRICT, areaName: '云溪区' }] } });
    expect(await community.refused(NEIGHBOUR, 'member.claimFirstAdministrator', input)).toMatchObject({ code: 'ADMIN_SECRET_WRONG' });
    expect(memberOf((await community.me(ADMIN)).memberId).roles).toHaveLength(1);
  });

  test('staff give a role in their community: found by code, told, in the audit, listed; taken back the same way', async () => {
    const { memberId, code } = await community.me(NEIGHBOUR);
    expect(await community.must(STAFF, 'member.lookup', { code: code.toLowerCase() })).toMatchObject({ memberId, communityName: '青枫社区' });
    const grant = { memberId, role: 'volunteer', areaId: COMMUNITY } as const;
    const operationId = newOperation();
    const person = await community.must(STAFF, 'member.grantRole', grant, operationId);
    expect(person.roles).toEqual([{ role: 'volunteer', areaId: COMMUNITY, areaName: '青枫社区', merchantName: null }]);
    expect(await community.must(STAFF, 'member.grantRole', grant, operationId)).toEqual(person);
    expect(await community.must(STAFF, 'member.grantRole', grant)).toEqual(person);
    expect(memberOf(memberId)).toMatchObject({ roleAreaIds: [DISTRICT, STREET, COMMUNITY], outbox: {} });
    const inbox = await community.must(NEIGHBOUR, 'notice.inbox', { cursor: null });
    expect(inbox.items.map((notice) => notice.title)).toEqual(['您现在是志愿者了']);
    for (const areaId of [DISTRICT, COMMUNITY]) expect((await community.must(ADMIN, 'member.roleHolders', { areaId, cursor: null })).items.map((each) => each.memberId)).toContain(memberId);
    expect((await community.must(STAFF, 'member.revokeRole', grant)).roles).toEqual([]);
    expect((await community.must(ADMIN, 'member.roleHolders', { areaId: COMMUNITY, cursor: null })).items.map((each) => each.memberId)).not.toContain(memberId);
    expect(auditOf(memberId)).toEqual([`roleGranted volunteer @ ${COMMUNITY}`, `roleRevoked volunteer @ ${COMMUNITY}`]);
  });

  test('nobody gives what is not theirs to give', async () => {
    const { memberId } = await community.me(NEIGHBOUR);
    const codeFor = async (caller: string, input: object): Promise<string> => (await community.refused(caller, 'member.grantRole', { memberId, role: 'volunteer', areaId: COMMUNITY, ...input })).code;
    expect(await codeFor(OUTSIDE_STAFF, {})).toBe('ROLE_AREA_TOO_HIGH');
    expect(await codeFor(STAFF, { areaId: STREET })).toBe('ROLE_AREA_TOO_HIGH');
    expect(await codeFor(STAFF, { role: 'staff' })).toBe('NOT_ALLOWED');
    expect(await codeFor(MERCHANT, {})).toBe('NOT_ALLOWED');
    expect(await codeFor(STAFF, { role: 'merchant' })).toBe('NOT_ALLOWED');
    expect(await codeFor(ADMIN, { role: 'merchant' })).toBe('BAD_INPUT');
    expect(await codeFor(STAFF, { memberId: 'm_nobody' })).toBe('PERSON_NOT_FOUND');
    expect((await community.refused(STAFF, 'member.roleHolders', { areaId: OTHER_COMMUNITY, cursor: null })).code).toBe('OUT_OF_AREA');
    expect((await community.refused(STAFF, 'area.add', { parentId: COMMUNITY, code: 'g09', level: 'grid', name: '新里' })).code).toBe('NOT_ALLOWED');
    expect(memberOf(memberId).roles).toEqual([]);
  });

  test('settings: a name is checked, a size is not; the same act twice is one', async () => {
    const operationId = newOperation();
    expect(await community.must(POSTER, 'member.saveSettings', { displayName: '赵奶奶', typeSize: 'large' }, operationId)).toMatchObject({ displayName: '赵奶奶', typeSize: 'large' });
    await community.must(POSTER, 'member.saveSettings', { displayName: '赵阿姨' });
    expect((await community.must(POSTER, 'member.saveSettings', { displayName: '赵奶奶', typeSize: 'large' }, operationId)).displayName).toBe('赵阿姨');
    expect((await community.refused(POSTER, 'member.saveSettings', { displayName: '违禁' })).code).toBe('TEXT_RISKY');
  });

  test('who has an open wish stays; who leaves is erased, may ask again, and may come back', async () => {
    const openid = 'oTestLeaver';
    await community.join(openid, '要搬走的老孙', GRID);
    const { memberId, code } = await community.me(openid);
    const wishId = await submitWish(community, {}, openid);
    expect((await community.refused(openid, 'member.leave', {})).code).toBe('STILL_BUSY_HERE');
    await community.must(openid, 'wish.withdraw', { wishId });
    const { json } = await community.must(openid, 'member.exportData', {});
    expect(json).toContain('要搬走的老孙');
    expect(json).not.toContain(openid);
    const operationId = newOperation();
    await community.must(openid, 'member.leave', {}, operationId);
    expect(await community.must(openid, 'member.leave', {}, operationId)).toEqual({ left: true });
    expect((await community.refused(openid, 'member.leave', {})).code).toBe('NOT_JOINED');
    await community.runJobs();
    expect(JSON.stringify(['members', 'wishes', 'notices', 'claims', 'tasks'].map((name) => community.documents(name)))).not.toMatch(/要搬走的老孙|oTestLeaver/);
    expect((await community.refused(STAFF, 'member.lookup', { code })).code).toBe('PERSON_NOT_FOUND');
    await community.join(openid, '又回来的老孙', COMMUNITY);
    expect(await community.me(openid)).toMatchObject({ memberId, displayName: '又回来的老孙', gridId: null });
  });

  test('areas grow under the administrator: children are listed in order, a code is taken once', async () => {
    const input = { parentId: COMMUNITY, code: 'g02', level: 'grid', name: '枫桥里' } as const;
    const operationId = newOperation();
    const added = await community.must(ADMIN, 'area.add', input, operationId);
    expect(await community.must(ADMIN, 'area.add', input, operationId)).toEqual(added);
    expect((await community.refused(ADMIN, 'area.add', { ...input, name: '另一个' })).fields).toEqual({ code: '这个短码已经用过了，换一个' });
    expect((await community.refused(ADMIN, 'area.add', { ...input, parentId: 'd02', level: 'street' })).code).toBe('OUT_OF_AREA');
    const children = await community.must(NEIGHBOUR, 'area.children', { parentId: COMMUNITY });
    expect(children.map((area) => area.name)).toEqual(['枫林里', '枫桥里']);
    expect(await community.must('oTestStranger', 'area.children', { parentId: null })).toMatchObject([{ areaId: DISTRICT, hasChildren: true }]);
  });
});
