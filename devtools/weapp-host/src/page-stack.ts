import type { ComponentRegistry } from './component-registry';
import type { DataBridge } from './data-bridge';
import type { Phone } from './chrome/phone';
import { PullDown } from './chrome/pull-down';
import { EventChannel } from './event-channel';
import type { LogicLayer } from './logic-layer';
import type { PackageLoader } from './package-loader';
import { parseUrl, type HostPage, type PageInstance } from './page';
import { watchPageScroll } from './page-scroll';
import { PageView } from './page-view';
import type { WeappPackage } from './weapp-package';

/** WeChat refuses an eleventh page. */
const MAX_PAGES = 10;

export type NavigationKind = 'navigateTo' | 'redirectTo' | 'reLaunch' | 'switchTab'

/** Why a navigation was refused; the text follows `<kind>:fail `. */
export class NavigationRefused extends Error {}

/** A handler that throws is reported and does not stop the navigation, as in WeChat. */
function callSafely(handler: () => void): void {
  try {
    handler();
  } catch (error) {
    window.reportError(error);
  }
}

interface StackParts {
  pkg: WeappPackage
  phone: Phone
  registry: ComponentRegistry
  logic: LogicLayer
  loader: PackageLoader
  bridge: DataBridge
}

/** The page stack with WeChat's rules: ten pages, tab pages kept alive until a reLaunch, life-cycle calls in WeChat's order. */
export class PageStack {
  private stack: HostPage[] = [];
  private readonly tabs = new Map<string, HostPage>();
  private readonly pullDowns = new WeakMap<HostPage, PullDown>();
  private nextId = 1;
  /** Navigations run one after another, since a sub-package may have to be fetched first. */
  private turn: Promise<unknown> = Promise.resolve();

  constructor(private readonly parts: StackParts) {}

  get pages(): readonly HostPage[] {
    return this.stack;
  }

  get top(): HostPage {
    const page = this.stack.at(-1);
    if (!page) throw new Error('no page is open');
    return page;
  }

  get topOrUndefined(): HostPage | undefined {
    return this.stack.at(-1);
  }

  isTabRoute(route: string): boolean {
    return this.parts.pkg.app.tabBar?.list.some(({ pagePath }) => pagePath === route) ?? false;
  }

  /** Turns `/pages/a`, `pages/a` or `../a` into a route. */
  resolve(path: string): string {
    if (path.startsWith('/')) return path.slice(1);
    const parts = (this.topOrUndefined?.route ?? '').split('/').slice(0, -1);
    for (const step of path.split('/')) {
      if (step === '..') parts.pop();
      else if (step !== '.') parts.push(step);
    }
    return parts.join('/');
  }

  /** Opens the first page of a launch; its path is absolute, with or without a slash. */
  launch(url: string): Promise<HostPage> {
    return this.inTurn(() => this.perform('reLaunch', `/${url.replace(/^\//, '')}`));
  }

  /** Performs one of WeChat's navigations; throws NavigationRefused with WeChat's own reason. */
  navigate(kind: NavigationKind, url: string): Promise<HostPage> {
    return this.inTurn(() => this.perform(kind, url));
  }

  private inTurn<Result>(task: () => Promise<Result>): Promise<Result> {
    const result = this.turn.then(task);
    this.turn = result.catch(() => undefined);
    return result;
  }

  private check(kind: NavigationKind, route: string): void {
    if (!this.parts.loader.hasRoute(route)) throw new NavigationRefused(`page "${route}" is not found`);
    const isTab = this.isTabRoute(route);
    if (isTab && (kind === 'navigateTo' || kind === 'redirectTo')) throw new NavigationRefused(`can not ${kind} a tabbar page`);
    if (!isTab && kind === 'switchTab') throw new NavigationRefused('can not switch to no-tabBar page');
    if (kind === 'navigateTo' && this.stack.length >= MAX_PAGES) throw new NavigationRefused('webview count limit exceed');
  }

  private async perform(kind: NavigationKind, url: string): Promise<HostPage> {
    const { path, query } = parseUrl(url);
    const route = this.resolve(path);
    this.check(kind, route);
    await this.parts.loader.ensure(route);
    if (kind === 'switchTab') return this.switchTo(route);
    if (kind === 'navigateTo') callSafely(() => this.topOrUndefined?.instance.onHide?.());
    else if (kind === 'redirectTo') this.closeTop();
    else this.closeAll();
    return this.open(route, query);
  }

  private switchTo(route: string): HostPage {
    const current = this.topOrUndefined;
    if (current?.route === route) return current;
    if (current?.isTab) callSafely(() => current.instance.onHide?.());
    while (this.stack.length > 0 && !this.top.isTab) this.closeTop();
    const kept = this.tabs.get(route);
    if (!kept) {
      this.hideAll();
      this.stack = [];
      return this.open(route, {});
    }
    this.stack = [kept];
    this.refresh();
    callSafely(() => kept.instance.onShow?.());
    return kept;
  }

  /** Goes back by `delta` pages, at most to the first one. */
  async back(delta: number): Promise<void> {
    await this.inTurn(async () => {
      if (this.stack.length < 2) throw new NavigationRefused('cannot navigate back at first page.');
      const count = Math.min(Math.max(1, delta), this.stack.length - 1);
      for (let closed = 0; closed < count; closed += 1) this.closeTop();
      this.refresh();
      callSafely(() => this.top.instance.onShow?.());
    });
  }

  private closeTop(): void {
    const page = this.stack.pop();
    if (page) this.destroy(page);
  }

  private closeAll(): void {
    for (const page of [...this.stack].reverse()) if (!page.isTab) this.destroy(page);
    for (const page of this.tabs.values()) this.destroy(page);
    this.stack = [];
  }

  private destroy(page: HostPage): void {
    this.tabs.delete(page.route);
    callSafely(() => page.instance.onUnload?.());
    page.root.release();
    page.view.remove();
  }

  private hideAll(): void {
    for (const page of this.stack) page.view.setVisible(false);
    for (const page of this.tabs.values()) page.view.setVisible(false);
  }

  private open(route: string, query: Record<string, string>): HostPage {
    const { registry, logic, phone, pkg, bridge, loader } = this.parts;
    registry.ensureRegistered(route, logic);
    const root = registry.createRoot(route);
    const instance = root.get() as unknown as PageInstance;
    const view = new PageView(route, phone.views);
    const config = { ...pkg.app.window, ...pkg.configs[route] };
    const page: HostPage = { id: this.nextId++, route, query, config, isTab: this.isTabRoute(route), view, root, instance, channel: new EventChannel(), bar: {} };
    Object.assign(instance, { route, __route__: route, options: query, __wxWebviewId__: page.id, getOpenerEventChannel: () => page.channel });
    bridge.connect(instance, () => route);
    this.pullDowns.set(page, new PullDown(view, config.enablePullDownRefresh === true, () => instance.onPullDownRefresh?.()));
    watchPageScroll(view, instance, config.onReachBottomDistance);
    if (config.disableScroll) view.scroller.style.overflowY = 'hidden';
    this.hideAll();
    this.stack.push(page);
    if (page.isTab) this.tabs.set(route, page);
    this.refresh();
    const { parent, placeholder } = view.mountPoint();
    root.attach(parent as never, placeholder as never);
    callSafely(() => instance.onLoad?.(query));
    callSafely(() => instance.onShow?.());
    window.requestAnimationFrame(() => window.setTimeout(() => this.becomeReady(page), 0));
    loader.preloadFor(route);
    return page;
  }

  private becomeReady(page: HostPage): void {
    page.view.spreadBackground();
    callSafely(() => page.instance.onReady?.());
  }

  /** Shows the page on top, hides the others, and turns on the style sheet of its route alone. */
  refresh(): void {
    const top = this.topOrUndefined;
    if (!top) return;
    for (const page of [...this.stack, ...this.tabs.values()]) if (page !== top) page.view.setVisible(false);
    for (const sheet of document.querySelectorAll<HTMLStyleElement>('style[data-page]')) {
      sheet.media = sheet.dataset.page === top.route ? 'all' : 'not all';
    }
    const { app } = this.parts.pkg;
    const home = app.tabBar?.list[0]?.pagePath ?? app.pages[0];
    this.parts.phone.update(top, this.stack.length, this.stack.length === 1 && !top.isTab && top.route !== home);
    top.view.setVisible(true);
    top.view.spreadBackground();
  }

  pullDownOf(page: HostPage): PullDown {
    const pullDown = this.pullDowns.get(page);
    if (!pullDown) throw new Error(`page ${page.route} is not open`);
    return pullDown;
  }
}
