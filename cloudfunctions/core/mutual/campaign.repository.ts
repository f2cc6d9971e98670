import { aggregateRepository } from '../aggregate/aggregate.repository';
import type { Campaign } from './campaign';
import type { CampaignEvent } from './campaign-event';

export const campaignRepository = aggregateRepository<Campaign, CampaignEvent>('campaigns');

/** Whether another campaign this person answers for is late with its report. One request. */
export const hasOverdueElsewhere = async (memberId: string, campaignId: string): Promise<boolean> =>
  (await campaignRepository.list({ where: { 'answerable.memberId': memberId, isDisclosureOverdue: true }, limit: 2 })).some(({ _id }) => _id !== campaignId);
