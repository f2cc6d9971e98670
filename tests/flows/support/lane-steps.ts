import type { Lane, LaneRecordInput, LaneView } from '@contract';
import { ADMIN, GRID, STREET, type Community } from './community';

/** Administrator of the street; confirms what the district's recorded. */
export const STREET_ADMIN = 'oTestStreetAdministrator';

export const bringStreetAdmin = async (community: Community): Promise<void> => {
  await community.join(STREET_ADMIN, '郑主任', GRID);
  await community.grant(STREET_ADMIN, 'administrator', STREET);
};

export const CASH = { kind: 'cash', entityName: '云溪区慈善会', keeperName: '孙会计' } as const;
export const SUB_MERCHANT = { kind: 'subMerchant', subMchId: '1900001109', entityName: '云溪区慈善会' } as const;

export const laneFacts = (lane: Lane, areaId = STREET, more: Partial<LaneRecordInput> = {}): LaneRecordInput => ({
  areaId, lane, groundText: '慈善法第一百二十二条，社区内群众性互助互济', documentNo: '云溪民〔2026〕12 号', lawyerCheckedAtMs: 1_790_000_000_000, responsibleName: '郑主任',
  collector: lane === 'linked' ? null : SUB_MERCHANT, ...more,
});

/** Recorded by the district's administrator, confirmed by the street's, who must have been brought before. */
export const openLane = async (community: Community, lane: Lane, more: Partial<LaneRecordInput> = {}): Promise<LaneView> => {
  const { version } = await community.must(ADMIN, 'lane.record', laneFacts(lane, STREET, more));
  return community.must(STREET_ADMIN, 'lane.confirm', { areaId: STREET, lane, version });
};

