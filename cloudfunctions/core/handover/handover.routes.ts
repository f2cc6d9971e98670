import type { HANDOVER_ROUTES } from '@contract';
import type { Handlers } from '../platform/router';
import { arrivals } from './arrivals.use-case';
import { issueCode, redeemCode } from './handover.use-case';

export const handoverHandlers: Pick<Handlers, keyof typeof HANDOVER_ROUTES> = {
  'handover.issueCode': issueCode,
  'handover.redeem': redeemCode,
  'handover.arrivals': arrivals,
};
