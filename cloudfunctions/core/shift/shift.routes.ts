import type { SHIFT_ROUTES } from '@contract';
import { addShifts } from '../activity/activity.use-case';
import type { Handlers } from '../platform/router';
import { getShift, ledShifts, mySchedule, similarShifts } from './shift-lists.use-case';
import { cancelShift, confirmRoster, decideOnAbsence, getAbsence, getRoster, readAnswers, readCallList, updateShift } from './shift.use-case';
import { answerOffer, approveSignUp, cancelSignUp, checkIn, sayEnd, sayWhy, signUp } from './sign-up.use-case';

export const shiftHandlers: Pick<Handlers, keyof typeof SHIFT_ROUTES> = {
  'shift.add': addShifts,
  'shift.update': updateShift,
  'shift.cancel': cancelShift,
  'shift.get': getShift,
  'shift.similar': similarShifts,
  'shift.signUp': signUp,
  'shift.cancelSignUp': cancelSignUp,
  'shift.answerOffer': answerOffer,
  'shift.approve': approveSignUp,
  'shift.roster': getRoster,
  'shift.answers': readAnswers,
  'shift.confirmRoster': confirmRoster,
  'shift.checkIn': checkIn,
  'shift.mine': mySchedule,
  'shift.led': ledShifts,
  'shift.sayEnd': sayEnd,
  'shift.sayWhy': sayWhy,
  'shift.absence': getAbsence,
  'shift.decideAbsence': decideOnAbsence,
  'shift.callList': readCallList,
};
