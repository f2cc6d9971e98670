import type { RATING_ROUTES } from '@contract';
import type { Handlers } from '../platform/router';
import { rate, rateShift } from './rate.use-case';
import { appealRating, endAppeal, judgeMedia, leaveNumber, myRatings, readAppeal, readCallBack, readMedia, recordCall } from './rating.use-case';

export const ratingHandlers: Pick<Handlers, keyof typeof RATING_ROUTES> = {
  'rating.rate': rate,
  'rating.rateShift': rateShift,
  'rating.mine': myRatings,
  'rating.readMedia': readMedia,
  'rating.judgeMedia': judgeMedia,
  'rating.appeal': appealRating,
  'rating.leaveNumber': leaveNumber,
  'rating.readAppeal': readAppeal,
  'rating.decideAppeal': endAppeal,
  'callBack.read': readCallBack,
  'callBack.record': recordCall,
};
