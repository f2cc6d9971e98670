import { advanceAggregate } from '../aggregate/settle.use-case';
import { PERSON_KIND } from './person';

export const personDue = { collection: 'persons', settle: (personId: string, nowMs: number) => advanceAggregate(PERSON_KIND, personId, nowMs) } as const;
