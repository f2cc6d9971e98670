import { aggregateRepository } from '../aggregate/aggregate.repository';
import type { Pledge, PledgeEvent } from './pledge';

export const pledgeRepository = aggregateRepository<Pledge, PledgeEvent>('pledges');
