import { timeText } from '../../page-kit/china-time';
import { fill, h } from '../../page-kit/dom';
import { isChain, joinedChain, type Chat, type ChatMessage, type Said } from './chat';
import type { Person } from './control';
import { avatar } from './person-picker';
import { scanPoster } from './scan-poster';

/** How somebody came to a page out of the chat: by its card, or by the code on a poster. */
export type CameBy = 'card' | 'scan';

interface ChatHands {
  readonly nowMs: () => number;
  readonly onOpen: (page: string, by: CameBy) => void;
  readonly say: (words: string) => void;
}

/** The group chat in one person's WeChat: what was sent into it, and what they hold in their hand to send. */
export class ChatPanel {
  private readonly list = h('div', { class: 'chat-list' });
  private readonly hand = h('div', { class: 'chat-hand' });
  readonly element = h('section', { class: 'chat' }, this.list, this.hand);
  /** A picture has its height late, what is held takes room, a rail that was hidden has none: each time the last line is looked for anew. */
  private readonly sizes = new ResizeObserver(() => this.toEnd());
  private person: Person | null = null;
  private held: Said | null = null;

  constructor(
    private readonly chat: Chat,
    private readonly hands: ChatHands,
  ) {
    chat.onChange(() => this.draw());
    this.hand.hidden = true;
  }

  show(person: Person): void {
    if (person.openid !== this.person?.openid) this.hold(null);
    this.person = person;
    this.draw();
  }

  /** What was copied or saved just now waits here to be sent. */
  hold(said: Said | null): void {
    this.held = said;
    this.hand.hidden = said === null;
    if (said === null) return;
    const words = said.kind === 'poster' ? '刚存的海报' : '刚复制的文字';
    const send = h('button', { class: 'pay', type: 'button', onClick: () => this.send() }, '发到群里');
    fill(this.hand, h('span', {}, words), h('button', { class: 'quiet', type: 'button', onClick: () => this.hold(null) }, '不发'), send);
  }

  private send(): void {
    if (this.held === null || this.person === null) return;
    this.chat.say(this.person, this.held, this.hands.nowMs());
    this.hold(null);
  }

  private draw(): void {
    const { messages } = this.chat;
    fill(this.list, ...(messages.length === 0 ? [h('p', { class: 'nothing' }, '群里还没有人说话。在“小程序”里点“发卡片”，或者复制接龙文字、存海报，再发到这里。')] : messages.map((message) => this.line(message))));
    this.sizes.disconnect();
    for (const element of [this.list, ...this.list.children]) this.sizes.observe(element);
    this.toEnd();
  }

  private toEnd(): void {
    this.list.scrollTop = this.list.scrollHeight;
  }

  private line(message: ChatMessage): HTMLElement {
    const isMine = message.openid === this.person?.openid;
    const body = h('div', { class: 'chat-body' }, h('small', {}, isMine ? timeText(message.atMs) : `${message.name} ${timeText(message.atMs)}`), this.bubble(message));
    return h('article', { class: isMine ? 'chat-line mine' : 'chat-line' }, avatar(message), body);
  }

  private bubble(message: ChatMessage): HTMLElement {
    switch (message.kind) {
      case 'card':
        return h('button', { class: 'chat-card', type: 'button', label: `小程序卡片：${message.title}`, onClick: () => this.hands.onOpen(message.page, 'card') },
          h('span', { class: 'chat-app' }, h('i', { class: 'fruit' }), '邻愿'), h('b', {}, message.title), message.picture === '' ? null : picture(message.picture), h('span', { class: 'chat-kind' }, '小程序'));
      case 'text':
        return h('div', { class: 'chat-text' }, h('p', {}, message.text), isChain(message.text) ? h('button', { class: 'chat-chain', type: 'button', onClick: () => this.join(message.text) }, '参与接龙') : null);
      case 'poster':
        return h('button', { class: 'chat-poster', type: 'button', label: '海报，点一下识别上面的码', onClick: () => void this.scan(message.image) }, picture(message.image));
    }
  }

  /** Each who joins sends the whole text once more, as in WeChat. */
  private join(text: string): void {
    if (this.person !== null) this.chat.say(this.person, { kind: 'text', text: joinedChain(text, this.person.name) }, this.hands.nowMs());
  }

  private async scan(image: string): Promise<void> {
    const page = await scanPoster(image).catch(() => null);
    if (page === null) this.hands.say('这张图上没有认出码');
    else this.hands.onOpen(page, 'scan');
  }
}

function picture(address: string): HTMLImageElement {
  const image = h('img', {});
  image.src = address;
  image.alt = '';
  return image;
}
