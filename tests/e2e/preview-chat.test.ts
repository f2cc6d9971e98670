/** The preview's group chat as a newcomer to the program follows it: group, card, join, numbers (the guide's second route). */
import type { Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import path from 'node:path';
import type { Browser, FrameLocator, Locator, Page } from 'playwright-core';
import { demoSeedSource } from '../../devtools/demo';
import { createLocalCloud, type MountedCloud } from '../../devtools/local-cloud';
import { bundlePage } from '../../devtools/page-kit/bundle-page';
import { listenPreview } from '../../devtools/preview/preview-server';
import { createWeappHost } from '../../devtools/weapp-host/serve';
import { launchBrowser } from './support/browser';
import { createPace } from './support/pressable';

const READY = { state: { kind: 'ready' } } as const;
const TITLE = '厨房灯闪了半个月，我够不着';
const WAIT_MS = 30_000;

let cloud: MountedCloud;
let server: Server;
let browser: Browser;
let page: Page;
let left: FrameLocator;
let right: FrameLocator;

beforeAll(async () => {
  cloud = createLocalCloud({ data: 'memory', seed: 'demo', seedSource: demoSeedSource });
  await cloud.listen();
  const parts = { cloud, weappHost: createWeappHost({ dist: path.join(process.cwd(), 'dist/weapp') }), page: await bundlePage(path.join(process.cwd(), 'devtools/preview/page')), apps: { h5: READY, weapp: READY } };
  server = await listenPreview(parts, 0);
  browser = await launchBrowser();
  page = await browser.newPage({ viewport: { width: 1680, height: 1000 } });
  page.setDefaultTimeout(WAIT_MS);
  await page.goto(`http://127.0.0.1:${String((server.address() as AddressInfo).port)}/`);
  [left, right] = [page.frameLocator('.column.left iframe'), page.frameLocator('.column.right iframe')];
});

afterAll(async () => {
  await browser?.close();
  server?.closeAllConnections();
  server?.close();
  await cloud?.close();
});

const pace = createPace();
/** Presses something in a phone, no faster than a finger. */
const press = (target: Locator): Promise<void> => pace(() => target.click());
const step = (title: string): Promise<void> => page.locator('.guide').getByText(title, { exact: true }).click();
const rail = (side: 0 | 1) => page.locator('.rail').nth(side);
/** Waits until nothing of a phone's chat lies below what is seen of it. */
async function seeEnd(side: 0 | 1): Promise<void> {
  const below = (): Promise<number> => rail(side).locator('.chat-list').evaluate((list) => Math.round(list.scrollHeight - list.clientHeight - list.scrollTop));
  for (let look = 0; look < 40 && (await below()) > 1; look += 1) await page.waitForTimeout(50);
  expect({ side, isAtEnd: (await below()) <= 1 }).toEqual({ side, isAtEnd: true });
}
const shot = (name: string): Promise<unknown> => page.screenshot({ path: path.join(process.cwd(), 'tests/e2e/.output', `${name}.png`) });

test('a card goes from the group owner’s phone into the chat, a text and a poster after it', async () => {
  await step('从群里来');
  await step('带到群里');
  await press(left.getByText('枫林里邻居群').first());
  await press(left.getByText(TITLE).first());
  await press(left.getByText('发卡片'));
  await rail(1).getByLabel(`小程序卡片：邻居有个心愿：${TITLE}`).waitFor();
  await press(left.getByText('接龙', { exact: true }));
  await press(left.getByText('复制', { exact: true }));
  await press(left.getByText('同意', { exact: true }));
  await rail(0).getByText('刚复制的文字').waitFor();
  await rail(0).getByText('发到群里').click();
  await press(left.getByText('存海报'));
  await press(left.getByText('允许', { exact: true }));
  await rail(0).getByText('刚存的海报').waitFor();
  await seeEnd(0);
  await rail(0).getByText('发到群里').click();
  await rail(1).getByLabel('海报，点一下识别上面的码').waitFor();
  await seeEnd(1);
  // As a picture whose height is known after it was told that it is there.
  await rail(1).locator('.chat-poster img').evaluate((image) => { image.style.minHeight = '600px'; });
  await seeEnd(1);
  await shot('120-preview-chat');
});

test('whoever is no member yet comes in by the card and by the poster, and finds the way to join', async () => {
  await step('点开卡片');
  await rail(1).getByText('参与接龙').click();
  await rail(1).getByText('1. 新来的邻居').waitFor();
  await rail(1).getByLabel(`小程序卡片：邻居有个心愿：${TITLE}`).click();
  await right.getByText(TITLE).first().waitFor();
  await right.getByText('选我的社区，加入').waitFor();
  await shot('121-preview-card');
  await rail(1).getByLabel('海报，点一下识别上面的码').click();
  await right.getByText(TITLE).first().waitFor();
  await press(right.getByText('选我的社区，加入'));
  await right.getByText('加入社区').first().waitFor();
});

test('the group owner reads that somebody came, as a number', async () => {
  await step('看数字');
  await press(left.getByText('枫林里邻居群').first());
  await left.getByText('1 人').first().waitFor();
  await shot('122-preview-numbers');
});
