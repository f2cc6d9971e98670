import type { LaneGround } from '../lane/lane-setting';
import type { Change } from '../aggregate/change';
import { endOfChinaDayMs, DAY_MS } from '../kernel/clock';
import { RULES } from '../rules';
import { moneyOf, type Campaign, type CampaignStage, type MoneyGoal, type OwnersVote } from './campaign';
import { firstDues } from '../disclosure/disclosure';

/** What the decision needs to know from elsewhere. */
export interface OpeningFacts {
  /** What the lane stands on here; null while it is shut. */
  readonly ground: LaneGround | null;
  /** Another campaign of the same person is late with its report. */
  readonly hasOverdueElsewhere: boolean;
}

type Missing = 'lane' | 'collector' | 'ownersVote' | 'propertyConsent' | 'overdueElsewhere';

const MISSING_TEXT: Readonly<Record<Missing, string>> = {
  lane: '社区互助在这里还没开通。',
  collector: '这里还没有收款方，先不能收钱。',
  ownersVote: '业主表决还不够：参加的要占三分之二，其中同意的要占四分之三，人数和面积都要够。',
  propertyConsent: '还缺物业公司的同意书。',
  overdueElsewhere: '这位还有一件的公开报告过了日子，先补上再开新的。',
};

const reaches = (part: number, whole: number, [numerator, denominator]: readonly [number, number]): boolean => part * denominator >= whole * numerator;

/** Both by heads and by area, of the whole and then of those who took part. */
export const isVoteEnough = (vote: OwnersVote): boolean => {
  const { takePart, inFavour } = RULES.mutual.ownersVote;
  return (
    vote.participants <= vote.total && vote.inFavour <= vote.participants &&
    reaches(vote.participants, vote.total, takePart) && reaches(vote.participantsAreaShare, 1_000, takePart) &&
    reaches(vote.inFavour, vote.participants, inFavour) && reaches(vote.inFavourAreaShare, 1_000, inFavour)
  );
};

/** What is wanting before it may open; null when nothing is. */
export const missingOf = (campaign: Pick<Campaign, 'goal' | 'ownersVote' | 'propertyConsent'>, facts: OpeningFacts): Missing | null => {
  if (facts.ground === null) return 'lane';
  if (moneyOf(campaign) !== null && facts.ground.collector === null) return 'collector';
  if (facts.hasOverdueElsewhere) return 'overdueElsewhere';
  if (campaign.goal.subjectKind !== 'place') return null;
  if (campaign.ownersVote === null || !isVoteEnough(campaign.ownersVote)) return 'ownersVote';
  return campaign.propertyConsent === null ? 'propertyConsent' : null;
};

export const missingText = (missing: Missing): string => MISSING_TEXT[missing];

/** A common part, and a large sum, is shown to the neighbourhood first. */
export const needsPublicity = (campaign: Pick<Campaign, 'goal'>): boolean => campaign.goal.subjectKind === 'place' || (moneyOf(campaign)?.minimumFen ?? 0) >= RULES.mutual.publicityFromFen;

/** A stage that begins now: whole days, the last one to its end. */
export const stageFrom = (number: number, days: number, money: MoneyGoal | null, nowMs: number): CampaignStage => ({
  number, opensAtMs: nowMs, endsAtMs: endOfChinaDayMs(nowMs + (days - 1) * DAY_MS), minimumFen: money?.minimumFen ?? 0, optimumFen: money?.optimumFen ?? 0, settledFen: null, reportedAtMs: null,
});

/** What the first opening writes; the collector is copied, so that a later record changes nothing for what runs. */
export const openingOf = (campaign: Campaign, ground: LaneGround, nowMs: number): Change<never>['set'] => {
  const hasMoney = moneyOf(campaign) !== null;
  const stage = stageFrom(1, campaign.stageDays, moneyOf(campaign), nowMs);
  return {
    state: 'open', stage, note: '', updatedAtMs: nowMs,
    collector: hasMoney ? ground.collector : null, accountingAgentId: hasMoney ? ground.accountingAgentId : null,
    disclosures: firstDues(nowMs),
  };
};
