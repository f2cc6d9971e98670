import type { CLAIM_ROUTES } from '@contract';
import type { Handlers } from '../platform/router';
import { deliveryList } from './delivery-list.use-case';
import { claimWish, confirmClaim, deliverClaim, extendClaim, giveBackClaim, myClaims, planClaim } from './claim.use-case';

export const claimHandlers: Pick<Handlers, keyof typeof CLAIM_ROUTES> = {
  'wish.claim': claimWish,
  'claim.plan': planClaim,
  'claim.deliver': deliverClaim,
  'claim.giveBack': giveBackClaim,
  'claim.extend': extendClaim,
  'claim.confirm': confirmClaim,
  'claim.deliveryList': deliveryList,
  'claim.mine': myClaims,
};
