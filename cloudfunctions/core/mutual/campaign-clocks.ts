import type { Due } from '../aggregate/aggregate-kind';
import { byClock, versionMoved } from '../aggregate/versioned';
import { RULES } from '../rules';
import { isLiveState, type Campaign } from './campaign';
import type { CampaignEvent } from './campaign-event';
import { openDues } from '../disclosure/disclosure';
import { lookedAgainByClock, stageEndedByClock, sweptByClock } from './run-campaign';
import { overdueByClock, warnedByClock } from './report-campaign';

/** Reports that are near, and those that are late. */
const disclosureClocks = (campaign: Campaign, nowMs: number): readonly Due<CampaignEvent>[] =>
  openDues(campaign).flatMap((due) => [
    ...(due.warnedAtMs === null ? [{ atMs: due.dueAtMs - RULES.disclosure.warnAheadMs, change: warnedByClock(campaign, due, nowMs) }] : []),
    ...(campaign.isDisclosureOverdue ? [] : [{ atMs: due.dueAtMs + 1, change: overdueByClock(campaign, due, nowMs) }]),
  ]);

const stateClocks = (campaign: Campaign, nowMs: number): readonly Due<CampaignEvent>[] => {
  switch (campaign.state) {
    case 'draft':
      return [{ atMs: campaign.updatedAtMs + RULES.mutual.draftKeptMs, change: versionMoved<CampaignEvent>(campaign, { state: 'withdrawn', note: '起草以后一直没交，放起来了。', endedAtMs: nowMs, updatedAtMs: nowMs }, { kind: 'withdrawn', was: 'draft', publicityId: null, ...byClock(campaign._id, 'withdrawn', '', nowMs) }) }];
    case 'open':
      return campaign.stage === null ? [] : [{ atMs: campaign.stage.endsAtMs + 1, change: stageEndedByClock(campaign, nowMs) }];
    case 'counting':
      return campaign.lookAgainAtMs === null ? [] : [{ atMs: campaign.lookAgainAtMs, change: lookedAgainByClock(campaign, nowMs) }];
    default:
      return [];
  }
};

export const campaignClocksOf = (campaign: Campaign, nowMs: number): readonly Due<CampaignEvent>[] => [...stateClocks(campaign, nowMs), ...(campaign.sweep === null ? [] : [{ atMs: campaign.sweep.atMs, change: sweptByClock(campaign, campaign.sweep.stage, nowMs) }]), ...(isLiveState(campaign.state) ? disclosureClocks(campaign, nowMs) : [])];
