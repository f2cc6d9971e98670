import { WEEK_SLOTS_ALL, type SupplyWordsInput } from '@contract';
import { withinHoursMs } from '../../../cloudfunctions/core/kernel/clock';
import type { Notice } from '../../../cloudfunctions/core/notice/notice';
import type { Supply } from '../../../cloudfunctions/core/supply/supply';
import { COMMUNITY, DAY_MS, GRID, type Community } from './community';

/** Small repairs at any time. */
export const supplyWords = (changes: Partial<SupplyWordsInput> = {}): SupplyWordsInput => ({
  category: 'repair', title: '换灯修锁', words: '小活当天去。', conditions: '', skills: ['repair'], certificates: [], areaId: COMMUNITY, point: null, seatAreaId: null, slots: WEEK_SLOTS_ALL, capacityPerWeek: 3, ...changes,
});

/** A resident's own offer in their 小区. */
export const offerAs = async (community: Community, openid: string, changes: Partial<SupplyWordsInput> = {}): Promise<string> =>
  (await community.must(openid, 'supply.save', { as: { kind: 'member' }, ...supplyWords({ areaId: GRID, ...changes }) })).supplyId;

export const supplyOf = (community: Community, supplyId: string): Supply => {
  const found = community.document<Supply>('supplies', supplyId);
  if (found === undefined || found === null) throw new Error(`no supply ${supplyId}`);
  return found;
};

/** On to this hour of the day (UTC+8); stays where it is within it. */
export const toHour = (community: Community, hour: number): Promise<void> => community.advance(withinHoursMs(community.nowMs(), { from: hour, until: hour + 1 }) - community.nowMs());

/** A week on, at this hour, with the timer. */
export const nextWeekAt = async (community: Community, hour: number): Promise<void> => {
  await community.advance(7 * DAY_MS);
  await toHour(community, hour);
  await community.runJobs();
};

/** What was put before somebody between rounds. */
export const suggestedTo = async (community: Community, openid: string): Promise<readonly Notice[]> => {
  const { memberId } = await community.me(openid);
  return community.documents<Notice>('notices').filter((notice) => notice.memberId === memberId && notice.title === '有个心愿适合您' && notice.target.page === 'wishDetail');
};
