import { useInfiniteQuery, useQuery } from '@tanstack/react-query';
import { useDidShow } from '@tarojs/taro';
import type { ApiContract, Page, RouteName } from '@contract';
import { type ApiFailure, toApiFailure, toReadFailure } from './api-failure';
import { callApi } from './call-api';
import { FRESH_MS, queryClient } from './query-client';

type Input<R extends RouteName> = ApiContract[R]['input'];
type Output<R extends RouteName> = ApiContract[R]['output'];

/** Routes that answer one page of a list. */
export type PageRoute = { [R in RouteName]: Output<R> extends Page<unknown> ? (Input<R> extends { cursor?: string | null | undefined } ? R : never) : never }[RouteName];
type Item<R extends PageRoute> = Output<R> extends Page<infer T> ? T : never;

export interface ApiQuery<T> {
  /** Undefined until the first answer; kept while a later one fails. */
  readonly data: T | undefined;
  /** No answer yet and one is on the way: draw the skeleton. */
  readonly isLoading: boolean;
  readonly isRefreshing: boolean;
  readonly failure: ApiFailure | null;
  readonly refresh: () => Promise<void>;
}

/** Asks again when the page comes to the front and its answer is no longer fresh, or never came. */
function useRefetchOnShow(query: { dataUpdatedAt: number; isError: boolean; refetch: () => Promise<unknown> }): void {
  useDidShow(() => {
    const isOld = query.dataUpdatedAt > 0 && Date.now() - query.dataUpdatedAt > FRESH_MS;
    if (isOld || query.isError) void query.refetch();
  });
}

/** Reads one answer. `isEnabled: false` waits, e.g. until somebody has joined. */
export function useApiQuery<R extends RouteName>(route: R, input: Input<R>, { isEnabled = true }: { isEnabled?: boolean } = {}): ApiQuery<Output<R>> {
  const query = useQuery<Output<R>, ApiFailure>({
    queryKey: [route, input],
    queryFn: async () => (await callApi(route, input)) ?? null,
    enabled: isEnabled,
  });
  useRefetchOnShow(query);
  return {
    data: query.data,
    isLoading: query.isPending && isEnabled,
    isRefreshing: query.isFetching && !query.isPending,
    failure: query.error === null ? null : toReadFailure(route, query.error),
    refresh: async () => { await query.refetch(); },
  };
}

export interface ApiPages<T> {
  readonly items: readonly T[];
  readonly isLoading: boolean;
  readonly isRefreshing: boolean;
  readonly isLoadingMore: boolean;
  /** Nothing more to fetch. */
  readonly isEnd: boolean;
  /** The first page failed; with rows on the screen see `moreFailure`. */
  readonly failure: ApiFailure | null;
  /** A later page or a refresh failed: the rows already shown stay. */
  readonly moreFailure: ApiFailure | null;
  readonly loadMore: () => void;
  readonly refresh: () => Promise<void>;
}

/** A list with what its first page says beside the rows: a sum, a rule. */
export interface ApiPagesWithHead<T, P> extends ApiPages<T> {
  /** The first page as it was answered; undefined until then. */
  readonly head: P | undefined;
}

/** Reads an endless list page by page. `isAlwaysFresh`: what another page read a moment ago is shown and asked for again. */
export function useApiPages<R extends PageRoute>(route: R, input: Omit<Input<R>, 'cursor'>, { isEnabled = true, isAlwaysFresh = false }: { isEnabled?: boolean; isAlwaysFresh?: boolean } = {}): ApiPagesWithHead<Item<R>, Output<R>> {
  const query = useInfiniteQuery<Page<Item<R>>, ApiFailure, { pages: Page<Item<R>>[] }, readonly unknown[], string | null>({
    // Pages and a single answer of the same route are kept apart: they have another shape.
    queryKey: [route, 'pages', input],
    queryFn: async ({ pageParam }) => (await callApi(route, { ...input, cursor: pageParam } as Input<R>)) as Page<Item<R>>,
    initialPageParam: null,
    getNextPageParam: (last) => last.nextCursor ?? undefined,
    enabled: isEnabled,
    refetchOnMount: isAlwaysFresh ? 'always' : true,
  });
  useRefetchOnShow(query);
  const failure = query.error === null ? null : toApiFailure(query.error);
  const hasRows = query.data !== undefined;
  return {
    head: query.data?.pages[0] as Output<R> | undefined,
    items: query.data?.pages.flatMap((page) => page.items) ?? [],
    isLoading: query.isPending && isEnabled,
    isRefreshing: query.isRefetching && !query.isFetchingNextPage,
    isLoadingMore: query.isFetchingNextPage,
    isEnd: hasRows && !query.hasNextPage,
    failure: hasRows ? null : failure,
    moreFailure: hasRows ? failure : null,
    loadMore: () => { if (query.hasNextPage && !query.isFetching) void query.fetchNextPage(); },
    refresh: async () => { await query.refetch(); },
  };
}

/** Forgets what these routes answered, so that every page showing it asks again. */
export async function invalidateRoutes(routes: readonly RouteName[]): Promise<void> {
  await Promise.all(routes.map((route) => queryClient.invalidateQueries({ queryKey: [route] })));
}
