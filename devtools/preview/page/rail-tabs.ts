import { fill, h } from '../../page-kit/dom';

export interface RailTab {
  readonly key: string;
  readonly label: string;
  readonly element: HTMLElement;
}

/** Two things in one place of the rail, of which one is seen; the other says how much came meanwhile. */
export class RailTabs {
  private readonly bar = h('div', { class: 'switch', label: '微信里' });
  readonly element: HTMLElement;
  private shown: string;
  private readonly unseen = new Map<string, number>();

  constructor(private readonly tabs: readonly RailTab[]) {
    this.shown = tabs[0]?.key ?? '';
    this.element = h('section', { class: 'tabs' }, this.bar, ...tabs.map(({ element }) => element));
    this.draw();
  }

  show(key: string): void {
    this.shown = key;
    this.unseen.delete(key);
    this.draw();
  }

  /** Something came there. */
  note(key: string): void {
    if (key === this.shown) return;
    this.unseen.set(key, (this.unseen.get(key) ?? 0) + 1);
    this.draw();
  }

  private draw(): void {
    fill(this.bar, ...this.tabs.map(({ key, label }) => h('button', { class: key === this.shown ? 'on' : '', type: 'button', onClick: () => this.show(key) }, label, h('span', { class: 'count' }, String(this.unseen.get(key) ?? '')))));
    for (const { key, element } of this.tabs) element.hidden = key !== this.shown;
  }
}
