import type { AggregateKind } from '../aggregate/aggregate-kind';
import { isLiveState, SHOWN_BY_STATE, type Campaign } from './campaign';
import { campaignClocksOf } from './campaign-clocks';
import { campaignEffectsOf } from './campaign-effects';
import type { CampaignEvent } from './campaign-event';

export const CAMPAIGN_KIND: AggregateKind<Campaign, CampaignEvent> = {
  collection: 'campaigns',
  effectsOf: campaignEffectsOf,
  clocksOf: campaignClocksOf,
  derivedOf: ({ state }) => ({ shown: SHOWN_BY_STATE[state], isLive: isLiveState(state) }),
};
