import { advanceAggregate } from '../aggregate/settle.use-case';
import type { DueHandler } from '../jobs/due';
import { CERTIFICATE_KIND } from './certificate-kind';

/** What was not told at once. */
export const certificateDue: DueHandler = { collection: 'certificates', settle: (certificateId, nowMs) => advanceAggregate(CERTIFICATE_KIND, certificateId, nowMs) };
