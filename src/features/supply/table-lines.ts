import { WISH_CATEGORIES, type SupplyTableAreaView, type SupplyTableRowView, type SupplyTableView, type WishCategory } from '@contract';

/** One line of 资源匹配表. Both sides in the same unit: one share is one help, of this week. */
export interface TableLine {
  readonly category: WishCategory;
  /** Shares that wait. */
  readonly need: number;
  /** Helps this week, for this place alone; of the whole community all of them. */
  readonly own: number;
  /** Helps this week that go to every 小区, and are shared between them; nought where `own` has them already. */
  readonly shared: number;
  /** Shares that are surely missing here, and that may be: it depends on where shared helps go. */
  readonly shortLeast: number;
  readonly shortMost: number;
  readonly note: string;
}

const joined = (parts: readonly (string | null)[]): string => parts.filter((part) => part !== null).join(' · ');

const wholeLine = ({ category, openShares, capacityLeft, shortShares, supplies, openWishes, matchedShares }: SupplyTableRowView): TableLine => {
  // Room of offers for one 小区 only that this 小区 does not need.
  const idle = shortShares === 0 ? 0 : shortShares + capacityLeft - openShares;
  return {
    category, need: openShares, own: capacityLeft, shared: 0, shortLeast: shortShares, shortMost: shortShares,
    note: joined([`${supplies} 份资源`, `${openWishes} 个心愿在等`, matchedShares === 0 ? null : `${matchedShares} 份有人接了`, idle === 0 ? null : `有 ${idle} 次只去自己的小区，那里用不完`]),
  };
};

/** Pure: the whole community, a line a kind. */
export const wholeLines = ({ rows }: Pick<SupplyTableView, 'rows'>): readonly TableLine[] => rows.map(wholeLine);

/** Pure: one 小区, a line a kind: what is for it alone first, then what goes everywhere. */
export function gridLines({ rows, areas }: Pick<SupplyTableView, 'rows' | 'areas'>, grid: SupplyTableAreaView): readonly TableLine[] {
  const everywhere = areas.find(({ isWholeCommunity }) => isWholeCommunity);
  return WISH_CATEGORIES.map((category) => {
    const [need, own, shared, shortThere] = [grid.openShares[category], grid.capacityLeft[category], everywhere?.capacityLeft[category] ?? 0, rows.find((row) => row.category === category)?.shortShares ?? 0];
    const beyond = Math.max(0, need - own);
    return {
      category, need, own, shared, shortLeast: Math.max(0, beyond - shared), shortMost: Math.min(beyond, shortThere),
      note: joined([`只来这里的 ${own} 次`, `全社区都去的 ${shared} 次`, beyond > 0 && shortThere === 0 ? `${beyond} 份要靠全社区都去的` : null]),
    };
  });
}

/** Pure: whether what waits can be taken up this week; null where nothing waits. */
export function lineVerdict({ need, shortLeast, shortMost }: Pick<TableLine, 'need' | 'shortLeast' | 'shortMost'>): { readonly isShort: boolean; readonly words: string } | null {
  if (need === 0) return null;
  if (shortMost === 0) return { isShort: false, words: '接得住' };
  if (shortLeast === shortMost) return { isShort: true, words: `还缺 ${shortMost} 份` };
  return { isShort: true, words: shortLeast === 0 ? `最多缺 ${shortMost} 份` : `缺 ${shortLeast} 到 ${shortMost} 份` };
}
