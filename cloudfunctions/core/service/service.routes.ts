import type { SERVICE_ROUTES } from '@contract';
import type { Handlers } from '../platform/router';
import { getService, listService, myService, serviceOfShift, serviceWaiting } from './service-reads.use-case';

export const serviceHandlers: Pick<Handlers, keyof typeof SERVICE_ROUTES> = {
  'service.mine': myService,
  'service.get': getService,
  'service.waiting': serviceWaiting,
  'service.ofShift': serviceOfShift,
  'service.list': listService,
};
