import type { THANKS_ROUTES } from '@contract';
import type { Handlers } from '../platform/router';
import { readOwnName, showOwnName, thanksMonth } from './month.use-case';
import { consentToShow, hearThanks, judgeThanks, myThanks, sayThanks, showThanks, thanksWall } from './thanks.use-case';

export const thanksHandlers: Pick<Handlers, keyof typeof THANKS_ROUTES> = {
  'thanks.say': sayThanks,
  'thanks.mine': myThanks,
  'thanks.show': showThanks,
  'thanks.consent': consentToShow,
  'thanks.wall': thanksWall,
  'thanks.month': thanksMonth,
  'thanks.ownName': readOwnName,
  'thanks.showName': showOwnName,
  'thanks.hear': hearThanks,
  'thanks.judge': judgeThanks,
};
