import type { CampaignFacts, CampaignPictureKey, CampaignState, LaneCollector, MoneySubjectKind } from '@contract';
import type { Verdict } from '../media/media';
import { STEPS_MAX, type Versioned } from '../aggregate/versioned';
import type { Disclosure } from '../disclosure/disclosure';
import type { MatchTerms } from '../match-budget/match-budget';
import { areNeedsCoherent, type NeedsPart } from '../pledge/need';
import { isSpendingPartCoherent, type SpendingPart } from '../spending/spending';
import { RULES } from '../rules';
import type { CampaignEvent } from './campaign-event';

/** How much it takes to begin, and how much would be best. Whole fen. */
export interface MoneyGoal {
  readonly minimumFen: number;
  readonly optimumFen: number;
}

/** For a person ill or in hardship the type itself has no money (RULES.md section 2). */
export type CampaignGoal = { readonly subjectKind: MoneySubjectKind; readonly money: MoneyGoal | null } | { readonly subjectKind: 'person' };

export interface CampaignStage extends MoneyGoal {
  readonly number: number;
  readonly opensAtMs: number;
  /** Last moment in which something is taken. */
  readonly endsAtMs: number;
  /** Counted after the end; null before. */
  readonly settledFen: number | null;
  /** When it was told what became of it; the next stage waits for that. */
  readonly reportedAtMs: number | null;
}

/** What has settled of this stage and who gave, as the public ledger says. */
export interface CampaignFigures {
  readonly stage: number;
  /** Orders the tellings: an older one never replaces a newer one. */
  readonly revision: number;
  readonly settledFen: number;
  readonly settledAtMs: number;
  readonly isPending: boolean;
  readonly givers: number;
  readonly contributions: number;
  readonly matchedFen: number;
  /** What the budget that matches its gifts still had then; null while none does. */
  readonly matchLeft: { readonly matchBudgetId: string; readonly fen: number } | null;
}

export interface BudgetLine {
  readonly lineId: string;
  readonly useKey: string;
  /** As the street's table calls it. */
  readonly useLabel: string;
  readonly text: string;
  readonly amountFen: number;
}

export interface Milestone {
  readonly milestoneId: string;
  readonly text: string;
  readonly dueAtMs: number;
  readonly doneAtMs: number | null;
  readonly note: string;
  readonly photos: readonly string[];
}

/** Counts only. Shares of the area in thousandths: of the whole, then of what took part. */
export interface OwnersVote {
  readonly votedAtMs: number;
  readonly participants: number;
  readonly total: number;
  readonly inFavour: number;
  readonly participantsAreaShare: number;
  readonly inFavourAreaShare: number;
  readonly fileIds: readonly string[];
}

export interface PropertyConsent {
  readonly atMs: number;
  readonly company: string;
  readonly fileIds: readonly string[];
}

export type LeftoverTarget = { readonly kind: 'campaign'; readonly campaignId: string; readonly title: string } | { readonly kind: 'fund' };

/** Where what is left goes, shown to the neighbourhood before it goes. */
export interface Leftover {
  readonly amountFen: number;
  readonly to: LeftoverTarget;
  readonly reason: string;
  readonly saidById: string;
  readonly saidAtMs: number;
  readonly movedAtMs: number | null;
}

export type CampaignSource = { readonly kind: 'topic' } | { readonly kind: 'wish'; readonly wishId: string } | { readonly kind: 'needs'; readonly wishIds: readonly string[] };

/**
 * Mutual aid of one community for one thing (社区互助): from its proposal over its stages to its last report. Everybody's
 * gifts are documents of their own and their sums stand in the ledger, so this one is changed by few and stays small.
 */
export interface Campaign extends Versioned<CampaignEvent>, SpendingPart, NeedsPart {
  readonly state: CampaignState;
  readonly title: string;
  readonly story: string;
  readonly pictureKey: CampaignPictureKey;
  readonly photos: readonly string[];
  /** What WeChat said of each photo that is to be seen, also of steps and reports; one that is missing here is not looked at yet. */
  readonly photoChecks: Readonly<Record<string, Verdict>>;
  readonly source: CampaignSource;
  readonly communityId: string;
  readonly communityName: string;
  readonly areaIds: readonly string[];
  /** Proposed it and answers for it. */
  readonly answerable: { readonly memberId: string; readonly name: string; readonly sinceText: string };
  readonly facts: CampaignFacts;
  readonly goal: CampaignGoal;
  readonly stageDays: number;
  /** Null before it opens. */
  readonly stage: CampaignStage | null;
  readonly earlierStages: readonly CampaignStage[];
  readonly figures: CampaignFigures | null;
  readonly budgetLines: readonly BudgetLine[];
  readonly milestones: readonly Milestone[];
  readonly ownersVote: OwnersVote | null;
  readonly propertyConsent: PropertyConsent | null;
  /** Copied from the lane's ground when it opens; null where no money is asked for. */
  readonly collector: LaneCollector | null;
  readonly accountingAgentId: string | null;
  /** By which terms a shop matches its gifts; null while none does. */
  readonly match: MatchTerms | null;
  readonly disclosures: readonly Disclosure[];
  /** Nothing more is taken until it is told. */
  readonly isDisclosureOverdue: boolean;
  readonly leftover: Leftover | null;
  /** Other campaigns whose leftover came here; each once. */
  readonly takenFrom: readonly string[];
  /** When to look again whether everything has come; null unless `counting`. */
  readonly lookAgainAtMs: number | null;
  /** A stage that was called off is swept once more when calls under way then are over; null when nothing is. */
  readonly sweep: { readonly stage: number; readonly atMs: number } | null;
  readonly submissions: number;
  /** Who let it pass; they never answer objections to it. */
  readonly approvedById: string | null;
  readonly publicityId: string | null;
  /** What staff asked, why it was refused or called off. */
  readonly note: string;
  readonly createdAtMs: number;
  readonly updatedAtMs: number;
  readonly endedAtMs: number | null;
  /** Where lists show it, told by `derivedOf`; null: nowhere yet. */
  readonly shown: 'open' | 'ended' | null;
  /** Somebody still answers for it. */
  readonly isLive: boolean;
  readonly inputHash: string;
}

export const moneyOf = ({ goal }: Pick<Campaign, 'goal'>): MoneyGoal | null => (goal.subjectKind === 'person' ? null : goal.money);

/** The stage's number, as its accounts and contributions name it. */
export const stageNumberOf = ({ stage }: Pick<Campaign, 'stage'>): number => stage?.number ?? 1;

/** Wishes it was proposed from. */
export const wishIdsOf = ({ source }: { readonly source: CampaignSource }): readonly string[] => (source.kind === 'wish' ? [source.wishId] : source.kind === 'needs' ? source.wishIds : []);

/** What has settled of the stage that stands. */
export const settledFenOf = ({ figures, stage }: Pick<Campaign, 'figures' | 'stage'>): number => stage?.settledFen ?? (figures !== null && figures.stage === stage?.number ? figures.settledFen : 0);

/** The optimum is reached: nothing more is taken. */
export const isFull = (campaign: Pick<Campaign, 'figures' | 'stage' | 'goal'>): boolean => {
  const { stage } = campaign;
  return stage !== null && moneyOf(campaign) !== null && settledFenOf(campaign) >= stage.optimumFen;
};

export const SHOWN_BY_STATE: Readonly<Record<CampaignState, Campaign['shown']>> = {
  draft: null, submitted: null, refused: null, withdrawn: null, publicity: 'open', open: 'open', counting: 'open', succeeded: 'open', ended: 'ended', failed: 'ended', cancelled: 'ended',
};

const LIVE: readonly CampaignState[] = ['draft', 'submitted', 'publicity', 'open', 'counting', 'succeeded'];
export const isLiveState = (state: CampaignState): boolean => LIVE.includes(state);

const WITH_STAGE: readonly CampaignState[] = ['open', 'counting', 'succeeded', 'ended', 'failed'];

/** What must hold at every moment; a false is a defect. */
export const isCampaignCoherent = (campaign: Campaign): boolean =>
  (!WITH_STAGE.includes(campaign.state) || campaign.stage !== null) &&
  (campaign.state === 'counting') === (campaign.lookAgainAtMs !== null) &&
  (campaign.goal.subjectKind !== 'person' || (campaign.collector === null && campaign.budgetLines.length === 0 && campaign.fundsLeftFen === 0)) &&
  campaign.earlierStages.every((stage, index) => stage.number === index + 1 && stage.settledFen !== null) &&
  (campaign.stage === null || campaign.stage.number === campaign.earlierStages.length + 1) &&
  campaign.earlierStages.length < RULES.mutual.stagesMax &&
  campaign.disclosures.length <= RULES.disclosure.max &&
  isSpendingPartCoherent(campaign) &&
  areNeedsCoherent(campaign) &&
  Object.keys(campaign.outbox).length === campaign.pendingEvents &&
  Object.keys(campaign.steps).length <= STEPS_MAX;
