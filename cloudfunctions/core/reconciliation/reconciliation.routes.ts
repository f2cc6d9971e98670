import type { RECONCILIATION_ROUTES } from '@contract';
import type { Handlers } from '../platform/router';
import { explainReconciliation, getReconciliation, listReconciliations } from './reconciliation.use-case';

export const reconciliationHandlers: Pick<Handlers, keyof typeof RECONCILIATION_ROUTES> = {
  'reconciliation.list': listReconciliations,
  'reconciliation.get': getReconciliation,
  'reconciliation.explain': explainReconciliation,
};
