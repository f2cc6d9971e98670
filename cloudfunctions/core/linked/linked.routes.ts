import type { LINKED_ROUTES } from '@contract';
import type { Handlers } from '../platform/router';
import { checkLinked, discloseLinked, endLinked, enterLinked, getLinked, listLinked, mirrorLinked, updateLinked, waitingLinked } from './linked.use-case';

export const linkedHandlers: Pick<Handlers, keyof typeof LINKED_ROUTES> = {
  'linked.enter': enterLinked,
  'linked.update': updateLinked,
  'linked.check': checkLinked,
  'linked.mirror': mirrorLinked,
  'linked.disclose': discloseLinked,
  'linked.end': endLinked,
  'linked.list': listLinked,
  'linked.waiting': waitingLinked,
  'linked.get': getLinked,
};
