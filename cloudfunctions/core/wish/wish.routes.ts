import type { WISH_ROUTES } from '@contract';
import { stepOf } from '../aggregate/step.use-case';
import type { Handlers } from '../platform/router';
import { answerReview } from '../review/review.use-case';
import { changeWish } from './change-wish.use-case';
import { submitWish } from './submit-wish.use-case';
import { wishWall } from './wall.use-case';
import { decideWithdrawal } from './withdraw-wish';
import { doneThisWeek, getWish, myWishes, similarWishes } from './wish-lists.use-case';

export const wishHandlers: Pick<Handlers, keyof typeof WISH_ROUTES> = {
  'wish.wall': wishWall,
  'wish.get': getWish,
  'wish.similar': similarWishes,
  'wish.submit': submitWish,
  'wish.answer': answerReview,
  'wish.withdraw': async (context, input) => {
    await changeWish(context, input.wishId, (wish) => decideWithdrawal(wish, context.member, stepOf(context, input)));
    return { wishId: input.wishId };
  },
  'wish.mine': myWishes,
  'wish.doneThisWeek': doneThisWeek,
};
