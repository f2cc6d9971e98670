import type { CALL_LIST_ROUTES } from '@contract';
import type { Handlers } from '../platform/router';
import { calleesPage, recordCall } from './call-list.use-case';
import { reachCallee } from './reach-callee.use-case';

export const callListHandlers: Pick<Handlers, keyof typeof CALL_LIST_ROUTES> = {
  'callList.page': calleesPage,
  'callList.reach': reachCallee,
  'callList.record': recordCall,
};
