import type { CalleeView } from '@contract';
import { COMMUNITY, HOUR_MS, STAFF, type Community } from './community';
import { deliveredWish } from './wish-steps';

/** As staff of the community read it. */
export const callList = async (community: Community, openid = STAFF): Promise<readonly CalleeView[]> => (await community.must(openid, 'callList.page', { areaId: COMMUNITY })).items;

/** Something arrived for somebody a day ago, and they have not looked; the timer has. */
export const unreadForADay = async (community: Community, poster: string): Promise<{ readonly wishId: string; readonly claimId: string }> => {
  const loop = await deliveredWish(community, { urgency: 'urgent' }, poster);
  await community.runJobs();
  await community.advance(25 * HOUR_MS);
  await community.runJobs();
  return loop;
};
