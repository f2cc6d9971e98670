import { QueryClient } from '@tanstack/react-query';
import type { ApiFailure } from './api-failure';

/** How long an answer is good without asking again, in ms; a person who comes back to a page sees fresh rows. */
export const FRESH_MS = 15_000;

/**
 * The one store of what the server said. Calls already retry lost replies themselves (api-client.ts), so nothing is
 * retried here; the network is always tried, because WeChat has no reliable "online" event.
 */
export const queryClient = new QueryClient({
  defaultOptions: {
    queries: { networkMode: 'always', retry: false, staleTime: FRESH_MS, refetchOnWindowFocus: false, refetchOnReconnect: false },
    mutations: { networkMode: 'always', retry: false },
  },
});

declare module '@tanstack/react-query' {
  interface Register {
    defaultError: ApiFailure;
  }
}
