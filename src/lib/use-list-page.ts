import Taro, { usePullDownRefresh, useReachBottom } from '@tarojs/taro';

/**
 * Pull to refresh and, for an endless list, the next page near the bottom. The page's config must say
 * `enablePullDownRefresh: true`.
 */
export function useListPage({ refresh, loadMore }: { refresh: () => Promise<unknown>; loadMore?: () => void }): void {
  usePullDownRefresh(() => {
    void refresh().finally(() => Taro.stopPullDownRefresh());
  });
  useReachBottom(() => loadMore?.());
}
