import { MESSAGE_TEMPLATES, type MessageTemplate } from '@contract';
import { dayText, timeText } from '../../page-kit/china-time';
import type { InboxMessage } from '../../local-cloud/openapi/inbox';
import { readInbox } from './control';
import { fill, h } from '../../page-kit/dom';

const titleOf = (templateId: string): string => MESSAGE_TEMPLATES[templateId.replace(/^local-/, '') as MessageTemplate] ?? '服务通知';

/** What a field of ours is called on the card; templates name them by kind and number. */
const labelOf = (field: string, index: number): string => (field.startsWith('time') ? '时间' : index === 0 ? '事项' : '说明');

/** What arrived in a person's WeChat: one card a subscription message, the newest first. */
export class InboxPanel {
  private readonly list = h('div', { class: 'cards' });
  readonly element = h('section', { class: 'inbox' }, this.list);
  private openid = '';
  private shownIds = '';

  /** `onCame` hears that something arrived while the panel was there. */
  constructor(
    private readonly onOpen: (page: string) => void,
    private readonly onCame: () => void,
  ) {}

  async show(openid: string): Promise<void> {
    if (openid !== this.openid) this.shownIds = 'unread';
    this.openid = openid;
    await this.refresh();
  }

  async refresh(): Promise<void> {
    if (this.openid === '') return;
    const { messages } = await readInbox(this.openid);
    const ids = messages.map(({ messageId }) => messageId).join(' ');
    if (ids === this.shownIds) return;
    if (this.shownIds !== 'unread') this.onCame();
    this.shownIds = ids;
    const newest = [...messages].sort((a, b) => b.atMs - a.atMs);
    fill(this.list, ...(newest.length === 0 ? [this.nothing()] : newest.map((message) => this.card(message))));
  }

  private nothing(): HTMLElement {
    return h('p', { class: 'nothing' }, '还没有通知。在小程序里点“发出去”“认领”时答应一次，就会收到一条。');
  }

  private card(message: InboxMessage): HTMLElement {
    const rows = Object.entries(message.data).map(([field, { value }], index) => h('div', { class: 'row' }, h('span', {}, labelOf(field, index)), h('span', {}, value)));
    const { page } = message;
    const link = page === undefined ? null : h('button', { class: 'card-link', type: 'button', onClick: () => this.onOpen(page) }, '进入小程序查看', h('i', {}));
    return h('article', { class: 'card' }, h('header', {}, h('i', { class: 'fruit' }), '邻愿', h('time', {}, `${dayText(message.atMs)} ${timeText(message.atMs)}`)), h('h3', {}, titleOf(message.templateId)), ...rows, link);
  }
}
