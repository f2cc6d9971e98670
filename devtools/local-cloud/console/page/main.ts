/** The console of the local cloud: read only. It reads again when a view is chosen or 刷新 is pressed. */
import { fill, h } from '../../../page-kit/dom';
import { timeOf } from './parts';
import { readClock } from './read';
import { VIEWS, type View } from './views';

const place = h('main', {});
const paneTitle = h('h2', {});
const paneBody = h('div', { class: 'pane-body' });
const pane = h('aside', {}, h('header', {}, paneTitle, h('button', { type: 'button', label: '关上', onClick: () => (pane.hidden = true) }, '关上')), paneBody);
pane.hidden = true;
const now = h('span', { class: 'now' });
const tabs = h('nav', { class: 'tabs' });
let current: View | undefined = VIEWS[0];

const open = (title: string, ...content: readonly HTMLElement[]): void => {
  paneTitle.textContent = title;
  fill(paneBody, ...content);
  pane.hidden = false;
};

async function showCurrent(): Promise<void> {
  const view = current;
  if (view === undefined) return;
  fill(tabs, ...VIEWS.map((item) => h('button', { type: 'button', class: item === view ? 'on' : '', onClick: () => choose(item) }, item.title)));
  try {
    now.textContent = `程序时间 ${timeOf(await readClock())}`;
    await view.show(place, open);
  } catch (error) {
    fill(place, h('p', { class: 'empty' }, `读不到：${error instanceof Error ? error.message : String(error)}`));
  }
}

function choose(view: View): void {
  current = view;
  pane.hidden = true;
  void showCurrent();
}

document.querySelector('#console')?.append(
  h('header', { class: 'top' }, h('b', {}, '本地云控制台'), tabs, now, h('button', { type: 'button', onClick: () => void showCurrent() }, '刷新')),
  h('div', { class: 'body' }, place, pane),
);
void showCurrent();
