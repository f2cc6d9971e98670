import { isLinkedCoherent, type LinkedCampaign } from '../../cloudfunctions/core/linked/linked-campaign';
import type { Task } from '../../cloudfunctions/core/staff/task';
import { ADMIN, COMMUNITY, Community, DAY_MS, newOperation, OUTSIDE_STAFF, OUTSIDER, POSTER, STAFF, STREET } from './support/community';
import { bringStreetAdmin, laneFacts, openLane } from './support/lane-steps';
import { linkedFacts, showLinked } from './support/linked-steps';

const STRANGER = 'oTestNeverJoined';
const openChecks = (community: Community): readonly Task[] => community.documents<Task>('tasks').filter(({ kind, state }) => kind === 'linkedCheck' && state === 'open');

describe('lane A: linked public campaigns', () => {
  let community: Community;
  beforeAll(async () => {
    community = await Community.found();
    await bringStreetAdmin(community);
  });
  afterAll(async () => {
    for (const campaign of community.documents<LinkedCampaign>('linkedCampaigns')) expect({ id: campaign._id, coherent: isLinkedCoherent(campaign), waiting: campaign.pendingEvents }).toEqual({ id: campaign._id, coherent: true, waiting: 0 });
    await community.close();
  });

  test('nothing may be entered before the lane is open, nor by whom it is not for', async () => {
    const entry = { areaId: COMMUNITY, ...linkedFacts(community) };
    expect(await community.refused(STAFF, 'linked.enter', entry)).toMatchObject({ code: 'LANE_CLOSED' });
    await openLane(community, 'linked');
    expect(await community.refused(OUTSIDE_STAFF, 'linked.enter', entry)).toMatchObject({ code: 'OUT_OF_AREA' });
    expect(await community.refused(POSTER, 'linked.enter', entry)).toMatchObject({ code: 'NOT_ALLOWED' });
    expect(community.documents('linkedCampaigns')).toEqual([]);
  });

  test('what may not be entered', async () => {
    const refused = async (more: object): Promise<unknown> => (await community.refused(STAFF, 'linked.enter', { areaId: COMMUNITY, ...linkedFacts(community), ...more })).fields;
    expect(await refused({ platform: 'shuihu' })).toHaveProperty('platform');
    expect(await refused({ link: { kind: 'web', url: 'http://gongyi.example.org/' } })).toHaveProperty(['link.url']);
    expect(await refused({ link: { kind: 'web', url: 'javascript:alert(1)' } })).toHaveProperty(['link.url']);
    expect(await refused({ link: { kind: 'miniProgram', appId: 'wx12', path: '' } })).toHaveProperty(['link.appId']);
    expect(await refused({ certificateNo: '' })).toHaveProperty('certificateNo');
    expect(await refused({ endsAtMs: community.nowMs() - 1 })).toHaveProperty('endsAtMs');
    expect(await refused({ amountFen: 100 })).toHaveProperty('amountFen');
    expect(await community.refused(STAFF, 'linked.enter', { areaId: COMMUNITY, ...linkedFacts(community, { story: '存疑的一段' }) })).toMatchObject({ code: 'TEXT_RISKY' });
  });

  test('entered by one, looked up by another, read by anybody; a refused one says what is wrong', async () => {
    const operation = newOperation();
    const entry = { areaId: COMMUNITY, ...linkedFacts(community) };
    const { linkedId, version } = await community.must(STAFF, 'linked.enter', entry, operation);
    expect((await community.must(STAFF, 'linked.enter', entry, operation)).linkedId).toBe(linkedId);
    expect(await community.refused(STAFF, 'linked.enter', { ...entry, title: '另一个' }, operation)).toMatchObject({ code: 'OPERATION_REUSED' });
    for (const openid of [POSTER, OUTSIDE_STAFF, STRANGER]) expect(await community.refused(openid, 'linked.get', { linkedId })).toMatchObject({ code: 'NOT_FOUND' });
    expect((await community.must(STAFF, 'linked.waiting', {})).items).toMatchObject([{ linkedId }]);
    expect(openChecks(community)).toMatchObject([{ subjectId: linkedId }]);
    const approve = { linkedId, version, decision: { kind: 'approve', hasLookedUp: true } } as const;
    expect(await community.refused(STAFF, 'linked.check', approve)).toMatchObject({ code: 'LINKED_OWN' });
    expect(await community.refused(ADMIN, 'linked.check', { ...approve, decision: { kind: 'approve' } })).toMatchObject({ code: 'BAD_INPUT' });
    expect(await community.must(ADMIN, 'linked.check', { linkedId, version, decision: { kind: 'refuse', note: '备案号少一位' } })).toMatchObject({ state: 'refused', note: '备案号少一位' });
    const again = await community.must(STAFF, 'linked.update', { linkedId, ...linkedFacts(community, { filingNo: '53330100MJ8A26002' }) });
    await community.must(ADMIN, 'linked.check', { ...approve, version: again.version });
    expect(openChecks(community)).toEqual([]);
    for (const openid of [POSTER, OUTSIDER, STRANGER]) expect(await community.must(openid, 'linked.get', { linkedId })).toMatchObject({ link: { kind: 'web' }, staffLink: null, enteredByName: '', canEdit: false });
    expect((await community.must(POSTER, 'linked.list', {})).items).toMatchObject([{ linkedId, platformName: '腾讯公益' }]);
    expect((await community.must(OUTSIDER, 'linked.list', {})).items).toEqual([]);
  });

  test('mirrored with its time and source, disclosed, ended by its clock; the lane closed, nothing leads away', async () => {
    const linkedId = await showLinked(community, { title: '冬衣', endsAtMs: community.nowMs() + 3 * DAY_MS });
    const raisedAtMs = community.nowMs() - 1_000;
    expect(await community.must(STAFF, 'linked.mirror', { linkedId, raisedText: '已筹 3.2 万元', raisedAtMs, source: '腾讯公益项目页' })).toMatchObject({ raisedText: '已筹 3.2 万元', raisedAtMs });
    expect(await community.refused(STAFF, 'linked.mirror', { linkedId, raisedText: '已筹 3 万元', raisedAtMs: raisedAtMs - 1, source: '项目页' })).toMatchObject({ code: 'BAD_INPUT' });
    expect(await community.refused(OUTSIDE_STAFF, 'linked.mirror', { linkedId, raisedText: '已筹 9 万元', raisedAtMs, source: '项目页' })).toMatchObject({ code: 'OUT_OF_AREA' });
    expect((await community.must(STAFF, 'linked.disclose', { linkedId, title: '第三季度进展', url: 'https://charity.example.org/q3' })).disclosures).toMatchObject([{ title: '第三季度进展' }]);
    await community.must(ADMIN, 'lane.close', { areaId: STREET, lane: 'linked', reason: '换协议' });
    expect((await community.must(POSTER, 'linked.get', { linkedId })).link).toBeNull();
    expect((await community.must(POSTER, 'linked.list', {})).items).toEqual([]);
    const { version } = await community.must(ADMIN, 'lane.record', laneFacts('linked'));
    await community.must('oTestStreetAdministrator', 'lane.confirm', { areaId: STREET, lane: 'linked', version });
    expect((await community.must(POSTER, 'linked.get', { linkedId })).link).not.toBeNull();
    await community.advance(4 * DAY_MS);
    await community.runJobs();
    expect(await community.must(STRANGER, 'linked.get', { linkedId })).toMatchObject({ state: 'ended', link: null, disclosures: [{ title: '第三季度进展' }] });
    expect((await community.must(POSTER, 'linked.list', { isEnded: true })).items).toMatchObject([{ linkedId }]);
  });

  test('two look at once: one decides', async () => {
    const { linkedId, version } = await community.must(STAFF, 'linked.enter', { areaId: COMMUNITY, ...linkedFacts(community, { title: '书包' }) });
    const answers = await Promise.all([
      community.send(ADMIN, 'linked.check', { linkedId, version, decision: { kind: 'approve', hasLookedUp: true } }),
      community.send('oTestStreetAdministrator', 'linked.check', { linkedId, version, decision: { kind: 'refuse', note: '不是这一场' } }),
    ]);
    expect(answers.filter((answer) => answer.ok === true)).toHaveLength(1);
  });
});
