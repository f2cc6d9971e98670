import type { FUND_ROUTES } from '@contract';
import type { Handlers } from '../platform/router';
import { closeFund, getFund, openFund, setAgent } from './fund.use-case';
import { applyForGrant, closeGrant, decideOnGrant, getGrant, myGrants, reportGrant, withdrawGrant } from './grant.use-case';

export const fundHandlers: Pick<Handlers, keyof typeof FUND_ROUTES> = {
  'fund.get': getFund,
  'fund.open': openFund,
  'fund.setAgent': setAgent,
  'fund.close': closeFund,
  'grant.apply': applyForGrant,
  'grant.get': getGrant,
  'grant.mine': myGrants,
  'grant.decide': decideOnGrant,
  'grant.withdraw': withdrawGrant,
  'grant.report': reportGrant,
  'grant.close': closeGrant,
};
