import type { PUBLICITY_ROUTES } from '@contract';
import type { Handlers } from '../platform/router';
import { answerObjection, getPublicity, listPublicities, objectToPublicity, recordPosting } from './publicity.use-case';

export const publicityHandlers: Pick<Handlers, keyof typeof PUBLICITY_ROUTES> = {
  'publicity.list': listPublicities,
  'publicity.get': getPublicity,
  'publicity.object': objectToPublicity,
  'publicity.answer': answerObjection,
  'publicity.recordPosting': recordPosting,
};
