import { is, REPLAY } from '../aggregate/change';
import type { Change } from '../aggregate/change';
import type { Step } from '../aggregate/step';
import { bySomebody, byClock, versionChanged, versionMoved } from '../aggregate/versioned';
import { accept, refuse, type Result } from '../kernel/result';
import type { LaneGround } from '../lane/lane-setting';
import type { Member } from '../member/member';
import { RULES } from '../rules';
import { moneyOf, type BudgetLine, type Campaign, type CampaignFigures, type Milestone, type MoneyGoal } from './campaign';
import type { CampaignEvent } from './campaign-event';
import { beginJudging } from './decide-campaign';
import { withFinalDue } from '../disclosure/disclosure';
import { stageFrom } from './open-campaign';
import { budgetRefusal, linesOf, milestonesOf, type CampaignOutcome, type UseLabels } from './propose-campaign';

const moved = (change: Change<CampaignEvent>): Result<CampaignOutcome> => accept({ kind: 'change', change });

/** The end of a stage: nothing more is taken. With money it is counted first; without there is nothing to count. */
export const stageEndedByClock = (campaign: Campaign, nowMs: number): Change<CampaignEvent> => {
  const number = campaign.stage?.number ?? 1;
  const about = byClock(campaign._id, 'stageEnded', String(number), nowMs);
  if (moneyOf(campaign) === null) return reached(campaign, 0, nowMs);
  return versionMoved<CampaignEvent>(campaign, { state: 'counting', lookAgainAtMs: nowMs + RULES.mutual.lookAgainMs, updatedAtMs: nowMs }, { kind: 'stageEnded', stage: number, ...about });
};

/** Called off a while ago: no call that saw it open is at work any more. */
export const sweptByClock = (campaign: Campaign, stage: number, nowMs: number): Change<CampaignEvent> => versionMoved<CampaignEvent>(campaign, { sweep: null }, { kind: 'swept', stage, ...byClock(campaign._id, 'swept', String(stage), nowMs) });

/** While something is on its way: look again. */
export const lookedAgainByClock = (campaign: Campaign, nowMs: number): Change<CampaignEvent> =>
  versionMoved<CampaignEvent>(campaign, { lookAgainAtMs: nowMs + RULES.mutual.lookAgainMs }, { kind: 'lookedAgain', stage: campaign.stage?.number ?? 1, ...byClock(campaign._id, 'lookedAgain', String(campaign.lookAgainAtMs), nowMs) });

const lastMilestoneMs = ({ milestones }: Pick<Campaign, 'milestones'>, nowMs: number): number => milestones.reduce((latest, { dueAtMs }) => Math.max(latest, dueAtMs), nowMs);

const reached = (campaign: Campaign, settledFen: number, nowMs: number): Change<CampaignEvent> => {
  const number = campaign.stage?.number ?? 1;
  return versionMoved<CampaignEvent>(
    campaign,
    { state: 'succeeded', 'stage.settledFen': settledFen, lookAgainAtMs: null, disclosures: withFinalDue(campaign.disclosures, lastMilestoneMs(campaign, nowMs)), updatedAtMs: nowMs },
    { kind: 'succeeded', stage: number, settledFen, ...byClock(campaign._id, 'succeeded', String(number), nowMs) },
    { add: { fundsLeftFen: settledFen } },
  );
};

/** A later stage that missed or was called off leaves what was reached before as it stands; its number is not used again. */
const backToWork = (campaign: Campaign, settledFen: number, nowMs: number): Readonly<Record<string, unknown>> =>
  campaign.earlierStages.length === 0 ? { endedAtMs: nowMs } : { state: 'succeeded', 'stage.settledFen': settledFen, 'stage.reportedAtMs': nowMs };

/**
 * All that was on its way has come or gone: all or nothing at the minimum (RULES.md section 2). REPLAY when it was
 * counted before.
 */
export const decideCounted = (campaign: Campaign, stage: number, settledFen: number, nowMs: number): Result<CampaignOutcome> => {
  if (campaign.state !== 'counting' || campaign.stage?.number !== stage) return accept(REPLAY);
  if (settledFen >= campaign.stage.minimumFen) return moved(reached(campaign, settledFen, nowMs));
  const note = `到期只有 ${(settledFen / 100).toFixed(2)} 元，没到最低数，每一分都退回。`;
  const isOver = campaign.earlierStages.length === 0;
  return moved(
    versionMoved<CampaignEvent>(campaign, { state: 'failed', 'stage.settledFen': settledFen, note, lookAgainAtMs: null, updatedAtMs: nowMs, ...backToWork(campaign, settledFen, nowMs) }, { kind: 'failed', stage, settledFen, isOver, ...byClock(campaign._id, 'failed', String(stage), nowMs) }),
  );
};

const isNews = (standing: CampaignFigures | null, { revision, stage, settledFen, isPending, contributions, matchLeft }: CampaignFigures): boolean =>
  standing === null || (revision > standing.revision && (standing.stage !== stage || standing.settledFen !== settledFen || standing.isPending !== isPending || standing.contributions !== contributions || standing.matchLeft?.fen !== matchLeft?.fen));

/** The public ledger tells what has settled; an older telling changes nothing. Nobody's act waits for it, so it leaves the version alone. */
export const decideFigures = (campaign: Campaign, figures: CampaignFigures): Result<CampaignOutcome> => {
  if (!isNews(campaign.figures, figures)) return accept(REPLAY);
  const when: Change<CampaignEvent>['when'] = campaign.figures === null ? { figures: is(null) } : { 'figures.revision': { below: figures.revision } };
  return moved({ when, set: { figures }, add: {}, joins: {}, leaves: {}, event: { kind: 'figuresNoted', ...byClock(campaign._id, 'figures', String(figures.revision), figures.settledAtMs) } });
};

/** Staff call it off: what came for this stage goes back. Refusals: OUT_OF_AREA, CAMPAIGN_OWN, CAMPAIGN_STATE_CHANGED, OPERATION_REUSED. */
export const decideCancel = (campaign: Campaign, reason: string, actor: Member, step: Step): Result<CampaignOutcome> => {
  const begun = beginJudging(campaign, actor, step);
  if (begun !== null) return begun;
  const { state, stage, publicityId } = campaign;
  if (state !== 'submitted' && state !== 'publicity' && state !== 'open' && state !== 'counting') return refuse('CAMPAIGN_STATE_CHANGED');
  const isOver = campaign.earlierStages.length === 0;
  const hadMoney = stage !== null && moneyOf(campaign) !== null;
  const event: CampaignEvent = {
    kind: 'cancelled', stage: stage?.number ?? 1, wasSubmitted: state === 'submitted', isOver, hadMoney, publicityId: state === 'publicity' ? publicityId : null, ...bySomebody(step),
  };
  return accept(versionChanged<CampaignEvent>(campaign, step, { state: 'cancelled', note: reason, sweep: hadMoney ? { stage: stage.number, atMs: step.nowMs + RULES.mutual.afterCallsMs } : null, lookAgainAtMs: null, updatedAtMs: step.nowMs, ...backToWork(campaign, 0, step.nowMs) }, event));
};

export interface NextStage {
  readonly days: number;
  readonly money: MoneyGoal & { readonly lines: readonly Omit<BudgetLine, 'lineId' | 'useLabel'>[] };
  readonly labels: UseLabels;
  readonly milestones: readonly Pick<Milestone, 'text' | 'dueAtMs'>[];
}

/**
 * One more stage of up to forty days, by staff. Refusals: OUT_OF_AREA, CAMPAIGN_OWN, CAMPAIGN_STATE_CHANGED, LANE_CLOSED,
 * CAMPAIGN_REPORT_FIRST, CAMPAIGN_STAGES_FULL, BAD_INPUT, OPERATION_REUSED.
 */
export const decideNextStage = (campaign: Campaign, next: NextStage, ground: LaneGround | null, actor: Member, step: Step): Result<CampaignOutcome> => {
  const begun = beginJudging(campaign, actor, step);
  if (begun !== null) return begun;
  const { stage } = campaign;
  if (campaign.state !== 'succeeded' || stage === null || campaign.goal.subjectKind === 'person' || moneyOf(campaign) === null || campaign.leftover !== null) return refuse('CAMPAIGN_STATE_CHANGED');
  if (ground === null || ground.collector === null) return refuse('LANE_CLOSED');
  if (stage.reportedAtMs === null || campaign.isDisclosureOverdue) return refuse('CAMPAIGN_REPORT_FIRST');
  if (stage.number >= RULES.mutual.stagesMax || campaign.milestones.length + next.milestones.length > RULES.mutual.milestonesMax) return refuse('CAMPAIGN_STAGES_FULL');
  const refusal = next.milestones.some(({ dueAtMs }) => dueAtMs <= step.nowMs) ? { code: 'BAD_INPUT' as const, fields: { milestones: '有一步的日子已经过了' } } : budgetRefusal(next.money);
  if (refusal !== null) return { ok: false, refusal };
  const money = { minimumFen: next.money.minimumFen, optimumFen: next.money.optimumFen };
  return accept(
    versionChanged<CampaignEvent>(campaign, step, {
      state: 'open', stage: stageFrom(stage.number + 1, next.days, money, step.nowMs), earlierStages: [...campaign.earlierStages, stage], stageDays: next.days,
      'goal.money': money, budgetLines: [...campaign.budgetLines, ...linesOf(next.money.lines, next.labels, campaign.budgetLines.length)], milestones: [...campaign.milestones, ...milestonesOf(next.milestones, campaign.milestones.length)],
      collector: ground.collector, accountingAgentId: ground.accountingAgentId, note: '', updatedAtMs: step.nowMs,
    }, { kind: 'opened', wasSubmitted: false, stage: stage.number + 1, ...bySomebody(step) }),
  );
};
