import { advanceAggregate } from '../aggregate/settle.use-case';
import type { DueHandler } from '../jobs/due';
import { SHIFT_KIND } from './shift-kind';

export const shiftDue: DueHandler = { collection: 'shifts', settle: (id, nowMs) => advanceAggregate(SHIFT_KIND, id, nowMs) };
