import type { DisclosureKind } from '@contract';
import type { Change } from '../aggregate/change';
import { knownStep, type Step } from '../aggregate/step';
import { bySomebody, byClock, versionChanged, versionMoved } from '../aggregate/versioned';
import { reportedOf, warnedOf, type Disclosure } from '../disclosure/disclosure';
import { accept, refuse, type Result } from '../kernel/result';
import type { Member } from '../member/member';
import type { Campaign } from './campaign';
import { mayTell } from './campaign-access';
import type { CampaignEvent } from './campaign-event';
import type { CampaignOutcome } from './propose-campaign';

const begin = (campaign: Campaign, actor: Member, step: Step): Result<CampaignOutcome> | null => (mayTell(campaign, actor) ? knownStep(campaign.steps, step) : refuse('NOT_ALLOWED'));

const isAtWork = ({ state }: Pick<Campaign, 'state'>): boolean => state === 'open' || state === 'counting' || state === 'succeeded';

/** Refusals: NOT_ALLOWED, CAMPAIGN_STATE_CHANGED, NOT_FOUND, OPERATION_REUSED. */
export const decideMilestone = (campaign: Campaign, milestoneId: string, told: { readonly note: string; readonly photos: readonly string[] }, actor: Member, step: Step): Result<CampaignOutcome> => {
  const begun = begin(campaign, actor, step);
  if (begun !== null) return begun;
  if (!isAtWork(campaign)) return refuse('CAMPAIGN_STATE_CHANGED');
  const found = campaign.milestones.find((milestone) => milestone.milestoneId === milestoneId);
  if (found === undefined) return refuse('NOT_FOUND');
  if (found.doneAtMs !== null) return refuse('CAMPAIGN_STATE_CHANGED', { message: '这一步已经记过了。' });
  const milestones = campaign.milestones.map((milestone) => (milestone.milestoneId === milestoneId ? { ...milestone, ...told, doneAtMs: step.nowMs } : milestone));
  return accept(versionChanged<CampaignEvent>(campaign, step, { milestones, updatedAtMs: step.nowMs }, { kind: 'milestoneMarked', milestoneId, photos: told.photos, ...bySomebody(step) }));
};

const canBeFinal = ({ state, milestones }: Pick<Campaign, 'state' | 'milestones'>): boolean => state === 'succeeded' && milestones.every(({ doneAtMs }) => doneAtMs !== null);

/** Refusals: NOT_ALLOWED, CAMPAIGN_STATE_CHANGED, CAMPAIGN_STEPS_OPEN (the whole is told when every step is done), OPERATION_REUSED. */
export const decideReport = (campaign: Campaign, report: { readonly kind: DisclosureKind; readonly text: string; readonly photos: readonly string[] }, actor: Member, step: Step): Result<CampaignOutcome> => {
  const begun = begin(campaign, actor, step);
  if (begun !== null) return begun;
  if (!isAtWork(campaign) || finalReportOf(campaign) !== null) return refuse('CAMPAIGN_STATE_CHANGED');
  if (report.kind === 'final' && !canBeFinal(campaign)) return refuse('CAMPAIGN_STEPS_OPEN');
  const { disclosures, answeredIds, isOverdue } = reportedOf(campaign, report, step.nowMs);
  const isOfStage = campaign.state === 'succeeded' && campaign.stage !== null && campaign.stage.reportedAtMs === null;
  return accept(
    versionChanged<CampaignEvent>(
      campaign, step,
      { disclosures, isDisclosureOverdue: isOverdue, updatedAtMs: step.nowMs, ...(isOfStage ? { 'stage.reportedAtMs': step.nowMs } : {}) },
      { kind: 'reported', disclosureIds: answeredIds, photos: report.photos, ...bySomebody(step) },
    ),
  );
};

/** The last one that told the whole; null before. */
export const finalReportOf = ({ disclosures }: Pick<Campaign, 'disclosures'>): Disclosure | null => disclosures.find(({ kind, doneAtMs }) => kind === 'final' && doneAtMs !== null) ?? null;

export const warnedByClock = (campaign: Campaign, due: Disclosure, nowMs: number): Change<CampaignEvent> =>
  versionMoved<CampaignEvent>(campaign, { disclosures: warnedOf(campaign, due, nowMs) }, { kind: 'disclosureWarned', disclosureId: due.disclosureId, ...byClock(campaign._id, 'disclosureWarned', due.disclosureId, nowMs) });

/** From now on nothing more is taken, and nothing new of the same person opens. */
export const overdueByClock = (campaign: Campaign, due: Disclosure, nowMs: number): Change<CampaignEvent> =>
  versionMoved<CampaignEvent>(campaign, { isDisclosureOverdue: true }, { kind: 'disclosureOverdue', disclosureId: due.disclosureId, ...byClock(campaign._id, 'disclosureOverdue', due.disclosureId, nowMs) });
