import { store } from '../platform/store';
import { resolvePending } from './ledger.repository';

/** Posts an earning whose days of waiting are over; a clock whose transfer is gone from the waiting ones is put away. */
const settle = async (transferId: string, nowMs: number): Promise<void> => {
  const end = await resolvePending(transferId, 'posted', nowMs);
  if (end !== 'resolved') await store.remove('pendingTransfers', { _id: transferId });
};

export const pendingTransferDue = { collection: 'pendingTransfers', settle } as const;
