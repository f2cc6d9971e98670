import { useInfiniteQuery } from '@tanstack/react-query';
import type { MatchRoundView, MatchRowsView, MatchRowView } from '@contract';
import { type ApiFailure, toApiFailure } from '@/lib/api-failure';
import { callApi } from '@/lib/call-api';
import type { ApiPages } from '@/lib/use-api';

const SHOWN: ReadonlySet<MatchRoundView['state']> = new Set(['preview', 'sending', 'open', 'reporting', 'ended']);

/** Rows of the preview, page after page; none while it is worked out. Another solving has rows of its own. */
export function useRows(roundId: string, round: MatchRoundView | undefined): ApiPages<MatchRowView> {
  const isEnabled = round !== undefined && SHOWN.has(round.state);
  const query = useInfiniteQuery<MatchRowsView, ApiFailure, { pages: MatchRowsView[] }, readonly unknown[], number>({
    queryKey: ['matchRound.rows', roundId, round?.previewUntilMs ?? 0],
    queryFn: async ({ pageParam }) => callApi('matchRound.rows', { roundId, page: pageParam }),
    initialPageParam: 0,
    getNextPageParam: (last) => last.nextPage ?? undefined,
    enabled: isEnabled,
  });
  const failure = query.error === null ? null : toApiFailure(query.error);
  return {
    items: query.data?.pages.flatMap(({ rows }) => rows) ?? [],
    isLoading: query.isPending && isEnabled,
    isRefreshing: query.isRefetching && !query.isFetchingNextPage,
    isLoadingMore: query.isFetchingNextPage,
    isEnd: query.data !== undefined && !query.hasNextPage,
    failure: query.data === undefined ? failure : null,
    moreFailure: query.data === undefined ? null : failure,
    loadMore: () => { if (query.hasNextPage && !query.isFetching) void query.fetchNextPage(); },
    refresh: async () => { if (isEnabled) await query.refetch(); },
  };
}
