import { tellAggregate } from '../aggregate/tell.use-case';
import type { EffectOf } from '../effect/effect';
import { CAMPAIGN_KIND } from '../mutual/campaign-kind';
import { campaignRepository } from '../mutual/campaign.repository';
import { RULES } from '../rules';
import { decideCampaignOver } from './change-match';
import { giveBackMove, releaseMove, spendMove } from './hold-match';
import { decideTerms } from './match-terms';
import { MATCH_BUDGET_KIND } from './match-budget-kind';
import { findMatchedGift, matchBudgetRepository, noteMatchBack } from './match-budget.repository';

type Told = Pick<EffectOf<'tellMatch'>, 'matchBudgetId' | 'contributionId' | 'heldAtMs' | 'atMs'>;

/** Gives way to others and looks again; a hold that is not this one any more is nobody's to let go. */
const letGo = async ({ matchBudgetId, contributionId, heldAtMs, atMs }: Told): Promise<void> => {
  for (let tries = 0; tries < RULES.match.tries; tries += 1) {
    const budget = await matchBudgetRepository.find(matchBudgetId);
    const hold = budget?.holds[contributionId];
    if (budget === null || hold?.atMs !== heldAtMs) return;
    if (await matchBudgetRepository.adjust(matchBudgetId, releaseMove(contributionId, hold, budget), atMs)) return;
  }
  throw new Error(`matchBudgets ${matchBudgetId} changes too often for now`);
};

/** The gift knows when its match is back, so a telling that comes twice, however late, gives back once. */
const giveBack = async ({ matchBudgetId, contributionId, fen, atMs }: EffectOf<'tellMatch'>): Promise<void> => {
  const gift = await findMatchedGift(contributionId);
  if (gift === null || gift.matchBackAtMs !== null) return;
  if (!(await matchBudgetRepository.adjust(matchBudgetId, giveBackMove(contributionId, fen, atMs), atMs))) {
    const budget = await matchBudgetRepository.find(matchBudgetId);
    if (budget !== null && !Object.hasOwn(budget.givenBack, contributionId)) throw new Error(`matchBudgets ${matchBudgetId} takes no more back for now`);
  }
  await noteMatchBack(contributionId, atMs);
};

/** A gift tells what became of it. */
export const tellMatch = async (effect: EffectOf<'tellMatch'>): Promise<void> => {
  if (effect.news === 'closed') return letGo(effect);
  if (effect.news === 'refunded') return giveBack(effect);
  await matchBudgetRepository.adjust(effect.matchBudgetId, spendMove(effect.contributionId, effect.fen, effect.heldAtMs), effect.atMs);
};

/** The campaign's stage is over. */
export const endMatch = ({ matchBudgetId, isOff, note, atMs }: EffectOf<'endMatch'>): Promise<void> => tellAggregate(MATCH_BUDGET_KIND, matchBudgetId, (budget) => decideCampaignOver(budget, isOff, note, atMs));

/**
 * What is kept for long: let go where no gift will tell of exactly this, because the call was killed before it wrote one, or
 * was a repeat of one that had ended.
 */
export const askMatch = async (effect: EffectOf<'askMatch'>): Promise<void> => {
  const gift = await findMatchedGift(effect.contributionId);
  if (gift === null || gift.matchBudgetId !== effect.matchBudgetId || gift.matchHeldAtMs !== effect.heldAtMs) await letGo(effect);
};

/** The campaign matches by these terms from now on, or no longer. One that takes no money any more ends the budget. */
export const tellMatchTerms = async ({ campaignId, matchBudgetId, terms, atMs }: EffectOf<'tellMatchTerms'>): Promise<void> => {
  await tellAggregate(CAMPAIGN_KIND, campaignId, (campaign) => decideTerms(campaign, matchBudgetId, terms, atMs));
  if (terms === null) return;
  const campaign = await campaignRepository.find(campaignId);
  if (campaign?.match?.matchBudgetId !== matchBudgetId) await endMatch({ kind: 'endMatch', matchBudgetId, isOff: false, note: '这件事已经不收钱了，或者有别家先在配。', atMs });
};
