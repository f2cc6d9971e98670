import { command, store, type QueryOptions } from '../platform/store';
import type { ClaimRecord } from './claim-record';

/** Written only over an older revision of its wish, so that events delivered twice or late never turn a list back. */
export const saveClaimRecord = async (record: ClaimRecord): Promise<void> => {
  const { _id, plan, ...fields } = record;
  const updated = await store.update('claims', { _id, revision: command.lt(record.revision) }, { ...fields, plan: command.set(plan) });
  // Nothing updated: it does not stand yet, or stands as new as this.
  if (updated === 0) await store.insertOnce('claims', record);
};

export const listClaimRecords = (options: QueryOptions): Promise<readonly ClaimRecord[]> => store.query<ClaimRecord>('claims', options);
