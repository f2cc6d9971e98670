import type { Campaign } from '../../cloudfunctions/core/mutual/campaign';
import { photoKeyOf } from '../../cloudfunctions/core/media/photo-checks';
import { STAFF, until, type Community } from '../flows/support/community';
import { campaignOf, campaignWords, COLLEAGUE, openCampaign, openMutual, submittedCampaign } from '../flows/support/mutual-steps';
import { describeKilled, type KilledCase } from './support/killed-command';

/** Campaigns, killed at any database call: handed in, passed, called off with a gift on its way, a step told, a photo refused. */
const stateOf = (community: Community, campaignId: string): Campaign['state'] => campaignOf(community, campaignId).state;

const cases: readonly KilledCase[] = [
  {
    route: 'mutual.submit',
    prepare: async (community, _poster, giver) => {
      const { campaignId } = await community.must(giver, 'mutual.propose', campaignWords(community));
      return { caller: giver, input: { campaignId }, subjectIds: () => [campaignId], happened: () => stateOf(community, campaignId) === 'submitted' };
    },
  },
  {
    route: 'mutual.decide',
    prepare: async (community, _poster, giver) => {
      const campaignId = await submittedCampaign(community, campaignWords(community), giver);
      return { caller: STAFF, input: { campaignId, decision: { kind: 'approve' } }, subjectIds: () => [campaignId], happened: () => stateOf(community, campaignId) === 'open' };
    },
  },
  {
    name: 'mutual.cancel, and what was given goes back',
    route: 'mutual.cancel',
    prepare: async (community, poster, giver) => {
      const campaignId = await openCampaign(community, campaignWords(community), giver);
      const { contributionId } = await community.must(poster, 'mutual.give', { campaignId, amountFen: 2_000, isAnonymous: false });
      await community.cloud.control('pay', { outTradeNo: contributionId, openid: poster, outcome: 'paid' });
      await community.must(poster, 'contribution.confirm', { contributionId });
      return { caller: COLLEAGUE, input: { campaignId, reason: '图纸没过' }, subjectIds: () => [campaignId, contributionId], happened: () => stateOf(community, campaignId) === 'cancelled' };
    },
  },
  {
    route: 'mutual.markMilestone',
    prepare: async (community, _poster, giver) => {
      const campaignId = await openCampaign(community, campaignWords(community), giver);
      return { caller: giver, input: { campaignId, milestoneId: 's1', note: '装好了' }, subjectIds: () => [campaignId], happened: () => campaignOf(community, campaignId).milestones[0]?.doneAtMs !== null };
    },
  },
  {
    name: 'mutual.judgePhoto, and the file goes',
    route: 'mutual.judgePhoto',
    prepare: async (community, _poster, giver) => {
      const campaignId = await openCampaign(community, campaignWords(community), giver);
      const photo = await community.upload(giver, 'campaignPhoto', 'review');
      await community.must(giver, 'mutual.markMilestone', { campaignId, milestoneId: 's1', note: '装好了', photos: [photo] });
      const checkOf = () => campaignOf(community, campaignId).photoChecks[photoKeyOf(photo)];
      await until(() => checkOf() === 'human');
      return { caller: STAFF, input: { campaignId, photoKey: photoKeyOf(photo), decision: { kind: 'refuse', reason: '拍到了门牌' } }, subjectIds: () => [campaignId], happened: () => checkOf() === 'refused' && !community.hasFile(photo) };
    },
  },
];

describeKilled(cases, { perHour: 6, setUp: openMutual });
