import { changedBy, is, REPLAY, type Change, type OutcomeOf } from '../aggregate/change';
import { byClock } from '../aggregate/versioned';
import type { Effect } from '../effect/effect';
import { accept, type Result } from '../kernel/result';
import { moneyOf, type Campaign } from '../mutual/campaign';
import type { CampaignEvent } from '../mutual/campaign-event';
import type { MatchTerms } from './match-budget';

/** A campaign is matched by one budget at a time, while it takes money. */
export const wantsMatch = (campaign: Pick<Campaign, 'state' | 'goal' | 'match'>): boolean => campaign.state === 'open' && moneyOf(campaign) !== null && campaign.match === null;

/** By the budget: its terms begin, or end. REPLAY where the campaign is matched by another one, or takes nothing any more. */
export const decideTerms = (campaign: Campaign, matchBudgetId: string, terms: MatchTerms | null, atMs: number): Result<OutcomeOf<CampaignEvent>> => {
  const stands = campaign.match?.matchBudgetId === matchBudgetId;
  if (terms === null ? !stands : !wantsMatch(campaign)) return accept(REPLAY);
  const when: Change<CampaignEvent>['when'] = terms === null ? { 'match.matchBudgetId': is(matchBudgetId) } : { match: is(null), state: is('open') };
  return accept(changedBy<CampaignEvent>({ when, set: { match: terms }, event: { kind: 'matchChanged', ...byClock(campaign._id, 'matchChanged', `${matchBudgetId}_${terms === null ? 'off' : 'on'}`, atMs) } }));
};

/** Pure: what the end of a stage brings about for the budget that matched it. `isOff`: its gifts all go back. */
export const endMatchOf = ({ match }: Pick<Campaign, 'match'>, isOff: boolean, atMs: number): readonly Effect[] =>
  match === null ? [] : [{ kind: 'endMatch', matchBudgetId: match.matchBudgetId, isOff, note: isOff ? '这件事没有办成，配的和邻居给的一样退回。' : '这一段到头了。', atMs }];
