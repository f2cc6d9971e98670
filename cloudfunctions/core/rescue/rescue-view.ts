import type { RescueView } from '@contract';
import type { Member } from '../member/member';
import { referralBriefView } from '../referral/referral-view';
import type { Wish } from '../wish/wish';
import { audienceOf } from '../wish/wish-scope';
import { isAwaitingRescue } from './awaiting-rescue';
import { chooseByMsOf } from './rescue-clocks';
import { canSplit, restValueFen } from './split-wish';

/** How a wish that nobody claims is helped on, for the poster and for staff. */
export const rescueView = (wish: Wish, reader: Member, nowMs: number): RescueView => {
  const isStaff = audienceOf(wish, reader) === 'staff';
  const isWaiting = isAwaitingRescue(wish) && wish.windowEndMs > nowMs;
  return {
    canChoose: isWaiting && isStaff,
    canSplit: canSplit(wish),
    chooseByMs: isWaiting ? chooseByMsOf(wish) : null,
    choices: wish.rescue.choices.map(({ kind, atMs, text }) => ({ kind, atMs, text })),
    restValueFen: isStaff ? restValueFen(wish) : null,
    referral: wish.referral === null ? null : referralBriefView(wish.referral),
  };
};

/** Nothing to tell before it lay unclaimed, and nothing to neighbours ever. */
export const rescueViewFor = (wish: Wish, reader: Member, nowMs: number): RescueView | null =>
  wish.rescue.round === 0 || audienceOf(wish, reader) === 'neighbour' ? null : rescueView(wish, reader, nowMs);
