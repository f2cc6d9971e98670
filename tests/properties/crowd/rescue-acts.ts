import { REFERRAL_CLASSES, REFERRAL_OUTCOMES } from '@contract';
import type { Dice } from '../../../bench/dice';
import { DAY_MS } from '../../../cloudfunctions/core/kernel/clock';
import type { Member } from '../../../cloudfunctions/core/member/member';
import { decideAccept, decideDecline } from '../../../cloudfunctions/core/referral/answer-referral';
import { decideFinishReferral } from '../../../cloudfunctions/core/referral/finish-referral';
import { decidePayment } from '../../../cloudfunctions/core/rescue/pay-from-project';
import { decideRefer } from '../../../cloudfunctions/core/rescue/refer-wish';
import { decideSplit } from '../../../cloudfunctions/core/rescue/split-wish';
import type { Wish } from '../../../cloudfunctions/core/wish/wish';
import { STREET_STAFF, type Crowd, type Decide } from './crowd';

export type RescueAct = 'split' | 'pay' | 'refer' | 'acceptReferral' | 'declineReferral' | 'finishReferral';

const STREET = 'd01-s01';

/** What staff choose when nobody claimed a wish, and what becomes of a referral. */
export const decideRescue = (crowd: Crowd, seen: Wish, kind: RescueAct, staff: Member, dice: Dice, operation: number): Decide => {
  const street = crowd.person(STREET_STAFF + dice.roll(2));
  switch (kind) {
    case 'split': {
      const shares = seen.sharesLeft + 1 + dice.roll(4);
      return (wish) => decideSplit(wish, { shares, shareNote: '小一点的一份' }, staff, crowd.step(staff._id, operation));
    }
    case 'pay': {
      const deliverAtMs = crowd.nowMs + dice.roll(5) * DAY_MS;
      return (wish) => decidePayment(wish, { projectName: '微心愿项目', amountFen: 100, deliverAtMs }, staff, crowd.step(staff._id, operation));
    }
    case 'refer': {
      const referralClass = dice.pick(REFERRAL_CLASSES);
      return (wish) => decideRefer(wish, { class: referralClass, toAreaId: STREET, toAreaName: '枫桥街道', toRole: 'staff', reason: '社区办不了' }, staff, crowd.step(staff._id, operation));
    }
    case 'acceptReferral':
      return (wish) => decideAccept(wish, '', street, crowd.step(street._id, operation));
    case 'declineReferral':
      return (wish) => decideDecline(wish, '今年没有名额', street, crowd.step(street._id, operation));
    case 'finishReferral': {
      const outcome = dice.pick(REFERRAL_OUTCOMES);
      const owner = dice.roll(2) === 0 ? street : staff;
      return (wish) => decideFinishReferral(wish, outcome, '办好了', owner, crowd.step(owner._id, operation));
    }
  }
};
