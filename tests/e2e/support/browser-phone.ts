import fs from 'node:fs';
import path from 'node:path';
import type { Browser, Locator, Page } from 'playwright-core';
import type { MediaFile } from '../../../devtools/weapp-host/src/handle';
import type { Hand, TextOptions } from './phone';
import { createPace, findInView, pressableFirst, waitForWords } from './pressable';

const OUTPUT = path.join(__dirname, '../.output');
// Generous, because a shared machine may be slow; a screen that never comes still fails the test.
const TIMEOUT_MS = 40_000;
const STEP_MS = 50;

/** One person's browser with the H5 build in it, driven by the texts a person sees. */
export class BrowserPhone implements Hand {
  readonly errors: string[] = [];
  private readonly answered: string[] = [];
  private media: MediaFile[] = [];
  private readonly pace = createPace();

  constructor(private readonly page: Page) {
    page.on('pageerror', (error) => this.errors.push(String(error)));
    page.on('console', (line) => line.type() === 'error' && this.errors.push(line.text()));
    page.on('response', (response) => this.answered.push(response.request().postData() ?? ''));
    page.on('filechooser', (chooser) => {
      const files = this.media.splice(0).map(({ name, type, base64 }) => ({ name, mimeType: type, buffer: Buffer.from(base64, 'base64') }));
      void chooser.setFiles(files);
    });
  }

  /** Opens a page of the program by its hash path. */
  async goto(address: string): Promise<void> {
    // A change of the hash alone would keep the program running with what it had fetched.
    await this.page.goto('about:blank');
    await this.page.goto(address);
  }

  private async visible(text: string, exact: boolean): Promise<Locator[]> {
    const found: Locator[] = [];
    for (const match of await this.page.getByText(text, { exact }).all()) if (await match.isVisible().catch(() => false)) found.push(match);
    return found;
  }

  private async waitFor(text: string, options: TextOptions): Promise<Locator> {
    const deadline = Date.now() + (options.timeoutMs ?? TIMEOUT_MS);
    const nth = options.nth ?? 0;
    do {
      await waitForWords(this.page, 'body', text, deadline - Date.now());
      const exact = options.exact === false ? [] : await this.visible(text, true);
      const chosen = (await pressableFirst(exact.length > nth ? exact : await this.visible(text, false)))[nth];
      if (chosen) return chosen;
      await this.page.waitForTimeout(STEP_MS);
    } while (Date.now() < deadline);
    throw new Error(`"${text}" is not on the screen\n${this.page.url()}\n${await this.screenText()}\n${this.errors.join('\n')}`);
  }

  async tapText(text: string, options: TextOptions = {}): Promise<void> {
    const target = await findInView(() => this.waitFor(text, options));
    await this.pace(() => target.tap({ timeout: TIMEOUT_MS }));
  }

  async seeText(text: string, options: TextOptions = {}): Promise<void> {
    await this.waitFor(text, options);
  }

  async fill(name: string, value: string): Promise<void> {
    const quoted = JSON.stringify(name);
    const field = this.page.locator(`input[placeholder=${quoted}]:visible, textarea[placeholder=${quoted}]:visible, [aria-label=${quoted}] input:visible, [aria-label=${quoted}] textarea:visible`).first();
    await field.fill(value);
    await field.blur();
  }

  nextMedia(files: readonly MediaFile[]): Promise<void> {
    this.media.push(...files);
    return Promise.resolve();
  }

  /** A browser has no such question. */
  agreePrivacy(): Promise<void> {
    return Promise.resolve();
  }

  /** The preview takes WeChat's question as answered with yes. */
  allowMessages(): Promise<void> {
    return Promise.resolve();
  }

  async seeAnswer(carried: string): Promise<void> {
    const deadline = Date.now() + TIMEOUT_MS;
    while (!this.answered.some((sent) => sent.includes(carried))) {
      if (Date.now() > deadline) throw new Error(`no answer to a call that carries ${carried}`);
      await this.page.waitForTimeout(STEP_MS);
    }
  }

  screenText(): Promise<string> {
    return this.page.locator('body').innerText();
  }

  async screenshot(name: string): Promise<string> {
    fs.mkdirSync(OUTPUT, { recursive: true });
    const file = path.join(OUTPUT, `${name}.png`);
    await this.page.screenshot({ path: file });
    return file;
  }
}

/** A fresh browser profile the size of a phone. */
export async function openBrowserPhone(browser: Browser, address: string): Promise<BrowserPhone> {
  const context = await browser.newContext({ viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true, deviceScaleFactor: 2, reducedMotion: 'reduce', locale: 'zh-CN', timezoneId: 'Asia/Shanghai' });
  const page = await context.newPage();
  page.setDefaultTimeout(TIMEOUT_MS);
  const phone = new BrowserPhone(page);
  await phone.goto(address);
  return phone;
}
