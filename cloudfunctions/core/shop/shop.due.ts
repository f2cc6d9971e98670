import { advanceAggregate } from '../aggregate/settle.use-case';
import type { DueHandler } from '../jobs/due';
import { SHOP_KIND } from './shop-kind';

/** Licences that run out, what a shop still hands back, its record once a day. */
export const shopDue: DueHandler = { collection: 'shops', settle: (id, nowMs) => advanceAggregate(SHOP_KIND, id, nowMs) };
