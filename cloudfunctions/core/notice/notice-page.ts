import type { NoticeTarget } from '@contract';

/** Paths of the mini-program as src/app.config.ts has them; a test holds the two together. */
export const PAGE_PATHS: Readonly<Record<NoticeTarget['page'], string>> = {
  wishDetail: 'packages/wish/detail/index',
  wishAnswer: 'packages/wish/detail/index',
  wishConfirm: 'packages/wish/confirm/index',
  wishRate: 'packages/wish/confirm/index',
  claimPlan: 'packages/claim/plan/index',
  claimDeliver: 'packages/claim/deliver/index',
  claimMine: 'packages/claim/mine/index',
  dispute: 'packages/handover/dispute/index',
  handoverCode: 'packages/handover/code/index',
  points: 'packages/points/index/index',
  unit: 'packages/unit/detail/index',
  staffReview: 'packages/staff/review/index',
  publicity: 'packages/publicity/detail/index',
  matchBudget: 'packages/merchant/match/index',
  myPledges: 'packages/pledge/mine/index',
  campaignPledges: 'packages/pledge/campaign/index',
  campaign: 'pages/home/index',
  directed: 'packages/directed/page/index',
  round: 'packages/round/page/index',
  staffReferral: 'packages/staff/referral/index',
  thanks: 'packages/thanks/mine/index',
  safety: 'packages/handover/safety/index',
  giverNote: 'packages/handover/note/index',
  staffSafety: 'packages/staff/safety/index',
  myRatings: 'packages/wish/ratings/index',
  ratingSums: 'packages/rating/sums/index',
  rectification: 'packages/rating/rectification/index',
  recheck: 'packages/rating/recheck/index',
  helpBack: 'packages/claim/help-back/index',
  gifts: 'packages/points/gifts/index',
  giftsToHand: 'packages/points/hand-over/index',
  shift: 'packages/activity/shift/index',
  mySchedule: 'packages/activity/mine/index',
  roster: 'packages/activity/roster/index',
  activity: 'packages/activity/activity/index',
  staffActivity: 'packages/activity/activity/index',
  staffAbsence: 'packages/activity/absence/index',
  // Until records have a page of their own.
  serviceRecord: 'packages/activity/mine/index',
  certificate: 'packages/hours/certificate/index',
  team: 'packages/team/page/index',
  staffTeam: 'packages/team/page/index',
  contribution: 'pages/me/index',
  linked: 'packages/linked/page/index',
  spending: 'packages/fund/spending/index',
  grant: 'packages/fund/grant/index',
  fund: 'packages/fund/page/index',
  needPlan: 'packages/project/plan/index',
  needProject: 'packages/project/page/index',
  consult: 'packages/consult/page/index',
  matchRound: 'packages/matching/round/index',
  matchProposals: 'packages/matching/proposals/index',
  matchComing: 'packages/matching/coming/index',
  supply: 'packages/supply/page/index',
  shop: 'packages/shop/own/index',
  notices: 'packages/notice/index/index',
  me: 'pages/me/index',
};

/** Tells a page that serves two steps which of them was meant. */
const STEPS: Partial<Readonly<Record<NoticeTarget['page'], string>>> = { wishAnswer: 'answer', wishRate: 'rate' };

/** Pure: the page a message opens, with its query; WeChat wants no leading slash. */
export const pageOf = (target: NoticeTarget): string => {
  const query = Object.entries({ wishId: target.wishId, claimId: target.claimId, id: target.subjectId ?? null, step: STEPS[target.page] ?? null })
    .filter((entry): entry is [string, string] => entry[1] !== null)
    .map(([name, value]) => `${name}=${encodeURIComponent(value)}`)
    .join('&');
  return query === '' ? PAGE_PATHS[target.page] : `${PAGE_PATHS[target.page]}?${query}`;
};
