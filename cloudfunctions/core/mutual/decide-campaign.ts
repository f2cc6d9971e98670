import { is } from '../aggregate/change';
import { REPLAY } from '../aggregate/change';
import { knownStep, type Step } from '../aggregate/step';
import { bySomebody, byClock, versionChanged, versionMoved } from '../aggregate/versioned';
import { worksAt } from '../member/member';
import type { Member } from '../member/member';
import { accept, refuse, type Result } from '../kernel/result';
import { publicityIdOf } from '../publicity/publicity';
import type { Campaign } from './campaign';
import { answersForIt } from './campaign-access';
import type { CampaignEvent } from './campaign-event';
import { missingOf, missingText, needsPublicity, openingOf, type OpeningFacts } from './open-campaign';
import type { CampaignOutcome } from './propose-campaign';

export type CampaignDecision = { readonly kind: 'approve' } | { readonly kind: 'ask' | 'refuse'; readonly note: string };

/** Another than whoever answers for it, of the staff of its community. */
export const beginJudging = (campaign: Campaign, actor: Member, step: Step): Result<CampaignOutcome> | null => {
  if (!worksAt(actor, campaign.communityId)) return refuse('OUT_OF_AREA');
  return answersForIt(campaign, actor) ? refuse('CAMPAIGN_OWN') : knownStep(campaign.steps, step);
};

const approved = (campaign: Campaign, facts: OpeningFacts, actor: Member, step: Step): Result<CampaignOutcome> => {
  const missing = missingOf(campaign, facts);
  if (missing !== null || facts.ground === null) return refuse(missing === 'lane' ? 'LANE_CLOSED' : 'CAMPAIGN_CHECKS_MISSING', { message: missingText(missing ?? 'lane') });
  const passed = { approvedById: actor._id, updatedAtMs: step.nowMs };
  if (!needsPublicity(campaign)) return accept(versionChanged<CampaignEvent>(campaign, step, { ...openingOf(campaign, facts.ground, step.nowMs), ...passed }, { kind: 'opened', wasSubmitted: true, stage: 1, ...bySomebody(step) }));
  // Shown before: what was announced once is not announced again, so this one waits for what became of it.
  return accept(versionChanged<CampaignEvent>(campaign, step, { state: 'publicity', publicityId: publicityIdOf('campaign', publicitySubjectOf(campaign)), note: '', ...passed }, { kind: 'announced', ...bySomebody(step) }));
};

/** A publicity is of one handing-in: changed words are shown anew. */
export const publicitySubjectOf = ({ _id, submissions }: Pick<Campaign, '_id' | 'submissions'>): string => `${_id}_${submissions}`;
export const campaignOfSubject = (subjectId: string): string => subjectId.replace(/_(\d+|leftover\d*)$/, '');

/** Refusals: OUT_OF_AREA, CAMPAIGN_OWN, CAMPAIGN_STATE_CHANGED, LANE_CLOSED, CAMPAIGN_CHECKS_MISSING, OPERATION_REUSED. */
export const decideDecision = (campaign: Campaign, decision: CampaignDecision, facts: OpeningFacts, actor: Member, step: Step): Result<CampaignOutcome> => {
  const begun = beginJudging(campaign, actor, step);
  if (begun !== null) return begun;
  if (campaign.state !== 'submitted') return refuse('CAMPAIGN_STATE_CHANGED');
  if (decision.kind === 'approve') return approved(campaign, facts, actor, step);
  const said = { note: decision.note, updatedAtMs: step.nowMs };
  return decision.kind === 'ask'
    ? accept(versionChanged<CampaignEvent>(campaign, step, { state: 'draft', ...said }, { kind: 'askedBack', ...bySomebody(step) }))
    : accept(versionChanged<CampaignEvent>(campaign, step, { state: 'refused', endedAtMs: step.nowMs, ...said }, { kind: 'refused', ...bySomebody(step) }));
};

/**
 * The neighbourhood was shown it. Passed it opens at once; when the lane was shut meanwhile staff look again, and what
 * was passed before is in force for the next approval.
 */
export const decidePublicityEnd = (campaign: Campaign, end: { readonly outcome: 'passed' | 'overturned'; readonly note: string; readonly publicityId: string; readonly atMs: number }, facts: OpeningFacts): Result<CampaignOutcome> => {
  if (campaign.state !== 'publicity' || campaign.publicityId !== end.publicityId) return accept(REPLAY);
  const about = byClock(campaign._id, 'publicityEnded', end.publicityId, end.atMs);
  if (end.outcome === 'overturned') return accept({ kind: 'change', change: versionMoved<CampaignEvent>(campaign, { state: 'refused', note: end.note, endedAtMs: end.atMs, updatedAtMs: end.atMs }, { kind: 'overturned', ...about }) });
  const missing = missingOf(campaign, facts);
  if (missing !== null || facts.ground === null) {
    const note = `公示通过了，但是：${missingText(missing ?? 'lane')}`;
    return accept({ kind: 'change', change: versionMoved<CampaignEvent>(campaign, { state: 'submitted', note, submissions: campaign.submissions + 1, updatedAtMs: end.atMs }, { kind: 'laneShut', ...about }) });
  }
  return accept({ kind: 'change', change: versionMoved<CampaignEvent>(campaign, openingOf(campaign, facts.ground, end.atMs), { kind: 'opened', wasSubmitted: false, stage: 1, ...about }, { when: { publicityId: is(end.publicityId) } }) });
};
