/**
 * A real cloud environment for `npm run test:conformance -- --live`. It must be empty: scenarios write and remove without
 * asking. The collections they need are made before and deleted after.
 */
import { setTimeout as sleep } from 'node:timers/promises';
import type { CollectionDeclaration, IndexDeclaration } from '../../../cloudfunctions/database';
import { tcbCall, type Credentials, type TcbCall } from './tencent-cloud';

export interface LiveTarget {
  readonly environmentId: string;
  readonly region: string;
  readonly credentials: Credentials;
}

/** Reads the variables of a live run; names the one that is missing. */
export function liveTargetOf(variables: Readonly<Record<string, string | undefined>>): LiveTarget {
  const needed = (name: string): string => {
    const value = variables[name];
    if (value === undefined || value === '') throw new Error(`a live run needs ${name}: LINYUAN_LIVE_ENV (an empty environment), TENCENTCLOUD_SECRETID and TENCENTCLOUD_SECRETKEY`);
    return value;
  };
  const sessionToken = variables.TENCENTCLOUD_SESSIONTOKEN;
  return {
    environmentId: needed('LINYUAN_LIVE_ENV'),
    region: variables.TENCENTCLOUD_REGION ?? 'ap-shanghai',
    credentials: {
      secretId: needed('TENCENTCLOUD_SECRETID'),
      secretKey: needed('TENCENTCLOUD_SECRETKEY'),
      ...(sessionToken !== undefined && sessionToken !== '' && { sessionToken }),
    },
  };
}

export class LiveEnvironment {
  private readonly call: TcbCall;

  constructor(
    private readonly target: LiveTarget,
    call?: TcbCall,
    private readonly pauseMs = 2000,
  ) {
    this.call = call ?? tcbCall(target.credentials, target.region);
  }

  /** Makes the collections with their indexes; throws, having touched nothing, when any collection stands there already. */
  async prepare(collections: readonly CollectionDeclaration[]): Promise<void> {
    const place = await this.place();
    const { Tables: tables } = (await this.call('ListTables', { ...place, MgoLimit: 10, MgoOffset: 0 })) as { Tables?: readonly { TableName: string }[] };
    if (tables !== undefined && tables.length > 0) {
      throw new Error(`environment ${this.target.environmentId} is not empty (${tables.map((table) => table.TableName).join(', ')} …): a live run writes and removes at will and wants an environment of its own`);
    }
    for (const { name, indexes } of collections) {
      await this.call('CreateTable', { ...place, TableName: name });
      if (indexes.length > 0) await this.createIndexes(place, name, indexes);
    }
  }

  async remove(collections: readonly CollectionDeclaration[]): Promise<void> {
    const place = await this.place();
    for (const { name } of collections) await this.call('DeleteTable', { ...place, TableName: name });
  }

  /** A new collection takes a moment until it can be given an index. */
  private async createIndexes(place: object, name: string, indexes: readonly IndexDeclaration[]): Promise<void> {
    const wanted = indexes.map((index) => ({
      IndexName: index.name,
      MgoKeySchema: { MgoIsUnique: index.unique === true, MgoIndexKeys: index.keys.map(([field, direction]) => ({ Name: field, Direction: String(direction) })) },
    }));
    for (let attempt = 1; ; attempt += 1) {
      try {
        await this.call('UpdateTable', { ...place, TableName: name, CreateIndexes: wanted });
        return;
      } catch (error) {
        if (attempt === 5) throw error;
        await sleep(this.pauseMs);
      }
    }
  }

  private async place(): Promise<{ readonly EnvId: string; readonly Tag: string }> {
    const { environmentId } = this.target;
    const { EnvList: list } = (await this.call('DescribeEnvs', { EnvId: environmentId })) as { EnvList?: readonly { Databases?: readonly { InstanceId: string }[] }[] };
    const instanceId = list?.[0]?.Databases?.[0]?.InstanceId;
    if (instanceId === undefined) throw new Error(`environment ${environmentId} was not found, or has no database`);
    return { EnvId: environmentId, Tag: instanceId };
  }
}
