import type { HostPage } from '../page';
import type { AppConfig } from '../weapp-package';
import { BATTERY, BACK, CLOSE, HOME, MORE } from './icons';
import { makeButton, makeElement } from './layer';
import { TabBar } from './tab-bar';

/** Measures of an iPhone with a 390 × 844 screen, in px; WeChat reports the same ones there. */
export const STATUS_BAR_PX = 47;
export const NAVIGATION_BAR_PX = 44;
export const TAB_BAR_PX = 49;
export const HOME_INDICATOR_PX = 34;
export const CAPSULE = { widthPx: 87, heightPx: 32, rightGapPx: 7, topGapPx: 4 };

export interface PhoneActions {
  back(): void
  home(): void
  openMenu(): void
  switchTab(route: string): void
  leave(): void
}

const WHITE = '#ffffff';

/** Everything WeChat draws around a page: status bar, navigation bar, capsule, tab bar, and the layer for dialogs. */
export class Phone {
  readonly views = makeElement('div', 'host-views');
  readonly tabBar: TabBar;
  private readonly root = makeElement('div', 'host-phone');
  private readonly status = makeElement('div', 'host-status');
  private readonly bar = makeElement('div', 'host-nav');
  private readonly title = makeElement('div', 'host-nav-title');
  private readonly back: HTMLButtonElement;
  private readonly capsule = makeElement('div', 'host-capsule');

  constructor(private readonly app: AppConfig, actions: PhoneActions) {
    this.tabBar = new TabBar(app.tabBar, actions.switchTab);
    this.back = makeButton('host-nav-back', '', () => (this.back.dataset.kind === 'home' ? actions.home() : actions.back()));
    const more = makeButton('host-capsule-more', '', actions.openMenu);
    more.innerHTML = MORE;
    more.setAttribute('aria-label', '更多');
    const close = makeButton('host-capsule-close', '', actions.leave);
    close.innerHTML = CLOSE;
    close.setAttribute('aria-label', '关闭');
    this.capsule.append(more, close);
    this.status.innerHTML = `<span>9:41</span>${BATTERY}`;
    this.bar.append(this.back, this.title);
    const layer = makeElement('div', '');
    layer.id = 'host-layer';
    this.root.append(this.views, this.status, this.bar, this.capsule, this.tabBar.element, makeElement('div', 'host-home-indicator'), layer);
    document.body.append(this.root);
  }

  /** Height of the bars above the view of a page, in px: none when the page draws its own. */
  static topInsetPx(page: HostPage | undefined): number {
    return page?.config.navigationStyle === 'custom' ? 0 : STATUS_BAR_PX + NAVIGATION_BAR_PX;
  }

  /** Height of the tab bar below the view of a page, with the home indicator, in px. */
  bottomInsetPx(page: HostPage | undefined): number {
    return page?.isTab && this.tabBar.isVisible() ? TAB_BAR_PX + HOME_INDICATOR_PX : 0;
  }

  /** Draws the bars for the page on top. `depth` is the number of pages on the stack. */
  update(page: HostPage, depth: number, isHomeReachable: boolean): void {
    const config = { ...this.app.window, ...page.config };
    const isCustom = config.navigationStyle === 'custom';
    const background = page.bar.backgroundColor ?? config.navigationBarBackgroundColor ?? '#000000';
    const isWhiteText = (page.bar.frontColor ?? (config.navigationBarTextStyle === 'black' ? '#000000' : WHITE)) === WHITE;
    this.bar.hidden = isCustom;
    this.status.style.backgroundColor = isCustom ? 'transparent' : background;
    this.bar.style.backgroundColor = background;
    this.root.classList.toggle('host-light-text', isWhiteText);
    this.title.textContent = page.bar.title ?? config.navigationBarTitleText ?? '';
    this.title.classList.toggle('host-nav-loading', page.bar.isLoading === true);
    this.back.hidden = depth < 2 && !isHomeReachable;
    this.back.dataset.kind = depth < 2 ? 'home' : 'back';
    this.back.innerHTML = depth < 2 ? HOME : BACK;
    this.back.setAttribute('aria-label', depth < 2 ? '返回首页' : '返回');
    this.tabBar.update(page.isTab ? page.route : null);
    this.placeView(page);
  }

  private placeView(page: HostPage): void {
    const top = Phone.topInsetPx(page);
    const bottom = this.bottomInsetPx(page);
    const style = page.view.element.style;
    style.top = `${top}px`;
    style.bottom = `${bottom}px`;
    style.setProperty('--wx-vh', `${(window.innerHeight - top - bottom) / 100}px`);
    style.setProperty('--wx-safe-bottom', bottom > 0 ? '0px' : `${HOME_INDICATOR_PX}px`);
    style.setProperty('--wx-safe-top', top > 0 ? '0px' : `${STATUS_BAR_PX}px`);
    this.root.classList.toggle('host-has-tab-bar', bottom > 0);
  }
}

/** Position of the capsule in px of the screen, as getMenuButtonBoundingClientRect reports it. */
export function capsuleRect(): { top: number; bottom: number; left: number; right: number; width: number; height: number } {
  const top = STATUS_BAR_PX + CAPSULE.topGapPx;
  const right = window.innerWidth - CAPSULE.rightGapPx;
  return { top, bottom: top + CAPSULE.heightPx, left: right - CAPSULE.widthPx, right, width: CAPSULE.widthPx, height: CAPSULE.heightPx };
}
