import type { AuditLine } from '../../cloudfunctions/core/audit/audit.repository';
import { isLaneCoherent, type LaneSetting } from '../../cloudfunctions/core/lane/lane-setting';
import type { Task } from '../../cloudfunctions/core/staff/task';
import { ADMIN, COMMUNITY, Community, DISTRICT, GRID, newOperation, OTHER_COMMUNITY, POSTER, STAFF, STREET } from './support/community';
import { bringStreetAdmin, CASH, laneFacts, openLane, STREET_ADMIN } from './support/lane-steps';

const auditKinds = (community: Community, settingId: string): readonly string[] =>
  community.documents<AuditLine>('audit').filter((line) => line.subjectId === settingId).sort((a, b) => a.atMs - b.atMs).map((line) => line.kind);

describe('lanes of crowdfunding', () => {
  let community: Community;
  beforeAll(async () => {
    community = await Community.found();
    await bringStreetAdmin(community);
  });
  afterAll(async () => {
    for (const setting of community.documents<LaneSetting>('laneGrounds')) expect({ id: setting._id, coherent: isLaneCoherent(setting) }).toEqual({ id: setting._id, coherent: true });
    await community.close();
  });

  test('nothing is open at first; staff and neighbours have no say; an administrator keeps to their own place', async () => {
    const lanes = await community.must(ADMIN, 'lane.list', {});
    expect(lanes).toMatchObject([{ lane: 'linked', areaId: DISTRICT, isOpen: false, missing: ['ground'] }, { lane: 'mutual', isOpen: false }, { lane: 'directed', isOpen: false }]);
    for (const openid of [STAFF, POSTER]) expect(await community.refused(openid, 'lane.list', {})).toMatchObject({ code: 'NOT_ALLOWED' });
    expect(await community.refused(STREET_ADMIN, 'lane.record', laneFacts('mutual', DISTRICT))).toMatchObject({ code: 'OUT_OF_AREA' });
    expect(await community.refused(STREET_ADMIN, 'lane.list', { areaId: DISTRICT })).toMatchObject({ code: 'OUT_OF_AREA' });
    expect(await community.refused(ADMIN, 'lane.record', laneFacts('mutual', GRID))).toMatchObject({ code: 'OUT_OF_AREA' });
    expect(await community.refused(ADMIN, 'lane.record', laneFacts('mutual', 'd01-s09'))).toMatchObject({ code: 'NOT_FOUND' });
  });

  test('what may not be recorded', async () => {
    const refused = async (input: unknown): Promise<unknown> => (await community.refused(ADMIN, 'lane.record', input)).fields;
    expect(await refused(laneFacts('linked', STREET, { collector: CASH }))).toHaveProperty('collector');
    expect(await refused(laneFacts('directed', STREET, { collector: null }))).toHaveProperty('collector');
    expect(await refused(laneFacts('mutual', STREET, { collector: { kind: 'subMerchant', subMchId: '19000x1109', entityName: '慈善会' } }))).toMatchObject({ 'collector.subMchId': '商户号是 8 到 10 位数字' });
    expect(await refused(laneFacts('mutual', STREET, { collector: { kind: 'cash', entityName: '慈善会', keeperName: ' ' } }))).toMatchObject({ 'collector.keeperName': '请写谁管现金' });
    expect(await refused(laneFacts('mutual', STREET, { groundText: '' }))).toHaveProperty('groundText');
    expect(await refused(laneFacts('mutual', STREET, { lawyerCheckedAtMs: community.nowMs() + 86_400_000 }))).toHaveProperty('lawyerCheckedAtMs');
    expect(await refused(laneFacts('mutual', STREET, { accountingAgentCode: 'ZZZZZZZZ' }))).toMatchObject({ accountingAgentCode: '没找到这个编号' });
    expect(await refused(laneFacts('linked', STREET, { accountingAgentCode: 'ZZZZZZZZ' }))).toHaveProperty('accountingAgentCode');
    expect(await community.refused(ADMIN, 'lane.record', laneFacts('mutual', STREET, { groundText: '存疑的依据' }))).toMatchObject({ code: 'TEXT_RISKY' });
    expect(community.documents('laneGrounds')).toEqual([]);
  });

  test('recorded by one, confirmed by another, in force for the communities below; each step is in the log', async () => {
    const { code } = await community.me(STAFF);
    const facts = laneFacts('mutual', STREET, { accountingAgentCode: code });
    const operation = newOperation();
    const recorded = await community.must(ADMIN, 'lane.record', facts, operation);
    expect(Object.keys(recorded)).not.toContain('outbox');
    expect(recorded).toMatchObject({ state: 'waiting', isOpen: false, missing: ['second'], canConfirm: false, proposed: { accountingAgent: { code, name: '何静' }, recordedByName: '区管理员' } });
    expect((await community.must(ADMIN, 'lane.record', facts, operation)).version).toBe(1);
    expect(await community.refused(ADMIN, 'lane.record', { ...facts, documentNo: '另一号' }, operation)).toMatchObject({ code: 'OPERATION_REUSED' });
    expect(await community.refused(ADMIN, 'lane.confirm', { areaId: STREET, lane: 'mutual', version: 1 })).toMatchObject({ code: 'LANE_OWN_RECORD' });
    expect(await community.refused(STREET_ADMIN, 'lane.confirm', { areaId: STREET, lane: 'mutual', version: 2 })).toMatchObject({ code: 'LANE_CHANGED' });
    expect(await community.refused(STREET_ADMIN, 'lane.confirm', { areaId: STREET, lane: 'directed', version: 1 })).toMatchObject({ code: 'LANE_CHANGED' });
    const secondLooks = (): readonly Task['state'][] => community.documents<Task>('tasks').filter(({ kind }) => kind === 'laneConfirm').map(({ state }) => state);
    expect(secondLooks()).toEqual(['open']);
    expect((await community.must(STREET_ADMIN, 'staff.queue', {})).items.map(({ kind }) => kind)).toContain('laneConfirm');
    expect((await community.must(STAFF, 'staff.queue', {})).items.map(({ kind }) => kind)).not.toContain('laneConfirm');
    expect(await community.must(STREET_ADMIN, 'lane.confirm', { areaId: STREET, lane: 'mutual', version: 1 })).toMatchObject({ state: 'open', isOpen: true, missing: [], record: { confirmedByName: '郑主任' } });
    expect((await community.must(STREET_ADMIN, 'lane.list', { areaId: COMMUNITY }))[1]).toMatchObject({ lane: 'mutual', state: null, isOpen: true, node: { areaName: '枫桥街道' } });
    expect(auditKinds(community, `${STREET}_mutual`)).toEqual(['laneRecorded', 'laneConfirmed']);
    expect(secondLooks()).toEqual(['done']);
  });

  test('kept shut for one community, open for its neighbour; closed by one alone, with its history', async () => {
    expect(await community.must(STREET_ADMIN, 'lane.close', { areaId: COMMUNITY, lane: 'mutual', reason: '社区还没准备好' })).toMatchObject({ state: 'closed', isOpen: false, node: { areaId: COMMUNITY } });
    expect((await community.must(ADMIN, 'lane.list', { areaId: OTHER_COMMUNITY }))[1]).toMatchObject({ isOpen: true });
    expect(await community.must(ADMIN, 'lane.close', { areaId: STREET, lane: 'mutual', reason: '换收款方' })).toMatchObject({ state: 'closed', isOpen: false, history: [{ kind: 'closed', note: '换收款方', byName: '区管理员' }, { kind: 'confirmed' }, { kind: 'recorded' }] });
    expect(await community.refused(ADMIN, 'lane.close', { areaId: STREET, lane: 'mutual', reason: '再关' })).toMatchObject({ code: 'LANE_CHANGED' });
    expect((await openLane(community, 'mutual')).isOpen).toBe(true);
    expect(auditKinds(community, `${STREET}_mutual`).filter((kind) => kind === 'laneClosed')).toHaveLength(1);
  });

  test('two record at once: both stand in the history, one waits', async () => {
    const answers = await Promise.all([ADMIN, STREET_ADMIN].map((openid) => community.send(openid, 'lane.record', laneFacts('directed'))));
    expect(answers.some((answer) => answer.ok === true)).toBe(true);
    const setting = community.document<LaneSetting>('laneGrounds', `${STREET}_directed`);
    expect(setting?.history.length).toBe(answers.filter((answer) => answer.ok === true).length);
    const confirmer = setting?.proposed?.recordedByName === '郑主任' ? ADMIN : STREET_ADMIN;
    expect((await community.must(confirmer, 'lane.confirm', { areaId: STREET, lane: 'directed', version: setting?.version ?? 0 })).isOpen).toBe(true);
  });
});
