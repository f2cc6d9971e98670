import type { TaskKind } from '@contract';
import type { PageName } from '@/lib/pages';

/** What a kind of task is called in a filter, what is to be done about it, and what the closing note may say. */
export interface TaskGuide {
  readonly label: string;
  /** Steps in the order in which a social worker would take them. */
  readonly steps: readonly string[];
  /** Sentences for one tap; the note may also be written freely. */
  readonly noteTemplates: readonly string[];
  /** Staff may confirm the delivery on the recipient's behalf. */
  readonly canConfirm: boolean;
  /** Staff may put the shares back on the wall. */
  readonly canGiveBack: boolean;
  /** Staff may give the giver some days more. */
  readonly canExtend?: boolean;
  /** Closed by a sentence; the others close by themselves once the claim is settled. */
  readonly canFinish: boolean;
  /** Decided on a page of its own, which the task's action opens; null when it is settled right here. */
  readonly page: PageName | null;
}

/** Settled by a choice on a page of its own, which tells everybody. */
const ON_A_PAGE = { noteTemplates: [], canConfirm: false, canGiveBack: false, canFinish: false } as const;

/** Closed by the kinds of the contract: a new kind does not compile until it is said here what people do about it. */
export const TASK_GUIDES: Readonly<Record<TaskKind, TaskGuide>> = {
  review: { label: '审核', steps: [], noteTemplates: [], canConfirm: false, canGiveBack: false, canFinish: false, page: null },
  photoReview: { label: '看照片', steps: [], noteTemplates: [], canConfirm: false, canGiveBack: false, canFinish: false, page: null },
  confirmOverdue: {
    label: '催确认',
    steps: ['打个电话问收的人：东西到了没有，合不合用', '收到了，就在这里替 TA 确认', '没收到，再问送的人放在哪儿；找不回来，就放回墙上重新等人'],
    noteTemplates: [],
    canConfirm: true,
    canGiveBack: true,
    canFinish: false,
    page: null,
  },
  dispute: {
    label: '两边说不拢',
    steps: ['先给送的人打电话，问放在哪儿、交给了谁', '再给收的人回个话，听听怎么说', '打开来写下问到的结果，两边都会看到'],
    noteTemplates: [],
    canConfirm: false,
    canGiveBack: false,
    canFinish: false,
    page: 'dispute',
  },
  unclaimed: {
    label: '没人接',
    steps: ['看看能不能拆小一点，好让更多人接', '问问社区的项目经费能不能出', '都不行，转给能办的部门'],
    ...ON_A_PAGE,
    page: 'staffRescue',
  },
  lastLeg: {
    label: '没人捎',
    steps: ['打电话给收的人：家里有没有人能来取，什么时候在家', '驿站的人或楼组长顺路送一趟，送到了就在这里替 TA 确认', '还想请志愿者，打开心愿再请一次'],
    noteTemplates: ['说好了，家里人来取', '驿站的人顺路送', '又请了一次志愿者'],
    canConfirm: true,
    canGiveBack: false,
    canFinish: true,
    page: null,
  },
  unclaimedLate: { label: '没人接，超时', steps: ['社区这边还没选好，先打个电话问问卡在哪儿', '接过来，三条路里选一条'], ...ON_A_PAGE, page: 'staffRescue' },
  referralOffer: { label: '转来的', steps: ['看看是什么事、要我们做什么', '接得了就接下，接不了早点说，好让对方另找'], ...ON_A_PAGE, page: 'staffReferral' },
  referralReturned: { label: '退回来的', steps: ['看看对方为什么接不了', '再转一次，或者自己办完说一声'], ...ON_A_PAGE, page: 'staffReferral' },
  referralReport: { label: '说进展', steps: ['给发心愿的人打个电话，问问办得怎么样', '办完了就说一声，没办完写到哪一步'], ...ON_A_PAGE, page: 'staffReferral' },
  referralStuck: { label: '转介卡住', steps: ['打电话问负责的人卡在哪儿', '帮着找人，或者接过来办完'], ...ON_A_PAGE, page: 'staffReferral' },
  deliveryOverdue: {
    label: '催送',
    steps: ['给认领的人打电话，问还能不能送、哪天送', '还能送，就延几天，收的人马上知道新的日子', '送不了，就放回墙上重新等人，不怪 TA'],
    noteTemplates: ['送的人今天就送', '电话没打通，已留言'],
    canConfirm: false,
    canGiveBack: true,
    canExtend: true,
    canFinish: true,
    page: null,
  },
  benefitCheck: { label: '看补贴', steps: [], noteTemplates: [], canConfirm: false, canGiveBack: false, canFinish: false, page: null },
  ledgerProof: { label: '对账', steps: ['打开看是哪几个账户、差多少', '先别动账：把结果交给管系统的人查', '查清了用冲正补一笔，不改旧账'], noteTemplates: ['查清了，已冲正'], canConfirm: false, canGiveBack: false, canFinish: true, page: 'staffLedger' },
  callBack: { label: '评价回访', steps: ['打开看电话和三句问话', '照着问，不提醒、不劝', '记下结果：属实、不是这样说的、没打通'], ...ON_A_PAGE, page: 'staffCallBack' },
  ratingAppeal: { label: '评价申诉', steps: ['看看当时为什么没给积分', '给或不给都写一句为什么，对方看得到'], ...ON_A_PAGE, page: 'staffRatingAppeal' },
  pointsAppeal: { label: '积分申诉', steps: ['看看当时为什么先放着、TA 怎么说', '给两边都打个电话问问', '放开或接着放，都写一句为什么，对方看得到'], ...ON_A_PAGE, page: 'staffFreeze' },
  benefitHelp: {
    label: '帮办补贴',
    steps: ['打电话约时间，说清要带哪些证件', '陪着填表，或替 TA 交到窗口', '办到哪一步了，写一句'],
    noteTemplates: ['陪着填好表，交到窗口了', '够不上条件，已告诉本人', '本人说先不办了'],
    canConfirm: false,
    canGiveBack: false,
    canFinish: true,
    page: null,
  },
  posting: {
    label: '贴公示',
    steps: ['打印公示，只写称呼和帮什么', '贴到大家看得见的公告栏', '记下贴在哪儿'],
    noteTemplates: [],
    canConfirm: false,
    canGiveBack: false,
    canFinish: false,
    page: 'publicity',
  },
  objection: {
    label: '核实异议',
    steps: ['看看邻居写了什么', '去核实，别让当事人难堪', '写下结果；公示接着走，或者撤下'],
    noteTemplates: [],
    canConfirm: false,
    canGiveBack: false,
    canFinish: false,
    page: 'publicity',
  },
  difficulty: { label: '困难帮扶', steps: ['打开这一件，办完这一步'], noteTemplates: [], canConfirm: false, canGiveBack: false, canFinish: false, page: 'staffDifficultyCase' },
  thanksVoice: { label: '听谢谢', steps: ['找个安静的地方听一遍，别外放', '听听有没有名字、门牌、病情这些', '能放就放；不合适，写一句让说的人明白'], ...ON_A_PAGE, page: 'staffThanks' },
  safetyReport: { label: '不安全', steps: ['先看是什么事；人有危险，先打 110 或 120', '给说的人打电话，再去现场看', '写一句做了什么，说的人看得到'], ...ON_A_PAGE, page: 'staffSafety' },
  nobodyHome: { label: '没人在', steps: ['打个电话，没人接就上门看看', '独居的老人，今天就去', '写一句人怎么样了，只有社区看得到'], ...ON_A_PAGE, page: 'staffGiverNote' },
  ratingMedia: { label: '看评价照片', steps: ['看一眼照片，或找个安静的地方听一遍', '只看能不能留，不看说好说坏', '不能留，写一句让评的人明白'], ...ON_A_PAGE, page: 'staffRatingMedia' },
  rectification: { label: '整改', steps: ['先看看大家说了什么，给对方打个电话，问问难在哪儿', '对方写了怎么改，看过再问问大家', '只帮着改，不罚；办不下去的，街道来看'], ...ON_A_PAGE, page: 'rectification' },
  activityReview: { label: '看活动', steps: ['看看写清楚没有：做什么、几个人、谁带队', '有风险的，保险写了没有；有孩子的，是不是公共场所、两位大人', '行就发布，差什么写一句退回去补'], ...ON_A_PAGE, page: 'activity' },
  rosterLate: { label: '催名单', steps: ['给领队打个电话，问问谁到了', '领队不方便，您照着说的替 TA 记名单'], ...ON_A_PAGE, page: 'roster' },
  shiftWithoutLead: { label: '缺领队', steps: ['问问报了名的人谁愿意带队', '用 TA 的编号在班次里换上', '没有人愿意，就早点取消，别让大家白跑'], ...ON_A_PAGE, page: 'shift' },
  serviceHours: { label: '时长', steps: ['看看 TA 说哪里不对、和哪一条重叠', '问问领队那天几点到、几点走', '改对了写一句为什么，或者说明为什么不改，TA 看得到'], ...ON_A_PAGE, page: 'hoursRecord' },
  absence: { label: '没来的说明', steps: ['看看 TA 写了什么', '问问领队那天的情况', '请过假或没来，写一句，TA 看得到'], ...ON_A_PAGE, page: 'staffAbsence' },
  matchBudget: { label: '配捐', steps: ['对收款单位的收据，款到了再点“款到了”', '不再配了，请收款单位把余款退给商户', '退了记下凭证号，等商户确认'], ...ON_A_PAGE, page: 'matchBudget' },
  teamReview: { label: '看队伍', steps: ['看看名字和做的事写清楚没有', '和发起的人通个电话，问问平时怎么张罗', '行就同意，不行写一句，TA 看得到'], ...ON_A_PAGE, page: 'team' },
  teamWithoutLead: { label: '缺队长', steps: ['问问队里的人，谁愿意接着带', '在队员名单里请 TA 当队长', '没有人愿意，就关掉，别让大家白等'], ...ON_A_PAGE, page: 'team' },
  cashToConfirm: { label: '点现金', steps: ['把钱点一遍，和收据对上', '对上了就点“对上了”，不对就写明差在哪', '谁记的就不能由谁点'], ...ON_A_PAGE, page: 'moneyDesk' },
  cashToReturn: { label: '退现金', steps: ['打电话约个时间，当面退', '退的人记一笔', '另一位同事看过，再点“退好了”'], ...ON_A_PAGE, page: 'moneyDesk' },
  refundStuck: { label: '退不回去', steps: ['看看收款户里的钱够不够', '不够就请收款的单位充上，够了会自己再退', '微信说的是别的，照着去商户平台办'], noteTemplates: ['收款户充上了，等它自己退'], canConfirm: false, canGiveBack: false, canFinish: true, page: null },
  moneyMismatch: { label: '钱对不上', steps: ['对一下微信账单上的这一笔', '钱已经按原路退回，打个电话和对方说一声'], noteTemplates: ['对过了，已经退回，也说了'], canConfirm: false, canGiveBack: false, canFinish: true, page: null },
  moneyDifference: { label: '对账有出入', steps: ['打开那一天的对账，看差在哪一笔', '在微信商户平台和收据里找到原因', '在对账里写一句原因，这件就办好了'], ...ON_A_PAGE, page: 'reconciliation' },
  campaignReview: { label: '看互助', steps: ['四件事写清楚没有：谁在办、办过什么、用在哪、到哪一步', '动公共部分的，看业主表决和物业同意的纸', '行就通过，差什么写一句，不行也写一句，TA 看得到'], ...ON_A_PAGE, page: 'campaign' },
  campaignReport: { label: '催公开', steps: ['给张罗的人打个电话，问问难在哪', '不会写的，您照着说的替 TA 写'], ...ON_A_PAGE, page: 'campaign' },
  campaignPhoto: { label: '看互助照片', steps: ['看一眼照片：不违法、不吓人、没有人脸和门牌', '能公开就放出来；不能，写一句让张罗的人明白', '自己传的，请别的同事来看'], ...ON_A_PAGE, page: 'campaign' },
  supplyAsk: { label: '问资源', steps: ['给对方打个电话，问问还能不能提供', '能就确认一下，不能就先歇着', '两周没人管，会自己歇着'], ...ON_A_PAGE, page: 'supply' },
  supplyCertificate: { label: '看证书', steps: ['请对方把证书原件带来，或者到店里看', '看清是谁的、哪一行、有效到哪天；吃不准，到发证单位的网站查', '看过就记下有效期；不是或过期了，写一句，对方看得到'], ...ON_A_PAGE, page: 'supply' },
  needProjectLate: { label: '催项目', steps: ['给负责的同事打个电话，问问卡在哪', 'TA 腾不出手，您接过来', '不办了也写一句，里面的心愿才能重新打包'], ...ON_A_PAGE, page: 'needProject' },
  consultLook: { label: '看不同意见', steps: ['看看写的是不是事，有没有说到谁家、谁的病', '能公开就点“公开”；不能，写一句让 TA 明白'], ...ON_A_PAGE, page: 'consultAnswer' },
  consultLate: { label: '催答复', steps: ['给负责的同事打个电话，问问难在哪', 'TA 腾不出手，您替大家一条条答复'], ...ON_A_PAGE, page: 'consultAnswer' },
  directedOffer: { label: '看赠与', steps: ['看看给谁、办什么、钱花在哪，有没有夹带广告', '和给的人通个电话，说定哪天付、哪天报告', '行就接下并写清四件事；差什么写一句，不接也写一句'], ...ON_A_PAGE, page: 'directed' },
  directedThings: { label: '点收', steps: ['东西点一遍，服务问一问做了没有', '少了写一句差在哪，对方看得到'], ...ON_A_PAGE, page: 'directed' },
  directedReport: { label: '催报告', steps: ['给负责的同事打个电话，问问难在哪', '写不了的，您替 TA 写'], ...ON_A_PAGE, page: 'directed' },
  directedPhoto: { label: '看赠与照片', steps: ['看一眼照片：不违法、不吓人、没有人脸和门牌', '能公开就放出来；不能，写一句让负责的人明白', '自己传的，请别的同事来看'], ...ON_A_PAGE, page: 'directed' },
  directedLeftover: { label: '赠与余款', steps: ['想好余下的钱怎么办：退回去、转给基金，还是照样再办', '给的人点了同意才动；一直没回就打个电话', '退了记下凭证号，等对方说收到'], ...ON_A_PAGE, page: 'directed' },
  laneConfirm: { label: '核对开通', steps: ['谁登记的，就由另一位管理员来核对', '对着文件看依据、文号和收款方', '对就点确认；不对，请登记的人改了重登'], ...ON_A_PAGE, page: 'laneGrounds' },
  linkedCheck: { label: '核对募捐', steps: ['到民政部网站看平台还在不在名单里、证书和备案对不对', '点一下链接，看是不是这一场', '对就点核对过了，不对写一句'], ...ON_A_PAGE, page: 'linked' },
  spendingReview: { label: '看用款', steps: ['点开收据，看金额、日期、抬头对不对', '看看该不该花：在不在用途表里，是不是说好的事', '自己提的、付给自己的，请别人来看'], ...ON_A_PAGE, page: 'spending' },
  payout: { label: '付款', steps: ['从账上把钱付给收款的人', '记下凭证号和哪天付的，大家的账上就看得到'], ...ON_A_PAGE, page: 'spending' },
  grantReview: { label: '定项目', steps: ['看看做什么、谁来做、每笔钱用在哪里', '和同事商量一个数，两位写一样的才算', '不批也写一句，对方看得到'], ...ON_A_PAGE, page: 'grant' },
  grantReport: { label: '结项目', steps: ['对着收据看报告', '做成了就结，没用完的退回基金', '差什么写一句，请对方补'], ...ON_A_PAGE, page: 'grant' },
  shopReview: { label: '看商户', steps: ['请对方带执照原件来，或者到店里看', '名字、代码、有效期，和这里写的对一对；吃不准，到公示系统网站查', '对就点“看过原件，通过”；差什么写一句，对方看得到'], ...ON_A_PAGE, page: 'ownShop' },
  shopHandedBack: { label: '商户还回', steps: ['看看还回来的心愿，哪件最急', '急的先给对方打个电话，说一声有人接着找', '帮着问问别的商户、单位'], noteTemplates: ['都看过了，不急', '急的已经找到人了'], canConfirm: false, canGiveBack: false, canFinish: true, page: null },
  unitWithoutContact: {
    label: '缺联系人',
    steps: ['打电话问问这个单位的人，谁愿意来联系', '在单位页里用编号找到 TA，交给 TA', '没有人愿意，等手上的认领办完就关掉'],
    noteTemplates: [],
    canConfirm: false,
    canGiveBack: false,
    canFinish: false,
    page: 'unit',
  },
};

/** Pure: whether a task is opened as a review of the wish rather than as a note to write. */
export function opensReview(kind: TaskKind): boolean {
  return kind === 'review' || kind === 'photoReview' || kind === 'benefitCheck';
}
