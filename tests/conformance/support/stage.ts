/**
 * Where scenarios run: a local cloud that serves every query (`--allow-scans`), or the real environment of a live run;
 * emptied before each scenario.
 */
import type { RealSdk } from '../../../devtools/local-cloud/sdk-types';
import { COLLECTIONS, refused, startConformance, type Conformance } from './cloud';
import { liveTargetOf } from './live-environment';
import type { CollectionName, World } from './scenario';

export interface Stage {
  readonly world: World;
  /** Empties every collection. */
  clear(): Promise<void>;
  close(): Promise<void>;
}

/** A world on an initialised SDK. `local` is absent in a real environment; touching it there is a defect of the scenario. */
export function worldOf(sdk: RealSdk, nameOf: (name: CollectionName) => string, local: Conformance | undefined): World {
  const database = sdk.database({ throwOnNotFound: false });
  const collection: World['collection'] = (name = 'notes') => database.collection(nameOf(name));
  return {
    sdk,
    database,
    _: database.command,
    $: database.command.aggregate,
    nameOf,
    collection,
    add: async (documents, name) => {
      if (documents.length > 0) await collection(name).add({ data: documents });
    },
    read: async (id) => (await collection().doc(id).get()).data,
    refusal: refused,
    get local(): Conformance {
      if (local === undefined) throw new Error('this scenario needs the local cloud: declare it with localScenario');
      return local;
    },
  };
}

/** Set by `npm run test:conformance -- --live`, which has made the collections. */
export const isLive = (): boolean => process.env.LINYUAN_LIVE === '1';

export const openStage = (): Promise<Stage> => (isLive() ? Promise.resolve(openLiveStage()) : openLocalStage());

function openLiveStage(): Stage {
  const { environmentId, credentials } = liveTargetOf(process.env);
  Object.assign(process.env, { TENCENTCLOUD_SECRETID: credentials.secretId, TENCENTCLOUD_SECRETKEY: credentials.secretKey, SILENCE: 'true' });
  // eslint-disable-next-line @typescript-eslint/no-require-imports -- the SDK must be loaded after the environment is set
  const sdk = require('wx-server-sdk') as RealSdk;
  sdk.init({ env: environmentId });
  const world = worldOf(sdk, (name) => name, undefined);
  const clear = async (): Promise<void> => {
    for (const { name } of COLLECTIONS) await world.database.collection(name).where({ _id: world._.exists(true) }).remove();
  };
  return { world, clear, close: () => Promise.resolve() };
}

async function openLocalStage(): Promise<Stage> {
  const cloud = await startConformance({ allowScans: true });
  return {
    world: worldOf(cloud.sdk, (name) => name, cloud),
    clear: async () => void (await cloud.control('reset', { seed: 'empty' })),
    close: () => cloud.close(),
  };
}
