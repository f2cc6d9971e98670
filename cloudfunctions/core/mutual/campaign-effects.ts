import type { NoticeTarget } from '@contract';
import type { AuditKind } from '../audit/audit.repository';
import { targetKeyOf } from '../contribution/gift-target';
import type { Effect } from '../effect/effect';
import { chinaDateText } from '../kernel/clock';
import { deriveId } from '../kernel/ids';
import { dueInWorkingHours } from '../kernel/working-days';
import { campaignEscrow, campaignFunds, communityPublic } from '../ledger/account';
import { photoLookedEffects, photoRefusedEffects } from '../media/judge-photo';
import { endMatchOf } from '../match-budget/match-terms';
import { endPledgesOf, followedHoursOf, needEffectsOf } from '../pledge/need-effects';
import { RULES } from '../rules';
import { spendingEffectsOf } from '../spending/spending-effects';
import { isSpendingEvent } from '../spending/spending-event';
import { moneyOf, type Campaign } from './campaign';
import type { CampaignEvent, CampaignEventOf } from './campaign-event';
import { checksOf, isOfProposal } from './campaign-photos';
import { campaignFacts } from './campaign-spending';
import { leftoverSubjectOf } from './close-campaign';
import { publicitySubjectOf } from './decide-campaign';
import { yuanText } from '../kernel/yuan-text';

const pageOf = (campaign: Campaign): NoticeTarget => ({ page: 'campaign', wishId: null, claimId: null, subjectId: campaign._id });

const tell = (campaign: Campaign, event: CampaignEvent, title: string, body: string): Effect => {
  const { memberId } = campaign.answerable;
  return { kind: 'notice', noticeId: deriveId('n', event.eventId, memberId), memberId, title, body, pictureKey: 'hand', target: pageOf(campaign), todo: null, atMs: event.atMs };
};

const reviewTaskId = (campaign: Campaign): string => deriveId('k', 'campaignReview', campaign._id, String(campaign.submissions));
const reportTaskId = (campaign: Campaign, disclosureId: string): string => deriveId('k', 'campaignReport', campaign._id, disclosureId);
const askedNoticeId = (campaign: Campaign, submissions: number): string => deriveId('n', 'campaignAsked', campaign._id, String(submissions));
const dueNoticeId = (campaign: Campaign, disclosureId: string): string => deriveId('n', 'campaignReport', campaign._id, disclosureId);

const task = (campaign: Campaign, event: CampaignEvent, parts: { readonly taskId: string; readonly taskKind: 'campaignReview' | 'campaignReport'; readonly reasonText: string; readonly actionText: string; readonly workingHours: number }): Effect => {
  const { workingHours, ...said } = parts;
  return { kind: 'openTask', ...said, wishId: null, claimId: null, subjectId: campaign._id, assignTo: null, areaIds: campaign.areaIds, title: campaign.title, ...dueInWorkingHours(event.atMs, workingHours), atMs: event.atMs };
};

const review = (campaign: Campaign, event: CampaignEvent, reasonText: string): Effect => task(campaign, event, { taskId: reviewTaskId(campaign), taskKind: 'campaignReview', reasonText, actionText: '打开看看', workingHours: RULES.mutual.reviewWorkingHours });
const closeReview = (campaign: Campaign, event: CampaignEvent, note: string): Effect => ({ kind: 'closeTask', taskId: reviewTaskId(campaign), atMs: event.atMs, note });

const audit = (campaign: Campaign, event: CampaignEvent, auditKind: AuditKind): Effect => ({
  kind: 'audit', line: { auditId: deriveId('a', event.eventId), kind: auditKind, byId: event.byId, subjectId: campaign._id, areaIds: campaign.areaIds, note: event.kind, atMs: event.atMs },
});

/** What it says on the notice board: what it is for and how much, never a person. */
const aidTextOf = (campaign: Campaign): string => {
  const money = moneyOf(campaign);
  return money === null ? '社区互助' : `社区互助，最低 ${yuanText(money.minimumFen)} 元`;
};

const announce = (campaign: Campaign, event: CampaignEvent, subjectKind: 'campaign' | 'leftover', subjectId: string, aidText: string): Effect => ({
  kind: 'startPublicity', subjectKind, subjectId, maskedName: campaign.title, aidText, areaIds: campaign.areaIds, communityName: campaign.communityName, startedById: event.byId, atMs: event.atMs,
});

const takeDown = (publicityId: string | null, note: string, event: CampaignEvent): readonly Effect[] => (publicityId === null ? [] : [{ kind: 'takeDownPublicity', publicityId, note, atMs: event.atMs }]);

const askedBack = (campaign: Campaign, event: CampaignEvent): Effect => ({
  kind: 'notice', noticeId: askedNoticeId(campaign, campaign.submissions), memberId: campaign.answerable.memberId, title: `“${campaign.title}”还要补一句`, body: `社区看过了：${campaign.note}`, pictureKey: 'hand',
  target: pageOf(campaign), todo: { actionText: '去补上', dueAtMs: event.atMs + RULES.mutual.draftKeptMs }, atMs: event.atMs,
});

const opened = (campaign: Campaign, event: CampaignEventOf<'opened'>): readonly Effect[] => {
  const until = campaign.stage === null ? '' : `，到 ${chinaDateText(campaign.stage.endsAtMs)}为止`;
  return [
    ...(event.wasSubmitted ? [closeReview(campaign, event, '通过，开始了')] : []),
    ...(event.byId === 'clock' ? [] : [audit(campaign, event, 'campaignDecided')]),
    ...followedHoursOf(campaign._id, campaign, event.atMs),
    tell(campaign, event, `“${campaign.title}”开始了`, `邻居们能看到、能参加了${until}。每一步办好了，记得来说一声。`),
  ];
};

/** Reached: what was held may be spent. */
const succeeded = (campaign: Campaign, event: CampaignEventOf<'succeeded'>): readonly Effect[] => [
  ...(event.settledFen === 0 ? [] : [{
    kind: 'moveMoney' as const, transferId: deriveId('t', 'release', campaign._id, String(event.stage)), debitAccount: campaignEscrow(campaign._id, event.stage), creditAccount: campaignFunds(campaign._id), amountFen: event.settledFen,
    cause: { kind: 'release', aggregateId: campaign._id, text: `“${campaign.title}”筹到了` }, communityId: campaign.communityId, isPending: false, atMs: event.atMs,
  }]),
  ...endMatchOf(campaign, false, event.atMs),
  tell(campaign, event, `“${campaign.title}”这一段到头了`, event.settledFen === 0 ? '照着说好的一步步办，办好一步说一声。' : `筹到 ${yuanText(event.settledFen)} 元，够了。花每一笔要有票据，两个人批。`),
];

const giveBack = (campaign: Campaign, stage: number, reason: 'missed' | 'cancelled', atMs: number): Effect => ({ kind: 'endContributions', targetKey: targetKeyOf({ lane: 'mutual', campaignId: campaign._id, stage }), reason, atMs });

const cancelled = (campaign: Campaign, event: CampaignEventOf<'cancelled'>): readonly Effect[] => [
  ...(event.wasSubmitted ? [closeReview(campaign, event, '取消了')] : []),
  ...takeDown(event.publicityId, '社区取消了这件事', event),
  ...endMatchOf(campaign, true, event.atMs),
  ...(event.isOver ? endPledgesOf(campaign._id, campaign, '取消了', event.atMs) : []),
  ...(event.hadMoney ? [giveBack(campaign, event.stage, 'cancelled', event.atMs)] : []),
  audit(campaign, event, 'campaignDecided'),
  tell(campaign, event, `“${campaign.title}”取消了`, event.hadMoney ? `${campaign.note} 收到的每一分都自动退回。` : campaign.note),
];

const reported = (campaign: Campaign, event: CampaignEventOf<'reported'>): readonly Effect[] =>
  event.disclosureIds.flatMap((disclosureId): readonly Effect[] => [
    { kind: 'closeTask', taskId: reportTaskId(campaign, disclosureId), atMs: event.atMs, note: '公开了' },
    { kind: 'finishNotice', noticeId: dueNoticeId(campaign, disclosureId), memberId: campaign.answerable.memberId, atMs: event.atMs },
  ]);

const photoChecked = (campaign: Campaign, event: CampaignEventOf<'photoChecked'>): readonly Effect[] =>
  isOfProposal(campaign, event.photoKey)
    ? photoRefusedEffects(event)
    : [...(event.byId === 'clock' ? [] : [audit(campaign, event, 'campaignDecided')]), ...photoLookedEffects({ id: campaign._id, taskKind: 'campaignPhoto', title: campaign.title, areaIds: campaign.areaIds, ownerId: campaign.answerable.memberId, target: pageOf(campaign) }, event, event)];

const warned = (campaign: Campaign, event: CampaignEventOf<'disclosureWarned'>): readonly Effect[] => {
  const due = campaign.disclosures.find(({ disclosureId }) => disclosureId === event.disclosureId);
  if (due === undefined) return [];
  return [{
    kind: 'notice', noticeId: dueNoticeId(campaign, due.disclosureId), memberId: campaign.answerable.memberId, title: `“${campaign.title}”该公开了`, body: `${chinaDateText(due.dueAtMs)}前写一段：办到哪儿了、钱和东西用在哪。过了日子就先不能再收。`, pictureKey: 'hand',
    target: pageOf(campaign), todo: { actionText: '去写', dueAtMs: due.dueAtMs }, atMs: event.atMs,
  }];
};

const overdue = (campaign: Campaign, event: CampaignEventOf<'disclosureOverdue'>): readonly Effect[] => [
  task(campaign, event, { taskId: reportTaskId(campaign, event.disclosureId), taskKind: 'campaignReport', reasonText: '公开的日子过了，先不能再收', actionText: '催一催', workingHours: RULES.disclosure.overdueWorkingHours }),
  tell(campaign, event, `“${campaign.title}”的公开过了日子`, '现在先不能再收钱，也不能开新的。写好公开就恢复。'),
];

/** It ends; what was left has been shown with where it goes, and goes there. */
const closed = (campaign: Campaign, event: CampaignEventOf<'closed'>): readonly Effect[] => {
  const { leftover } = campaign;
  const ending = [...endPledgesOf(campaign._id, campaign, '办完了', event.atMs), ...(event.byId === 'clock' ? [] : [audit(campaign, event, 'campaignDecided')]), tell(campaign, event, `“${campaign.title}”办完了`, '谢谢您从头张罗到尾。账本和报告一直看得到。')];
  if (leftover === null) return ending;
  const isCampaign = leftover.to.kind === 'campaign';
  const creditAccount = leftover.to.kind === 'campaign' ? campaignFunds(leftover.to.campaignId) : communityPublic(campaign.communityId);
  return [
    { kind: 'moveMoney', transferId: deriveId('t', 'leftover', campaign._id), debitAccount: campaignFunds(campaign._id), creditAccount, amountFen: leftover.amountFen, cause: { kind: 'leftover', aggregateId: campaign._id, text: isCampaign ? '余下的转给另一件' : '余下的转到社区发展基金' }, communityId: campaign.communityId, isPending: false, atMs: event.atMs },
    ...(leftover.to.kind === 'campaign' ? [{ kind: 'tellLeftover' as const, campaignId: leftover.to.campaignId, fromId: campaign._id, fromTitle: campaign.title, amountFen: leftover.amountFen, atMs: event.atMs }] : []),
    ...ending,
  ];
};

const leftoverSaid = (campaign: Campaign, event: CampaignEvent): readonly Effect[] =>
  campaign.leftover === null ? [] : [audit(campaign, event, 'campaignDecided'), announce(campaign, event, 'leftover', leftoverSubjectOf(campaign, campaign.leftover.saidAtMs), `余下 ${yuanText(campaign.leftover.amountFen)} 元${campaign.leftover.to.kind === 'campaign' ? '转给另一件' : '转到社区发展基金'}`)];

/** Pure: what an event of a campaign brings about elsewhere. */
export const campaignEffectsOf = (campaign: Campaign, event: CampaignEvent): readonly Effect[] => {
  if (isSpendingEvent(event)) return spendingEffectsOf(campaignFacts(campaign), campaign, event);
  switch (event.kind) {
    case 'submitted':
      return [review(campaign, event, '邻居提的社区互助，等人看'), ...checksOf(campaign, event, campaign.photos), { kind: 'finishNotice', noticeId: askedNoticeId(campaign, campaign.submissions - 1), memberId: campaign.answerable.memberId, atMs: event.atMs }];
    case 'withdrawn':
      return [...(event.was === 'submitted' ? [closeReview(campaign, event, '收回了')] : []), ...takeDown(event.publicityId, '提的人收回了', event)];
    case 'askedBack':
      return [closeReview(campaign, event, '退回去补了'), audit(campaign, event, 'campaignDecided'), askedBack(campaign, event)];
    case 'refused':
      return [closeReview(campaign, event, '没有通过'), audit(campaign, event, 'campaignDecided'), tell(campaign, event, `“${campaign.title}”这次没有通过`, campaign.note)];
    case 'announced':
      return [closeReview(campaign, event, '通过，去公示'), audit(campaign, event, 'campaignDecided'), announce(campaign, event, 'campaign', publicitySubjectOf(campaign), aidTextOf(campaign)), tell(campaign, event, `“${campaign.title}”在公示了`, '公示五个工作日，没有异议就自动开始。')];
    case 'overturned':
      return [tell(campaign, event, `“${campaign.title}”公示没有通过`, campaign.note)];
    case 'laneShut':
      return [review(campaign, event, campaign.note), tell(campaign, event, `“${campaign.title}”先等一等`, campaign.note)];
    case 'opened':
      return opened(campaign, event);
    case 'stageEnded':
    case 'lookedAgain':
      return [{ kind: 'countStage', campaignId: campaign._id, stage: event.stage, atMs: event.atMs }];
    case 'succeeded':
      return succeeded(campaign, event);
    case 'swept':
      return [giveBack(campaign, event.stage, 'cancelled', event.atMs)];
    case 'failed':
      return [giveBack(campaign, event.stage, 'missed', event.atMs), ...endMatchOf(campaign, true, event.atMs), ...(event.isOver ? endPledgesOf(campaign._id, campaign, '没有筹够，不办了', event.atMs) : []), tell(campaign, event, `“${campaign.title}”这一段没筹够`, campaign.note)];
    case 'cancelled':
      return cancelled(campaign, event);
    case 'milestoneMarked':
      return checksOf(campaign, event, event.photos);
    case 'reported':
      return [...reported(campaign, event), ...checksOf(campaign, event, event.photos)];
    case 'photoChecked':
      return photoChecked(campaign, event);
    case 'disclosureWarned':
      return warned(campaign, event);
    case 'disclosureOverdue':
      return overdue(campaign, event);
    case 'leftoverSaid':
      return leftoverSaid(campaign, event);
    case 'leftoverOverturned':
      return [tell(campaign, event, '余下的钱要再商量', campaign.note)];
    case 'leftoverTaken':
      return [tell(campaign, event, `“${campaign.title}”多了 ${yuanText(event.amountFen)} 元`, `是“${event.fromTitle}”办完余下的，一样要有票据、两个人批。`)];
    case 'closed':
      return closed(campaign, event);
    case 'created':
    case 'updated':
    case 'figuresNoted':
    case 'matchChanged':
      return [];
    case 'needChanged':
      return needEffectsOf(campaign._id, event, event.atMs);
    default: {
      const never: never = event;
      return never;
    }
  }
};
