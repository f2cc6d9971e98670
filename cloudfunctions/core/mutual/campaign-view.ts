import type { CampaignCardView, CampaignFiguresView, CampaignMayView, CampaignOutsiderView, CampaignStageView, CampaignView } from '@contract';
import { filesNotRefused, inDoubtView } from '../media/judge-photo';
import { maskedName, type Member } from '../member/member';
import { ratioTextOf, type MatchTerms } from '../match-budget/match-budget';
import { needsTextOf, needViews } from '../pledge/need';
import { RULES } from '../rules';
import { hasOpenSpendings } from '../spending/spending';
import { figuresByUse } from '../spending/figures-by-use';
import { isFull, moneyOf, settledFenOf, wishIdsOf, type Campaign } from './campaign';
import { campaignAskRefusal } from './campaign-spending';
import { answersForIt, mayJudge, mayTell } from './campaign-access';
import { photosInDoubtOf, shownPhotos, toldPhotosOf } from './campaign-photos';
import { giveRefusalOf } from './give-refusal';
import { finalReportOf } from './report-campaign';

/** What the shell reads besides the campaign itself. */
export interface CampaignSight {
  readonly reader: Member;
  readonly nowMs: number;
  readonly links: ReadonlyMap<string, string | null>;
  /** What the reader gave to it and has not got back. */
  readonly myContributionsFen: number;
  /** Titles of the wishes it comes from, for whoever tells of it. */
  readonly wishes: CampaignView['wishes'];
}

export const outsiderView = ({ _id, title, communityName }: Campaign): CampaignOutsiderView => ({ audience: 'outsider', campaignId: _id, title, communityName });

export const campaignCardView = (campaign: Campaign): CampaignCardView => {
  const money = moneyOf(campaign);
  return {
    campaignId: campaign._id,
    title: campaign.title,
    subjectKind: campaign.goal.subjectKind,
    pictureKey: campaign.pictureKey,
    state: campaign.state,
    isTold: finalReportOf(campaign) !== null,
    communityName: campaign.communityName,
    settledFen: money === null ? null : settledFenOf(campaign),
    minimumFen: money?.minimumFen ?? null,
    optimumFen: money?.optimumFen ?? null,
    endsAtMs: campaign.stage?.endsAtMs ?? null,
    needsText: needsTextOf(campaign),
  };
};

const figuresView = (campaign: Campaign): CampaignFiguresView | null => {
  const money = moneyOf(campaign);
  if (money === null) return null;
  const { figures, stage } = campaign;
  const known = figures !== null && figures.stage === stage?.number ? figures : null;
  const settledFen = settledFenOf(campaign);
  return {
    settledFen, settledAtMs: known?.settledAtMs ?? null, isPending: known?.isPending ?? false, givers: known?.givers ?? 0, contributions: known?.contributions ?? 0, matchedFen: known?.matchedFen ?? 0,
    ...money, surplusFen: Math.max(0, settledFen - money.optimumFen),
  };
};

const stageView = (campaign: Campaign): CampaignStageView => {
  const { stage } = campaign;
  const money = moneyOf(campaign);
  return { number: stage?.number ?? 1, days: campaign.stageDays, opensAtMs: stage?.opensAtMs ?? null, endsAtMs: stage?.endsAtMs ?? null, minimumFen: money?.minimumFen ?? null, optimumFen: money?.optimumFen ?? null, isFull: isFull(campaign) };
};

/** As the figures told it last; all of it before they tell of this budget. */
const matchLeftOf = (figures: Campaign['figures'], { matchBudgetId, budgetFen }: MatchTerms): number => {
  const left = figures?.matchLeft ?? null;
  return left?.matchBudgetId === matchBudgetId ? left.fen : budgetFen;
};

const isAtWork = ({ state }: Campaign): boolean => state === 'open' || state === 'counting' || state === 'succeeded';
const isDone = ({ milestones }: Campaign): boolean => milestones.every(({ doneAtMs }) => doneAtMs !== null);

const mayView = (campaign: Campaign, { reader, nowMs }: CampaignSight): CampaignMayView => {
  const { state } = campaign;
  const refusal = giveRefusalOf(campaign, nowMs);
  const isOwn = answersForIt(campaign, reader);
  const judges = mayJudge(campaign, reader);
  const tells = mayTell(campaign, reader) && isAtWork(campaign) && finalReportOf(campaign) === null;
  return {
    give: refusal === null,
    giveRefusal: refusal === null ? null : (refusal.message ?? '现在不收钱了。'),
    edit: isOwn && state === 'draft',
    submit: isOwn && state === 'draft',
    withdraw: isOwn && (state === 'draft' || state === 'submitted' || state === 'publicity'),
    decide: judges && state === 'submitted',
    cancel: judges && (state === 'submitted' || state === 'publicity' || state === 'open' || state === 'counting'),
    enterCash: judges && giveRefusalOf(campaign, nowMs, 'cash') === null,
    markMilestone: tells,
    report: tells,
    judgePhotos: judges && photosInDoubtOf(campaign).length > 0,
    reportWhole: tells && state === 'succeeded' && isDone(campaign),
    nextStage: judges && state === 'succeeded' && moneyOf(campaign) !== null && campaign.leftover === null && (campaign.stage?.reportedAtMs ?? null) !== null && (campaign.stage?.number ?? 0) < RULES.mutual.stagesMax,
    askSpending: campaignAskRefusal(campaign, reader) === null && campaign.fundsLeftFen > 0,
    close: judges && state === 'succeeded' && campaign.leftover === null && finalReportOf(campaign) !== null && !hasOpenSpendings(campaign),
  };
};

/** Every file a reader of it may see; staff who decide see photos that are not looked at yet, and the papers. */
export const filesFor = (campaign: Campaign, reader: Member): readonly string[] => {
  const told = [...campaign.photos, ...toldPhotosOf(campaign)];
  const seen = seesAll(campaign, reader) ? filesNotRefused(campaign.photoChecks, told) : shownPhotos(campaign, told);
  return [...seen, ...papersFor(campaign, reader)];
};

const seesAll = (campaign: Campaign, reader: Member): boolean => mayTell(campaign, reader);
const papersFor = (campaign: Campaign, reader: Member): readonly string[] => (mayTell(campaign, reader) ? [...(campaign.ownersVote?.fileIds ?? []), ...(campaign.propertyConsent?.fileIds ?? [])] : []);

/** Wishes it comes from, for whoever tells of it. */
export const wishIdsFor = (campaign: Campaign, reader: Member): readonly string[] => (mayTell(campaign, reader) ? wishIdsOf(campaign) : []);

/** Pure: a campaign for one reader, whom the shell knows to be of its community. */
export const campaignView = (campaign: Campaign, sight: CampaignSight): CampaignView => {
  const { reader, links } = sight;
  const shown = new Set(filesFor(campaign, reader));
  const urlsOf = (fileIds: readonly string[]): readonly string[] => fileIds.flatMap((fileId) => (shown.has(fileId) ? (links.get(fileId) ?? []) : []));
  const final = finalReportOf(campaign);
  const { answerable, ownersVote, propertyConsent, leftover, collector } = campaign;
  return {
    ...campaignCardView(campaign),
    audience: 'member',
    communityId: campaign.communityId,
    story: campaign.story,
    photoUrls: urlsOf(campaign.photos),
    facts: campaign.facts,
    answerable: { name: answersForIt(campaign, reader) ? answerable.name : maskedName(answerable.name), sinceText: answerable.sinceText, isMe: answersForIt(campaign, reader) },
    figures: figuresView(campaign),
    stage: stageView(campaign),
    earlierStages: campaign.earlierStages.map(({ number, opensAtMs, endsAtMs, minimumFen, settledFen }) => ({ number, opensAtMs, endsAtMs, minimumFen, settledFen: settledFen ?? 0 })),
    budgetLines: campaign.budgetLines,
    milestones: campaign.milestones.map(({ photos, ...milestone }) => ({ ...milestone, photoUrls: urlsOf(photos) })),
    ownersVote: ownersVote === null ? null : votesOf(ownersVote),
    propertyConsent: propertyConsent === null ? null : { atMs: propertyConsent.atMs, company: propertyConsent.company },
    paperUrls: urlsOf(papersFor(campaign, reader)),
    photosInDoubt: seesAll(campaign, reader) ? inDoubtView(photosInDoubtOf(campaign), links) : [],
    match: campaign.match === null ? null : { merchantName: campaign.match.merchantName, ratioText: ratioTextOf(campaign.match), leftFen: matchLeftOf(campaign.figures, campaign.match), capPerDayFen: campaign.match.capFenPerPersonDay },
    needs: needViews(campaign),
    uses: figuresByUse(campaign.budgetLines.map(({ useLabel, ...line }) => ({ ...line, label: useLabel })), campaign),
    disclosures: campaign.disclosures.map(({ disclosureId, kind, dueAtMs, doneAtMs, text, photos }) => ({ disclosureId, kind, dueAtMs, doneAtMs, text, photoUrls: urlsOf(photos) })),
    isDisclosureOverdue: campaign.isDisclosureOverdue,
    entityName: collector?.entityName ?? null,
    collectorKind: collector?.kind ?? null,
    fundsLeftFen: campaign.fundsLeftFen,
    note: campaign.note,
    myContributionsFen: sight.myContributionsFen,
    giftLimits: { minimumFen: RULES.mutual.minFenPerGift, maximumFen: RULES.mutual.maxFenPerGift },
    report: final === null ? null : { text: final.text, atMs: final.doneAtMs ?? 0, photoUrls: urlsOf(final.photos) },
    leftover: leftover === null ? null : { amountFen: leftover.amountFen, toText: leftover.to.kind === 'campaign' ? leftover.to.title : '社区发展基金', reason: leftover.reason, movedAtMs: leftover.movedAtMs },
    publicityId: campaign.publicityId,
    wishes: sight.wishes,
    may: mayView(campaign, sight),
  };
};

const votesOf = ({ fileIds: _papers, ...counts }: NonNullable<Campaign['ownersVote']>) => counts;
