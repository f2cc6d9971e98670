import type { CalleeView } from '@contract';
import type { Callee } from '../../cloudfunctions/core/call-list/callee';
import { ADMIN, COMMUNITY, Community, DAY_MS, GRID, HOUR_MS, newOperation, OUTSIDE_STAFF, POSTER, STAFF, STREET } from './support/community';
import { callList, unreadForADay } from './support/call-list-steps';
import { phoneWish, writePerson } from './support/paper-steps';
import { toHour } from './support/supply-steps';
import { deliveredWish } from './support/wish-steps';

/** Whom staff call: something waits, a day unread, and no message told of it. */
describe('the call list of staff', () => {
  let community: Community;
  beforeAll(async () => {
    community = await Community.found();
  });
  beforeEach(async () => {
    await community.foundAnew();
    await toHour(community, 10);
  });
  afterAll(async () => {
    await community.close();
  });

  const rowOf = async (name: string): Promise<CalleeView | undefined> => (await callList(community)).find((row) => row.name === name);
  const calleeOf = async (openid: string): Promise<Callee | null> => community.document<Callee>('callees', (await community.me(openid)).memberId);
  const record = async (row: CalleeView | undefined, outcome: 'answered' | 'noAnswer' | 'later', openid = STAFF, operationId = newOperation()) => community.send(openid, 'callList.record', { calleeId: row?.calleeId ?? '', calls: row?.calls ?? 0, outcome }, operationId);

  test('somebody is on it after a day, with what waits and since when; not an hour before', async () => {
    await deliveredWish(community, { urgency: 'urgent' });
    await community.runJobs();
    await community.advance(23 * HOUR_MS);
    await community.runJobs();
    expect(await callList(community)).toEqual([]);
    await community.advance(2 * HOUR_MS);
    await community.runJobs();
    expect(await callList(community)).toMatchObject([{ name: '赵阿姨', isOnPaper: false, calls: 0, last: null, isToBeVisited: false, lines: [{ title: expect.stringMatching(/修好了吗？$/) }] }]);
    expect(JSON.stringify(await callList(community))).not.toMatch(/phone|oTest/);
  });

  test('whoever was reached by a message is not', async () => {
    await community.must(POSTER, 'notice.recordGrants', { accepted: ['deliveryArrived'], rejected: [] });
    community.cloud.cloud.inbox.grant(POSTER, 'local-deliveryArrived', 1);
    await unreadForADay(community, POSTER);
    expect(await callList(community)).toEqual([]);
  });

  test('with a grant that WeChat refuses they are', async () => {
    await community.must(POSTER, 'notice.recordGrants', { accepted: ['deliveryArrived'], rejected: [] });
    await unreadForADay(community, POSTER);
    expect(await callList(community)).toHaveLength(1);
  });

  test('reading it, or doing it, takes them off at once and for good', async () => {
    const loop = await unreadForADay(community, POSTER);
    const [row] = await callList(community);
    await community.must(POSTER, 'notice.markRead', { noticeId: row?.lines[0]?.noticeId ?? '' });
    expect(await callList(community)).toEqual([]);
    await community.runJobs();
    expect(community.documents('callees')).toEqual([]);
    await community.must(POSTER, 'claim.confirm', loop);
    await unreadForADay(community, POSTER);
    expect(await callList(community)).toHaveLength(1);
  });

  test('the old come first; a street sees its communities, another community nothing', async () => {
    await community.join('oTestPlain', '普通人', GRID);
    await community.join('oTestCared', '字大些', GRID);
    await community.must('oTestCared', 'member.saveSettings', { careMode: true });
    for (const openid of ['oTestPlain', 'oTestCared']) await deliveredWish(community, { urgency: 'urgent' }, openid);
    await community.runJobs();
    await community.advance(25 * HOUR_MS);
    await community.runJobs();
    expect((await callList(community)).map(({ name, isCaredFor }) => [name, isCaredFor])).toEqual([['字大些', true], ['普通人', false]]);
    expect((await community.must(ADMIN, 'callList.page', { areaId: STREET })).items).toHaveLength(2);
    for (const [route, input] of [['callList.page', { areaId: COMMUNITY }], ['callList.reach', { calleeId: (await community.me('oTestCared')).memberId }]] as const) {
      expect((await community.refused(OUTSIDE_STAFF, route, input)).code).toBe('OUT_OF_AREA');
      expect((await community.refused(POSTER, route, input)).code).toBe('NOT_ALLOWED');
    }
    expect(await record((await callList(community))[0], 'answered', OUTSIDE_STAFF)).toMatchObject({ ok: false, error: { code: 'OUT_OF_AREA' } });
  });

  test('told: gone while it waits; nobody answered: back tomorrow at nine, and after three times somebody may go', async () => {
    const loop = await unreadForADay(community, POSTER);
    for (let times = 1; times <= 3; times += 1) {
      expect(await record(await rowOf('赵阿姨'), 'noAnswer')).toMatchObject({ ok: true });
      expect(await callList(community)).toEqual([]);
      await community.runJobs();
      expect(await callList(community)).toEqual([]);
      await toHour(community, 23);
      await toHour(community, 9);
      await community.runJobs();
      expect(await rowOf('赵阿姨')).toMatchObject({ calls: times, isToBeVisited: times === 3, last: { outcome: 'noAnswer', byName: '何静' } });
    }
    expect(await record(await rowOf('赵阿姨'), 'answered')).toMatchObject({ ok: true });
    await community.advance(DAY_MS);
    await community.runJobs();
    expect(await callList(community)).toEqual([]);
    expect(await calleeOf(POSTER)).toMatchObject({ state: 'told', calls: 4 });
    expect(JSON.parse((await community.must(POSTER, 'member.exportData', {})).json)).toMatchObject({ callList: { calls: 4, lastOutcome: 'answered' } });
    await community.must(POSTER, 'claim.confirm', loop);
    await community.runJobs();
    expect(await calleeOf(POSTER)).toBeNull();
  });

  test('of two at once one counts, and the other hears who it was', async () => {
    await community.join('oTestStaffTwo', '小周', COMMUNITY);
    await community.grant('oTestStaffTwo', 'socialWorker', COMMUNITY);
    await unreadForADay(community, POSTER);
    const row = await rowOf('赵阿姨');
    const answers = await Promise.all([record(row, 'noAnswer', STAFF), record(row, 'answered', 'oTestStaffTwo')]);
    const lost = answers.find(({ ok }) => ok === false);
    expect(answers.filter(({ ok }) => ok === true)).toHaveLength(1);
    expect(lost).toMatchObject({ error: { code: 'CALL_MADE', message: expect.stringMatching(/^(何静|小周)刚打过这位了/) } });
    expect(await calleeOf(POSTER)).toMatchObject({ calls: 1 });
  });

  test('the same call sent again counts once, and says the same', async () => {
    await unreadForADay(community, POSTER);
    const [row, operationId] = [await rowOf('赵阿姨'), newOperation()];
    const first = await record(row, 'later', STAFF, operationId);
    expect(await record(row, 'later', STAFF, operationId)).toEqual(first);
    expect(await calleeOf(POSTER)).toMatchObject({ calls: 1, state: 'later' });
    expect(await record(row, 'answered', STAFF, operationId)).toMatchObject({ ok: false, error: { code: 'OPERATION_REUSED' } });
  });

  test('somebody on paper is there with their masked name; their number is told on a look, which is logged', async () => {
    const personId = await writePerson(community);
    const { wishId } = await community.must(STAFF, 'phone.recordWish', phoneWish(community, personId, { urgency: 'urgent' }));
    await community.must(STAFF, 'review.decide', { wishId, decision: { kind: 'ask', note: '想修哪一盏？' } });
    await community.runJobs();
    await community.advance(25 * HOUR_MS);
    await community.runJobs();
    const [row] = await callList(community);
    expect(row).toMatchObject({ calleeId: personId, name: '孙*', isOnPaper: true, isCaredFor: true });
    const audits = () => community.documents<{ kind: string; subjectId: string }>('audit').filter(({ kind, subjectId }) => kind === 'readContact' && subjectId === personId);
    expect(audits()).toEqual([]);
    expect(await community.must(STAFF, 'callList.reach', { calleeId: personId })).toEqual({ calleeId: personId, name: '孙桂香', areaName: '枫林里', numbers: [{ source: 'paper', phone: '057188123456' }] });
    expect(audits()).toHaveLength(1);
    // Whoever acts for the paper is staff, and has the queue.
    expect(await callList(community)).toHaveLength(1);
  });

  test('a number left for the very thing is told, and none for another', async () => {
    const left = { name: '赵阿姨', phone: '13800001111', note: '', agreesToReceiver: true };
    const loop = await deliveredWish(community, { urgency: 'urgent', handover: 'home' });
    await community.must(POSTER, 'contact.leave', { ...loop, ...left });
    await community.runJobs();
    await community.advance(25 * HOUR_MS);
    await community.runJobs();
    const { memberId } = await community.me(POSTER);
    expect(await community.must(STAFF, 'callList.reach', { calleeId: memberId })).toMatchObject({ name: '赵阿姨', numbers: [{ source: 'claim', phone: '13800001111' }] });
    await community.must(POSTER, 'claim.confirm', loop);
    await unreadForADay(community, POSTER);
    expect(await community.must(STAFF, 'callList.reach', { calleeId: memberId })).toMatchObject({ numbers: [] });
  });

  test('what makes no sense is refused; nobody who is not on it can be looked up', async () => {
    await unreadForADay(community, POSTER);
    const { memberId } = await community.me(POSTER);
    for (const input of [{ calleeId: memberId, calls: -1, outcome: 'answered' }, { calleeId: memberId, calls: 0, outcome: 'dead' }, { calleeId: { $ne: '' }, calls: 0, outcome: 'answered' }]) expect((await community.refused(STAFF, 'callList.record', input)).code).toBe('BAD_INPUT');
    for (const route of ['callList.reach', 'callList.record'] as const) expect((await community.refused(STAFF, route, { calleeId: (await community.me(OUTSIDE_STAFF)).memberId, ...(route === 'callList.record' && { calls: 0, outcome: 'answered' }) })).code).toBe('NOT_FOUND');
  });

  test('whoever leaves is on it no more', async () => {
    const loop = await unreadForADay(community, POSTER);
    expect(community.documents('callees')).toHaveLength(1);
    await community.must(POSTER, 'claim.confirm', loop);
    await community.must(POSTER, 'member.leave', {});
    await community.runJobs();
    expect(community.documents('callees')).toEqual([]);
  });
});
