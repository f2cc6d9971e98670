/**
 * Mutual aid of one community (社区互助, RULES.md section 2 lane B): what its pages read. Its people and admitted merchants
 * see everything; anybody else the title and that it is not for them. All amounts are integer fen; a total is the settled
 * one, with its time.
 */
import type { NeedView } from './need.contract';
import type { DisclosureView, FourFacts, PhotoInDoubtView, UseFiguresView } from './told-views';

/** `counting` from the end of a stage until what is on the way has come or gone; `succeeded` while its work goes on. */
export const CAMPAIGN_STATES = ['draft', 'submitted', 'publicity', 'open', 'counting', 'succeeded', 'ended', 'failed', 'cancelled', 'refused', 'withdrawn'] as const;
export type CampaignState = (typeof CAMPAIGN_STATES)[number];
export const CAMPAIGN_STATE_LABEL: Readonly<Record<CampaignState, string>> = {
  draft: '在起草', submitted: '社区在看', publicity: '公示中', open: '正在筹', counting: '在对账', succeeded: '筹到了，在办', ended: '办完了',
  failed: '没筹够，已退回', cancelled: '取消了，已退回', refused: '没有通过', withdrawn: '已撤回',
};

/** What it is for: a common part of a building, things neighbours share, something done together, or one person. */
export const CAMPAIGN_SUBJECTS = ['place', 'things', 'activity', 'person'] as const;
export type CampaignSubjectKind = (typeof CAMPAIGN_SUBJECTS)[number];
export const CAMPAIGN_SUBJECT_LABEL: Readonly<Record<CampaignSubjectKind, string>> = { place: '楼里院里的公共部分', things: '大家合用的东西', activity: '一起办的事', person: '帮一位邻居' };
/** Those that may ask for money. For a person ill or in hardship there are only goods, places and hours. */
export const MONEY_SUBJECTS = ['place', 'things', 'activity'] as const satisfies readonly CampaignSubjectKind[];
export type MoneySubjectKind = (typeof MONEY_SUBJECTS)[number];

export const CAMPAIGN_PICTURES = ['ramp', 'tool', 'lamp', 'book', 'meal', 'plant', 'hand', 'calendar', 'wheelchair', 'goods'] as const;
export type CampaignPictureKey = (typeof CAMPAIGN_PICTURES)[number];

/** A row of the campaigns of a community. */
export interface CampaignCardView {
  readonly campaignId: string;
  readonly title: string;
  readonly subjectKind: CampaignSubjectKind;
  readonly pictureKey: CampaignPictureKey;
  readonly state: CampaignState;
  /** Every step is done and the whole was made public; what is left to do is closing its books. */
  readonly isTold: boolean;
  readonly communityName: string;
  /** What has come and stands, of this stage; null where no money is asked for. */
  readonly settledFen: number | null;
  readonly minimumFen: number | null;
  readonly optimumFen: number | null;
  /** Last moment of the stage; null before it opens. */
  readonly endsAtMs: number | null;
  /** "还差 3 人搬料", empty when nothing is wanting. */
  readonly needsText: string;
}

/** Money of the stage. Everything is as of `settledAtMs`; null before the first look. */
export interface CampaignFiguresView {
  readonly settledFen: number;
  readonly settledAtMs: number | null;
  /** Something is on the way that the figures do not tell yet. */
  readonly isPending: boolean;
  readonly givers: number;
  readonly contributions: number;
  readonly matchedFen: number;
  readonly minimumFen: number;
  readonly optimumFen: number;
  /** What came beyond the optimum: nothing more is taken then. */
  readonly surplusFen: number;
}

export interface CampaignStageView {
  readonly number: number;
  /** How long it is to stand once it opens. */
  readonly days: number;
  readonly opensAtMs: number | null;
  readonly endsAtMs: number | null;
  readonly minimumFen: number | null;
  readonly optimumFen: number | null;
  /** The optimum is reached, so nothing more is taken. */
  readonly isFull: boolean;
}

export interface EarlierStageView {
  readonly number: number;
  readonly opensAtMs: number;
  readonly endsAtMs: number;
  readonly minimumFen: number | null;
  readonly settledFen: number;
}

export interface BudgetLineView {
  readonly lineId: string;
  /** A row of the table of uses. */
  readonly useKey: string;
  /** As the table calls it. */
  readonly useLabel: string;
  readonly text: string;
  readonly amountFen: number;
}

export interface MilestoneView {
  readonly milestoneId: string;
  readonly text: string;
  readonly dueAtMs: number;
  readonly doneAtMs: number | null;
  readonly note: string;
  readonly photoUrls: readonly string[];
}

/** Counts only: nobody reads how a household voted. Shares are in thousandths. */
export interface OwnersVoteView {
  readonly votedAtMs: number;
  readonly participants: number;
  readonly total: number;
  readonly inFavour: number;
  readonly participantsAreaShare: number;
  readonly inFavourAreaShare: number;
}

export interface PropertyConsentView {
  readonly atMs: number;
  readonly company: string;
}

export interface CampaignMatchView {
  readonly merchantName: string;
  /** "1 比 1" */
  readonly ratioText: string;
  readonly leftFen: number;
  readonly capPerDayFen: number;
}

export type CampaignFacts = FourFacts;

/** Why something is not possible is said in words; null: it is possible. */
export interface CampaignMayView {
  readonly give: boolean;
  readonly giveRefusal: string | null;
  /** Change its words, hand it in, take it back: whoever proposed it, before it opens. */
  readonly edit: boolean;
  readonly submit: boolean;
  readonly withdraw: boolean;
  /** Staff who did not propose it and do not answer for it. */
  readonly decide: boolean;
  readonly cancel: boolean;
  readonly enterCash: boolean;
  readonly markMilestone: boolean;
  readonly report: boolean;
  /** Photos in doubt wait for this reader. */
  readonly judgePhotos: boolean;
  /** Every step is done, so the whole may be told. */
  readonly reportWhole: boolean;
  readonly nextStage: boolean;
  readonly askSpending: boolean;
  readonly close: boolean;
}

export interface CampaignView extends CampaignCardView {
  readonly audience: 'member';
  readonly communityId: string;
  readonly story: string;
  readonly photoUrls: readonly string[];
  readonly facts: CampaignFacts;
  /** First name of whoever answers for it, masked, and what they say of themselves. */
  readonly answerable: { readonly name: string; readonly sinceText: string; readonly isMe: boolean };
  /** Null where no money is asked for. */
  readonly figures: CampaignFiguresView | null;
  readonly stage: CampaignStageView;
  readonly earlierStages: readonly EarlierStageView[];
  readonly budgetLines: readonly BudgetLineView[];
  readonly milestones: readonly MilestoneView[];
  readonly ownersVote: OwnersVoteView | null;
  readonly propertyConsent: PropertyConsentView | null;
  /** Papers of the vote and the consent: for staff and whoever answers for it, else empty. */
  readonly paperUrls: readonly string[];
  /** Of steps and reports, not seen by neighbours until one of the staff looked; empty for everybody else. */
  readonly photosInDoubt: readonly PhotoInDoubtView[];
  readonly match: CampaignMatchView | null;
  readonly needs: readonly NeedView[];
  /** What the money is for and what of it is spent. */
  readonly uses: readonly UseFiguresView[];
  readonly disclosures: readonly DisclosureView[];
  readonly isDisclosureOverdue: boolean;
  /** Who takes the money in and answers for it by law; null before it opens or where no money is asked for. */
  readonly entityName: string | null;
  readonly collectorKind: 'subMerchant' | 'cash' | null;
  /** What may still be spent. */
  readonly fundsLeftFen: number;
  /** What staff asked, why it was refused or called off; empty when nothing was said. */
  readonly note: string;
  readonly myContributionsFen: number;
  readonly giftLimits: { readonly minimumFen: number; readonly maximumFen: number };
  /** The last report that tells the whole; null before. */
  readonly report: { readonly text: string; readonly atMs: number; readonly photoUrls: readonly string[] } | null;
  /** Where what is left goes, shown to the neighbourhood first; `movedAtMs` null until it went. Null while nothing is said of it. */
  readonly leftover: { readonly amountFen: number; readonly toText: string; readonly reason: string; readonly movedAtMs: number | null } | null;
  readonly publicityId: string | null;
  /** Wishes it was proposed from, one or a bundle, for whoever tells of it; neighbours read none. A title is empty once its wish is gone. */
  readonly wishes: readonly { readonly wishId: string; readonly title: string }[];
  readonly may: CampaignMayView;
}

/** For everybody who is not of the community: the title, and that its members can take part. */
export interface CampaignOutsiderView {
  readonly audience: 'outsider';
  readonly campaignId: string;
  readonly title: string;
  readonly communityName: string;
}

export type MutualGetView = CampaignView | CampaignOutsiderView;

export const LEDGER_LINE_KINDS = ['gifts', 'cash', 'match', 'refunds', 'spending', 'returned', 'carried'] as const;
export type LedgerLineKind = (typeof LEDGER_LINE_KINDS)[number];

export interface LedgerLineView {
  readonly lineId: string;
  readonly kind: LedgerLineKind;
  /** "42 位邻居" */
  readonly text: string;
  /** Signed: money that goes is below nought. */
  readonly amountFen: number;
  /** After this line. */
  readonly balanceFen: number;
  /** Opens its receipt and its approvers' roles; null for lines that are no spending. */
  readonly spendingId: string | null;
}

/** One day of the public ledger, the newest first; its lines likewise. */
export interface LedgerDayView {
  /** '2026-11-19' */
  readonly day: string;
  readonly lines: readonly LedgerLineView[];
  readonly openingFen: number;
  readonly closingFen: number;
}

/** Who gave, as they wished to be named: a name, or 一位邻居. */
export interface CampaignGiverView {
  readonly contributionId: string;
  readonly name: string;
  readonly amountFen: number;
  readonly day: string;
}
