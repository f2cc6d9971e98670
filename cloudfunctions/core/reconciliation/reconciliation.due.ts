import type { DueHandler } from '../jobs/due';
import { settleReconciliation } from './reconcile.use-case';

/** Opens a day's reconciliations, and compares WeChat's bill with our books once it is there. */
export const reconciliationDue: DueHandler = { collection: 'reconciliations', settle: settleReconciliation };
