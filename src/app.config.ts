export default defineAppConfig({
  pages: ['pages/home/index', 'pages/wishes/index', 'pages/activities/index', 'pages/me/index'],
  subPackages: [
    { root: 'packages/wish', pages: ['ratings/index', 'detail/index', 'post/index', 'mine/index', 'confirm/index', 'benefits/index'] },
    { root: 'packages/claim', pages: ['mine/index', 'plan/index', 'deliver/index', 'batch/index', 'list/index', 'help-back/index'] },
    { root: 'packages/unit', pages: ['mine/index', 'detail/index'] },
    { root: 'packages/round', pages: ['list/index', 'page/index', 'edit/index', 'enter/index', 'hall/index', 'report/index'] },
    { root: 'packages/activity', pages: ['shift/index', 'mine/index', 'roster/index', 'activity/index', 'edit/index', 'organise/index', 'check/index', 'absence/index'] },
    { root: 'packages/campaign', pages: ['list/index', 'page/index', 'give/index', 'contribution/index', 'mine/index', 'ledger/index', 'givers/index', 'edit/index', 'stage/index', 'cash/index', 'desk/index', 'reconciliations/index', 'reconciliation/index'] },
    { root: 'packages/team', pages: ['list/index', 'page/index', 'people/index', 'open/index', 'help/index'] },
    { root: 'packages/linked', pages: ['list/index', 'page/index', 'edit/index'] },
    { root: 'packages/matching', pages: ['rounds/index', 'round/index', 'proposals/index', 'coming/index'] },
    { root: 'packages/directed', pages: ['list/index', 'page/index', 'edit/index', 'pay/index', 'mine/index', 'desk/index', 'answer/index', 'report/index', 'cash/index'] },
    { root: 'packages/project', pages: ['list/index', 'plan/index', 'page/index', 'edit/index'] },
    { root: 'packages/consult', pages: ['list/index', 'page/index', 'words/index', 'answer/index'] },
    { root: 'packages/lane', pages: ['grounds/index'] },
    { root: 'packages/fund', pages: ['page/index', 'open/index', 'grant/index', 'apply/index', 'ask/index', 'spending/index', 'spendings/index', 'uses/index'] },
    { root: 'packages/handover', pages: ['code/index', 'redeem/index', 'arrivals/index', 'dispute/index', 'safety/index', 'note/index'] },
    { root: 'packages/thanks', pages: ['say/index', 'mine/index', 'wall/index', 'month/index'] },
    { root: 'packages/rating', pages: ['sums/index', 'giver/index', 'rectification/index', 'recheck/index', 'rectifications/index', 'shift/index'] },
    { root: 'packages/points', pages: ['index/index', 'gifts/index', 'hand-over/index', 'offer/index'] },
    { root: 'packages/pledge', pages: ['promise/index', 'mine/index', 'station/index', 'campaign/index'] },
    { root: 'packages/hours', pages: ['mine/index', 'record/index', 'enter/index', 'waiting/index', 'shift/index', 'staff/index', 'export/index', 'certificates/index', 'make/index', 'certificate/index', 'verify/index'] },
    { root: 'packages/notice', pages: ['index/index', 'calls/index'] },
    { root: 'packages/me', pages: ['join/index', 'roles/index', 'privacy/index', 'settings/index', 'take-over/index'] },
    { root: 'packages/shop', pages: ['alliance/index', 'page/index', 'apply/index', 'mine/index', 'own/index', 'desk/index', 'year/index'] },
    { root: 'packages/merchant', pages: ['index/index', 'match/index', 'matches/index', 'offer-match/index'] },
    { root: 'packages/staff', pages: ['queue/index', 'review/index', 'rescue/index', 'referral/index', 'referrals/index', 'benefits/index', 'ledger/index', 'point-rules/index', 'favours/index', 'circle/index', 'freeze/index', 'roles/index', 'areas/index', 'phone/index', 'people/index', 'call-back/index', 'rating-appeal/index', 'rating-media/index', 'safety/index', 'giver-note/index', 'pause/index', 'thanks/index'] },
    { root: 'packages/group', pages: ['list/index', 'bind/index', 'page/index', 'share/index', 'enter/index', 'look/index', 'staff/index'] },
    { root: 'packages/supply', pages: ['mine/index', 'page/index', 'edit/index', 'wishes/index', 'helpers/index', 'map/index', 'table/index', 'gaps/index'] },
    { root: 'packages/publicity', pages: ['board/index', 'detail/index', 'suggest/index'] },
    { root: 'packages/difficulty', pages: ['list/index', 'case/index', 'propose/index', 'calendar/index'] },
  ],
  // Fetched while the person looks at the tab page from which these are most often opened.
  preloadRule: {
    'pages/home/index': { network: 'all', packages: ['packages/wish', 'packages/claim'] },
    'pages/wishes/index': { network: 'all', packages: ['packages/wish'] },
    'pages/activities/index': { network: 'all', packages: ['packages/activity'] },
    'pages/me/index': { network: 'wifi', packages: ['packages/points', 'packages/me'] },
  },
  window: {
    // Every page draws its own bar (components/nav-bar): titles stand left as in the mock-ups and grow with large type.
    navigationStyle: 'custom',
    navigationBarTitleText: '邻愿',
    navigationBarBackgroundColor: '#FBF6EE',
    navigationBarTextStyle: 'black',
    backgroundColor: '#FBF6EE',
    backgroundColorTop: '#FBF6EE',
    backgroundColorBottom: '#FBF6EE',
    backgroundTextStyle: 'dark',
  },
  tabBar: {
    color: '#766A5E',
    selectedColor: '#AE3F16',
    backgroundColor: '#FFFEFB',
    borderStyle: 'white',
    list: [
      tab('pages/home/index', '首页', 'home'),
      tab('pages/wishes/index', '心愿', 'wish'),
      tab('pages/activities/index', '活动', 'calendar'),
      tab('pages/me/index', '我的', 'user'),
    ],
  },
  lazyCodeLoading: 'requiredComponents',
  __usePrivacyCheck__: true,
});

/** One entry of the tab bar; its two pictures are written by config/render-icons.ts. */
function tab(pagePath: string, text: string, icon: string) {
  return {
    pagePath,
    text,
    iconPath: `assets/tab/${icon}.png`,
    selectedIconPath: `assets/tab/${icon}-on.png`,
  };
}
