import type { WishCategory } from '@contract';
import { aggregateRepository } from '../aggregate/aggregate.repository';
import { command, oneOf } from '../platform/store';
import { RULES } from '../rules';
import type { Supply, SupplyEvent } from './supply';
import { supplyAsStored } from './supply-as-stored';

export const supplyRepository = aggregateRepository<Supply, SupplyEvent>('supplies', supplyAsStored);

/** These, in no order. One request where there are any. */
export const suppliesByIds = (supplyIds: readonly string[]): Promise<readonly Supply[]> =>
  supplyIds.length === 0 ? Promise.resolve([]) : supplyRepository.list({ where: { _id: oneOf(supplyIds) }, limit: supplyIds.length });

/** More than anybody keeps: their own, those of their units, those of a community's organisations. */
const KEPT_READ = 100;

/** What these keep, the last changed first; also what ended where somebody leaves. One request. */
export const suppliesKeptBy = (keeperIds: readonly string[], isAlsoEnded = false): Promise<readonly Supply[]> =>
  supplyRepository.list({ where: { keeperId: oneOf(keeperIds), isLive: isAlsoEnded ? command.in([true, false]) : true }, order: [['updatedAtMs', 'desc'], ['_id', 'desc']], limit: KEPT_READ });

/** Open offers of a community, of some kinds or all. One request. */
export const openSupplies = (communityId: string, categories: readonly WishCategory[] | null = null): Promise<readonly Supply[]> =>
  supplyRepository.list({ where: { communityId, state: 'open', ...(categories !== null && { category: oneOf(categories) }) }, order: [['category', 'asc'], ['_id', 'asc']], limit: RULES.supply.suppliesRead });
