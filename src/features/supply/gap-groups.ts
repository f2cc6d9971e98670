import { WISH_CATEGORIES, WISH_CATEGORY_LABEL, type GapPersonView, type GapWishView } from '@contract';

/** 按小区 or 按类别. */
export type GapView = 'area' | 'category';

export interface GapGroup<T> {
  readonly key: string;
  readonly name: string;
  readonly items: readonly T[];
  /** Of them: wishes that nobody suits, people with no service at all. */
  readonly worst: number;
  /** What stands in the group's line while it is folded. */
  readonly words: string;
}

const groupBy = <T>(items: readonly T[], keyOf: (item: T) => string): ReadonlyMap<string, readonly T[]> => {
  const groups = new Map<string, readonly T[]>();
  for (const item of items) groups.set(keyOf(item), [...(groups.get(keyOf(item)) ?? []), item]);
  return groups;
};

const worstFirst = <T>(a: GapGroup<T>, b: GapGroup<T>): number => b.worst - a.worst || b.items.length - a.items.length || (a.name < b.name ? -1 : 1);

const wishWords = (wishes: readonly GapWishView[], worst: number): string => {
  const longest = Math.max(...wishes.map(({ waitingDays }) => waitingDays));
  const urgent = wishes.filter(({ urgency }) => urgency === 'urgent').length;
  return [worst > 0 ? `${worst} 件没有人合适` : '都有人合适，只是少', urgent > 0 ? `${urgent} 件急` : '', longest > 0 ? `最久的等了 ${longest} 天` : ''].filter((part) => part !== '').join(' · ');
};

/** Pure: wishes that few can help with, by 小区 or by kind, the group with most that nobody suits first. */
export const wishGroups = (wishes: readonly GapWishView[], view: GapView): readonly GapGroup<GapWishView>[] =>
  [...groupBy(wishes, ({ areaName, category }) => (view === 'area' ? areaName : category))]
    .map(([key, items]) => {
      const worst = items.filter(({ suitable }) => suitable === 0).length;
      return { key, name: view === 'area' ? key : (WISH_CATEGORIES.filter((category) => category === key).map((category) => WISH_CATEGORY_LABEL[category])[0] ?? key), items, worst, words: wishWords(items, worst) };
    })
    .sort(worstFirst);

/** Pure: people with little or no service by 小区, the one with most of none first. */
export const personGroups = (people: readonly GapPersonView[]): readonly GapGroup<GapPersonView>[] =>
  [...groupBy(people, ({ areaName }) => areaName)]
    .map(([key, items]) => {
      const worst = items.filter(({ service }) => service === 'none').length;
      const little = items.length - worst;
      return { key, name: key, items, worst, words: [worst > 0 ? `${worst} 位没有服务` : '', little > 0 ? `${little} 位较少服务` : ''].filter((part) => part !== '').join(' · ') };
    })
    .sort(worstFirst);
