import { aggregateRepository } from '../aggregate/aggregate.repository';
import type { Wish } from './wish';
import type { WishEvent } from './wish-event';

export const wishRepository = aggregateRepository<Wish, WishEvent>('wishes');
