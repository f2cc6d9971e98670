import type { GIFT_ROUTES } from '@contract';
import type { Handlers } from '../platform/router';
import { listGifts, saveGift, setGiftState } from './gift.use-case';
import { cancelRedemption, handOverGift, myRedemptions, redeemGift, waitingRedemptions } from './redemption.use-case';

export const giftHandlers: Pick<Handlers, keyof typeof GIFT_ROUTES> = {
  'gift.list': listGifts,
  'gift.save': saveGift,
  'gift.setState': setGiftState,
  'gift.redeem': redeemGift,
  'gift.redemptions': myRedemptions,
  'gift.cancel': cancelRedemption,
  'gift.waiting': waitingRedemptions,
  'gift.handOver': handOverGift,
};
