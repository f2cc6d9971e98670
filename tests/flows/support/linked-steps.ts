import type { LinkedFactsInput } from '@contract';
import { ADMIN, COMMUNITY, DAY_MS, STAFF, type Community } from './community';

export const linkedFacts = (community: Community, more: Partial<LinkedFactsInput> = {}): LinkedFactsInput => ({
  title: '给山里的学校装净水器', story: '两所学校，三百个孩子，冬天前装好。', charityName: '云溪区慈善会', certificateNo: '53330100MJ8A', filingNo: '53330100MJ8A26001', platform: 'tencent',
  link: { kind: 'web', url: 'https://gongyi.example.org/p/1024' }, endsAtMs: community.nowMs() + 30 * DAY_MS, ...more,
});

/** Entered by the community's staff, looked up by the district's administrator. */
export const showLinked = async (community: Community, more: Partial<LinkedFactsInput> = {}): Promise<string> => {
  const { linkedId, version } = await community.must(STAFF, 'linked.enter', { areaId: COMMUNITY, ...linkedFacts(community, more) });
  await community.must(ADMIN, 'linked.check', { linkedId, version, decision: { kind: 'approve', hasLookedUp: true } });
  return linkedId;
};
