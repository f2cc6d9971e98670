import type { RouteName } from '@contract';
import { openShifts } from '../tests/flows/support/activity-steps';
import { GRID, NEIGHBOUR, STAFF, type Community } from '../tests/flows/support/community';
import { campaignWords, openCampaign } from '../tests/flows/support/mutual-steps';

type Call = <R extends RouteName>(openid: string, route: R, input: unknown) => Promise<void>;

const GIVER = 'oBenchGiver';

/** Things, a place and hours for a campaign. The lane is open. */
export const pledgeRoutes = async (community: Community, call: Call): Promise<void> => {
  await community.join(GIVER, '李梅', GRID);
  const needs = [{ kind: 'goods' as const, text: '折叠桌', unit: '张', wanted: 5, activityId: null }, { kind: 'place' as const, text: '空屋', unit: '处', wanted: 1, activityId: null }, { kind: 'hours' as const, text: '搬料', unit: '人', wanted: 3, activityId: null }];
  const campaignId = await openCampaign(community, campaignWords(community, { title: '楼下添几张桌子', needs }));
  await call(GIVER, 'pledge.promise', { campaignId, needId: 'n1', count: 2, note: '九成新' });
  await community.must(GIVER, 'pledge.promise', { campaignId, needId: 'n1', count: 1 });
  await community.must(GIVER, 'pledge.promise', { campaignId, needId: 'n2', count: 1 });
  await call(GIVER, 'pledge.mine', {});
  await call(NEIGHBOUR, 'pledge.ofCampaign', { campaignId });
  await call(STAFF, 'pledge.waiting', {});
  const { items } = await community.must(GIVER, 'pledge.mine', {});
  const [place, first, second] = [items.find(({ kind }) => kind === 'place'), ...items.filter(({ kind }) => kind === 'goods')];
  await call(NEIGHBOUR, 'pledge.answer', { pledgeId: place?.pledgeId, answer: { kind: 'accept' } });
  await call(NEIGHBOUR, 'pledge.markUsed', { pledgeId: place?.pledgeId });
  await call(STAFF, 'pledge.receive', { pledgeId: first?.pledgeId, count: first?.count, code: first?.code });
  await call(GIVER, 'pledge.withdraw', { pledgeId: second?.pledgeId });
  const { activityId } = await openShifts(community, { count: 1 });
  await call(NEIGHBOUR, 'pledge.linkHours', { campaignId, needId: 'n3', activityId });
};
