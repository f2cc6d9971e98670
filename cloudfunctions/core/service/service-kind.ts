import type { AggregateKind } from '../aggregate/aggregate-kind';
import { lapsedByClock } from './change-service';
import { serviceEffectsOf } from './service-effects';
import type { ServiceEvent } from './service-event';
import type { ServiceRecord } from './service-record';

/** One clock: how long a second person is waited for. */
export const SERVICE_KIND: AggregateKind<ServiceRecord, ServiceEvent> = {
  collection: 'serviceRecords',
  effectsOf: serviceEffectsOf,
  clocksOf: (record, nowMs) => (record.untilMs === null ? [] : [{ atMs: record.untilMs, change: lapsedByClock(record, nowMs) }]),
};
