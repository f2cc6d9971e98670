import { advanceAggregate } from '../aggregate/settle.use-case';
import { SERVICE_KIND } from './service-kind';

/** Counts what a roster opened; lets a back entry lapse that nobody confirmed. */
export const serviceDue = { collection: 'serviceRecords', settle: (recordId: string, nowMs: number) => advanceAggregate(SERVICE_KIND, recordId, nowMs) } as const;
