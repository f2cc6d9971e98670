import type { EventChannel } from '../event-channel';
import type { Host } from '../host';
import type { HostPage } from '../page';
import type { NavigationKind } from '../page-stack';
import { callbackApi } from './callback-api';

interface UrlOptions {
  url: string
  events?: Record<string, (...args: unknown[]) => void>
}

interface BarOptions {
  title?: string
  frontColor?: string
  backgroundColor?: string
}

interface ScrollOptions {
  scrollTop?: number
  selector?: string
  offsetTop?: number
  duration?: number
}

function scrollPage(page: HostPage, options: ScrollOptions): void {
  const { scroller } = page.view;
  let top = options.scrollTop ?? 0;
  if (options.selector) {
    const target = scroller.querySelector(options.selector);
    if (!target) return;
    top = scroller.scrollTop + target.getBoundingClientRect().top - scroller.getBoundingClientRect().top + (options.offsetTop ?? 0);
  }
  scroller.scrollTo({ top, behavior: options.duration === 0 ? 'instant' : 'smooth' });
}

/** Moving between pages, the navigation bar, the tab bar, pulling down, and scrolling a page. */
export function navigationApi(host: Host): object {
  const move = (kind: NavigationKind) =>
    callbackApi<UrlOptions>(kind, async ({ url, events }): Promise<{ eventChannel: EventChannel }> => {
      const page = await host.pages.navigate(kind, url);
      for (const [name, listener] of Object.entries(events ?? {})) page.channel.on(name, listener);
      return { eventChannel: page.channel };
    });
  const changeBar = (name: string, change: (page: HostPage, options: BarOptions) => void) =>
    callbackApi<BarOptions>(name, (options) => {
      change(host.pages.top, options);
      host.pages.refresh();
    });
  const changeTabs = (name: string, change: (options: { index?: number; text?: string; iconPath?: string; selectedIconPath?: string }) => void) =>
    callbackApi<{ index?: number; text?: string }>(name, (options) => {
      change(options);
      host.pages.refresh();
    });
  const { tabBar } = host.phone;
  return {
    navigateTo: move('navigateTo'),
    redirectTo: move('redirectTo'),
    reLaunch: move('reLaunch'),
    switchTab: move('switchTab'),
    navigateBack: callbackApi<{ delta?: number }>('navigateBack', ({ delta }) => host.pages.back(delta ?? 1)),
    setNavigationBarTitle: changeBar('setNavigationBarTitle', (page, { title }) => (page.bar.title = title)),
    setNavigationBarColor: changeBar('setNavigationBarColor', (page, options) => {
      page.bar.frontColor = options.frontColor;
      page.bar.backgroundColor = options.backgroundColor;
    }),
    showNavigationBarLoading: changeBar('showNavigationBarLoading', (page) => (page.bar.isLoading = true)),
    hideNavigationBarLoading: changeBar('hideNavigationBarLoading', (page) => (page.bar.isLoading = false)),
    hideHomeButton: callbackApi<object>('hideHomeButton', () => undefined),
    startPullDownRefresh: callbackApi<object>('startPullDownRefresh', () => host.pages.pullDownOf(host.pages.top).start()),
    stopPullDownRefresh: callbackApi<object>('stopPullDownRefresh', () => {
      for (const page of host.pages.pages) host.pages.pullDownOf(page).stop();
    }),
    pageScrollTo: callbackApi<ScrollOptions>('pageScrollTo', (options) => scrollPage(host.pages.top, options)),
    showTabBar: changeTabs('showTabBar', () => tabBar.setHidden(false)),
    hideTabBar: changeTabs('hideTabBar', () => tabBar.setHidden(true)),
    setTabBarBadge: changeTabs('setTabBarBadge', ({ index, text }) => tabBar.setBadge(index ?? 0, text ?? '')),
    removeTabBarBadge: changeTabs('removeTabBarBadge', ({ index }) => tabBar.setBadge(index ?? 0, null)),
    showTabBarRedDot: changeTabs('showTabBarRedDot', ({ index }) => tabBar.setBadge(index ?? 0, '')),
    hideTabBarRedDot: changeTabs('hideTabBarRedDot', ({ index }) => tabBar.setBadge(index ?? 0, null)),
    setTabBarItem: changeTabs('setTabBarItem', ({ index, text, iconPath, selectedIconPath }) => tabBar.setItem(index ?? 0, { text, iconPath, selectedIconPath })),
    setBackgroundColor: callbackApi<object>('setBackgroundColor', () => undefined),
    setBackgroundTextStyle: callbackApi<object>('setBackgroundTextStyle', () => undefined),
  };
}
