/** Where scenarios run: a local cloud that serves every query (`--allow-scans`), emptied before each scenario. */
import type { RealSdk } from '../../../devtools/local-cloud/sdk-types';
import { refused, startConformance, type Conformance } from './cloud';
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

export async function openLocalStage(): Promise<Stage> {
  const cloud = await startConformance({ allowScans: true });
  return {
    world: worldOf(cloud.sdk, (name) => name, cloud),
    clear: async () => void (await cloud.control('reset', { seed: 'empty' })),
    close: () => cloud.close(),
  };
}
