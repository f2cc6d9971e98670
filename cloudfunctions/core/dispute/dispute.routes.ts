import type { DISPUTE_ROUTES } from '@contract';
import type { Handlers } from '../platform/router';
import { decideOnDispute, getDispute, openDispute, reachForDispute, withdrawDispute } from './dispute.use-case';

export const disputeHandlers: Pick<Handlers, keyof typeof DISPUTE_ROUTES> = {
  'dispute.get': getDispute,
  'dispute.reach': reachForDispute,
  'dispute.open': openDispute,
  'dispute.withdraw': withdrawDispute,
  'dispute.decide': decideOnDispute,
};
