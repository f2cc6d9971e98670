import { create } from 'zustand';
import { type ApiContract, type WALL_SORTS, WISH_CATEGORY_LABEL, type WishCategory } from '@contract';

export type WallSort = (typeof WALL_SORTS)[number];
export type WallStatus = 'claimable' | 'taken' | 'done';

export interface WallFilter {
  readonly sort: WallSort;
  readonly category: WishCategory | null;
  readonly urgentOnly: boolean;
  readonly status: WallStatus;
  readonly search: string;
}

export const SORT_LABEL: Readonly<Record<WallSort, string>> = { near: '离我近', soon: '快到期', new: '刚发布' };
export const STATUS_LABEL: Readonly<Record<WallStatus, string>> = { claimable: '等人认领', taken: '有人接了', done: '办好了' };

export const PLAIN_FILTER: WallFilter = { sort: 'near', category: null, urgentOnly: false, status: 'claimable', search: '' };

/** What the wall shows; kept while the program runs, so that coming back from a wish finds the same list. */
export const useWallFilter = create<{ filter: WallFilter; change: (patch: Partial<WallFilter>) => void; reset: () => void }>((set) => ({
  filter: PLAIN_FILTER,
  change: (patch) => set((state) => ({ filter: { ...state.filter, ...patch } })),
  reset: () => set({ filter: PLAIN_FILTER }),
}));

export const wallInput = (filter: WallFilter): Omit<ApiContract['wish.wall']['input'], 'cursor'> => ({
  sort: filter.sort,
  category: filter.category,
  urgentOnly: filter.urgentOnly,
  status: filter.status,
  search: filter.search.trim(),
});

export interface ActiveFilter {
  readonly key: string;
  readonly label: string;
  /** What taking it away changes. */
  readonly without: Partial<WallFilter>;
}

/** What narrows the list now, each with how to widen it again; the order decides which is offered first when nothing is found. */
export function activeFilters(filter: WallFilter): readonly ActiveFilter[] {
  const active: ActiveFilter[] = [];
  if (filter.search.trim() !== '') active.push({ key: 'search', label: `“${filter.search.trim()}”`, without: { search: '' } });
  if (filter.urgentOnly) active.push({ key: 'urgent', label: '只看急的', without: { urgentOnly: false } });
  if (filter.category !== null) active.push({ key: 'category', label: WISH_CATEGORY_LABEL[filter.category], without: { category: null } });
  if (filter.status !== 'claimable') active.push({ key: 'status', label: STATUS_LABEL[filter.status], without: { status: 'claimable' } });
  return active;
}

/** "附近的助学心愿都有人接了" and the like: what an empty list means. */
export function emptyWords(filter: WallFilter): { readonly title: string; readonly note: string } {
  if (filter.search.trim() !== '') return { title: '没找到这样的心愿', note: '换个词试试，比如“灯”“理发”“书包”' };
  if (filter.status === 'done') return { title: '还没有办好的', note: '第一件办好的心愿会出现在这里' };
  const kind = filter.category === null ? '' : WISH_CATEGORY_LABEL[filter.category];
  const urgent = filter.urgentOnly ? '急的' : '';
  if (filter.status === 'taken') return { title: `没有正在办的${urgent}${kind}心愿`, note: '等人认领的在另一边，去看看' };
  return { title: `${kind === '' && urgent === '' ? '附近的' : `${urgent}${kind}`}心愿都有人接了`, note: '邻居们手真快。想帮忙，过会儿再来看看' };
}
