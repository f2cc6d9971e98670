import { PAGES, type PageName } from '@/lib/pages';

/** What to do once somebody has joined: the page they came from lies below, must be opened, or was never named. */
export type JoinReturn = { readonly kind: 'back' } | { readonly kind: 'open'; readonly url: string } | { readonly kind: 'home' };

const TAB_PATHS: ReadonlySet<string> = new Set([PAGES.home, PAGES.wishes, PAGES.activities, PAGES.me]);
const PATHS: ReadonlySet<string> = new Set(Object.values(PAGES));

const withSlash = (route: string): string => (route.startsWith('/') ? route : `/${route}`);

/**
 * Pure: where a person goes after joining. `back` is what the `back` query said: a page's name or its path with a
 * query; anything else is not followed, because a share card can carry any text. `previousRoute` is the page below
 * in the stack, if any.
 */
export function decideJoinReturn(back: string | undefined, previousRoute: string | undefined): JoinReturn {
  const url = back === undefined ? undefined : knownUrl(back);
  if (url === undefined) return previousRoute === undefined ? { kind: 'home' } : { kind: 'back' };
  const path = url.split('?')[0] ?? '';
  if (previousRoute !== undefined && withSlash(previousRoute) === path) return { kind: 'back' };
  if (TAB_PATHS.has(path)) return previousRoute === undefined ? { kind: 'home' } : { kind: 'back' };
  return { kind: 'open', url };
}

function knownUrl(back: string): string | undefined {
  if (Object.hasOwn(PAGES, back)) return PAGES[back as PageName];
  return PATHS.has(back.split('?')[0] ?? '') ? back : undefined;
}
