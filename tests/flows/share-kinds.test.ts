import type { ShareItemKind } from '@contract';
import { openShift } from './support/activity-steps';
import { Community, DAY_MS, GRID, MERCHANT, OUTSIDER, STAFF } from './support/community';
import { agreedGift, onlyMoney, openDirectedLane } from './support/directed-steps';
import { bindByCode, OWNER, withOwners } from './support/group-steps';
import { openLane } from './support/lane-steps';
import { showLinked } from './support/linked-steps';
import { campaignWords, openCampaign, openMutual } from './support/mutual-steps';
import { draftRound } from './support/round-steps';
import { openWish, planOf } from './support/wish-steps';

const MINUTE_MS = 60_000;
const GIVER = 'oTestGiverLi';
/** Never joined. */
const STRANGER = 'oTestNeverJoined';

describe('campaigns of all lanes, rounds and directed gifts brought into a group', () => {
  let community: Community;
  let groupId = '';

  beforeAll(async () => {
    community = await Community.found();
    await withOwners(community);
    await community.join(GIVER, '李梅', GRID);
    groupId = await bindByCode(community);
    await openMutual(community);
  });
  afterAll(() => community.close());

  const make = async (itemKind: ShareItemKind, itemId: string): Promise<string> => (await community.must(OWNER, 'share.make', { groupId, itemKind, itemId })).code;
  const counted = async (code: string) => {
    await community.advance(2 * MINUTE_MS);
    await community.runJobs();
    return (await community.must(OWNER, 'share.ofGroup', { groupId })).find((each) => each.code === code);
  };

  test('mutual aid: whoever is not of the community reads its title alone; who gives is counted when it was said and when it came', async () => {
    const campaignId = await openCampaign(community, campaignWords(community, { title: '楼下添一张长椅', needs: [{ kind: 'goods', text: '防滑条', unit: '米', wanted: 12, activityId: null }] }));
    const code = await make('mutual', campaignId);
    for (const openid of [STRANGER, OUTSIDER]) {
      expect(await community.must(openid, 'share.open', { code })).toEqual({ itemKind: 'mutual', itemId: campaignId, standing: 'open' });
      const sight = await community.must(openid, 'share.look', { code });
      expect(sight).toMatchObject({ title: '楼下添一张长椅', shares: null, untilMs: null, note: '' });
      expect(JSON.stringify(sight)).not.toContain('没地方坐');
      expect(Object.keys(await community.must(openid, 'mutual.get', { campaignId })).sort()).toEqual(['audience', 'campaignId', 'communityName', 'title']);
    }
    await community.must(GIVER, 'share.open', { code });
    const pledge = await community.must(GIVER, 'pledge.promise', { campaignId, needId: 'n1', count: 3, note: '' });
    expect((await counted(code))?.numbers).toEqual({ opened: 3, signedUp: 1, attended: 0, completed: 0 });
    await community.must(STAFF, 'pledge.receive', { pledgeId: pledge.pledgeId, count: 3, code: pledge.code ?? '' });
    expect((await counted(code))?.numbers).toEqual({ opened: 3, signedUp: 1, attended: 1, completed: 1 });
    const hidden = await community.must(GIVER, 'mutual.propose', campaignWords(community, { title: '还没交的一件' }));
    expect(await community.refused(OWNER, 'share.make', { groupId, itemKind: 'mutual', itemId: hidden.campaignId })).toMatchObject({ code: 'NOT_FOUND' });
  });

  test('a round: who claims a wish of it counts for it; when it is over its card says so', async () => {
    const wishId = await openWish(community, { title: '想要一盏床头灯', urgency: 'urgent' });
    const { roundId } = await draftRound(community, [wishId]);
    expect(await community.refused(OWNER, 'share.make', { groupId, itemKind: 'round', itemId: roundId })).toMatchObject({ code: 'NOT_FOUND' });
    await community.must(STAFF, 'round.open', { roundId });
    await community.runJobs();
    const code = await make('round', roundId);
    await community.must(MERCHANT, 'share.open', { code });
    const { claimId } = await community.must(MERCHANT, 'wish.claim', { wishId, shares: 1, as: { kind: 'merchant' } });
    await community.must(MERCHANT, 'claim.plan', planOf(community, { wishId, claimId }));
    expect((await counted(code))?.numbers).toEqual({ opened: 1, signedUp: 1, attended: 0, completed: 0 });
    await community.advance(7 * DAY_MS);
    await community.runJobs();
    expect(await community.must(STRANGER, 'share.open', { code })).toEqual({ itemKind: 'round', itemId: roundId, standing: 'over' });
    expect(await counted(code)).toMatchObject({ standing: 'over', numbers: { opened: 2 } });
  });

  test('a linked campaign only where its lane is open; a directed gift once both sides agreed', async () => {
    await openLane(community, 'linked');
    const linkedId = await showLinked(community);
    const linkedCode = await make('linked', linkedId);
    expect(await community.must(STRANGER, 'share.look', { code: linkedCode })).toMatchObject({ itemKind: 'linked', note: expect.stringContaining('备案') });
    const useKey = await openDirectedLane(community);
    const directedId = await agreedGift(community, onlyMoney(useKey));
    const directedCode = await make('directed', directedId);
    expect(await community.must(STRANGER, 'share.look', { code: directedCode })).toMatchObject({ title: '给午餐桌添灶台和米', note: '', shares: null });
    expect(await community.refused(STRANGER, 'directed.get', { directedId })).toMatchObject({ code: 'NOT_JOINED' });
    expect(new Set([linkedCode, directedCode]).size).toBe(2);
    expect(await community.refused(OWNER, 'share.make', { groupId, itemKind: 'linked', itemId: directedId })).toMatchObject({ code: 'NOT_FOUND' });
  });

  test('what is near and needed, of every kind that there is, for the owners only', async () => {
    await openWish(community, { title: '厨房灯坏了' });
    const shiftId = await openShift(community);
    const things = await community.must(OWNER, 'share.things', { groupId });
    expect(new Set(things.map(({ itemKind }) => itemKind))).toEqual(new Set(['wish', 'shift', 'mutual', 'linked', 'directed']));
    expect(things.find(({ itemId }) => itemId === shiftId)).toMatchObject({ standing: 'open', seats: { left: expect.any(Number) } });
    expect(things.every(({ standing }) => standing === 'open')).toBe(true);
    expect(await community.refused(GIVER, 'share.things', { groupId })).toMatchObject({ code: 'NOT_FOUND' });
  });
});
