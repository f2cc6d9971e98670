/**
 * `npm start`: builds what is stale, starts the local cloud with the demo community, and serves two phones side by side
 * on http://127.0.0.1:5180 (PORT). Data stays in `.data/preview` across restarts and kills; `-- --fresh` begins anew.
 */
import { rmSync } from 'node:fs';
import { createServer } from 'node:net';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { MESSAGE_TEMPLATES } from '@contract';
import { demoSeedSource } from '../demo';
import { createLocalCloud, type MountedCloud } from '../local-cloud';
import { createWeappHost } from '../weapp-host/serve';
import { AppBuild, ensureFunctions } from './builds';
import { bundlePage } from '../page-kit/bundle-page';
import { listenPreview } from './preview-server';
import { root } from './stale';

const DEFAULT_PORT = 5180;
const dataFolder = path.join(root, '.data/preview');

const say = (line: string): void => void process.stdout.write(`${line}\n`);

const { values } = parseArgs({ options: { fresh: { type: 'boolean', default: false }, seed: { type: 'string', default: 'demo' } } });

function readPort(): number {
  const port = Number(process.env.PORT ?? DEFAULT_PORT);
  if (Number.isInteger(port) && port > 0 && port < 65_536) return port;
  throw new Error(`PORT must be a number between 1 and 65535, not "${String(process.env.PORT)}".`);
}

/** Asked first, so that nobody waits for a build only to hear that the port is taken. */
const assertPortFree = (port: number): Promise<void> =>
  new Promise((resolve, reject) => {
    const probe = createServer();
    probe.once('error', (error: NodeJS.ErrnoException) =>
      reject(new Error(error.code === 'EADDRINUSE' ? `Port ${port} is in use. Stop what runs there, or choose another: PORT=${port + 10} npm start` : `Port ${port} cannot be opened: ${error.message}`)),
    );
    probe.listen(port, '127.0.0.1', () => probe.close(() => resolve()));
  });

async function startCloud(port: number): Promise<MountedCloud> {
  if (values.seed !== 'demo' && values.seed !== 'empty') throw new Error('--seed must be demo or empty.');
  if (values.fresh) rmSync(dataFolder, { recursive: true, force: true });
  const cloud = createLocalCloud({
    data: dataFolder,
    seed: values.seed,
    seedSource: demoSeedSource,
    functionsDir: path.join(root, 'dist/cloudfunctions'),
    publicUrl: `http://127.0.0.1:${port}`,
    timers: true,
  });
  await cloud.listen();
  return cloud;
}

function closeWith(close: () => Promise<void>): void {
  for (const signal of ['SIGINT', 'SIGTERM'] as const) {
    process.once(signal, () => {
      const leave = (): never => process.exit(0);
      void close().then(leave, leave);
    });
  }
}

async function start(): Promise<void> {
  const port = readPort();
  await assertPortFree(port);
  const apps = { h5: new AppBuild('h5', say), weapp: new AppBuild('weapp', say) };
  // H5 first, since it is what opens; the mini-program follows in the background, one build at a time on a small machine.
  const h5Ready = apps.h5.ensure();
  await ensureFunctions(say);
  const [page, cloud] = await Promise.all([bundlePage(path.join(__dirname, 'page')), startCloud(port)]);
  const templateTitles = Object.fromEntries(Object.entries(MESSAGE_TEMPLATES).map(([key, title]) => [`local-${key}`, title]));
  const weappHost = createWeappHost({ dist: path.join(root, 'dist/weapp'), templateTitles });
  const server = await listenPreview({ cloud, weappHost, page, apps }, port);
  closeWith(async () => {
    server.closeAllConnections();
    server.close();
    await cloud.close();
  });
  await h5Ready;
  if (apps.h5.state.kind === 'failed') process.exitCode = 1;
  else say(`Linyuan preview is ready: http://127.0.0.1:${port}`);
  await apps.weapp.ensure();
}

// Functions run in UTC in the cloud; a program that leans on the zone of its machine should fail here as well.
process.env.TZ ??= 'UTC';
start().catch((error: unknown) => {
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
  process.exit(1);
});
