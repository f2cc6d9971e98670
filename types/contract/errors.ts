/**
 * The closed table of refusals. Each has one plain Chinese sentence that says what is so and what to do next; a route
 * may replace the sentence by a more exact one, never the code. Client and server read the same table.
 */
interface ErrorEntry {
  readonly message: string;
  /** Whether sending the very same call again can succeed. */
  readonly retryable: boolean;
}

export const ERROR_TABLE = {
  // The call itself
  BAD_INPUT: { message: '有一处没填对，看看标红的地方。', retryable: false },
  UNKNOWN_ROUTE: { message: '这个版本太旧了，请关掉小程序再打开一次。', retryable: false },
  NOT_IDENTIFIED: { message: '没认出您是谁，请从微信里重新打开。', retryable: true },
  NOT_JOINED: { message: '先加入您的社区，再来办这件事。', retryable: false },
  ALREADY_JOINED: { message: '您已经在社区里了。', retryable: false },
  NOT_ALLOWED: { message: '这件事要由有权限的人来办。', retryable: false },
  OUT_OF_AREA: { message: '这不在您负责的范围里。', retryable: false },
  NOT_FOUND: { message: '没找到，可能已经撤回了。', retryable: false },
  RATE_LIMITED: { message: '您点得有点快，歇一会儿再试。写好的都还在。', retryable: true },
  OPERATION_REUSED: { message: '这一步刚才已经办过了，请刷新看看。', retryable: false },
  BUSY: { message: '刚好有别人在办同一件事，请再点一次。', retryable: true },
  UNEXPECTED: { message: '我们这边出了点问题，您写的都还在，请过一会儿再试。', retryable: true },
  // Content
  TEXT_RISKY: { message: '这段话里有不能公开的内容，请换个说法。写好的都还在。', retryable: false },
  CONTENT_CHECK_UNAVAILABLE: { message: '内容检查暂时没有回应，草稿已留好，请过一会儿再发。', retryable: true },
  FILE_NOT_YOURS: { message: '这张照片不是您上传的，请重新选一张。', retryable: false },
  // Joining and roles
  AREA_NOT_JOINABLE: { message: '请选到社区或小区这一级。', retryable: false },
  PERSON_NOT_FOUND: { message: '没找到这个编号，请对方打开“我的”再看一眼。', retryable: false },
  ROLE_AREA_TOO_HIGH: { message: '只能在您负责的范围里给身份。', retryable: false },
  ADMIN_SECRET_WRONG: { message: '口令不对，或者已经用过了。', retryable: false },
  STILL_BUSY_HERE: { message: '您还有没办完的心愿、认领或报名，办完或撤回后就能退出。', retryable: false },
  // Wishes
  WISH_OVER_CAP: { message: '一件心愿最多约 500 元，超出的请联系社工一起想办法。', retryable: false },
  WISH_NOT_ALLOWED_GOODS: { message: '药品、婴儿奶粉、散装熟食这些不能发心愿，请打社区电话，我们另想办法。', retryable: false },
  WISH_BUDGET_USED: { message: '您家已有 3 个心愿在办，先等一个办好，或打电话请社工帮忙发。', retryable: false },
  WISH_WINDOW_PAST: { message: '这个日子已经过了，请换一天。', retryable: false },
  CONSENT_MISSING: { message: '替别人发，要先留下对方同意的凭据。', retryable: false },
  WISH_STATE_CHANGED: { message: '这个心愿刚刚有了变化，已为您刷新。', retryable: false },
  WISH_HAS_CLAIMS: { message: '已经有人认领了，先和社工说一声再撤回。', retryable: false },
  // Claims
  SHARES_SOLD_OUT: { message: '慢了一步，这份刚被别人认走了。', retryable: false },
  GIFT_GONE: { message: '刚刚被别人换完了，看看别的吧。', retryable: false },
  GIFT_LIMIT: { message: '这份礼物您家已经换过了，过些日子再来。', retryable: false },
  GIFT_ENDED: { message: '这份已经取走或取消了，刷新看看。', retryable: false },
  POINTS_NOT_ENOUGH: { message: '能用的积分不够，等待入账的还不能用。', retryable: false },
  SHARES_NOT_ENOUGH: { message: '剩下的不够这么多份了，少认几份试试。', retryable: false },
  CLAIM_OWN_WISH: { message: '这是您自己的心愿，等邻居来认领吧。', retryable: false },
  CLAIM_ALREADY_HELD: { message: '您已经认领了这个心愿，在“我的认领”里能看到。', retryable: false },
  CLAIM_OVERDUE_ELSEWHERE: { message: '您有一份认领过了日子还没送，先办好或还回去，再来认领新的。', retryable: false },
  CLAIM_ACCOUNT_FROZEN: { message: '社区暂停了您认领新心愿，手上的照常办；想问原因请打社区电话。', retryable: false },
  UNIT_NOT_YOURS: { message: '这个单位现在不由您联系，请用自己的名义认领。', retryable: false },
  UNIT_FULL: { message: '这个单位的人已经满了，请联系人先请一位退出。', retryable: false },
  UNIT_STATE_CHANGED: { message: '这个单位刚刚有了变化，已为您刷新。', retryable: false },
  UNIT_HAS_CLAIMS: { message: '还有没送到的认领，办好或还回去以后再关。', retryable: false },
  UNIT_LIMIT_REACHED: { message: '您已经联系好几个单位了，先交给别人一个。', retryable: false },
  EXTENSION_USED: { message: '已经延过一次了，还要晚几天请打社区电话说一声。', retryable: false },
  CLAIM_NEEDS_CERTIFICATE: { message: '这类维修要有资质，请让登记过的商户或单位来认领。', retryable: false },
  CLAIM_LIMIT_REACHED: { message: '这个心愿的认领次数太多了，社工会来接手。', retryable: false },
  CLAIM_STATE_CHANGED: { message: '这份认领刚刚有了变化，已为您刷新。', retryable: false },
  PLAN_TOO_LATE: { message: '送到的日子要在约定的期限之前。', retryable: false },
  PROOF_MISSING: { message: '请拍一张送到的照片，社区看过才算数。', retryable: false },
  // Publicity and people in special difficulty
  PUBLICITY_OVER: { message: '这次公示已经结束了，还有话要说，请打社区的电话。', retryable: false },
  OBJECTION_ALREADY: { message: '您已经提过一次了，社区核实后会告诉您结果。', retryable: false },
  OBJECTIONS_FULL: { message: '等着核实的异议已经很多，请过几天再来，或打社区的电话说。', retryable: false },
  PUBLIC_TEXT_PRIVATE: { message: '公示里不能写病情、年纪、门牌和证件号，请换个说法。', retryable: false },
  CASE_STATE_CHANGED: { message: '这件事刚刚有了变化，已为您刷新。', retryable: false },
  // People on paper
  PERSON_TAKEN_OVER: { message: '这位已经自己用上微信了，请对方在小程序里办。', retryable: false },
  TAKEOVER_CODE_WRONG: { message: '编号不对，请和工作人员再核对一遍。', retryable: false },
  TAKEOVER_CODE_OVER: { message: '这个编号过了时间或用过了，请工作人员重新给一个。', retryable: false },
  // Rounds
  ROUND_STATE_CHANGED: { message: '这一期刚刚有了变化，已为您刷新。', retryable: false },
  ROUND_FULL: { message: '这一期放不下这么多心愿了，少挑几个，或者另开一期。', retryable: false },
  ROUND_EMPTY: { message: '先挑几个心愿放进来，再开始。', retryable: false },
  WISH_IN_ROUND: { message: '有心愿已经在别的一期里，或者刚刚结束了。已为您刷新，再挑一遍。', retryable: false },
  ROUND_CODE_UNKNOWN: { message: '没有这个码。对一下大屏幕上的六位，再输一次。', retryable: false },
  // Handing over
  CLAIM_IN_DISPUTE: { message: '社区正在两边问这件事，问清楚了再往下办。', retryable: false },
  DISPUTE_NOT_NOW: { message: '现在还说不了这个，有急事请打社区电话。', retryable: false },
  DISPUTE_CLOSED: { message: '这件事社区已经断过了，还有话请打社区电话。', retryable: false },
  CODE_WRONG: { message: '交接码不对，请再看一眼。', retryable: false },
  CODE_EXPIRED: { message: '这个码过时了，请对方再开一个。', retryable: false },
  CODE_EXHAUSTED: { message: '试的次数用完了，请对方再开一个新码。', retryable: false },
  CODE_MISSING: { message: '对方还没开交接码，请对方打开心愿点一下“交接码”。', retryable: false },
  HOME_NOT_AGREED: { message: '对方还没说可以送到家，先约驿站；想上门，请对方在心愿里点“可以送到家”。', retryable: false },
  LAST_LEG_NOT_NOW: { message: '东西要先约好放到驿站，才能请人捎到家；约了上门的，由送的人送到。', retryable: false },
  LAST_LEG_ASKED_OFTEN: { message: '请了几次都没人接，请打社区电话，我们想办法送到您家。', retryable: false },
  LAST_LEG_NOT_YOURS: { message: '捎一程要由一位邻居自己来跑，请用自己的名义接。', retryable: false },
  CONTACT_NOT_NEEDED: { message: '现在用不着互相留电话；约好上门以后再来，有急事请打社区电话。', retryable: false },
  CONTACT_MISSING: { message: '对方还没留电话，留了会告诉您；有急事请打社区电话。', retryable: false },
  CONTACT_READ_OFTEN: { message: '看了好多次了，还没联系上，请打社区电话帮着问。', retryable: false },
  CONTACT_CHANGED_OFTEN: { message: '电话改了好几次了，还要改请打社区电话说一声。', retryable: false },
  // Ratings and thanks
  THANKS_TOO_EARLY: { message: '等确认收到以后，再来说谢谢。', retryable: false },
  RATING_NOT_YOURS: { message: '这件事要由收到帮助的人来评。', retryable: false },
  APPEAL_NOT_NOW: { message: '这次评价没有什么要申诉的，或者日子已经过了；有话请打社区电话。', retryable: false },
  APPEAL_ALREADY: { message: '您已经申诉过了，社区看过会告诉您。', retryable: false },
  CALL_BACK_OVER: { message: '这通回访已经结束了，不用再打。', retryable: false },
  REPLY_NOT_NOW: { message: '满 5 个人评过以后可以回应一次；您可能已经回应过了。', retryable: false },
  RECTIFICATION_CHANGED: { message: '这件整改刚刚有了变化，已为您刷新。', retryable: false },
  RECTIFICATION_OBJECTED: { message: '您的说明社区正在看，看过再写改了什么，日子先不往前走。', retryable: false },
  RECTIFICATION_ASKED_TWICE: { message: '已经请对方补过一次了，这次请问问大家。', retryable: false },
  RECHECK_ALREADY: { message: '您已经说过了，谢谢。', retryable: false },
  SAFETY_WITH_STAFF: { message: '您说的社区已经收到了，正在办；还有话、等不及，请打社区电话。', retryable: false },
  SAFETY_OFTEN: { message: '这件事您已经说过几次了，请直接打社区电话，当面说清楚。', retryable: false },
  NOTE_TOO_EARLY: { message: '等送到以后，再来说顺不顺利。', retryable: false },
  NOTE_ALREADY: { message: '这次您已经跟社工说过了；还有话请打社区电话。', retryable: false },
  // Activities and shifts
  ACTIVITY_STATE_CHANGED: { message: '这个活动刚刚有了变化，已为您刷新。', retryable: false },
  ACTIVITY_NOT_READY: { message: '还差几样没写，补上再交给社区看。', retryable: false },
  ACTIVITY_UNINSURED: { message: '有风险的活动要先写明保险，才能发布。', retryable: false },
  ACTIVITY_OWN_DRAFT: { message: '自己起草的活动，要请另一位同事来看。', retryable: false },
  SHIFTS_FULL: { message: '这个活动排的时间太多了，另开一个活动吧。', retryable: false },
  SHIFT_STATE_CHANGED: { message: '这一班刚刚有了变化，已为您刷新。', retryable: false },
  SHIFT_CAPACITY_TAKEN: { message: '报上的人比这个数多，人数不能再少了。', retryable: false },
  SHIFT_NEEDS_LEAD: { message: '没找到这位领队的编号，请对方打开“我的”再看一眼。', retryable: false },
  SIGN_UP_ALREADY: { message: '您已经报过这一班了，在“我的日程”里能看到。', retryable: false },
  SIGN_UP_TOO_LATE: { message: '这一班已经开始了，看看别的时间吧。', retryable: false },
  SIGN_UP_FULL: { message: '这一班满了，候补也排满了，看看别的时间吧。', retryable: false },
  SIGN_UP_OFTEN: { message: '这一班您报了又退好几次了，还想来请问领队。', retryable: false },
  SIGN_UP_CONSENT: { message: '替别人报名，要先问过对方；带孩子来，要由监护人同意并且一起来。', retryable: false },
  SIGN_UP_NO_MINORS: { message: '这个活动未成年人不能参加。', retryable: false },
  SIGN_UP_CHANGED: { message: '这份报名刚刚有了变化，已为您刷新。', retryable: false },
  SIGN_UP_REASON: { message: '离开始不到一天了，请写一句为什么来不了，领队好安排。', retryable: false },
  OFFER_OVER: { message: '这个位子的时间过了，已经让给下一位。', retryable: false },
  CERTIFICATE_EMPTY: { message: '这段日子里，这家没有给您记下时长，换一段日子试试。', retryable: false },
  CERTIFICATE_LONG: { message: '这段日子记录太多，一张写不下，请分成两段来开。', retryable: false },
  CERTIFICATE_TAKEN_BACK: { message: '同样内容的证明社区撤销过，有话请打社区电话。', retryable: false },
  CERTIFICATE_OVER: { message: '这张证明已经撤销了。', retryable: false },
  CERTIFICATE_UNKNOWN: { message: '没有查到这个编号。请对着证明再看一遍，一共 24 位。', retryable: false },
  ROSTER_TOO_EARLY: { message: '开始以后再来记谁到了。', retryable: false },
  ROSTER_DONE: { message: '名单已经有人确认过了，已为您刷新。', retryable: false },
  ROSTER_TIMES: { message: '有一位的时间不对：不能早于开始太多，也不能在以后。', retryable: false },
  MINOR_NEEDS_ADULTS: { message: '有未成年人在，至少要有两位大人在场。请核对名单，或打社区电话说一声。', retryable: false },
  CHECK_IN_WRONG: { message: '签到码不对或者过时了，看一眼领队手机上的六位数字。', retryable: false },
  CHECK_IN_NOT_NOW: { message: '现在还不能签到，开始前一小时再来。', retryable: false },
  ABSENCE_NOT_NOW: { message: '这件事已经说过了，或者日子过了；还有话请打社区电话。', retryable: false },
  CALL_LIST_NOT_NOW: { message: '开始前两天才用得着电话，到时候再来看。', retryable: false },
  // Service hours
  SERVICE_CHANGED: { message: '这条时长刚刚有了变化，已为您刷新。', retryable: false },
  SERVICE_OWN: { message: '自己的时长，请另一位领队或社区来改。', retryable: false },
  SERVICE_SECOND: { message: '要请当时也在场的另一位来确认，不能是本人，也不能是补记的人。', retryable: false },
  SERVICE_TOO_OLD: { message: '这么久以前的不能再补记了，有特别的情况请找社区。', retryable: false },
  SERVICE_TIMES: { message: '时间不对：结束要在开始以后，也不能在以后的日子。', retryable: false },
  SERVICE_ASK_OPEN: { message: '您说的还在核对，有回音会告诉您；着急请打社区电话。', retryable: false },
  SERVICE_OFTEN: { message: '这条改过或说过好多次了，请直接找社区当面核对。', retryable: false },
  // Teams
  TEAM_STATE_CHANGED: { message: '这支队伍刚刚有了变化，已为您刷新。', retryable: false },
  TEAM_FULL: { message: '这支队伍的人已经满了，请队长先看看名单。', retryable: false },
  TEAM_LIMIT_REACHED: { message: '您已经在好几支队伍里了，先退出一支再来。', retryable: false },
  TEAM_LAST_LEAD: { message: '您是唯一的队长，先请一位接着当，再退出。', retryable: false },
  TEAM_LEADS_FULL: { message: '队长和副队长已经够了，先请一位改做队员。', retryable: false },
  TEAM_HAS_SHIFTS: { message: '队里还有没办的班次，办完或取消以后再关。', retryable: false },
  TEAM_PLACE_CHANGED: { message: '这位的情况刚刚变了，已为您刷新。', retryable: false },
  TEAM_ONLY: { message: '这一班只请队员参加。想来，先加入这支队伍。', retryable: false },
  RATING_TOO_EARLY: { message: '等确认收到以后再来评。', retryable: false },
} as const satisfies Record<string, ErrorEntry>;

export type ErrorCode = keyof typeof ERROR_TABLE;

/** What a refused or failed call answers. `fields` names the input fields that are wrong, with a sentence each. */
export interface ApiError {
  readonly code: ErrorCode;
  readonly message: string;
  readonly retryable: boolean;
  readonly requestId: string;
  readonly fields?: Readonly<Record<string, string>>;
}

export type ApiReply<T> = { readonly ok: true; readonly data: T } | { readonly ok: false; readonly error: ApiError };
