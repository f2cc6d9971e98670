import { WISH_CATEGORIES, type CategoryCounts, type SupplyTableAreaView, type SupplyTableRowView, type WishCategory } from '@contract';
import { gridLines, lineVerdict, wholeLines } from './table-lines';

const counts = (some: Partial<CategoryCounts>): CategoryCounts => ({ ...(Object.fromEntries(WISH_CATEGORIES.map((category) => [category, 0])) as CategoryCounts), ...some });
const area = (areaId: string, capacityLeft: Partial<CategoryCounts>, openShares: Partial<CategoryCounts>): SupplyTableAreaView => ({ areaId, name: areaId, isWholeCommunity: areaId === 'c', supplies: counts({}), capacityLeft: counts(capacityLeft), openShares: counts(openShares) });
const row = (category: WishCategory, figures: Partial<SupplyTableRowView>): SupplyTableRowView => ({ category, byParty: { member: 0, merchant: 0, unit: 0, organisation: 0 }, supplies: 1, capacityPerWeek: 0, capacityLeft: 0, openWishes: 0, openShares: 0, matchedShares: 0, shortShares: 0, ...figures });
const repairOf = (lines: ReturnType<typeof gridLines>) => lines.find(({ category }) => category === 'repair');

describe('lines of the matching table', () => {
  it('sets helps of this week against shares in a 小区, never numbers of offers', () => {
    const grid = area('c-g1', { repair: 5 }, { repair: 9 });
    const rows = [row('repair', { openShares: 9, capacityLeft: 8, shortShares: 1 })];
    expect(repairOf(gridLines({ rows, areas: [area('c', { repair: 3 }, {}), grid] }, grid))).toMatchObject({ need: 9, own: 5, shared: 3, shortLeast: 1, shortMost: 1, note: '只来这里的 5 次 · 全社区都去的 3 次' });
  });

  it('says between what and what is missing, since other 小区 draw on the same shared helps', () => {
    const [one, other] = [area('c-g1', { repair: 1 }, { repair: 5 }), area('c-g2', {}, { repair: 4 })];
    const rows = [row('repair', { openShares: 9, capacityLeft: 4, shortShares: 5 })];
    const areas = [area('c', { repair: 3 }, {}), one, other];
    const [ofOne, ofOther] = [repairOf(gridLines({ rows, areas }, one)), repairOf(gridLines({ rows, areas }, other))];
    expect([ofOne, ofOther]).toMatchObject([{ shortLeast: 1, shortMost: 4 }, { shortLeast: 1, shortMost: 4 }]);
    expect(ofOne === undefined ? null : lineVerdict(ofOne)).toEqual({ isShort: true, words: '缺 1 到 4 份' });
  });

  it('leans on shared helps aloud where they suffice for everybody', () => {
    const grid = area('c-g1', { repair: 1 }, { repair: 3 });
    const line = repairOf(gridLines({ rows: [row('repair', { openShares: 3, capacityLeft: 6 })], areas: [area('c', { repair: 5 }, {}), grid] }, grid));
    expect(line).toMatchObject({ shortMost: 0, note: '只来这里的 1 次 · 全社区都去的 5 次 · 2 份要靠全社区都去的' });
  });

  it('says of the whole community what lies idle in one 小区 while another waits', () => {
    expect(wholeLines({ rows: [row('repair', { openShares: 6, capacityLeft: 9, shortShares: 2, openWishes: 2 })] })).toMatchObject([{ need: 6, own: 9, shortMost: 2, note: '1 份资源 · 2 个心愿在等 · 有 5 次只去自己的小区，那里用不完' }]);
  });

  it('has a verdict where something waits', () => {
    expect([lineVerdict({ need: 0, shortLeast: 0, shortMost: 0 }), lineVerdict({ need: 2, shortLeast: 0, shortMost: 0 })?.words, lineVerdict({ need: 2, shortLeast: 0, shortMost: 2 })?.words, lineVerdict({ need: 2, shortLeast: 2, shortMost: 2 })?.words]).toEqual([null, '接得住', '最多缺 2 份', '还缺 2 份']);
  });
});
