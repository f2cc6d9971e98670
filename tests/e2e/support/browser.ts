import fs from 'node:fs';
import { chromium, type Browser } from 'playwright-core';
import { unpackBundledChromium, type BundledChromium } from './bundled-chromium';

const SYSTEM_CHROMIUM = '/usr/bin/chromium';

const FLAGS = [
  '--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run', '--disable-background-networking', '--disable-component-update',
  '--disable-sync', '--font-render-hinting=none', '--hide-scrollbars',
];

/**
 * Where a browser is: CHROMIUM_PATH, else the one inside npm, the same for everybody and a shell made to be driven, half the
 * work of a whole browser; the system's where that one does not run.
 */
async function findBrowser(): Promise<BundledChromium> {
  const named = process.env.CHROMIUM_PATH;
  if (named) return { executablePath: named, env: {} };
  try {
    return await unpackBundledChromium();
  } catch (error) {
    if (fs.existsSync(SYSTEM_CHROMIUM)) return { executablePath: SYSTEM_CHROMIUM, env: {} };
    throw error;
  }
}

/** Starts a headless browser; close it when the tests of the file are done. */
export async function launchBrowser(): Promise<Browser> {
  const { executablePath, env } = await findBrowser();
  const isShell = executablePath.includes('linyuan-chromium');
  const environment = Object.fromEntries(Object.entries({ ...process.env, ...env }).filter((entry): entry is [string, string] => entry[1] !== undefined));
  return chromium.launch({ executablePath, headless: true, args: [...FLAGS, ...(isShell ? ['--no-zygote'] : ['--headless=new'])], env: environment });
}
