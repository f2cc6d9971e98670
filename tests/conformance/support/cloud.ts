import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { build } from 'esbuild';
import type { CollectionDeclaration } from '../../../cloudfunctions/database';
import type { FunctionDeclaration } from '../../../cloudfunctions/deploy';
import { startLocalCloud, withRealSdk, type LocalCloudOptions, type RealSdk, type RunningCloud } from '../../../devtools/local-cloud';

/** Collections of these tests, apart from the program's own so that neither breaks the other. */
export const COLLECTIONS: readonly CollectionDeclaration[] = [
  {
    name: 'notes',
    purpose: 'anything, by id',
    indexes: [
      { name: 'kind', keys: [['kind', 1], ['rank', -1]] },
      { name: 'tags', keys: [['tags', 1], ['state', 1], ['atMs', -1], ['_id', -1]] },
      { name: 'owner', keys: [['owner.id', 1], ['at', 1]] },
    ],
  },
  { name: 'people', purpose: 'a unique code', indexes: [{ name: 'code', keys: [['code', 1]], unique: true }] },
  { name: 'orders', purpose: 'joined to people', indexes: [{ name: 'person', keys: [['personId', 1], ['amountFen', -1]] }] },
  { name: 'places', purpose: 'somewhere on earth', indexes: [{ name: 'at', keys: [['at', '2dsphere']] }] },
];

const declare = (name: string, more: Partial<FunctionDeclaration> = {}): FunctionDeclaration => ({
  name,
  memoryMegabytes: 256,
  timeoutSeconds: 60,
  environment: [{ key: 'LINYUAN_ID_SECRET', purpose: 'to see a declared value', secret: true }],
  openapi: [
    'security.msgSecCheck', 'security.mediaCheckAsync', 'security.imgSecCheck', 'subscribeMessage.send', 'wxacode.getUnlimited', 'phonenumber.getPhoneNumber', 'cloudbase.getOpenData', 'ocr.idcard',
  ],
  sources: ['wx_client'],
  ...more,
});

const DEPLOYMENT = {
  functions: [
    declare('probe'),
    declare('limited', { openapi: [], timeoutSeconds: 2 }),
    declare('events', { sources: ['wx_event'] }),
    declare('payment', { sources: ['wx_paycallback'], openapi: [] }),
    declare('jobs', { sources: ['wx_trigger'], timer: { name: 'every-minute', cron: '0 * * * * * *' } }),
  ],
  invokeRules: { '*': { invoke: false }, probe: { invoke: true }, limited: { invoke: true } },
};

/** Pages of these tests: those of the small mini-program that comes with the weapp host. */
const APP_JSON = join(__dirname, '../../../devtools/weapp-host/fixture/app.json');

let bundles: Promise<string> | undefined;

async function bundle(): Promise<string> {
  const folder = mkdtempSync(join(tmpdir(), 'conformance-'));
  const entries = { probe: 'probe', limited: 'probe', events: 'listener', payment: 'payee', jobs: 'listener' };
  await build({
    entryPoints: Object.entries(entries).map(([name, source]) => ({ out: `${name}/index`, in: join(__dirname, '..', source, 'index.ts') })),
    outdir: folder,
    bundle: true,
    platform: 'node',
    target: 'node18',
    format: 'cjs',
    logLevel: 'error',
  });
  return folder;
}

/** Bundles of the test functions, built like the deployed ones, once a test file. */
export const testBundles = (): Promise<string> => (bundles ??= bundle());

export interface Conformance extends RunningCloud {
  readonly sdk: RealSdk;
}

export async function startConformance(options: LocalCloudOptions = {}): Promise<Conformance> {
  const running = await startLocalCloud({ collections: COLLECTIONS, deployment: DEPLOYMENT, functionsDir: await testBundles(), mediaDelayMs: 20, payDelayMs: 50, appJson: APP_JSON, ...options });
  return { ...running, sdk: withRealSdk(running.url) };
}

export interface SdkError {
  readonly errCode: number;
  readonly errMsg: string;
  readonly code?: string;
}

/** What the SDK throws; a call that succeeds is a failure of the test. */
export async function refused(run: () => Promise<unknown>): Promise<SdkError> {
  try {
    await run();
  } catch (error) {
    const { errCode, errMsg, message, code } = error as SdkError & { message?: string };
    return { errCode, errMsg: errMsg ?? message ?? '', ...(code !== undefined && { code }) };
  }
  throw new Error('the call was expected to be refused');
}
