import type { PledgeView } from '@contract';
import { isCampaignCoherent, type Campaign } from '../../cloudfunctions/core/mutual/campaign';
import { isPledgeCoherent, type Pledge } from '../../cloudfunctions/core/pledge/pledge';
import { openShifts, signUpFor } from './support/activity-steps';
import { Community, DAY_MS, GRID, NEIGHBOUR, newOperation, OUTSIDER, OUTSIDE_STAFF, POSTER, STAFF } from './support/community';
import { campaignOf, campaignWords, openCampaign, openMutual } from './support/mutual-steps';

const GIVER = 'oTestGiverLi';
const needs = [
  { kind: 'goods' as const, text: '折叠桌', unit: '张', wanted: 5, activityId: null },
  { kind: 'place' as const, text: '放材料的地方', unit: '处', wanted: 1, activityId: null },
  { kind: 'hours' as const, text: '搬料', unit: '人', wanted: 3, activityId: null },
];

describe('what neighbours give besides money', () => {
  let community: Community;
  let campaignId: string;
  beforeAll(async () => {
    community = await Community.found();
    await community.join(GIVER, '李梅', GRID);
    await openMutual(community);
    campaignId = await openCampaign(community, campaignWords(community, { needs }));
  });
  afterAll(async () => {
    await community.close();
  });
  afterEach(() => {
    for (const campaign of community.documents<Campaign>('campaigns')) expect(isCampaignCoherent(campaign)).toBe(true);
    for (const pledge of community.documents<Pledge>('pledges')) expect({ id: pledge._id, isRight: isPledgeCoherent(pledge) }).toEqual({ id: pledge._id, isRight: true });
  });

  const need = (needId: string) => campaignOf(community, campaignId).needs[needId];
  const promise = (count: number, by = GIVER, needId = 'n1', note = ''): Promise<PledgeView> => community.must(by, 'pledge.promise', { campaignId, needId, count, note });
  const other = (code: string): string => String((Number(code) + 1) % 1_000_000).padStart(6, '0');
  const inboxOf = async (openid: string): Promise<readonly string[]> => (await community.must(openid, 'notice.inbox', {})).items.map(({ title }) => title);

  test('things are promised, brought, and received against the code; what did not come is free for others', async () => {
    const operation = newOperation();
    const input = { campaignId, needId: 'n1', count: 3, note: '九成新' };
    const pledge = await community.must(GIVER, 'pledge.promise', input, operation);
    expect(pledge).toMatchObject({ state: 'promised', count: 3, giverText: '', code: expect.stringMatching(/^\d{6}$/) });
    expect(await community.must(GIVER, 'pledge.promise', input, operation)).toMatchObject({ pledgeId: pledge.pledgeId });
    expect(await community.refused(GIVER, 'pledge.promise', { ...input, count: 2 }, operation)).toMatchObject({ code: 'OPERATION_REUSED' });
    expect(need('n1')).toMatchObject({ promised: 3, received: 0, kept: { [pledge.pledgeId]: 3 } });
    expect(await community.refused(POSTER, 'pledge.promise', { campaignId, needId: 'n1', count: 3 })).toMatchObject({ code: 'NEED_FULL', message: '现在只差 2 张了。' });
    expect(await inboxOf(NEIGHBOUR)).toContain('李*愿意出3 张折叠桌');
    const code = pledge.code ?? '';
    expect(JSON.stringify(community.document('pledges', pledge.pledgeId))).not.toContain(code);
    expect((await community.must(STAFF, 'pledge.waiting', {})).items).toMatchObject([{ pledgeId: pledge.pledgeId, code: null, giverText: '李*', may: { receive: true } }]);
    const { pledgeId } = pledge;
    expect(await community.refused(STAFF, 'pledge.receive', { pledgeId, count: 2, code: other(code) })).toMatchObject({ code: 'CODE_WRONG', message: expect.stringContaining('4 次') });
    expect(await community.refused(STAFF, 'pledge.receive', { pledgeId, count: 4, code })).toMatchObject({ code: 'BAD_INPUT' });
    expect(await community.refused(OUTSIDE_STAFF, 'pledge.receive', { pledgeId, count: 2, code })).toMatchObject({ code: 'NOT_FOUND' });
    const hand = newOperation();
    expect(await community.must(STAFF, 'pledge.receive', { pledgeId, count: 2, code }, hand)).toMatchObject({ state: 'received', receivedCount: 2 });
    expect(await community.must(STAFF, 'pledge.receive', { pledgeId, count: 2, code }, hand)).toMatchObject({ state: 'received' });
    expect(await community.refused(STAFF, 'pledge.receive', { pledgeId, count: 2, code })).toMatchObject({ code: 'PLEDGE_ENDED' });
    expect(need('n1')).toMatchObject({ promised: 2, received: 2, kept: {} });
    expect(await inboxOf(GIVER)).toContain('收到您的 2 张折叠桌，谢谢');
  });

  test('neighbours who promise at once never promise more than is wanted, and nobody meets a conflict', async () => {
    const givers = Array.from({ length: 8 }, (_unused, index) => `oTestGiver${index}`);
    for (const [index, openid] of givers.entries()) await community.join(openid, `邻居${index}`, GRID);
    const answers = await Promise.all(givers.map((openid) => community.send(openid, 'pledge.promise', { campaignId, needId: 'n1', count: 1, note: '' }, newOperation())));
    const refused = answers.flatMap((answer) => (answer.ok ? [] : [answer.error.code]));
    expect(answers.filter(({ ok }) => ok)).toHaveLength(3);
    expect(new Set(refused)).toEqual(new Set(['NEED_FULL']));
    expect(need('n1')).toMatchObject({ promised: 5, received: 2 });
    for (const { _id, giverId } of community.documents<Pledge>('pledges').filter(({ state }) => state === 'promised')) {
      const openid = (await Promise.all(givers.map(async (each) => ({ each, id: (await community.me(each)).memberId })))).find(({ id }) => id === giverId)?.each ?? '';
      expect(await community.refused(POSTER, 'pledge.withdraw', { pledgeId: _id })).toMatchObject({ code: 'NOT_FOUND' });
      expect(await community.must(openid, 'pledge.withdraw', { pledgeId: _id })).toMatchObject({ state: 'withdrawn' });
    }
    expect(need('n1')).toMatchObject({ promised: 2, received: 2, kept: {} });
  });

  test('five wrong codes, and it is promised anew', async () => {
    const { pledgeId, code } = await promise(1);
    for (let tries = 0; tries < 5; tries += 1) expect(await community.refused(STAFF, 'pledge.receive', { pledgeId, count: 1, code: other(code ?? '') })).toMatchObject({ code: 'CODE_WRONG' });
    expect(await community.refused(STAFF, 'pledge.receive', { pledgeId, count: 1, code: code ?? '' })).toMatchObject({ code: 'CODE_EXHAUSTED' });
    await community.must(GIVER, 'pledge.withdraw', { pledgeId });
  });

  test('a place is said yes to by whoever answers for it, and used; or no, with a reason', async () => {
    const offered = await promise(1, GIVER, 'n2', '我家车库');
    expect(offered).toMatchObject({ kind: 'place', code: null });
    expect(await community.refused(STAFF, 'pledge.answer', { pledgeId: offered.pledgeId, answer: { kind: 'accept' } })).toMatchObject({ code: 'NOT_ALLOWED' });
    expect(await community.must(NEIGHBOUR, 'pledge.answer', { pledgeId: offered.pledgeId, answer: { kind: 'refuse', reason: '门太窄' } })).toMatchObject({ state: 'refused', reason: '门太窄' });
    const again = await promise(1, GIVER, 'n2', '楼下空屋');
    expect((await community.must(NEIGHBOUR, 'pledge.ofCampaign', { campaignId })).items[0]).toMatchObject({ pledgeId: again.pledgeId, giverText: '李梅', may: { answer: true } });
    expect(await community.refused(GIVER, 'pledge.ofCampaign', { campaignId })).toMatchObject({ code: 'NOT_FOUND' });
    expect(await community.must(NEIGHBOUR, 'pledge.answer', { pledgeId: again.pledgeId, answer: { kind: 'accept' } })).toMatchObject({ state: 'accepted', may: { use: true } });
    expect(await community.must(NEIGHBOUR, 'pledge.markUsed', { pledgeId: again.pledgeId })).toMatchObject({ state: 'used', receivedCount: 1 });
    expect(need('n2')).toMatchObject({ promised: 1, received: 1, kept: {} });
  });

  test('bad input and strangers', async () => {
    for (const count of [0, -1, 0.5, 1e9]) expect(await community.refused(GIVER, 'pledge.promise', { campaignId, needId: 'n1', count })).toMatchObject({ code: 'BAD_INPUT' });
    expect(await community.refused(GIVER, 'pledge.promise', { campaignId, needId: 'n3', count: 1 })).toMatchObject({ code: 'BAD_INPUT' });
    expect(await community.refused(GIVER, 'pledge.promise', { campaignId, needId: 'n9', count: 1 })).toMatchObject({ code: 'NOT_FOUND' });
    expect(await community.refused(OUTSIDER, 'pledge.promise', { campaignId, needId: 'n1', count: 1 })).toMatchObject({ code: 'NOT_FOUND' });
    expect(await community.refused(GIVER, 'pledge.promise', { campaignId, needId: 'n1', count: 1, note: '存疑的一句话' })).toMatchObject({ code: 'TEXT_RISKY' });
  });

  test('not brought in a week: reminded once, then free for others', async () => {
    const { pledgeId, code } = await promise(2);
    await community.advance(5 * DAY_MS + 1);
    await community.runJobs();
    await community.runJobs();
    expect((await inboxOf(GIVER)).filter((title) => title.includes('还没送来'))).toHaveLength(1);
    await community.advance(2 * DAY_MS);
    expect(await community.refused(STAFF, 'pledge.receive', { pledgeId, count: 2, code: code ?? '' })).toMatchObject({ code: 'CODE_EXPIRED' });
    await community.runJobs();
    await community.runJobs();
    expect(community.document<Pledge>('pledges', pledgeId)).toMatchObject({ state: 'lapsed', pendingEvents: 0 });
    expect(need('n1')).toMatchObject({ promised: 2, kept: {} });
  });

  test('hours are seats of the shifts of an activity, counted by the clock', async () => {
    const { activityId, shiftIds } = await openShifts(community, { capacity: 4, count: 1 });
    expect(await community.refused(GIVER, 'pledge.linkHours', { campaignId, needId: 'n3', activityId })).toMatchObject({ code: 'NOT_ALLOWED' });
    expect(await community.refused(NEIGHBOUR, 'pledge.linkHours', { campaignId, needId: 'n1', activityId })).toMatchObject({ code: 'BAD_INPUT' });
    expect(await community.must(NEIGHBOUR, 'pledge.linkHours', { campaignId, needId: 'n3', activityId })).toMatchObject({ activityId, promised: 0 });
    await signUpFor(community, GIVER, shiftIds[0] ?? '');
    await community.runJobs();
    expect(need('n3')).toMatchObject({ promised: 1, received: 0 });
    await signUpFor(community, POSTER, shiftIds[0] ?? '');
    await community.advance(10 * 60_000 + 1);
    await community.runJobs();
    expect(need('n3')).toMatchObject({ promised: 2 });
  });

  test('what one gave and proposed is in one\'s data', async () => {
    const ofGiver = JSON.parse((await community.must(GIVER, 'member.exportData', { part: 'help' })).json) as { readonly pledges: readonly object[]; readonly campaigns: readonly object[] };
    expect(ofGiver.pledges).toContainEqual(expect.objectContaining({ needText: '折叠桌', note: '九成新', state: 'received' }));
    expect(ofGiver.campaigns).toEqual([]);
    const { campaigns } = JSON.parse((await community.must(NEIGHBOUR, 'member.exportData', { part: 'help' })).json) as { readonly campaigns: readonly object[] };
    expect(campaigns).toMatchObject([{ title: '楼下添一张长椅' }]);
  });

  test('whoever leaves takes their name along', async () => {
    const isNamed = (): boolean => community.documents<Pledge>('pledges').some(({ giverName }) => giverName === '赵远');
    await community.join('oTestGiverZhao', '赵远', GRID);
    const { pledgeId } = await promise(1, 'oTestGiverZhao');
    await community.must('oTestGiverZhao', 'pledge.withdraw', { pledgeId });
    expect(isNamed()).toBe(true);
    await community.must('oTestGiverZhao', 'member.leave', {});
    await community.runJobs();
    expect(isNamed()).toBe(false);
  });

  test('called off: whoever still meant to bring something hears it', async () => {
    const { pledgeId } = await promise(1);
    await community.must(STAFF, 'mutual.cancel', { campaignId, reason: '换了地方' });
    await community.runJobs();
    await community.runJobs();
    expect(community.document<Pledge>('pledges', pledgeId)).toMatchObject({ state: 'over' });
    expect(await inboxOf(GIVER)).toContain('1 张折叠桌不用送了');
    expect(await community.refused(GIVER, 'pledge.promise', { campaignId, needId: 'n1', count: 1 })).toMatchObject({ code: 'GIVE_NOT_NOW' });
  });
});
