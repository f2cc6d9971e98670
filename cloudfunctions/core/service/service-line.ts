import { deriveId } from '../kernel/ids';

/** The line of a record's n-th count in the ledger of hours. */
export const serviceLineIdOf = (recordId: string, n: number): string => deriveId('t', 'hours', recordId, String(n));

/** The points for it. */
export const servicePointsIdOf = (recordId: string, n: number): string => deriveId('t', 'servicePoints', recordId, String(n));
