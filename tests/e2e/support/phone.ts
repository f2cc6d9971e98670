import fs from 'node:fs';
import path from 'node:path';
import type { Browser, BrowserContext, Locator, Page } from 'playwright-core';
import { createPace, findInView, pressableFirst, waitForWords } from './pressable';
import type { CloudCall, MediaFile, NetworkType, WeappHandle } from '../../../devtools/weapp-host/src/handle';

export interface PhoneOptions {
  /** Address of the weapp host, with a slash at the end. */
  base: string
  /** Openid of the person. */
  as: string
  /** Path and query of the first page; absent means the home page. */
  start?: string
  /** WeChat's font size setting in px. */
  font?: number
  scene?: number
  /** What WeChat calls the group it is opened from. */
  group?: string
  /** Size of the screen in px; an iPhone's by default. */
  width?: number
  height?: number
}

export interface TextOptions {
  /** True (the default) tries the whole text of an element first and parts of it after; false tries parts only. */
  exact?: boolean
  /** Which of several matches, from 0. */
  nth?: number
  timeoutMs?: number
}

const OUTPUT = path.join(__dirname, '../.output');
// Generous, because a shared machine may be slow; a screen that never comes still fails the test.
const TIMEOUT_MS = 40_000;
const STEP_MS = 50;

/** What a person can see: WeChat's dialogs first, then the page on top, then the bars. */
const ROOTS = ['#host-layer', '.host-webview:not([hidden])', '.host-tabs:not([hidden])', '.host-nav:not([hidden])'];

/** What the steps of the loop need of a person's hand: the weapp host and the browser preview both have it. */
export interface Hand {
  tapText(text: string, options?: TextOptions): Promise<void>
  seeText(text: string, options?: TextOptions): Promise<void>
  fill(name: string, value: string): Promise<void>
  nextMedia(files: readonly MediaFile[]): Promise<void>
  agreePrivacy(): Promise<void>
  allowMessages(): Promise<void>
  /** Waits until the cloud has answered a call that carries these words. */
  seeAnswer(carried: string): Promise<void>
  screenText(): Promise<string>
  screenshot(name: string): Promise<string>
}

/** One person's phone with the mini-program in it, driven by the texts a person sees. */
export class PhoneDriver implements Hand {
  private readonly pace = createPace();

  constructor(
    readonly page: Page,
    private readonly context: BrowserContext,
    private readonly options: PhoneOptions,
  ) {}

  /** Opens (or reopens) the mini-program at a page and waits until it is rendered. */
  async open(start = this.options.start ?? ''): Promise<void> {
    const { base, as, font, scene, group } = this.options;
    const address = new URL(base);
    address.searchParams.set('as', as);
    if (start) address.searchParams.set('start', start);
    if (font) address.searchParams.set('font', String(font));
    if (scene) address.searchParams.set('scene', String(scene));
    if (group) address.searchParams.set('group', group);
    await this.page.goto(address.href);
    await this.waitUntilReady();
  }

  async waitUntilReady(): Promise<void> {
    await this.page.waitForFunction(() => window.__weapp?.ready === true, undefined, { timeout: 20_000 }).catch(async (error: unknown) => {
      throw new Error(`the mini-program did not start: ${String(error)}\n${await this.describe()}`);
    });
  }

  /** Reads or changes `window.__weapp`. */
  weapp<Result>(read: (handle: WeappHandle) => Result): Promise<Result> {
    return this.page.evaluate(`(${read.toString()})(window.__weapp)`);
  }

  private async candidates(text: string, exact: boolean): Promise<Locator[]> {
    const found: Locator[] = [];
    for (const root of ROOTS) {
      for (const match of await this.page.locator(root).getByText(text, { exact }).all()) if (await match.isVisible()) found.push(match);
    }
    return found;
  }

  private async waitFor(text: string, options: TextOptions, toPress: boolean): Promise<Locator> {
    const deadline = Date.now() + (options.timeoutMs ?? TIMEOUT_MS);
    const nth = options.nth ?? 0;
    do {
      await waitForWords(this.page, ROOTS.join(), text, deadline - Date.now());
      const exact = options.exact === false ? [] : await this.candidates(text, true);
      const found = exact.length > nth ? exact : await this.candidates(text, false);
      const chosen = (toPress ? await pressableFirst(found) : found)[nth];
      if (chosen) return chosen;
      await this.page.waitForTimeout(STEP_MS);
    } while (Date.now() < deadline);
    throw new Error(`"${text}" is not on the screen of ${this.options.as}\n${await this.describe()}`);
  }

  /** The element that shows a text, waiting for it to appear. */
  find(text: string, options: TextOptions = {}): Promise<Locator> {
    return this.waitFor(text, options, false);
  }

  /** Taps what shows a text; of several, one that is a button, a tab or a link. */
  async tapText(text: string, options: TextOptions = {}): Promise<void> {
    const target = await findInView(() => this.waitFor(text, options, true));
    await this.pace(() => target.tap({ timeout: TIMEOUT_MS })).catch(async (error: unknown) => {
      throw new Error(`"${text}" could not be tapped: ${String(error)}\n${await this.describe()}`);
    });
  }

  async seeText(text: string, options?: TextOptions): Promise<void> {
    await this.find(text, options);
  }

  /** Passes once the text is nowhere to be seen. */
  async seeNoText(text: string, timeoutMs = TIMEOUT_MS): Promise<void> {
    const deadline = Date.now() + timeoutMs;
    while ((await this.candidates(text, false)).length > 0) {
      if (Date.now() > deadline) throw new Error(`"${text}" is still on the screen of ${this.options.as}\n${await this.describe()}`);
      await this.page.waitForTimeout(STEP_MS);
    }
  }

  /** The input or textarea with this placeholder, or that carries this aria-label. */
  private async field(name: string): Promise<Locator> {
    const root = this.page.locator('.host-webview:not([hidden]), #host-layer');
    const quoted = JSON.stringify(name);
    const byPlaceholder = root.locator(`input[placeholder=${quoted}], textarea[placeholder=${quoted}]`);
    const byLabel = root.locator(`[aria-label=${quoted}]`).locator('input,textarea');
    const either = byPlaceholder.or(byLabel).first();
    await either.waitFor({ state: 'visible', timeout: TIMEOUT_MS }).catch(async () => {
      throw new Error(`there is no field "${name}" on the screen of ${this.options.as}\n${await this.describe()}`);
    });
    return either;
  }

  /** Types into the field with this placeholder or aria-label, in place of what it held. */
  async fill(name: string, value: string): Promise<void> {
    const field = await this.field(name);
    await field.fill(value);
    await field.blur();
  }

  /** Chooses a row of an open picker and confirms it. */
  async pick(...rows: string[]): Promise<void> {
    for (const row of rows) await this.page.locator('.host-wheel').getByText(row, { exact: true }).first().tap();
    await this.page.locator('.host-wheel-confirm').tap();
  }

  /** Lays ready the pictures the next chooseMedia answers with. */
  async nextMedia(files: readonly MediaFile[]): Promise<void> {
    await this.page.evaluate((ready) => void window.__weapp.nextMedia.push(...ready), [...files]);
  }

  async setNetwork(type: NetworkType): Promise<void> {
    await this.page.evaluate((chosen) => window.__weapp.setNetwork(chosen), type);
  }

  /** WeChat's privacy question, which comes before the first photo of a phone. */
  agreePrivacy(): Promise<void> {
    return this.tapText('同意');
  }

  /** WeChat's sheet for subscription messages, answered with yes. */
  allowMessages(): Promise<void> {
    return this.tapText('允许');
  }

  /** Everything that stands on the page on top, hidden or not by the fold. */
  screenText(): Promise<string> {
    return this.page.locator('.host-webview:not([hidden])').innerText();
  }

  /** How far the page on top reaches beyond the right edge of the screen, in px; 0 when it fits. */
  overflowPx(): Promise<number> {
    return this.page.locator('.host-webview:not([hidden]) > .host-scroller').evaluate((scroller) => Math.max(scroller.scrollWidth - scroller.clientWidth, document.documentElement.scrollWidth - innerWidth, 0));
  }

  routes(): Promise<string[]> {
    return this.page.evaluate(() => window.__weapp.routes());
  }

  cloudCalls(): Promise<CloudCall[]> {
    return this.page.evaluate(() => window.__weapp.cloudCalls);
  }

  async seeAnswer(carried: string): Promise<void> {
    await this.page.waitForFunction((part) => window.__weapp.cloudCalls.some(({ data, reply }) => reply !== undefined && JSON.stringify(data).includes(part)), carried, { timeout: TIMEOUT_MS });
  }

  /** Waits until this route is on top. */
  async waitForRoute(route: string): Promise<void> {
    await this.page.waitForFunction((wanted) => window.__weapp.routes().at(-1) === wanted, route, { timeout: TIMEOUT_MS }).catch(async () => {
      throw new Error(`${this.options.as} is not at ${route}\n${await this.describe()}`);
    });
  }

  async back(): Promise<void> {
    await this.page.locator('.host-nav-back').tap();
  }

  async scrollToBottom(): Promise<void> {
    await this.page.locator('.host-webview:not([hidden]) > .host-scroller').evaluate((scroller) => scroller.scrollTo({ top: scroller.scrollHeight, behavior: 'instant' }));
  }

  /** Pulls the page down with a finger, as for a refresh. */
  async pullDown(): Promise<void> {
    const session = await this.context.newCDPSession(this.page);
    const x = 195;
    const touch = (type: 'touchStart' | 'touchMove' | 'touchEnd', y?: number): Promise<unknown> =>
      session.send('Input.dispatchTouchEvent', { type, touchPoints: y === undefined ? [] : [{ x, y }] });
    await touch('touchStart', 150);
    for (let y = 170; y <= 400; y += 20) await touch('touchMove', y);
    await touch('touchEnd');
    await session.detach();
  }

  /** Saves the screen under tests/e2e/.output once its fonts are there; returns the path. */
  async screenshot(name: string): Promise<string> {
    fs.mkdirSync(OUTPUT, { recursive: true });
    await this.page.evaluate(async () => void (await document.fonts.ready));
    const file = path.join(OUTPUT, `${name}.png`);
    await this.page.screenshot({ path: file });
    return file;
  }

  /** Fails when the program threw, left a rejection unhandled, or used what the host does not cover. */
  async expectNoErrors(): Promise<void> {
    const { errors, missing } = await this.page.evaluate(() => ({ errors: window.__weapp.errors, missing: window.__weapp.missing }));
    if (errors.length + missing.length > 0) throw new Error(`the phone of ${this.options.as} has errors:\n${[...errors, ...missing].join('\n')}`);
  }

  /** What the screen says and what went wrong, for the message of a failed test. */
  async describe(): Promise<string> {
    const seen = await this.page
      .evaluate(() => {
        const { errors = [], missing = [], cloudCalls = [] } = window.__weapp ?? {};
        const calls = cloudCalls.slice(-5).map(({ name, data, error, reply }) => `${name} ${JSON.stringify(data).slice(0, 200)} → ${error ?? JSON.stringify(reply)?.slice(0, 300)}`);
        return { route: window.__weapp?.routes().join(' > '), dialog: document.getElementById('host-layer')?.innerText ?? '', page: document.querySelector<HTMLElement>('.host-webview:not([hidden])')?.innerText ?? '', errors, missing, calls };
      })
      .catch((error: unknown) => ({ route: String(error), dialog: '', page: '', errors: [], missing: [], calls: [] }));
    return [
      `pages: ${seen.route}`, `dialog: ${seen.dialog}`, `screen: ${seen.page.slice(0, 1500)}`,
      ...seen.errors.map((error) => `error: ${error}`), ...seen.missing.map((name) => `not covered: ${name}`), ...seen.calls.map((call) => `call: ${call}`),
    ].join('\n');
  }

  async close(): Promise<void> {
    await this.context.close();
  }
}

/** Opens the mini-program on a fresh phone of one person. */
export async function openPhone(browser: Browser, options: PhoneOptions): Promise<PhoneDriver> {
  const context = await browser.newContext({
    viewport: { width: options.width ?? 390, height: options.height ?? 844 },
    hasTouch: true,
    isMobile: true,
    deviceScaleFactor: 2,
    reducedMotion: 'reduce',
    locale: 'zh-CN',
    timezoneId: 'Asia/Shanghai',
  });
  const page = await context.newPage();
  page.setDefaultTimeout(TIMEOUT_MS);
  const phone = new PhoneDriver(page, context, options);
  await phone.open();
  return phone;
}
