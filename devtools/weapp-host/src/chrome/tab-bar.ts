import type { TabBarConfig, TabBarItem } from '../weapp-package';
import { makeElement } from './layer';

interface Tab {
  item: TabBarItem
  element: HTMLElement
  icon: HTMLImageElement
  label: HTMLElement
  badge: HTMLElement
}

/** The tab bar app.json declares: icons, labels, the selected colours, badges and red dots. */
export class TabBar {
  readonly element = makeElement('div', 'host-tabs');
  private readonly tabs: Tab[];
  private isHiddenByProgram = false;
  private selected: string | null = null;

  constructor(private readonly config: TabBarConfig | undefined, switchTab: (route: string) => void) {
    this.element.setAttribute('role', 'tablist');
    this.tabs = config && !config.custom ? config.list.map((item) => this.makeTab(item, switchTab)) : [];
    this.element.append(...this.tabs.map((tab) => tab.element));
    this.element.style.backgroundColor = config?.backgroundColor ?? '#ffffff';
    this.element.classList.toggle('host-tabs-white-border', config?.borderStyle === 'white');
  }

  private makeTab(item: TabBarItem, switchTab: (route: string) => void): Tab {
    const element = makeElement('div', 'host-tab');
    element.setAttribute('role', 'tab');
    const icon = makeElement('img', 'host-tab-icon') as HTMLImageElement;
    icon.alt = '';
    const label = makeElement('span', 'host-tab-label', item.text);
    const badge = makeElement('span', 'host-tab-badge');
    badge.hidden = true;
    element.append(icon, label, badge);
    element.addEventListener('click', () => switchTab(item.pagePath));
    return { item, element, icon, label, badge };
  }

  isVisible(): boolean {
    return this.tabs.length > 0 && !this.isHiddenByProgram;
  }

  /** Draws the bar for the tab page on top; null hides it. */
  update(route: string | null): void {
    this.selected = route;
    this.element.hidden = route === null || !this.isVisible();
    for (const tab of this.tabs) {
      const isSelected = tab.item.pagePath === route;
      const picture = isSelected ? (tab.item.selectedIconPath ?? tab.item.iconPath) : tab.item.iconPath;
      tab.icon.hidden = !picture;
      const address = picture ? `files/${picture.replace(/^\//, '')}` : '';
      if (picture && tab.icon.getAttribute('src') !== address) tab.icon.src = address;
      tab.label.style.color = (isSelected ? this.config?.selectedColor : this.config?.color) ?? '';
      tab.element.setAttribute('aria-selected', String(isSelected));
    }
  }

  setHidden(isHidden: boolean): void {
    this.isHiddenByProgram = isHidden;
    this.update(this.selected);
  }

  setBadge(index: number, text: string | null): void {
    const tab = this.tabs[index];
    if (!tab) return;
    tab.badge.hidden = text === null;
    tab.badge.textContent = text ?? '';
    tab.badge.classList.toggle('host-tab-dot', text === '');
  }

  setItem(index: number, change: Partial<TabBarItem>): void {
    const tab = this.tabs[index];
    if (!tab) return;
    Object.assign(tab.item, Object.fromEntries(Object.entries(change).filter(([, value]) => value !== undefined)));
    tab.label.textContent = tab.item.text;
    this.update(this.selected);
  }

  indexOf(route: string): number {
    return this.tabs.findIndex((tab) => tab.item.pagePath === route);
  }
}
