import type { PLEDGE_ROUTES } from '@contract';
import type { Handlers } from '../platform/router';
import { answerPledge, campaignPledges, linkHours, markPledgeUsed, myPledges, promisePledge, receivePledge, waitingPledges, withdrawPledge } from './pledge.use-case';

export const pledgeHandlers: Pick<Handlers, keyof typeof PLEDGE_ROUTES> = {
  'pledge.promise': promisePledge,
  'pledge.mine': myPledges,
  'pledge.ofCampaign': campaignPledges,
  'pledge.waiting': waitingPledges,
  'pledge.withdraw': withdrawPledge,
  'pledge.answer': answerPledge,
  'pledge.markUsed': markPledgeUsed,
  'pledge.receive': receivePledge,
  'pledge.linkHours': linkHours,
};
