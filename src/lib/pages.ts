import Taro from '@tarojs/taro';

/**
 * Every page a person can be sent to. The one table of paths: nobody writes a path elsewhere, so that a renamed page
 * fails to compile where it is opened.
 */
export const PAGES = {
  home: '/pages/home/index',
  wishes: '/pages/wishes/index',
  activities: '/pages/activities/index',
  me: '/pages/me/index',
  wishDetail: '/packages/wish/detail/index',
  postWish: '/packages/wish/post/index',
  myWishes: '/packages/wish/mine/index',
  confirmWish: '/packages/wish/confirm/index',
  myClaims: '/packages/claim/mine/index',
  planClaim: '/packages/claim/plan/index',
  deliverClaim: '/packages/claim/deliver/index',
  claimBatch: '/packages/claim/batch/index',
  deliveryList: '/packages/claim/list/index',
  myUnits: '/packages/unit/mine/index',
  unit: '/packages/unit/detail/index',
  handoverCode: '/packages/handover/code/index',
  redeemCode: '/packages/handover/redeem/index',
  arrivals: '/packages/handover/arrivals/index',
  dispute: '/packages/handover/dispute/index',
  safety: '/packages/handover/safety/index',
  giverNote: '/packages/handover/note/index',
  staffSafety: '/packages/staff/safety/index',
  staffGiverNote: '/packages/staff/giver-note/index',
  helpBack: '/packages/claim/help-back/index',
  sayThanks: '/packages/thanks/say/index',
  myThanks: '/packages/thanks/mine/index',
  thanksMonth: '/packages/thanks/month/index',
  thanksWall: '/packages/thanks/wall/index',
  myRatings: '/packages/wish/ratings/index',
  ratingSums: '/packages/rating/sums/index',
  rectification: '/packages/rating/rectification/index',
  recheck: '/packages/rating/recheck/index',
  rateShift: '/packages/rating/shift/index',
  staffRectifications: '/packages/rating/rectifications/index',
  giverRecord: '/packages/rating/giver/index',
  staffCallBack: '/packages/staff/call-back/index',
  staffRatingAppeal: '/packages/staff/rating-appeal/index',
  staffRatingMedia: '/packages/staff/rating-media/index',
  takeOver: '/packages/me/take-over/index',
  phoneDesk: '/packages/staff/phone/index',
  people: '/packages/staff/people/index',
  points: '/packages/points/index/index',
  notices: '/packages/notice/index/index',
  callList: '/packages/notice/calls/index',
  join: '/packages/me/join/index',
  myRoles: '/packages/me/roles/index',
  privacy: '/packages/me/privacy/index',
  settings: '/packages/me/settings/index',
  merchant: '/packages/merchant/index/index',
  supplies: '/packages/supply/mine/index',
  supply: '/packages/supply/page/index',
  editSupply: '/packages/supply/edit/index',
  supplyWishes: '/packages/supply/wishes/index',
  wishSupplies: '/packages/supply/helpers/index',
  supplyMap: '/packages/supply/map/index',
  supplyTable: '/packages/supply/table/index',
  supplyGaps: '/packages/supply/gaps/index',
  rounds: '/packages/round/list/index',
  round: '/packages/round/page/index',
  editRound: '/packages/round/edit/index',
  enterRound: '/packages/round/enter/index',
  roundHall: '/packages/round/hall/index',
  roundReport: '/packages/round/report/index',
  shift: '/packages/activity/shift/index',
  mySchedule: '/packages/activity/mine/index',
  roster: '/packages/activity/roster/index',
  activity: '/packages/activity/activity/index',
  editActivity: '/packages/activity/edit/index',
  myActivities: '/packages/activity/organise/index',
  staffActivities: '/packages/activity/check/index',
  staffAbsence: '/packages/activity/absence/index',
  certificates: '/packages/hours/certificates/index',
  makeCertificate: '/packages/hours/make/index',
  certificate: '/packages/hours/certificate/index',
  verifyCertificate: '/packages/hours/verify/index',
  teams: '/packages/team/list/index',
  team: '/packages/team/page/index',
  campaigns: '/packages/campaign/list/index',
  campaign: '/packages/campaign/page/index',
  enterCash: '/packages/campaign/cash/index',
  giveCampaign: '/packages/campaign/give/index',
  campaignGivers: '/packages/campaign/givers/index',
  campaignLedger: '/packages/campaign/ledger/index',
  editCampaign: '/packages/campaign/edit/index',
  nextStage: '/packages/campaign/stage/index',
  contribution: '/packages/campaign/contribution/index',
  myContributions: '/packages/campaign/mine/index',
  moneyDesk: '/packages/campaign/desk/index',
  reconciliations: '/packages/campaign/reconciliations/index',
  reconciliation: '/packages/campaign/reconciliation/index',
  linkedList: '/packages/linked/list/index',
  linked: '/packages/linked/page/index',
  editLinked: '/packages/linked/edit/index',
  matchRounds: '/packages/matching/rounds/index',
  matchRound: '/packages/matching/round/index',
  matchProposals: '/packages/matching/proposals/index',
  matchComing: '/packages/matching/coming/index',
  directedList: '/packages/directed/list/index',
  directed: '/packages/directed/page/index',
  editDirected: '/packages/directed/edit/index',
  payDirected: '/packages/directed/pay/index',
  myDirected: '/packages/directed/mine/index',
  directedDesk: '/packages/directed/desk/index',
  answerDirected: '/packages/directed/answer/index',
  reportDirected: '/packages/directed/report/index',
  directedCash: '/packages/directed/cash/index',
  laneGrounds: '/packages/lane/grounds/index',
  myHours: '/packages/hours/mine/index',
  hoursRecord: '/packages/hours/record/index',
  enterHours: '/packages/hours/enter/index',
  hoursToConfirm: '/packages/hours/waiting/index',
  shiftHours: '/packages/hours/shift/index',
  staffHours: '/packages/hours/staff/index',
  exportHours: '/packages/hours/export/index',
  teamPeople: '/packages/team/people/index',
  openTeam: '/packages/team/open/index',
  openHelpTeam: '/packages/team/help/index',
  myGroups: '/packages/group/list/index',
  bindGroup: '/packages/group/bind/index',
  group: '/packages/group/page/index',
  groupShare: '/packages/group/share/index',
  enterShare: '/packages/group/enter/index',
  lookShare: '/packages/group/look/index',
  staffGroups: '/packages/group/staff/index',
  alliance: '/packages/shop/alliance/index',
  shopPage: '/packages/shop/page/index',
  applyShop: '/packages/shop/apply/index',
  myShops: '/packages/shop/mine/index',
  ownShop: '/packages/shop/own/index',
  staffShops: '/packages/shop/desk/index',
  shopYear: '/packages/shop/year/index',
  fund: '/packages/fund/page/index',
  openFund: '/packages/fund/open/index',
  grant: '/packages/fund/grant/index',
  applyGrant: '/packages/fund/apply/index',
  askSpending: '/packages/fund/ask/index',
  spending: '/packages/fund/spending/index',
  spendings: '/packages/fund/spendings/index',
  useTable: '/packages/fund/uses/index',
  staffQueue: '/packages/staff/queue/index',
  staffReview: '/packages/staff/review/index',
  staffRescue: '/packages/staff/rescue/index',
  staffReferral: '/packages/staff/referral/index',
  staffThanks: '/packages/staff/thanks/index',
  staffReferrals: '/packages/staff/referrals/index',
  staffBenefits: '/packages/staff/benefits/index',
  matchBudget: '/packages/merchant/match/index',
  matchBudgets: '/packages/merchant/matches/index',
  offerMatch: '/packages/merchant/offer-match/index',
  promisePledge: '/packages/pledge/promise/index',
  myPledges: '/packages/pledge/mine/index',
  pledgesToReceive: '/packages/pledge/station/index',
  campaignPledges: '/packages/pledge/campaign/index',
  gifts: '/packages/points/gifts/index',
  giftsToHand: '/packages/points/hand-over/index',
  offerGift: '/packages/points/offer/index',
  pointRules: '/packages/staff/point-rules/index',
  staffFavours: '/packages/staff/favours/index',
  staffCircle: '/packages/staff/circle/index',
  staffFreeze: '/packages/staff/freeze/index',
  staffLedger: '/packages/staff/ledger/index',
  benefits: '/packages/wish/benefits/index',
  staffRoles: '/packages/staff/roles/index',
  staffPause: '/packages/staff/pause/index',
  staffAreas: '/packages/staff/areas/index',
  publicityBoard: '/packages/publicity/board/index',
  publicity: '/packages/publicity/detail/index',
  suggestPerson: '/packages/publicity/suggest/index',
  staffDifficulty: '/packages/difficulty/list/index',
  staffDifficultyCase: '/packages/difficulty/case/index',
  staffPropose: '/packages/difficulty/propose/index',
  needPlan: '/packages/project/plan/index',
  needProjects: '/packages/project/list/index',
  needProject: '/packages/project/page/index',
  consults: '/packages/consult/list/index',
  consult: '/packages/consult/page/index',
  consultWords: '/packages/consult/words/index',
  consultAnswer: '/packages/consult/answer/index',
  editNeedProject: '/packages/project/edit/index',
  staffCalendar: '/packages/difficulty/calendar/index',
} as const;

export type PageName = keyof typeof PAGES;
export type TabName = 'home' | 'wishes' | 'activities' | 'me';

const TAB_NAMES: ReadonlySet<PageName> = new Set<TabName>(['home', 'wishes', 'activities', 'me']);

/** WeChat keeps at most ten pages; one is left free so that a link never dies silently. */
const PAGE_STACK_LIMIT = 9;

/** What a page may be opened with; `undefined` leaves the name out of the query. */
export type PageQuery = Readonly<Record<string, string | number | undefined>>;

/** The path of a page with its query, as `navigateTo` and share messages want it. */
export function pageUrl(name: PageName, query: PageQuery = {}): string {
  const pairs = Object.entries(query)
    .filter(([, value]) => value !== undefined)
    .map(([key, value]) => `${encodeURIComponent(key)}=${encodeURIComponent(String(value))}`);
  return pairs.length > 0 ? `${PAGES[name]}?${pairs.join('&')}` : PAGES[name];
}

/**
 * Opens a page by name. Tab pages are switched to (they take no query); when the stack is full the current page is
 * replaced instead, because WeChat would refuse to open an eleventh.
 */
export async function openPage(name: PageName, query: PageQuery = {}): Promise<void> {
  if (TAB_NAMES.has(name)) {
    await Taro.switchTab({ url: PAGES[name] });
    return;
  }
  const url = pageUrl(name, query);
  if (Taro.getCurrentPages().length >= PAGE_STACK_LIMIT) {
    await Taro.redirectTo({ url });
    return;
  }
  await Taro.navigateTo({ url });
}

/** Replaces the current page, for steps a person must not come back to (a posted form). */
export async function replacePage(name: PageName, query: PageQuery = {}): Promise<void> {
  if (TAB_NAMES.has(name)) {
    await Taro.switchTab({ url: PAGES[name] });
    return;
  }
  await Taro.redirectTo({ url: pageUrl(name, query) });
}

/** One page back; from the first page (opened from a share card) to the home page. */
export async function goBack(): Promise<void> {
  if (Taro.getCurrentPages().length > 1) {
    await Taro.navigateBack();
    return;
  }
  await Taro.switchTab({ url: PAGES.home });
}

/**
 * A value of the current page's query. WeChat hands query values over undecoded while the browser decodes them,
 * so a value that does not decode is taken as it is.
 */
export function readQuery(params: Readonly<Record<string, string | undefined>>, key: string): string | undefined {
  const raw = params[key];
  if (raw === undefined) return undefined;
  try {
    return decodeURIComponent(raw);
  } catch {
    return raw;
  }
}
