import type { Contribution } from '../../../cloudfunctions/core/contribution/contribution';
import type { ContributionEvent } from '../../../cloudfunctions/core/contribution/contribution-event';
import { CONTRIBUTION_KIND } from '../../../cloudfunctions/core/contribution/contribution-kind';
import type { Effect, EffectOf } from '../../../cloudfunctions/core/effect/effect';
import type { MatchBudget, MatchEvent } from '../../../cloudfunctions/core/match-budget/match-budget';
import { MATCH_BUDGET_KIND } from '../../../cloudfunctions/core/match-budget/match-budget-kind';
import type { Campaign } from '../../../cloudfunctions/core/mutual/campaign';
import type { CampaignEvent } from '../../../cloudfunctions/core/mutual/campaign-event';
import { CAMPAIGN_KIND } from '../../../cloudfunctions/core/mutual/campaign-kind';
import { AggregateShelf } from './aggregate-shelf';

/** Who gave first to what, as the program notes it. */
export interface DemoGiver {
  readonly _id: string;
  readonly targetKey: string;
  readonly firstContributionId: string;
  readonly communityId: string;
  readonly firstAtMs: number;
}

/** Campaigns of the demo with what neighbours gave to them. */
export class CampaignShelves {
  readonly campaigns: AggregateShelf<Campaign, CampaignEvent>;
  readonly contributions: AggregateShelf<Contribution, ContributionEvent>;
  readonly matchBudgets: AggregateShelf<MatchBudget, MatchEvent>;
  readonly givers = new Map<string, DemoGiver>();

  constructor(carryOutElsewhere: (effect: Effect) => void) {
    this.campaigns = new AggregateShelf(CAMPAIGN_KIND, carryOutElsewhere);
    this.contributions = new AggregateShelf(CONTRIBUTION_KIND, carryOutElsewhere);
    this.matchBudgets = new AggregateShelf(MATCH_BUDGET_KIND, carryOutElsewhere);
  }

  noteGiver({ giverKey, targetKey, contributionId, communityId, atMs }: EffectOf<'noteGiver'>): void {
    if (!this.givers.has(giverKey)) this.givers.set(giverKey, { _id: giverKey, targetKey, firstContributionId: contributionId, communityId, firstAtMs: atMs });
  }
}
