import { tellAggregate } from '../aggregate/tell.use-case';
import { hasOpenContributions } from '../contribution/contribution.repository';
import { targetKeyOf } from '../contribution/gift-target';
import type { EffectOf } from '../effect/effect';
import { groundFor } from '../lane/lane.repository';
import { campaignEscrow } from '../ledger/account';
import { bookStanding } from '../ledger/book-standing.repository';
import { RULES } from '../rules';
import type { Campaign } from './campaign';
import { CAMPAIGN_KIND } from './campaign-kind';
import { campaignRepository, hasOverdueElsewhere } from './campaign.repository';
import { decideLeftoverEnd, decideTakeLeftover } from './close-campaign';
import { campaignOfSubject, decidePublicityEnd } from './decide-campaign';
import type { OpeningFacts } from './open-campaign';
import { decideCounted } from './run-campaign';

/** What opening it asks of other areas. Two requests. */
export const openingFactsOf = async ({ _id, communityId, answerable }: Campaign): Promise<OpeningFacts> => {
  const [ground, isOverdue] = await Promise.all([groundFor(communityId, 'mutual'), hasOverdueElsewhere(answerable.memberId, _id)]);
  return { ground, hasOverdueElsewhere: isOverdue };
};

/** Counts a stage that ended, but only when no call that saw it open is at work any more and nothing of it is on its way; else its clock looks again. */
export const countStage = async ({ campaignId, stage, atMs }: EffectOf<'countStage'>): Promise<void> => {
  const standing = await campaignRepository.find(campaignId);
  const endsAtMs = standing?.stage?.endsAtMs ?? 0;
  if (atMs <= endsAtMs + RULES.mutual.afterCallsMs || (await hasOpenContributions(targetKeyOf({ lane: 'mutual', campaignId, stage })))) return;
  const { settled, isQuiet } = await bookStanding(campaignEscrow(campaignId, stage), atMs);
  if (isQuiet) await tellAggregate(CAMPAIGN_KIND, campaignId, (campaign) => decideCounted(campaign, stage, settled.posted, atMs));
};

export const tellLeftover = ({ campaignId, fromId, fromTitle, amountFen, atMs }: EffectOf<'tellLeftover'>): Promise<void> =>
  tellAggregate(CAMPAIGN_KIND, campaignId, (campaign) => decideTakeLeftover(campaign, { campaignId: fromId, title: fromTitle, amountFen, atMs }));

/** A publicity about a campaign or about what is left of one tells how it ended. */
export const tellCampaignPublicityEnd = async (effect: EffectOf<'publicityEnded'>): Promise<void> => {
  const campaignId = campaignOfSubject(effect.subjectId);
  if (effect.subjectKind === 'leftover') return tellAggregate(CAMPAIGN_KIND, campaignId, (campaign) => decideLeftoverEnd(campaign, effect));
  const standing = await campaignRepository.find(campaignId);
  if (standing === null) return;
  const facts = await openingFactsOf(standing);
  return tellAggregate(CAMPAIGN_KIND, campaignId, (campaign) => decidePublicityEnd(campaign, effect, facts));
};
