import type { EaselRoot } from './component-registry';
import type { DataOwner } from './data-bridge';
import type { EventChannel } from './event-channel';
import type { PageView } from './page-view';
import type { PageConfig } from './weapp-package';

export interface ShareRequest {
  from: 'menu' | 'button'
  target?: unknown
  webViewUrl?: string
}

export interface ShareAnswer {
  title?: string
  path?: string
  imageUrl?: string
  query?: string
  promise?: Promise<ShareAnswer>
}

/** What the program sees of a page; the handlers exist only where the program defined them. */
export interface PageInstance extends DataOwner {
  route: string
  __route__: string
  options: Record<string, string>
  onLoad?(query: Record<string, string>): void
  onShow?(): void
  onReady?(): void
  onHide?(): void
  onUnload?(): void
  onPullDownRefresh?(): void
  onReachBottom?(): void
  onPageScroll?(event: { scrollTop: number }): void
  onShareAppMessage?(request: ShareRequest): ShareAnswer | undefined
  onShareTimeline?(): ShareAnswer | undefined
  onTabItemTap?(item: { index: number; pagePath: string; text: string }): void
  onResize?(): void
  getOpenerEventChannel?(): EventChannel
}

/** Bar settings a page changed while running; they win over its configuration. */
export interface BarOverrides {
  title?: string
  frontColor?: string
  backgroundColor?: string
  isLoading?: boolean
}

/** One page on the stack: its instance, its view and the settings that apply to it. */
export interface HostPage {
  readonly id: number
  readonly route: string
  readonly query: Record<string, string>
  readonly config: PageConfig
  readonly isTab: boolean
  readonly view: PageView
  readonly root: EaselRoot
  readonly instance: PageInstance
  readonly channel: EventChannel
  bar: BarOverrides
}

/** Splits `path?query`; values are not decoded, as in WeChat. */
export function parseUrl(url: string): { path: string; query: Record<string, string> } {
  const [path = '', search = ''] = url.split(/\?(.*)/s);
  const pairs = search.split('&').filter(Boolean);
  const query = Object.fromEntries(
    pairs.map((pair) => {
      const at = pair.indexOf('=');
      return at < 0 ? [pair, ''] : [pair.slice(0, at), pair.slice(at + 1)];
    }),
  );
  return { path, query };
}
