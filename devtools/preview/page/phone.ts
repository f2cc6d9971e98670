import { timeText } from '../../page-kit/china-time';
import type { Person } from './control';
import { fill, h } from '../../page-kit/dom';

export type Platform = 'h5' | 'weapp';

/** Where somebody came from, as WeChat tells the program: its number, and the group whose chat it was. */
export interface Source {
  readonly scene: number;
  readonly group: string;
}

/** Address of a page of the mini-program as this person, on the platform that is shown. Chats are the preview's own. */
const addressOf = (platform: Platform, person: Person, page: string, source: Source | null, turn: number): string => {
  const as = encodeURIComponent(person.openid);
  if (platform === 'h5') return `/h5/?as=${as}&turn=${turn}#/${page}`;
  const from = source === null ? '' : `&scene=${source.scene}&group=${encodeURIComponent(source.group)}`;
  return `/weapp/?as=${as}&turn=${turn}&chat=outside${from}&start=${encodeURIComponent(page)}`;
};

const SIGNAL =
  '<svg width="66" height="12" viewBox="0 0 66 12" fill="currentColor"><rect x="0" y="8" width="3" height="4" rx="1"/><rect x="5" y="5.5" width="3" height="6.500" rx="1"/><rect x="10" y="3" width="3" height="9" rx="1"/><rect x="15" y="0" width="3" height="12" rx="1"/><g fill="none" stroke="currentColor" stroke-width="1.7" stroke-linecap="round" transform="translate(22)"><path d="M1 4.2c4.500-4 10.500-4 15 0M3.800 7.200c2.800-2.400 6.600-2.400 9.400 0M6.700 10c1.100-.9 2.500-.9 3.600 0"/></g><g transform="translate(42)"><rect x=".5" y=".5" width="20" height="11" rx="3.200" fill="none" stroke="currentColor" opacity=".45"/><rect x="2" y="2" width="15" height="8" rx="1.900"/></g></svg>';

/** A phone in a frame: whose it is, on which platform, at which page. */
export class Phone {
  readonly element: HTMLElement;
  private readonly frame = h('iframe', { class: 'frame', title: '手机' });
  private readonly status = h('div', { class: 'status' });
  private readonly clock = h('span', {});
  private person: Person | null = null;
  private platform: Platform = 'h5';
  private page = 'pages/home/index';
  private source: Source | null = null;
  private turn = 0;

  constructor() {
    const signal = h('span', { class: 'signal' });
    signal.innerHTML = SIGNAL;
    fill(this.status, this.clock, signal);
    this.element = h('div', { class: 'phone' }, h('div', { class: 'screen' }, this.status, this.frame, h('i', { class: 'home-bar' })));
  }

  open(person: Person, platform: Platform, page: string): void {
    this.person = person;
    this.platform = platform;
    this.page = page;
    this.source = null;
    this.element.dataset.platform = platform;
    this.load();
  }

  /** Another page, as the same person. */
  go(page: string, source: Source | null = null): void {
    this.page = page;
    this.source = source;
    this.load();
  }

  /** Reads everything anew where the person is now. */
  reload(): void {
    if (this.platform === 'h5') this.page = this.pageNow() ?? this.page;
    this.load();
  }

  /** Says something to the program in the phone. */
  tell(message: object): void {
    this.frame.contentWindow?.postMessage(message, window.location.origin);
  }

  /** Whether something was said by the program in this phone. */
  isFrom({ source }: MessageEvent): boolean {
    return source !== null && source === this.frame.contentWindow;
  }

  tick(nowMs: number): void {
    this.clock.textContent = timeText(nowMs);
  }

  private pageNow(): string | null {
    const hash = this.frame.contentWindow?.location.hash ?? '';
    return hash.startsWith('#/') ? hash.slice(2) : null;
  }

  private load(): void {
    if (this.person === null) return;
    this.turn += 1;
    this.frame.src = addressOf(this.platform, this.person, this.page, this.source, this.turn);
  }
}
