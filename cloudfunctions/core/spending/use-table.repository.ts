import { fail, unwrap } from '../kernel/result';
import { command, store } from '../platform/store';
import { decideUse, streetOf, type UseRow, type UseTable } from './use-table';

export const findUseTable = (streetId: string): Promise<UseTable | null> => store.find<UseTable>('useTables', streetId);

/** Refuses BUSY when somebody saved meanwhile. */
export const saveUseTable = async (table: UseTable): Promise<void> => {
  const { _id, rows, history, ...fields } = table;
  if (table.version === 1 && (await store.insertOnce('useTables', table)) === 'inserted') return;
  const saved = await store.update('useTables', { _id, version: table.version - 1 }, { ...fields, rows: command.set([...rows]), history: command.set([...history]) });
  if (saved === 0) fail('BUSY', { message: '刚才另一位改过这张表，刷新看看再改。' });
};

/** Allowed lines that a community's street wrote, by key. One request. Refuses USE_FORBIDDEN, USE_UNKNOWN. */
export const allowedUses = async (communityId: string, useKeys: readonly string[]): Promise<ReadonlyMap<string, UseRow>> => {
  const table = await findUseTable(streetOf(communityId) ?? '');
  return new Map(useKeys.map((useKey) => [useKey, unwrap(decideUse(table, useKey))]));
};
