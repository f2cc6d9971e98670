import { advanceAggregate } from '../aggregate/settle.use-case';
import { RECTIFICATION_KIND } from './rectification-kind';

/** Deadlines of an order, and the week in which those who rated are asked. */
export const rectificationDue = { collection: 'rectifications', settle: (rectificationId: string, nowMs: number) => advanceAggregate(RECTIFICATION_KIND, rectificationId, nowMs) } as const;
