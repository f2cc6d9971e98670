import type { DueHandler } from '../jobs/due';
import { settleKept } from './gift.repository';

/** What was kept for somebody whose call was killed is free again. */
export const giftDue: DueHandler = { collection: 'gifts', settle: settleKept };
