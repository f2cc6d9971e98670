import type { SpendingHostKind } from '@contract';
import type { CollectionName } from '../../database';
import { command, store } from '../platform/store';
import { GONE_TEXT } from '../rating-sum/rating-sum';
import type { SpendingRow } from './spending-row';

/** The most one query returns; nobody is paid so often. */
const ROWS_MAX = 1_000;

/** Where hosts of a kind stand. */
const COLLECTIONS: Readonly<Record<SpendingHostKind, CollectionName>> = { mutual: 'campaigns', directed: 'directedGifts', grant: 'grants' };

/**
 * Somebody's name leaves what was paid to them; the amount, the voucher and the receipt stay, as accounts must be kept
 * (会计档案管理办法). Guarded by their id, so repeating it changes nothing.
 */
export const erasePayee = async (memberId: string): Promise<void> => {
  const rows = await store.query<Pick<SpendingRow, '_id' | 'hostKind' | 'hostId'>>('spendings', { where: { payeeId: memberId }, limit: ROWS_MAX, fields: ['hostKind', 'hostId'] });
  for (const { _id, hostKind, hostId } of rows) {
    await store.update(COLLECTIONS[hostKind], { _id: hostId, [`spendings.${_id}.payee.memberId`]: memberId }, { [`spendings.${_id}.payee.name`]: GONE_TEXT, revision: command.inc(1) });
  }
};
