import { WEEK_SLOTS_ALL, type SupplyWordsInput } from '@contract';
import type { Supply } from '../../../cloudfunctions/core/supply/supply';
import { COMMUNITY, GRID, type Community } from './community';

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
