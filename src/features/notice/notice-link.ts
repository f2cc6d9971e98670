import type { NoticeTarget } from '@contract';
import type { PageName, PageQuery } from '@/lib/pages';

const PAGE_OF: Readonly<Record<NoticeTarget['page'], PageName>> = {
  wishDetail: 'wishDetail',
  wishAnswer: 'wishDetail',
  wishConfirm: 'confirmWish',
  wishRate: 'confirmWish',
  claimPlan: 'planClaim',
  claimDeliver: 'deliverClaim',
  claimMine: 'myClaims',
  dispute: 'dispute',
  handoverCode: 'handoverCode',
  points: 'points',
  unit: 'unit',
  staffReview: 'staffReview',
  publicity: 'publicity',
  round: 'round',
  staffReferral: 'staffReferral',
  safety: 'safety',
  giverNote: 'giverNote',
  staffSafety: 'staffSafety',
  myRatings: 'myRatings',
  ratingSums: 'ratingSums',
  rectification: 'rectification',
  recheck: 'recheck',
  helpBack: 'helpBack',
  thanks: 'myThanks',
  gifts: 'gifts',
  giftsToHand: 'giftsToHand',
  shift: 'shift',
  mySchedule: 'mySchedule',
  roster: 'roster',
  activity: 'activity',
  staffActivity: 'activity',
  staffAbsence: 'staffAbsence',
  certificate: 'certificate',
  team: 'team',
  campaign: 'campaign',
  directed: 'directed',
  matchBudget: 'matchBudget',
  myPledges: 'myPledges',
  campaignPledges: 'campaignPledges',
  staffTeam: 'team',
  linked: 'linked',
  serviceRecord: 'hoursRecord',
  contribution: 'contribution',
  spending: 'spending',
  grant: 'grant',
  fund: 'fund',
  needPlan: 'needPlan',
  needProject: 'needProject',
  consult: 'consult',
  matchRound: 'matchRound',
  matchProposals: 'matchProposals',
  matchComing: 'matchComing',
  supply: 'supply',
  shop: 'ownShop',
  notices: 'notices',
  me: 'me',
};

/** Words in the query that tell a page shared by two targets which of the two was meant. */
const STEP_OF: Partial<Readonly<Record<NoticeTarget['page'], string>>> = { wishAnswer: 'answer', wishRate: 'rate' };

/** Pure: the page a notice opens and what it is opened with. */
export function noticeLink(target: NoticeTarget): { readonly page: PageName; readonly query: PageQuery } {
  return {
    page: PAGE_OF[target.page],
    query: { wishId: target.wishId ?? undefined, claimId: target.claimId ?? undefined, id: target.subjectId ?? undefined, step: STEP_OF[target.page] },
  };
}
