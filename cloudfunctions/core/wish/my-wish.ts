import type { MyWishView } from '@contract';
import { chinaDateText, chinaTimeText } from '../kernel/clock';
import type { Member } from '../member/member';
import { claimsOf, type Claim, type Wish } from './wish';
import { CARD_FIELDS, wishCardView } from './wish-card';
import { wordsOf } from './words-of';

/** What the poster's own list reads. */
export const MY_WISH_FIELDS = [...CARD_FIELDS, 'createdAtMs', 'claims', 'review'] as const satisfies readonly (keyof Wish)[];

export type MyWish = Pick<Wish, '_id' | (typeof MY_WISH_FIELDS)[number]>;

const statusTextOf = (wish: MyWish): string => {
  switch (wish.state) {
    case 'review':
      return `社区在看，${chinaDateText(wish.review.dueAtMs)} ${chinaTimeText(wish.review.dueAtMs)} 前答复`;
    case 'asked':
      return `请您补一句：${wish.review.note}`;
    case 'refused':
      return `没有通过：${wish.review.note}`;
    case 'publicity':
      return '通过了，正在公示，期满就上心愿墙';
    case 'open':
      if (wish.sharesLeft === wish.sharesWanted) return `等邻居认领，到 ${chinaDateText(wish.windowEndMs)}`;
      return wish.sharesLeft > 0 ? `有人认领了，还差 ${wish.sharesLeft} 份` : wish.sharesDelivered === wish.sharesWanted ? `都${wordsOf(wish).done}，等您确认` : '都有人认领了，等着办好';
    case 'completed':
      return '办好了';
    case 'withdrawn':
      return '已撤回';
    case 'expired':
      return wish.sharesDelivered > 0 ? `到期了，${wordsOf(wish).done} ${wish.sharesDelivered} 份` : '到期了，还需要可以再发';
    case 'referred':
      return '转给更合适的单位在办';
  }
};

/** The one thing that waits for the poster: an answer, then a confirmation, then a word about the help. */
const nextStepOf = (wish: MyWish): Pick<MyWishView, 'nextStep' | 'nextClaimId'> => {
  if (wish.state === 'asked') return { nextStep: 'answer', nextClaimId: null };
  const first = (test: (claim: Claim) => boolean): Claim | undefined => claimsOf(wish).find(test);
  const toConfirm = first((claim) => claim.state === 'delivered');
  if (toConfirm !== undefined) return { nextStep: 'confirm', nextClaimId: toConfirm.claimId };
  const toRate = first((claim) => claim.state === 'confirmed' && claim.satisfaction === null);
  return toRate === undefined ? { nextStep: null, nextClaimId: null } : { nextStep: 'rate', nextClaimId: toRate.claimId };
};

export const myWishView = (wish: MyWish, poster: Member): MyWishView => ({ ...wishCardView(wish, poster), createdAtMs: wish.createdAtMs, statusText: statusTextOf(wish), ...nextStepOf(wish) });
