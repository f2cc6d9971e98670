import { askSheet, showToast } from '../chrome/dialogs';
import { showShareCard } from '../chrome/share-card';
import type { ShareCard } from '../handle';
import type { Host } from '../host';
import type { HostPage, ShareAnswer, ShareRequest } from '../page';
import { callbackApi } from './callback-api';
import { pictureAddress } from './media';
import { tellOutside } from './outside';

/** WeChat's number for "opened from a card in a group chat". */
const SCENE_GROUP_CARD = 1008;
/** What WeChat calls the group of the chat window here. */
const CHAT_GROUP = 'tDemoGroupNeighbours';
/** WeChat waits this long for the promise of onShareAppMessage. */
const PROMISE_MS = 3000;

const currentPath = (page: HostPage): string => {
  const query = Object.entries(page.query).filter(([key]) => !key.startsWith('$')).map(([key, value]) => `${key}=${value}`).join('&');
  return query ? `${page.route}?${query}` : page.route;
};

/** Starts the program anew at a path, as tapping a card does; the person stays the same. `group`: the chat it was tapped in. */
export function relaunchAt(path: string, scene: number, group = ''): void {
  const address = new URL(window.location.href);
  address.searchParams.set('start', path.replace(/^\//, ''));
  address.searchParams.set('scene', String(scene));
  address.searchParams.set('group', group);
  window.location.assign(address);
}

async function settle(answer: ShareAnswer | undefined): Promise<ShareAnswer> {
  if (!answer?.promise) return answer ?? {};
  const late = new Promise<ShareAnswer>((resolve) => window.setTimeout(() => resolve(answer), PROMISE_MS));
  return { ...answer, ...(await Promise.race([answer.promise, late])) };
}

/** WeChat takes a picture of the page when a card has none; here the page's first large picture stands for it. */
function pictureOfPage(page: HostPage): string {
  for (const element of page.view.scroller.querySelectorAll<HTMLElement>('wx-image')) {
    const image = element.shadowRoot?.querySelector('img');
    if (image?.src && element.clientWidth >= 150) return image.src;
  }
  return '';
}

/** Asks the page on top for its card and shows it in a chat. `target` is the button's plain event target. */
export async function shareTopPage(host: Host, from: 'menu' | 'button', target?: unknown): Promise<void> {
  const page = host.pages.top;
  const request: ShareRequest = from === 'button' ? { from, target } : { from };
  const answer = await settle(page.instance.onShareAppMessage?.(request));
  const appTitle = host.pkg.app.window?.navigationBarTitleText ?? '邻愿';
  const card: ShareCard = {
    from,
    title: answer.title ?? appTitle,
    path: (answer.path ?? currentPath(page)).replace(/^\//, ''),
    imageUrl: answer.imageUrl ?? '',
  };
  host.handle.shares.push(card);
  const address = card.imageUrl ? pictureAddress(host, card.imageUrl) : pictureOfPage(page);
  tellOutside(host, { kind: 'share', card, picture: address === '' ? '' : new URL(address, window.location.href).href });
  if (host.settings.hasChatOutside) showToast({ title: '发到群里了', icon: 'success', mask: false, durationMs: 1500 });
  else showShareCard(card, address, () => relaunchAt(card.path, SCENE_GROUP_CARD, CHAT_GROUP));
}

/** The sheet behind the capsule's three dots. */
export async function openCapsuleMenu(host: Host): Promise<void> {
  const { instance } = host.pages.top;
  const items: { text: string; run: () => void }[] = [];
  if (instance.onShareAppMessage) items.push({ text: '转发给朋友', run: () => void shareTopPage(host, 'menu') });
  if (instance.onShareAppMessage && instance.onShareTimeline) {
    items.push({
      text: '分享到朋友圈',
      run: () => {
        const answer = instance.onShareTimeline?.() ?? {};
        const page = host.pages.top;
        host.handle.shares.push({ from: 'menu', title: answer.title ?? '', path: `${page.route}?${answer.query ?? ''}`, imageUrl: answer.imageUrl ?? '' });
      },
    });
  }
  items.push({ text: '重新进入小程序', run: () => relaunchAt(host.pkg.app.entryPagePath ?? host.pkg.app.pages[0] ?? '', 1001) });
  const index = await askSheet(undefined, items.map(({ text }) => text));
  if (index !== null) items[index]?.run();
}

export function shareApi(): object {
  const accept = (name: string) => callbackApi<object>(name, () => undefined);
  return {
    showShareMenu: accept('showShareMenu'),
    hideShareMenu: accept('hideShareMenu'),
    updateShareMenu: accept('updateShareMenu'),
  };
}
