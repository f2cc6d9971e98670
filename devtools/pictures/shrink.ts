import type { Browser } from 'playwright-core';

interface ShrinkOptions {
  /** Size of the picture in CSS px. */
  readonly width: number;
  readonly height: number;
  /** Device pixels for each of them in the file. */
  readonly scale: number;
  readonly file: string;
}

/** Writes a screenshot anew at another scale; the browser at hand does it, so no imaging package is needed. */
export async function shrink(browser: Browser, png: Buffer, { width, height, scale, file }: ShrinkOptions): Promise<void> {
  const context = await browser.newContext({ viewport: { width, height }, deviceScaleFactor: scale });
  const page = await context.newPage();
  await page.setContent(`<body style="margin:0"><img style="display:block;width:${width}px" src="data:image/png;base64,${png.toString('base64')}">`);
  await page.locator('img').evaluate((image: HTMLImageElement) => image.decode());
  await page.screenshot({ path: file });
  await context.close();
}
