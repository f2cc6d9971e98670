import { newGift, shopOf, type Gift, type GiftText } from '../../../cloudfunctions/core/gift/gift';
import type { Member } from '../../../cloudfunctions/core/member/member';
import { daysBefore } from './moments';
import { HOME_COMMUNITY } from './places';

const FROM_COMMUNITY: readonly GiftText[] = [
  { title: '环保购物袋', note: '蓝色红色随便挑', pictureKey: 'goods', points: 50, stock: 24, limit: 'month', place: '青枫驿站，每天 9 点到 18 点' },
  { title: '一盆薄荷苗', note: '花匠老陈育的，带土', pictureKey: 'plant', points: 60, stock: 8, limit: 'month', place: '青枫驿站门口花架' },
  { title: '社区书屋借书卡一年', note: '', pictureKey: 'book', points: 120, stock: 0, limit: 'year', place: '社区书屋，周末' },
];

const FROM_SHOP: readonly GiftText[] = [
  { title: '东北大米 2 斤', note: '现称现装', pictureKey: 'rice', points: 80, stock: 10, limit: 'month', place: '吴记粮油柜台' },
];

/** Small things the community and a shop give for points. */
export const buildGifts = (staff: Member, shop: Member): readonly Gift[] => {
  const step = (index: number, actor: Member) => ({ actorId: actor._id, operationId: `demo-gift-${index}`, inputHash: 'demo', nowMs: daysBefore(30 - index) });
  const shopOffer = shopOf(shop);
  if (shopOffer === null) throw new Error('the demo’s shop has no shop');
  return [
    ...FROM_COMMUNITY.map((text, index) => newGift(text, { offererId: HOME_COMMUNITY, offererText: staff.communityName, communityId: HOME_COMMUNITY }, step(index, staff))),
    ...FROM_SHOP.map((text, index) => newGift(text, shopOffer, step(FROM_COMMUNITY.length + index, shop))),
  ];
};
