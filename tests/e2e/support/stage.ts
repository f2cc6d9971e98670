import http from 'node:http';
import type { AddressInfo } from 'node:net';
import path from 'node:path';
import type { Browser } from 'playwright-core';
import { createLocalCloud, type LocalCloudOptions, type MountedCloud, type SeedData, type SeedSource } from '../../../devtools/local-cloud';
import { demoSeed, emptySeed } from '../../../devtools/demo';
import { sendFile } from '../../../devtools/preview/serve-files';
import { createWeappHost, type WeappHost } from '../../../devtools/weapp-host/serve';
import { launchBrowser } from './browser';
import { openPhone, type PhoneDriver, type PhoneOptions } from './phone';

export interface Stage {
  readonly cloud: MountedCloud['cloud']
  readonly browser: Browser
  /** Address of the cloud and of everything else, without a slash at the end. */
  readonly origin: string
  /** A phone of one person with the built mini-program in it. */
  phone(options: Omit<PhoneOptions, 'base'>): Promise<PhoneDriver>
  close(): Promise<void>
}

export interface StageOptions {
  cloud?: LocalCloudOptions
  /** Folder of the built mini-program; dist/weapp by default. */
  dist?: string
}

/** The demo community is told once a process: telling it takes seconds, and it is the same every time. */
let told: SeedData | undefined;
const toldDemo = (): SeedData => {
  told ??= demoSeed();
  return { ...told, collections: structuredClone(told.collections) };
};

const SEEDS: SeedSource = { load: async (seed) => (seed === 'demo' ? toldDemo() : emptySeed()) };

/** The mini-program is compiled once a process; the host keeps nothing of a stage. */
const hosts = new Map<string, WeappHost>();
const hostOf = (dist: string): WeappHost => {
  const host = hosts.get(dist) ?? createWeappHost({ dist });
  hosts.set(dist, host);
  return host;
};

/** The whole play on one origin: local cloud with the built functions, weapp host under /weapp/, the browser build under /h5/, and a browser. */
export async function openStage(options: StageOptions = {}): Promise<Stage> {
  const mounted = createLocalCloud({ data: 'memory', seed: 'demo', seedSource: SEEDS, ...options.cloud });
  await mounted.listen();
  const host = hostOf(options.dist ?? path.join(process.cwd(), 'dist/weapp'));
  const server = http.createServer((req, res) => {
    const url = req.url ?? '/';
    if (url.startsWith('/weapp/')) {
      req.url = url.slice('/weapp'.length);
      void host.handle(req, res);
      return;
    }
    if (url.startsWith('/h5/')) {
      sendFile(res, path.join(process.cwd(), 'dist/h5'), decodeURIComponent(new URL(url, 'http://127.0.0.1').pathname).slice('/h5/'.length));
      return;
    }
    void mounted.handle(req, res).then((isHandled) => {
      if (!isHandled) res.writeHead(404).end();
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const browser = await launchBrowser();
  return {
    cloud: mounted.cloud,
    browser,
    origin,
    phone: (phone) => openPhone(browser, { ...phone, base: `${origin}/weapp/` }),
    close: async () => {
      await browser.close();
      server.closeAllConnections();
      await new Promise<void>((resolve) => server.close(() => resolve()));
      await mounted.close();
    },
  };
}
