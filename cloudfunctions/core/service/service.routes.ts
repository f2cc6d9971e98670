import type { SERVICE_ROUTES } from '@contract';
import type { Handlers } from '../platform/router';
import { answerSecond, askAboutService, backEnter, correctService, decideServiceAsk, revokeService } from './service.use-case';
import { exportService } from './export-service.use-case';
import { serviceOddities } from './oddities.use-case';
import { getService, listService, myService, serviceOfShift, serviceWaiting } from './service-reads.use-case';

export const serviceHandlers: Pick<Handlers, keyof typeof SERVICE_ROUTES> = {
  'service.mine': myService,
  'service.get': getService,
  'service.waiting': serviceWaiting,
  'service.ofShift': serviceOfShift,
  'service.list': listService,
  'service.export': exportService,
  'service.oddities': serviceOddities,
  'service.backEnter': backEnter,
  'service.answerSecond': answerSecond,
  'service.correct': correctService,
  'service.revoke': revokeService,
  'service.ask': askAboutService,
  'service.decideAsk': decideServiceAsk,
};
