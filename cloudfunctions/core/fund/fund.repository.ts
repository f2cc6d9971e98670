import { aggregateRepository } from '../aggregate/aggregate.repository';
import { RULES } from '../rules';
import type { Fund } from './fund';
import type { FundEvent } from './fund-event';
import type { Grant } from './grant';
import type { GrantEvent } from './grant-event';

export const fundRepository = aggregateRepository<Fund, FundEvent>('funds');
export const grantRepository = aggregateRepository<Grant, GrantEvent>('grants');

/** Of a community, the newest year first. One request. */
export const fundsOfCommunity = (communityId: string): Promise<readonly Fund[]> => fundRepository.list({ where: { communityId }, order: [['year', 'desc']], limit: RULES.fund.yearsShown });

/** Of a fund, the newest first. One request. */
export const grantsOfFund = (fundId: string): Promise<readonly Grant[]> => grantRepository.list({ where: { fundId }, order: [['appliedAtMs', 'desc'], ['_id', 'desc']], limit: RULES.fund.grantsMax });

/** What somebody applied for, the newest first. One request. */
export const grantsOfContact = (contactId: string): Promise<readonly Grant[]> => grantRepository.list({ where: { contactId }, order: [['appliedAtMs', 'desc'], ['_id', 'desc']], limit: RULES.fund.grantsMax });
