import { advanceAggregate } from '../aggregate/settle.use-case';
import type { DueHandler } from '../jobs/due';
import { NEED_PROJECT_KIND } from './need-project-kind';

/** What became of a project's needs is counted; its owner is asked to go on, then everybody who works there is. */
export const needProjectDue: DueHandler = { collection: 'needProjects', settle: (id, nowMs) => advanceAggregate(NEED_PROJECT_KIND, id, nowMs) };
