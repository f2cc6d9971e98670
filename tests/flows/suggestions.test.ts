import { RULES } from '../../cloudfunctions/core/rules';
import type { Notice } from '../../cloudfunctions/core/notice/notice';
import { isSupplyCoherent, type Supply } from '../../cloudfunctions/core/supply/supply';
import { COMMUNITY, Community, DAY_MS, GRID, HOUR_MS, MERCHANT, NEIGHBOUR, POSTER, STAFF } from './support/community';
import { placeNeeds } from './support/need-steps';
import { nextWeekAt, offerAs, suggestedTo, supplyOf, supplyWords, toHour } from './support/supply-steps';
import { openWish } from './support/wish-steps';

const LEAVER = 'oTestResidentSun';
const RICE = { category: 'goods', title: '想要一袋米' } as const;
const OFFERED = { category: 'goods', title: '家里的米面' } as const;

describe('suggestions between rounds', () => {
  let community: Community;

  beforeAll(async () => {
    community = await Community.found();
  });
  beforeEach(async () => {
    await community.foundAnew();
    await toHour(community, 10);
  });
  afterEach(() => {
    expect(community.documents<{ readonly count: number }>('pushWeeks').filter(({ count }) => count > RULES.matching.pushesPerWeek)).toEqual([]);
    expect(community.documents<Supply>('supplies').filter((supply) => !isSupplyCoherent(supply) || supply.pendingEvents > 0)).toEqual([]);
  });
  afterAll(async () => {
    await community.close();
  });

  test('once a week one wish that suits, with why; none twice, and nothing where all are known', async () => {
    const wishIds = placeNeeds(community, 2, null, RICE);
    placeNeeds(community, 1, null, { category: 'study', title: '想学写字' });
    await offerAs(community, NEIGHBOUR, { ...OFFERED, areaId: COMMUNITY });
    await community.runJobs();
    expect(await suggestedTo(community, NEIGHBOUR)).toEqual([]);
    await nextWeekAt(community, 10);
    const [first] = await suggestedTo(community, NEIGHBOUR);
    expect(await suggestedTo(community, NEIGHBOUR)).toMatchObject([{ body: expect.stringMatching(/^“想要一袋米”：.*什么时候都方便/), target: { page: 'wishDetail' }, todoState: 'none' }]);
    await community.runJobs();
    expect(await suggestedTo(community, NEIGHBOUR)).toHaveLength(1);
    await nextWeekAt(community, 10);
    expect((await suggestedTo(community, NEIGHBOUR)).map(({ target }) => target.wishId).sort()).toEqual([...wishIds].sort());
    expect(wishIds).toContain(first?.target.wishId);
    await nextWeekAt(community, 10);
    expect(await suggestedTo(community, NEIGHBOUR)).toHaveLength(2);
  });

  test('not in the evening and not at night: then the next morning', async () => {
    placeNeeds(community, 1, null, RICE);
    await offerAs(community, NEIGHBOUR, { ...OFFERED, areaId: COMMUNITY });
    await community.advance(6 * DAY_MS);
    await toHour(community, 9);
    await nextWeekAt(community, 21);
    expect(await suggestedTo(community, NEIGHBOUR)).toEqual([]);
    await toHour(community, 5);
    await community.runJobs();
    expect(await suggestedTo(community, NEIGHBOUR)).toEqual([]);
    await toHour(community, 9);
    await community.runJobs();
    expect(await suggestedTo(community, NEIGHBOUR)).toHaveLength(1);
  });

  test('who switched it off hears nothing, until they switch it on; it is told in their export and the settings', async () => {
    placeNeeds(community, 1, null, RICE);
    await offerAs(community, NEIGHBOUR, { ...OFFERED, areaId: COMMUNITY });
    expect(await community.me(NEIGHBOUR)).toMatchObject({ suggestions: true });
    expect(await community.must(NEIGHBOUR, 'member.saveSettings', { suggestions: false })).toMatchObject({ suggestions: false });
    expect(JSON.parse((await community.must(NEIGHBOUR, 'member.exportData', {})).json)).toMatchObject({ member: { suggestions: false } });
    await nextWeekAt(community, 10);
    expect(await suggestedTo(community, NEIGHBOUR)).toEqual([]);
    await community.must(NEIGHBOUR, 'member.saveSettings', { suggestions: true });
    await nextWeekAt(community, 10);
    expect(await suggestedTo(community, NEIGHBOUR)).toHaveLength(1);
  });

  test('two runs at once, and two offers of one person for one wish: told once', async () => {
    placeNeeds(community, 1, null, RICE);
    await offerAs(community, NEIGHBOUR, { ...OFFERED, areaId: COMMUNITY });
    await offerAs(community, NEIGHBOUR, { ...OFFERED, title: '多买的油', areaId: COMMUNITY });
    await community.advance(7 * DAY_MS);
    await toHour(community, 10);
    await Promise.all([community.runJobs(), community.runJobs()]);
    await community.runJobs();
    expect(await suggestedTo(community, NEIGHBOUR)).toHaveLength(1);
    expect(community.documents<{ readonly count: number }>('pushWeeks').map(({ count }) => count)).toEqual([1]);
  });

  test('at most two a week a person, however many offers, rounds counted too', async () => {
    placeNeeds(community, 6, null, RICE);
    const titles = ['米', '面', '油', '蛋'];
    const apartMs = HOUR_MS / 2;
    for (const title of titles) {
      await offerAs(community, NEIGHBOUR, { ...OFFERED, title, areaId: COMMUNITY });
      await community.advance(apartMs);
    }
    await community.advance(7 * DAY_MS - titles.length * apartMs);
    for (const _title of titles) {
      await community.advance(apartMs);
      await community.runJobs();
    }
    expect(await suggestedTo(community, NEIGHBOUR)).toHaveLength(RULES.matching.pushesPerWeek);
  });

  test('not while the account rests, not after leaving, not for a paused offer; a pause that ends goes on', async () => {
    await community.join(LEAVER, '孙强', GRID);
    placeNeeds(community, 2, null, RICE);
    const paused = await offerAs(community, NEIGHBOUR, { ...OFFERED, areaId: COMMUNITY });
    await community.must(NEIGHBOUR, 'supply.pause', { supplyId: paused });
    await offerAs(community, LEAVER, { ...OFFERED, areaId: COMMUNITY });
    await community.must(MERCHANT, 'supply.save', { as: { kind: 'merchant' }, ...supplyWords(OFFERED) });
    await community.must(STAFF, 'member.freeze', { memberId: (await community.me(MERCHANT)).memberId, days: 30, reason: '先歇一歇' });
    const { memberId } = await community.me(LEAVER);
    await community.must(LEAVER, 'member.leave', {});
    await nextWeekAt(community, 10);
    for (const openid of [NEIGHBOUR, MERCHANT]) expect(await suggestedTo(community, openid)).toEqual([]);
    expect(community.documents<Notice>('notices').filter((notice) => notice.memberId === memberId)).toEqual([]);
    await community.must(NEIGHBOUR, 'supply.resume', { supplyId: paused });
    await community.runJobs();
    expect(await suggestedTo(community, NEIGHBOUR)).toHaveLength(1);
  });

  test('of a unit its contact hears, never of their own wish', async () => {
    const { unitId } = await community.must(NEIGHBOUR, 'unit.create', { kind: 'company', name: '平安物业' });
    await community.must(NEIGHBOUR, 'supply.save', { as: { kind: 'unit', unitId }, ...supplyWords(OFFERED) });
    await openWish(community, { ...RICE, story: '这个月手头紧。' }, NEIGHBOUR);
    await nextWeekAt(community, 10);
    expect(await suggestedTo(community, NEIGHBOUR)).toEqual([]);
    const [wishId] = placeNeeds(community, 1, null, RICE);
    await nextWeekAt(community, 10);
    expect(await suggestedTo(community, NEIGHBOUR)).toMatchObject([{ target: { wishId } }]);
  });

  test('not what they were asked for in a round and declined, gave back, or hold; not what is taken', async () => {
    const supplyId = await offerAs(community, NEIGHBOUR, { ...OFFERED, areaId: COMMUNITY, capacityPerWeek: 9 });
    const { memberId } = await community.me(NEIGHBOUR);
    const [declined = ''] = placeNeeds(community, 1, null, RICE);
    community.cloud.cloud.store.get('matchProposals').put('mp_test', { _id: 'mp_test', wishId: declined, keeperId: memberId, supplyId, state: 'declined', answerByMs: 1, wakeAtMs: 4_102_444_800_000 } as never);
    const givenBack = await openWish(community, { ...RICE, story: '这个月手头紧。' }, POSTER);
    const { claimId } = await community.must(NEIGHBOUR, 'wish.claim', { wishId: givenBack, shares: 1, as: { kind: 'self' } });
    await community.must(NEIGHBOUR, 'claim.giveBack', { wishId: givenBack, claimId, shares: 1 });
    await nextWeekAt(community, 10);
    expect(await suggestedTo(community, NEIGHBOUR)).toEqual([]);
    const [open = ''] = placeNeeds(community, 1, null, RICE);
    await nextWeekAt(community, 10);
    expect(await suggestedTo(community, NEIGHBOUR)).toMatchObject([{ target: { wishId: open } }]);
  });

  test('costs as many requests however many wishes wait', async () => {
    const requestsOfAWeek = async (wishes: number): Promise<number> => {
      await community.foundAnew();
      await toHour(community, 10);
      placeNeeds(community, wishes, null, { ...RICE, wakeAtMs: community.nowMs() + 90 * DAY_MS });
      await offerAs(community, NEIGHBOUR, { ...OFFERED, areaId: COMMUNITY });
      await community.runJobs();
      const jobsSoFar = (): number => community.meters(100_000).filter((record) => record.function === 'jobs').reduce((sum, { totals }) => sum + totals.requests, 0);
      const before = jobsSoFar();
      await nextWeekAt(community, 10);
      expect(await suggestedTo(community, NEIGHBOUR)).toHaveLength(1);
      return jobsSoFar() - before;
    };
    const [few, many] = [await requestsOfAWeek(2), await requestsOfAWeek(150)];
    expect(many).toBe(few);
  });

  test('an offer stored before there were suggestions is looked at too, and staff are asked about its certificate', async () => {
    placeNeeds(community, 1, null, RICE);
    const { supplyId } = await community.must(MERCHANT, 'supply.save', { as: { kind: 'merchant' }, ...supplyWords({ ...OFFERED, certificates: ['gas'] }) });
    await community.runJobs();
    const { seen: _seen, certificatesAskedAtMs: _asked, suggestAtMs: _at, suggestedRunId: _run, ...old } = supplyOf(community, supplyId);
    community.cloud.cloud.store.get('supplies').put(supplyId, old as never);
    expect(await community.must(MERCHANT, 'supply.get', { supplyId })).toMatchObject({ certificates: ['gas'], certificatesSeen: [] });
    await nextWeekAt(community, 10);
    expect(await suggestedTo(community, MERCHANT)).toHaveLength(1);
    expect(supplyOf(community, supplyId)).toMatchObject({ seen: {}, certificatesAskedAtMs: expect.any(Number) });
  });
});
