import type { CONTRIBUTION_ROUTES } from '@contract';
import type { Handlers } from '../platform/router';
import { cancelContribution, confirmCash, confirmContribution, confirmReturn, getContribution, getReceipt, myContributions, payOn, recordReturn, refuseCash, waitingMoney } from './contribution.use-case';

export const contributionHandlers: Pick<Handlers, keyof typeof CONTRIBUTION_ROUTES> = {
  'contribution.get': getContribution,
  'contribution.mine': myContributions,
  'contribution.confirm': confirmContribution,
  'contribution.payOn': payOn,
  'contribution.cancel': cancelContribution,
  'contribution.receipt': getReceipt,
  'contribution.waiting': waitingMoney,
  'contribution.confirmCash': confirmCash,
  'contribution.refuseCash': refuseCash,
  'contribution.recordReturn': recordReturn,
  'contribution.confirmReturn': confirmReturn,
};
