import type { PERSON_ROUTES } from '@contract';
import type { Handlers } from '../platform/router';
import { findPeople, getPerson, listPeople, savePerson, waitingOfPerson } from './person.use-case';
import { recordClaim } from './record-claim.use-case';
import { recordWish } from './record-wish.use-case';
import { issueTakeover, takeOver, undoTakeover } from './takeover.use-case';

export const personHandlers: Pick<Handlers, keyof typeof PERSON_ROUTES> = {
  'person.find': findPeople,
  'person.list': listPeople,
  'person.get': getPerson,
  'person.save': savePerson,
  'person.issueTakeover': issueTakeover,
  'person.takeOver': takeOver,
  'person.undoTakeover': undoTakeover,
  'phone.recordWish': recordWish,
  'phone.recordClaim': recordClaim,
  'phone.waiting': waitingOfPerson,
};
