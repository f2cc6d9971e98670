import { command, store, type QueryOptions } from '../platform/store';
import type { SpendingRow } from './spending-row';

/** Written only over an older revision of its host, so that events delivered twice or late never turn a list back. */
export const saveSpendingRow = async (row: SpendingRow): Promise<void> => {
  const { _id, areaIds, approverIds, ...fields } = row;
  const updated = await store.update('spendings', { _id, revision: command.lt(row.revision) }, { ...fields, areaIds: command.set([...areaIds]), approverIds: command.set([...approverIds]) });
  // Nothing updated: it does not stand yet, or stands as new as this.
  if (updated === 0) await store.insertOnce('spendings', row);
};

export const findSpendingRow = (spendingId: string): Promise<SpendingRow | null> => store.find<SpendingRow>('spendings', spendingId);

export const listSpendingRows = (options: QueryOptions): Promise<readonly SpendingRow[]> => store.query<SpendingRow>('spendings', options);
