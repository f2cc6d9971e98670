import type { RESCUE_ROUTES } from '@contract';
import type { Handlers } from '../platform/router';
import { acceptReferral, declineReferral, finishReferral, getReferral, listReferrals, referOn } from '../referral/referral.use-case';
import { payFromProject, referWish, splitWish } from './rescue.use-case';

export const rescueHandlers: Pick<Handlers, keyof typeof RESCUE_ROUTES> = {
  'rescue.split': splitWish,
  'rescue.payFromProject': payFromProject,
  'rescue.refer': referWish,
  'referral.list': listReferrals,
  'referral.get': getReferral,
  'referral.accept': acceptReferral,
  'referral.decline': declineReferral,
  'referral.refer': referOn,
  'referral.finish': finishReferral,
};
