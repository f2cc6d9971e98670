import type { LAST_LEG_ROUTES } from '@contract';
import type { Handlers } from '../platform/router';
import { cancelErrand, requestErrand } from './last-leg.use-case';

export const lastLegHandlers: Pick<Handlers, keyof typeof LAST_LEG_ROUTES> = {
  'lastLeg.request': requestErrand,
  'lastLeg.cancel': cancelErrand,
};
