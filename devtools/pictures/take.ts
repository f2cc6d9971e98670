/**
 * `npm run pictures`: takes the pictures of the README from the built mini-program (`npm run build:weapp`, `build:h5`)
 * with the demo community, so that they show the program as it is. Writes docs/pictures/*.png.
 */
import { mkdirSync, statSync } from 'node:fs';
import type { Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import path from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { launchBrowser } from '../../tests/e2e/support/browser';
import { openPhone, type PhoneDriver } from '../../tests/e2e/support/phone';
import { demoSeedSource } from '../demo';
import { createLocalCloud } from '../local-cloud';
import { AppBuild, ensureFunctions } from '../preview/builds';
import { bundlePage } from '../page-kit/bundle-page';
import { listenPreview } from '../preview/preview-server';
import { root } from '../preview/stale';
import { createWeappHost } from '../weapp-host/serve';
import { wishIdOf } from './find-wish';
import { shrink } from './shrink';

const folder = path.join(root, 'docs/pictures');

/** A README should open at once on a phone, too. */
const MOST_KIB = 250;

const PHONE = { width: 390, height: 844, scale: 1.5 } as const;
const DESK = { width: 1440, height: 1000, scale: 0.75 } as const;

const LIN_XIAO = 'oDemoLinXiao0001';
const HE_JING = 'oDemoHeJing0002';
const WU_SHOP = 'oDemoWuShop0003';

const SIX_ELDERS = '6 位老人，各盼一袋米一桶油';
const TWELVE_GLOVES = '12 副手套，给早班的环卫大姐';
const RAMP = '给 7 号楼门口修一条缓坡';

interface Shot {
  readonly name: string;
  readonly as: string;
  /** Path of the page; those that name a wish get its id put behind. */
  readonly start: string;
  readonly wishTitle?: string;
  /** What must be on the screen before the picture is taken. */
  readonly awaits: string;
  readonly act?: (phone: PhoneDriver) => Promise<void>;
}

const openClaimSheet = async (phone: PhoneDriver): Promise<void> => {
  await phone.tapText('认领 · 还差', { exact: false });
  await phone.seeText('认几份？');
};

const openRamp = async (phone: PhoneDriver): Promise<void> => {
  await phone.tapText(RAMP);
  await phone.seeText('先看四件事');
};

/** Something more urgent may lead the queue; the picture is of a review. */
const onlyReviews = async (phone: PhoneDriver): Promise<void> => {
  await phone.tapText('审核 ', { exact: false });
  await phone.seeText('通过，马上发布');
};

const SHOTS: readonly Shot[] = [
  { name: 'home', as: LIN_XIAO, start: 'pages/home/index', awaits: '离您近，也急' },
  { name: 'wall', as: LIN_XIAO, start: 'pages/wishes/index', awaits: '厨房灯闪了半个月，' },
  { name: 'wish', as: LIN_XIAO, start: 'packages/wish/detail/index?wishId=', wishTitle: SIX_ELDERS, awaits: '走到哪一步了' },
  { name: 'claim', as: WU_SHOP, start: 'packages/wish/detail/index?wishId=', wishTitle: TWELVE_GLOVES, awaits: '走到哪一步了', act: openClaimSheet },
  { name: 'points', as: LIN_XIAO, start: 'packages/points/index/index', awaits: '怎么来的' },
  { name: 'campaign', as: LIN_XIAO, start: 'packages/campaign/list/index', awaits: RAMP, act: openRamp },
  { name: 'queue', as: HE_JING, start: 'packages/staff/queue/index', awaits: '件在等', act: onlyReviews },
];

/** Sheets slide and photos load; after this long a screen stands still. */
const STILL_MS = 1_500;

async function standStill(page: Page): Promise<void> {
  await page.evaluate(async () => void (await document.fonts.ready));
  await page.waitForTimeout(STILL_MS);
}

async function keep(browser: Browser, name: string, png: Buffer, size: typeof PHONE | typeof DESK): Promise<void> {
  const file = path.join(folder, `${name}.png`);
  await shrink(browser, png, { ...size, file });
  const kib = Math.ceil(statSync(file).size / 1024);
  if (kib > MOST_KIB) throw new Error(`${name}.png has ${kib} KiB, more than ${MOST_KIB}.`);
  process.stdout.write(`docs/pictures/${name}.png  ${kib} KiB\n`);
}

async function takePhone(browser: Browser, origin: string, shot: Shot): Promise<void> {
  const start = shot.wishTitle === undefined ? shot.start : `${shot.start}${await wishIdOf(origin, shot.as, shot.wishTitle)}`;
  const phone = await openPhone(browser, { base: `${origin}/weapp/`, as: shot.as, start, width: PHONE.width, height: PHONE.height });
  await phone.seeText(shot.awaits, { exact: false });
  await shot.act?.(phone);
  await standStill(phone.page);
  await phone.expectNoErrors();
  await keep(browser, shot.name, await phone.page.screenshot(), PHONE);
  await phone.close();
}

async function takePreview(browser: Browser, origin: string): Promise<void> {
  const context = await browser.newContext({ viewport: { width: DESK.width, height: DESK.height }, locale: 'zh-CN' });
  const page = await context.newPage();
  await page.goto(origin);
  const phones = page.frameLocator('iframe');
  await phones.first().getByText('等您来办').waitFor();
  await phones.last().getByText('件在等').waitFor();
  await standStill(page);
  await keep(browser, 'preview', await page.screenshot(), DESK);
  await context.close();
}

/** The whole preview on a port of its own, with a community in memory that begins at its first minute. */
async function serve(): Promise<{ origin: string; close: () => Promise<void> }> {
  const say = (line: string): void => void process.stdout.write(`${line}\n`);
  const apps = { h5: new AppBuild('h5', say), weapp: new AppBuild('weapp', say) };
  await ensureFunctions(say);
  await apps.weapp.ensure();
  await apps.h5.ensure();
  const cloud = createLocalCloud({ data: 'memory', seed: 'demo', seedSource: demoSeedSource });
  await cloud.listen();
  const weappHost = createWeappHost({ dist: path.join(root, 'dist/weapp') });
  const server: Server = await listenPreview({ cloud, weappHost, page: await bundlePage(path.join(root, 'devtools/preview/page')), apps }, 0);
  const close = async (): Promise<void> => {
    server.closeAllConnections();
    server.close();
    await cloud.close();
  };
  return { origin: `http://127.0.0.1:${(server.address() as AddressInfo).port}`, close };
}

async function take(): Promise<void> {
  mkdirSync(folder, { recursive: true });
  const { origin, close } = await serve();
  const browser = await launchBrowser();
  try {
    for (const shot of SHOTS) await takePhone(browser, origin, shot);
    await takePreview(browser, origin);
  } finally {
    await browser.close();
    await close();
  }
}

take().then(
  () => process.exit(0),
  (error: unknown) => {
    process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
    process.exit(1);
  },
);
