import type { MUTUAL_ROUTES } from '@contract';
import type { Handlers } from '../platform/router';
import { enterCashForCampaign, giveToCampaign, listGivers } from './campaign-gifts.use-case';
import { cancelCampaign, closeCampaign, decideCampaign, getCampaign, judgeCampaignPhoto, listCampaigns, markMilestone, myCampaigns, openNextStage, proposeCampaign, reportCampaign, submitCampaign, updateCampaign, withdrawCampaign } from './campaign.use-case';

export const mutualHandlers: Pick<Handlers, keyof typeof MUTUAL_ROUTES> = {
  'mutual.list': listCampaigns,
  'mutual.mine': myCampaigns,
  'mutual.get': getCampaign,
  'mutual.propose': proposeCampaign,
  'mutual.update': updateCampaign,
  'mutual.submit': submitCampaign,
  'mutual.withdraw': withdrawCampaign,
  'mutual.decide': decideCampaign,
  'mutual.give': giveToCampaign,
  'mutual.enterCash': enterCashForCampaign,
  'mutual.givers': listGivers,
  'mutual.cancel': cancelCampaign,
  'mutual.nextStage': openNextStage,
  'mutual.markMilestone': markMilestone,
  'mutual.judgePhoto': judgeCampaignPhoto,
  'mutual.report': reportCampaign,
  'mutual.close': closeCampaign,
};
