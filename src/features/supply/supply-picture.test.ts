import { SUPPLY_PARTY_KINDS, WISH_CATEGORIES, type CategoryCounts, type SupplyCardView, type SupplyMapView, type SupplyPlaceView, type SupplyTableView } from '@contract';
import { textWidth, type Sheet } from '@/lib/picture-marks';
import { mapSheet, tableSheet } from './supply-picture';

const counts = (some: Partial<CategoryCounts> = {}): CategoryCounts => ({ ...(Object.fromEntries(WISH_CATEGORIES.map((category) => [category, 0])) as CategoryCounts), ...some });
const card = (supplyId: string, changes: Partial<SupplyCardView>): SupplyCardView => ({
  supplyId, state: 'open', partyKind: 'member', partyName: '刘洋', category: 'repair', pictureKey: 'lamp', title: '换灯', skills: [], certificates: [], seenCertificates: [], areaId: 'c', areaName: '青枫社区', slots: 1, timesText: '周一到周五上午和下午；周六、周日上午', capacityPerWeek: 12, walkText: null, isMine: false, ...changes,
});
const place = (areaId: string, name: string, supplies: readonly SupplyCardView[]): SupplyPlaceView => ({ areaId, name, isHome: false, isWholeCommunity: areaId === 'c', eastMinutes: 4, northMinutes: 4, counts: counts(), supplies });
const map = (supplies: readonly SupplyCardView[]): SupplyMapView => ({ communityId: 'c', counts: counts({ repair: supplies.length }), byParty: { member: supplies.length, merchant: 0, unit: 0, organisation: 0 }, places: [place('c', '青枫社区', supplies), place('c-g1', '机床厂宿舍', [])], total: supplies.length, isAtLeast: false });
const houseOf = () => ({ done: 0, taken: 0, waiting: 2, count: null, words: '' });
const OF = { communityName: '青枫社区', dayText: '2026-11-20', zoom: 1 };

const textsOf = ({ marks }: Sheet): readonly string[] => marks.flatMap((mark) => (mark.kind === 'text' ? [mark.text] : []));

/** Words that run beyond the sheet. */
const beyond = ({ width, height, marks }: Sheet): readonly string[] =>
  marks.flatMap((mark) => {
    if (mark.kind !== 'text') return [];
    const wide = textWidth(mark.text, mark.size);
    const left = mark.align === 'left' ? mark.x : mark.align === 'center' ? mark.x - wide / 2 : mark.x - wide;
    return left < 0 || left + wide > width || mark.y + mark.size / 2 > height ? [mark.text] : [];
  });

describe('pictures of map and table', () => {
  it('tell a shop by its name and a neighbour by none, whoever saves them', () => {
    const words = textsOf(mapSheet(map([card('a', {}), card('b', { partyKind: 'merchant', partyName: '老周五金', title: '修锁' })]), houseOf, '', OF)).join('|');
    expect(words).toContain('老周五金');
    expect(words).toContain('邻居，志愿者');
    expect(words).not.toContain('刘洋');
  });

  it('keep every word on the sheet in large type too, a fact never broken, and say what they leave out', () => {
    const many = Array.from({ length: 30 }, (_none, index) => card(`s${index}`, { title: '换灯、修锁、修水龙头，也修老人家里的热水器和煤气灶' }));
    for (const zoom of [1, 1.3]) {
      const sheet = mapSheet(map(many), houseOf, '维修、志愿者', { ...OF, zoom });
      expect(beyond(sheet)).toEqual([]);
      expect(textsOf(sheet)).toContain('还有 16 份，在“邻愿”的资源地图里看。');
      expect(textsOf(sheet).some((text) => text.startsWith(' ·') || text === '次')).toBe(false);
    }
  });

  it('the table says its unit and its verdicts, of a 小区 with both kinds of room', () => {
    const zero = { byParty: Object.fromEntries(SUPPLY_PARTY_KINDS.map((kind) => [kind, 0])) as SupplyTableView['totals']['byParty'], supplies: 0, capacityPerWeek: 0, capacityLeft: 0, openWishes: 0, openShares: 0, matchedShares: 0, shortShares: 0 };
    const area = (areaId: string, capacityLeft: number, openShares: number) => ({ areaId, name: areaId === 'c' ? '青枫社区' : '湖心苑', isWholeCommunity: areaId === 'c', supplies: counts(), capacityLeft: counts({ repair: capacityLeft }), openShares: counts({ repair: openShares }) });
    const table: SupplyTableView = { communityId: 'c', areas: [area('c', 3, 0), area('c-g1', 1, 6)], rows: WISH_CATEGORIES.map((category) => (category === 'repair' ? { ...zero, category, openShares: 6, capacityLeft: 4, shortShares: 2 } : { ...zero, category })), totals: zero, countedAtMs: 0, isAtLeast: false };
    for (const zoom of [1, 1.3]) {
      const [whole, grid] = [tableSheet(table, null, { ...OF, zoom }), tableSheet(table, 'c-g1', { ...OF, zoom })];
      expect([...beyond(whole), ...beyond(grid)]).toEqual([]);
      expect(textsOf(whole)).toContain('还缺 2 份');
      expect(textsOf(grid).join('')).toContain('只来这里的 1 次');
      expect(textsOf(whole).join('')).toContain('一份心愿要人帮一次');
    }
  });
});
