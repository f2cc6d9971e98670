import { aggregateRepository } from '../aggregate/aggregate.repository';
import type { ServiceEvent } from './service-event';
import type { ServiceRecord } from './service-record';

export const serviceRepository = aggregateRepository<ServiceRecord, ServiceEvent>('serviceRecords');
