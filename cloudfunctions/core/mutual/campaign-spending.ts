import type { Refusal } from '../kernel/result';
import { campaignFunds } from '../ledger/account';
import type { Member } from '../member/member';
import type { HostFacts } from '../spending/spending-row';
import type { Campaign } from './campaign';
import { mayTell } from './campaign-access';
import { finalReportOf } from './report-campaign';

/** What spendings must know of the campaign whose money they are. */
export const campaignFacts = (campaign: Campaign): HostFacts => ({
  hostKind: 'mutual', hostId: campaign._id, title: campaign.title, communityId: campaign.communityId, communityName: campaign.communityName, areaIds: campaign.areaIds,
  fundsAccount: campaignFunds(campaign._id), accountingAgentId: campaign.accountingAgentId,
});

/** Why somebody may not ask for its money; null when they may: whoever answers for it, and staff who record it for them. */
export const campaignAskRefusal = (campaign: Campaign, member: Member): Refusal | null => {
  if (!mayTell(campaign, member)) return { code: 'NOT_ALLOWED' };
  // A later stage may still be open while the money of the first is being spent.
  return ['open', 'counting', 'succeeded'].includes(campaign.state) && finalReportOf(campaign) === null ? null : { code: 'CAMPAIGN_STATE_CHANGED' };
};
