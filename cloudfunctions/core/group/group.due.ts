import { advanceAggregate } from '../aggregate/settle.use-case';
import type { DueHandler } from '../jobs/due';
import { GROUP_KIND } from './group-kind';

/** What a group still has to tell its owners. */
export const groupDue: DueHandler = { collection: 'groups', settle: (id, nowMs) => advanceAggregate(GROUP_KIND, id, nowMs) };
