/** A cloud with functions written in a line or two, for scenarios of the function service itself. */
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { FunctionDeclaration } from '../../../cloudfunctions/deploy';
import { startLocalCloud, type LocalCloudOptions, type RunningCloud } from '../../../devtools/local-cloud';
import { COLLECTIONS } from './cloud';

/** `require` of the unmodified SDK, initialised, for the source of a small function. */
export const WITH_SDK = `const cloud = require(${JSON.stringify(require.resolve('wx-server-sdk'))}); cloud.init({ env: cloud.DYNAMIC_CURRENT_ENV }); const db = cloud.database({ throwOnNotFound: false });`;

/** What SDK errors carry, as a value a function can return. */
export const CAUGHT = 'const caught = (run) => run().then((value) => value, ({ errCode, errMsg, code, message }) => ({ errCode, errMsg: errMsg ?? message, code }));';

export interface SmallFunction {
  /** JavaScript that sets `exports.main`. */
  readonly source: string;
  readonly declaration?: Partial<FunctionDeclaration>;
  /** Whether clients may invoke it; they may unless this says no. */
  readonly isPrivate?: boolean;
}

export const declare = (name: string, more: Partial<FunctionDeclaration> = {}): FunctionDeclaration => ({
  name,
  memoryMegabytes: 256,
  timeoutSeconds: 20,
  environment: [],
  openapi: [],
  sources: ['wx_client'],
  ...more,
});

export interface SmallCloud {
  readonly running: () => RunningCloud;
  /** The reply of a call as a person. */
  call(name: string, event?: object, openid?: string): Promise<unknown>;
}

/** Starts it before the tests of the file and closes it after them. */
export function withSmallFunctions(functions: Readonly<Record<string, SmallFunction>>, options: LocalCloudOptions = {}): SmallCloud {
  const folder = mkdtempSync(join(tmpdir(), 'small-functions-'));
  let cloud: RunningCloud | undefined;
  const running = (): RunningCloud => {
    if (cloud === undefined) throw new Error('the cloud of the small functions has not started');
    return cloud;
  };
  beforeAll(async () => {
    for (const [name, { source }] of Object.entries(functions)) {
      mkdirSync(join(folder, name));
      writeFileSync(join(folder, name, 'index.js'), source);
    }
    const privateRules = Object.entries(functions).filter(([, { isPrivate }]) => isPrivate).map(([name]) => [name, { invoke: false }]);
    const deployment = {
      functions: Object.entries(functions).map(([name, { declaration }]) => declare(name, declaration)),
      invokeRules: { '*': { invoke: true }, ...(Object.fromEntries(privateRules) as Record<string, { invoke: boolean }>) },
    };
    cloud = await startLocalCloud({ collections: COLLECTIONS, deployment, functionsDir: folder, ...options });
  });
  afterAll(async () => {
    await cloud?.close();
    rmSync(folder, { recursive: true, force: true });
  });
  return {
    running,
    call: async (name, event = {}, openid = 'oAlice') => {
      const { result, error } = await running().call(name, event, openid);
      return error === undefined ? result : { error };
    },
  };
}
