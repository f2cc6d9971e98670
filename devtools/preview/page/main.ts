import { CashierPanel } from './cashier';
import { Chat } from './chat';
import { ChatPanel, type CameBy } from './chat-panel';
import { ClockBar } from './clock-bar';
import { readBuilds, readPeople, resetDemo, type Person } from './control';
import { fill, h } from '../../page-kit/dom';
import { Guide, type GuideStep, type Route } from './guide';
import { InboxPanel } from './inbox';
import { PersonPicker } from './person-picker';
import { Phone, type Platform, type Source } from './phone';
import { RailTabs } from './rail-tabs';
import { Shortcuts } from './shortcuts';

const PHONE_WIDTH = 414;
const PHONE_HEIGHT = 868;
const INBOX_EVERY_MS = 3_000;

/** The group of the chat is one that a group owner of the demo bound, so that what comes of a card is counted there. */
const CHAT_GROUP = 'tDemoGroupMaple';
/** WeChat's numbers for a card in a group chat and for the code on a picture. */
const SOURCES: Readonly<Record<CameBy, Source>> = { card: { scene: 1008, group: CHAT_GROUP }, scan: { scene: 1048, group: '' } };

type Side = 'left' | 'right';

/** Who holds the phones at first, and what they look at. */
const DEFAULTS: Readonly<Record<Side, { readonly openid: string; readonly page: string }>> = {
  left: { openid: 'oDemoLinXiao0001', page: 'pages/home/index' },
  right: { openid: 'oDemoHeJing0002', page: 'packages/staff/queue/index' },
};

let people: readonly Person[] = [];
let platform: Platform = 'h5';
const toast = h('div', { class: 'toast' });
let toastTimer = 0;

const say = (text: string): void => {
  toast.textContent = text;
  toast.classList.add('on');
  window.clearTimeout(toastTimer);
  toastTimer = window.setTimeout(() => toast.classList.remove('on'), 2_600);
};

const chat = new Chat(window.localStorage);

/** What the mini-program in a phone tells about what leaves it. */
type Leaving =
  | { readonly kind: 'share'; readonly card: { readonly title: string; readonly path: string }; readonly picture: string }
  | { readonly kind: 'copied'; readonly text: string }
  | { readonly kind: 'saved'; readonly image: string };

/** One side of the preview: a picker, a phone, and beside it pages to open and what arrives in that person's WeChat. */
class Column {
  readonly phone = new Phone();
  readonly inbox = new InboxPanel((page) => this.phone.go(page), () => this.tabs.note('inbox'));
  readonly chat = new ChatPanel(chat, { nowMs: () => clock.nowMs(), onOpen: (page, by) => this.phone.go(page, SOURCES[by]), say });
  readonly tabs = new RailTabs([{ key: 'inbox', label: '服务通知', element: this.inbox.element }, { key: 'chat', label: '枫林里邻居群', element: this.chat.element }]);
  readonly cashier = new CashierPanel(say, (packageId) => this.phone.tell({ source: 'preview-cashier', packageId }));
  private readonly shortcuts = new Shortcuts((page) => this.phone.go(page));
  readonly rail = h('aside', { class: 'rail' }, this.shortcuts.element, this.cashier.element, this.tabs.element);
  readonly element: HTMLElement;
  private readonly picker = new PersonPicker(
    () => people,
    (person) => this.take(person, 'pages/home/index'),
  );
  private person: Person | null = null;

  constructor(readonly side: Side) {
    const reload = h('button', { class: 'round', type: 'button', title: '重新载入这台手机', label: '重新载入', onClick: () => this.phone.reload() });
    reload.innerHTML = '<svg width="18" height="18" viewBox="0 0 24 24" fill="none" stroke="currentColor" stroke-width="2" stroke-linecap="round" stroke-linejoin="round"><path d="M20 11a8 8 0 1 0-2.300 6.300M20 5v6h-6"/></svg>';
    this.element = h('section', { class: `column ${side}` }, h('header', {}, this.picker.element, reload), h('div', { class: 'stand' }, this.phone.element));
  }

  take(person: Person, page: string): void {
    this.person = person;
    this.picker.show(person);
    this.shortcuts.show(person);
    this.phone.open(person, platform, page);
    void this.cashier.show(person.openid);
    void this.inbox.show(person.openid);
    this.chat.show(person);
  }

  /** A card goes into the chat at once; what was copied or saved waits in the hand of whoever did it. */
  hear(leaving: Leaving): void {
    if (this.person === null) return;
    if (leaving.kind === 'share') return chat.say(this.person, { kind: 'card', title: leaving.card.title, page: leaving.card.path, picture: leaving.picture }, clock.nowMs());
    this.chat.hold(leaving.kind === 'copied' ? { kind: 'text', text: leaving.text } : { kind: 'poster', image: leaving.image });
    this.tabs.show('chat');
  }

  /** As somebody in the list, or whoever comes first when they are not there. */
  takeByOpenid(openid: string, page: string): void {
    const person = people.find((each) => each.openid === openid) ?? people[0];
    if (person) this.take(person, page);
  }

  switchPlatform(): void {
    if (this.person) this.phone.open(this.person, platform, 'pages/home/index');
  }
}

const columns: Readonly<Record<Side, Column>> = { left: new Column('left'), right: new Column('right') };
const bothColumns = [columns.left, columns.right];

const clock = new ClockBar(() => {
  for (const column of bothColumns) {
    column.phone.reload();
    void column.inbox.refresh();
  }
}, say);

async function playStep(step: GuideStep, route: Route): Promise<void> {
  if (route.platform !== undefined && route.platform !== platform) await choosePlatform(route.platform);
  if (step.later !== undefined) await clock.advance(step.later.label, step.later.ms);
  if (step.beside !== undefined) for (const { tabs } of bothColumns) tabs.show(step.beside);
  for (const { side, openid, page } of step.scenes) columns[side].takeByOpenid(openid, page);
}

const guide = new Guide(playStep);

const platformSwitch = h('div', { class: 'switch', label: '预览哪一种' });

const drawPlatforms = (): void =>
  fill(platformSwitch, ...(['h5', 'weapp'] as const).map((each) => h('button', { class: each === platform ? 'on' : '', type: 'button', onClick: () => void choosePlatform(each) }, each === 'h5' ? '网页预览 H5' : '小程序')));

async function choosePlatform(each: Platform): Promise<void> {
  platform = each;
  drawPlatforms();
  for (const column of bothColumns) column.switchPlatform();
  if (each === 'weapp' && (await readBuilds()).weapp === 'building') say('小程序还在编译，好了会自己打开');
}

/** Drafts and settings of the people live in this browser; a fresh demo begins without them. */
const forgetPeople = (): void => {
  for (const key of Object.keys(window.localStorage)) window.localStorage.removeItem(key);
  window.sessionStorage.clear();
};

async function reset(): Promise<void> {
  if (!window.confirm('把演示社区恢复到 11 月 20 日早上 9:41？这里做过的事都会清掉。')) return;
  await resetDemo();
  forgetPeople();
  chat.clear();
  await begin();
  guide.reset();
  say('演示社区恢复好了');
}

async function begin(): Promise<void> {
  ({ people } = await readPeople());
  await clock.sync();
  for (const side of ['left', 'right'] as const) columns[side].takeByOpenid(DEFAULTS[side].openid, DEFAULTS[side].page);
}

/** Phones keep their own 390 × 844 and are shrunk as a whole to what fits. */
function fit(): void {
  const stand = document.querySelector('.stand');
  if (!stand) return;
  const { clientHeight, clientWidth } = stand;
  const scale = Math.min(1, clientHeight / PHONE_HEIGHT, Math.max(clientWidth, 260) / PHONE_WIDTH);
  document.documentElement.style.setProperty('--scale', String(Math.max(0.45, scale)));
}

function draw(): void {
  const brand = h('div', { class: 'brand' }, h('i', { class: 'fruit' }), h('b', {}, '邻愿'), h('span', {}, '澄溪区演示社区'));
  const resetButton = h('button', { class: 'quiet', type: 'button', onClick: () => void reset() }, '重置演示数据');
  const consoleButton = h('button', { class: 'quiet', type: 'button', title: '看集合、调用、消息和支付', onClick: () => void window.open('/console') }, '控制台');
  const top = h('header', { class: 'top' }, brand, clock.element, h('div', { class: 'tools' }, platformSwitch, consoleButton, resetButton));
  const main = h('main', {}, columns.left.rail, columns.left.element, columns.right.element, columns.right.rail);
  document.getElementById('preview')?.append(top, guide.element, main, toast);
}

draw();
drawPlatforms();
fit();
window.addEventListener('resize', fit);
chat.onChange(() => bothColumns.forEach(({ tabs }) => tabs.note('chat')));
window.addEventListener('message', (event: MessageEvent<Leaving & { readonly source?: string }>) => {
  if (event.origin !== window.location.origin || event.data?.source !== 'weapp-host') return;
  for (const column of bothColumns) if (column.phone.isFrom(event)) column.hear(event.data);
});
window.setInterval(() => {
  clock.tick();
  for (const column of bothColumns) column.phone.tick(clock.nowMs());
}, 1_000);
window.setInterval(() => {
  for (const { inbox, cashier } of bothColumns) for (const panel of [inbox, cashier]) panel.refresh().catch(() => undefined);
}, INBOX_EVERY_MS);
begin().catch((error: unknown) => say(`预览没有连上本地云：${error instanceof Error ? error.message : String(error)}`));
