import { REPLAY } from '../aggregate/change';
import type { Step } from '../aggregate/step';
import { bySomebody, byClock, versionChanged, versionMoved } from '../aggregate/versioned';
import { accept, refuse, type Result } from '../kernel/result';
import type { Member } from '../member/member';
import { publicityIdOf } from '../publicity/publicity';
import { hasOpenSpendings } from '../spending/spending';
import type { Campaign, LeftoverTarget } from './campaign';
import type { CampaignEvent } from './campaign-event';
import { beginJudging } from './decide-campaign';
import type { CampaignOutcome } from './propose-campaign';
import { finalReportOf } from './report-campaign';

/** Told of by a publicity of its own; said again after it was overturned, it is another one. */
export const leftoverSubjectOf = (campaign: Pick<Campaign, '_id'>, saidAtMs: number): string => `${campaign._id}_leftover${saidAtMs}`;
const leftoverPublicityOf = (campaign: Campaign): string | null => (campaign.leftover === null ? null : publicityIdOf('leftover', leftoverSubjectOf(campaign, campaign.leftover.saidAtMs)));

/**
 * Staff close it once the whole was told. What is left is shown to the neighbourhood with where it goes before it goes
 * (Charity Law Art. 57: for like purposes). Refusals: OUT_OF_AREA, CAMPAIGN_OWN, CAMPAIGN_STATE_CHANGED,
 * CAMPAIGN_REPORT_FIRST, CAMPAIGN_SPENDING_OPEN, CAMPAIGN_LEFTOVER, OPERATION_REUSED.
 */
export const decideClose = (campaign: Campaign, to: LeftoverTarget | null, reason: string, actor: Member, step: Step): Result<CampaignOutcome> => {
  const begun = beginJudging(campaign, actor, step);
  if (begun !== null) return begun;
  if (campaign.state !== 'succeeded' || campaign.leftover !== null) return refuse('CAMPAIGN_STATE_CHANGED');
  if (finalReportOf(campaign) === null) return refuse('CAMPAIGN_REPORT_FIRST');
  if (hasOpenSpendings(campaign)) return refuse('CAMPAIGN_SPENDING_OPEN');
  if ((campaign.fundsLeftFen > 0) !== (to !== null)) return refuse('CAMPAIGN_LEFTOVER');
  if (to === null) return accept(versionChanged<CampaignEvent>(campaign, step, { state: 'ended', note: reason, endedAtMs: step.nowMs, updatedAtMs: step.nowMs }, { kind: 'closed', ...bySomebody(step) }));
  const leftover = { amountFen: campaign.fundsLeftFen, to, reason, saidById: actor._id, saidAtMs: step.nowMs, movedAtMs: null };
  // Set aside at once, so that nobody spends it meanwhile.
  return accept(versionChanged<CampaignEvent>(campaign, step, { leftover, fundsLeftFen: 0, updatedAtMs: step.nowMs }, { kind: 'leftoverSaid', ...bySomebody(step) }));
};

/** Passed, it goes and the campaign ends; overturned, it is still here and staff say anew. */
export const decideLeftoverEnd = (campaign: Campaign, end: { readonly outcome: 'passed' | 'overturned'; readonly note: string; readonly publicityId: string; readonly atMs: number }): Result<CampaignOutcome> => {
  const { leftover } = campaign;
  if (campaign.state !== 'succeeded' || leftover === null || leftoverPublicityOf(campaign) !== end.publicityId) return accept(REPLAY);
  const about = byClock(campaign._id, 'leftoverEnded', end.publicityId, end.atMs);
  const change = end.outcome === 'overturned'
    ? versionMoved<CampaignEvent>(campaign, { leftover: null, note: end.note, updatedAtMs: end.atMs }, { kind: 'leftoverOverturned', ...about }, { add: { fundsLeftFen: leftover.amountFen } })
    : versionMoved<CampaignEvent>(campaign, { state: 'ended', 'leftover.movedAtMs': end.atMs, note: leftover.reason, endedAtMs: end.atMs, updatedAtMs: end.atMs }, { kind: 'closed', ...about });
  return accept({ kind: 'change', change });
};

/** What was left of another one comes here, whatever state it is in by now: the money is there already. */
export const decideTakeLeftover = (campaign: Campaign, from: { readonly campaignId: string; readonly title: string; readonly amountFen: number; readonly atMs: number }): Result<CampaignOutcome> => {
  const about = byClock(campaign._id, 'leftoverTaken', from.campaignId, from.atMs);
  if (campaign.takenFrom.includes(from.campaignId)) return accept(REPLAY);
  return accept({ kind: 'change', change: versionMoved<CampaignEvent>(campaign, {}, { kind: 'leftoverTaken', amountFen: from.amountFen, fromTitle: from.title, ...about }, { when: { takenFrom: { excludes: from.campaignId } }, add: { fundsLeftFen: from.amountFen }, joins: { takenFrom: from.campaignId } }) });
};
