import { endByClock } from './ledger.repository';

/** Posts an earning whose days of waiting are over; lets a hold that nobody used come back. */
export const pendingTransferDue = { collection: 'pendingTransfers', settle: endByClock } as const;
