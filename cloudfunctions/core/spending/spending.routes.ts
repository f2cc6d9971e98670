import type { SPENDING_ROUTES } from '@contract';
import type { Handlers } from '../platform/router';
import { approveSpending, askSpending, getSpending, mySpendings, recordPayout, refuseSpending, waitingSpendings, withdrawSpending } from './spending.use-case';
import { getUseTable, saveTable } from './use-table.use-case';

export const spendingHandlers: Pick<Handlers, keyof typeof SPENDING_ROUTES> = {
  'spending.ask': askSpending,
  'spending.approve': approveSpending,
  'spending.refuse': refuseSpending,
  'spending.withdraw': withdrawSpending,
  'spending.recordPayout': recordPayout,
  'spending.get': getSpending,
  'spending.waiting': waitingSpendings,
  'spending.mine': mySpendings,
  'uses.get': getUseTable,
  'uses.save': saveTable,
};
