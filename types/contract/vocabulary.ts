/** Closed word lists of the field with the Chinese a person reads. One table each; names follow docs/glossary.md. */

export const WISH_CATEGORIES = ['goods', 'service', 'companionship', 'skill', 'repair', 'study'] as const;
export type WishCategory = (typeof WISH_CATEGORIES)[number];
export const WISH_CATEGORY_LABEL: Readonly<Record<WishCategory, string>> = {
  goods: '物品', service: '服务', companionship: '陪伴', skill: '技能', repair: '维修', study: '助学',
};

/** What can be rated: kinds of help, and activities by those who took part. */
export const RATED_CATEGORIES = [...WISH_CATEGORIES, 'activity'] as const;
export type RatedCategory = (typeof RATED_CATEGORIES)[number];
export const RATED_CATEGORY_LABEL: Readonly<Record<RatedCategory, string>> = { ...WISH_CATEGORY_LABEL, activity: '活动' };

export const URGENCIES = ['urgent', 'normal'] as const;
export type Urgency = (typeof URGENCIES)[number];

/** What stands on a card: drawings of src/drawings, chosen by the server from category and words. */
export const PICTURE_KEYS = ['goods', 'lamp', 'tea', 'hair', 'book', 'wheelchair', 'rice', 'meal', 'tool', 'plant', 'hand', 'calendar', 'sewing'] as const;
export type PictureKey = (typeof PICTURE_KEYS)[number];

/** The life of a wish (RULES.md section 1). Shares and claims tell the rest. */
export const WISH_STATES = ['review', 'asked', 'publicity', 'open', 'completed', 'refused', 'withdrawn', 'expired', 'referred'] as const;
export type WishState = (typeof WISH_STATES)[number];
export const WISH_STATE_LABEL: Readonly<Record<WishState, string>> = {
  review: '社区在看', asked: '等您补一句', publicity: '公示中', open: '等人认领', completed: '办好了',
  refused: '没有通过', withdrawn: '已撤回', expired: '已到期', referred: '转介中',
};

/** How a wish came in: written on a phone, or told to staff on the telephone (电话代办). */
export const WISH_CHANNELS = ['app', 'phone'] as const;
export type WishChannel = (typeof WISH_CHANNELS)[number];

/** How somebody agreed that another posts for them. */
export const CONSENT_KINDS = ['paper', 'voice', 'phone'] as const;
export type ConsentKind = (typeof CONSENT_KINDS)[number];

/** Where a wish stands on the wall; recomputed from state and shares after each change. */
export const WALL_STATES = ['hidden', 'claimable', 'taken', 'done'] as const;
export type WallState = (typeof WALL_STATES)[number];

export const CLAIM_STATES = ['held', 'planned', 'delivered', 'confirmed', 'returned', 'lapsed', 'cancelled'] as const;
export type ClaimState = (typeof CLAIM_STATES)[number];
export const CLAIM_STATE_LABEL: Readonly<Record<ClaimState, string>> = {
  held: '先留着', planned: '约好了', delivered: '已送到', confirmed: '帮上忙了', returned: '还回去了', lapsed: '到期放回了', cancelled: '对方不要了',
};

/** Who gives: a resident, a shop, a group of people with one contact, somebody on paper whom staff record, or the community's project budget. */
export const GIVER_KINDS = ['member', 'merchant', 'unit', 'person', 'project'] as const;
export type GiverKind = (typeof GIVER_KINDS)[number];
/** Who is rated: whoever gave, or whoever organised an activity. */
export type RatedKind = GiverKind | 'organiser';

/** Who offers something on the resource map: a resident, a shop, a group of people, or an organisation whose offer staff keep. */
export const SUPPLY_PARTY_KINDS = ['member', 'merchant', 'unit', 'organisation'] as const;
export type SupplyPartyKind = (typeof SUPPLY_PARTY_KINDS)[number];
export const SUPPLY_PARTY_LABEL: Readonly<Record<SupplyPartyKind, string>> = { member: '志愿者', merchant: '爱心商户', unit: '单位', organisation: '社会组织' };
export const SUPPLY_STATES = ['open', 'paused', 'ended'] as const;
export type SupplyState = (typeof SUPPLY_STATES)[number];
export const SUPPLY_STATE_LABEL: Readonly<Record<SupplyState, string>> = { open: '能提供', paused: '先歇着', ended: '不再提供' };

/** Times of a week as one number: bit `day × 3 + part`, Monday and the morning first. */
export const WEEK_DAY_LABEL = ['周一', '周二', '周三', '周四', '周五', '周六', '周日'] as const;
export const DAY_PART_LABEL = ['上午', '下午', '晚上'] as const;
export const WEEK_SLOTS_ALL = 2 ** (WEEK_DAY_LABEL.length * DAY_PART_LABEL.length) - 1;

/** Groups of people that give under one name with one contact (RULES.md section 0). */
export const UNIT_KINDS = ['company', 'partyBranch', 'family'] as const;
export type UnitKind = (typeof UNIT_KINDS)[number];
export const UNIT_KIND_LABEL: Readonly<Record<UnitKind, string>> = { company: '单位', partyBranch: '党支部', family: '家庭' };
export const GROUP_STATES = ['bound', 'ended'] as const;
export type GroupState = (typeof GROUP_STATES)[number];

/** What a group owner brings into a group: wishes, shifts, rounds, what stands in each lane of crowdfunding, and what neighbours are asked about. */
export const SHARE_ITEM_KINDS = ['wish', 'shift', 'round', 'mutual', 'linked', 'directed', 'consult'] as const;
export type ShareItemKind = (typeof SHARE_ITEM_KINDS)[number];
export const SHARE_ITEM_LABEL: Readonly<Record<ShareItemKind, string>> = { wish: '心愿', shift: '活动', round: '爱心认领', mutual: '社区互助', linked: '公开募捐', directed: '定向赠与', consult: '一起商量' };
/** Whether there is still something to do, it is over, or nobody may see it any more. */
export const SHARE_STANDINGS = ['open', 'over', 'gone'] as const;
export type ShareStanding = (typeof SHARE_STANDINGS)[number];

export const UNIT_STATES = ['active', 'needsContact', 'closed'] as const;
export type UnitState = (typeof UNIT_STATES)[number];

/** Teams of people who do things together (志愿队, 党支部队, 单位队), and help teams around one person (帮扶小组). */
export const TEAM_KINDS = ['volunteer', 'party', 'unit', 'help'] as const;
export type TeamKind = (typeof TEAM_KINDS)[number];
export const TEAM_KIND_LABEL: Readonly<Record<TeamKind, string>> = { volunteer: '志愿队', party: '党支部队', unit: '单位队', help: '帮扶小组' };
/** Those that anybody may propose and neighbours may see; a help team is neither. */
export const PUBLIC_TEAM_KINDS = ['volunteer', 'party', 'unit'] as const satisfies readonly TeamKind[];
export type PublicTeamKind = (typeof PUBLIC_TEAM_KINDS)[number];
export const TEAM_STATES = ['proposed', 'active', 'closed'] as const;
export type TeamState = (typeof TEAM_STATES)[number];
export const TEAM_ROLES = ['lead', 'deputy', 'member'] as const;
export type TeamRole = (typeof TEAM_ROLES)[number];
export const TEAM_ROLE_LABEL: Readonly<Record<TeamRole, string>> = { lead: '队长', deputy: '副队长', member: '队员' };
/** Who somebody is to the person a help team is for (RULES.md section 8). */
export const TEAM_RELATIONS = ['socialWorker', 'volunteer', 'relative', 'neighbour'] as const;
export type TeamRelation = (typeof TEAM_RELATIONS)[number];
export const TEAM_RELATION_LABEL: Readonly<Record<TeamRelation, string>> = { socialWorker: '社工', volunteer: '志愿者', relative: '亲属', neighbour: '邻居' };
/** How somebody stands to a team: asked to come, was invited, is in. */
export const TEAM_PLACES = ['asked', 'invited', 'in'] as const;
export type TeamPlace = (typeof TEAM_PLACES)[number];

/** Who may sign up for an activity: everybody; its team first; only its team; or its help team, which nobody else sees. */
export const ACTIVITY_AUDIENCES = ['everybody', 'teamFirst', 'teamOnly', 'helpTeam'] as const;
export type ActivityAudience = (typeof ACTIVITY_AUDIENCES)[number];
/** What an organiser chooses for a team that neighbours may see. */
export const TEAM_AUDIENCES = ['teamFirst', 'teamOnly'] as const satisfies readonly ActivityAudience[];

export const HANDOVER_KINDS = ['station', 'home', 'online'] as const;
export type HandoverKind = (typeof HANDOVER_KINDS)[number];
export const HANDOVER_LABEL: Readonly<Record<HandoverKind, string>> = { station: '放到社区驿站', home: '约好上门', online: '线上或电话里' };

export const ROLES = ['administrator', 'staff', 'socialWorker', 'merchant', 'volunteer', 'groupOwner'] as const;
export type Role = (typeof ROLES)[number];
export const ROLE_LABEL: Readonly<Record<Role, string>> = {
  administrator: '管理员', staff: '社区工作人员', socialWorker: '社工', merchant: '爱心商户', volunteer: '志愿者', groupOwner: '群主',
};

export const AREA_LEVELS = ['district', 'street', 'community', 'grid'] as const;
export type AreaLevel = (typeof AREA_LEVELS)[number];
export const AREA_LEVEL_LABEL: Readonly<Record<AreaLevel, string>> = { district: '区', street: '街道', community: '社区', grid: '小区' };

/** 期 and 爱心认领活动: one machinery, the second with a screen. */
export const ROUND_KINDS = ['round', 'onSite'] as const;
export type RoundKind = (typeof ROUND_KINDS)[number];
export const ROUND_KIND_LABEL: Readonly<Record<RoundKind, string>> = { round: '主题期', onSite: '现场认领' };

export const ROUND_STATES = ['draft', 'open', 'closed', 'cancelled'] as const;
export type RoundState = (typeof ROUND_STATES)[number];
export const ROUND_STATE_LABEL: Readonly<Record<RoundState, string>> = { draft: '在筹备', open: '正在进行', closed: '办完了', cancelled: '取消了' };

/** What people do together (RULES.md section 3). Last-leg deliveries stay errands of wishes. */
export const ACTIVITY_KINDS = ['volunteerService', 'event', 'training', 'fair', 'camp', 'meeting', 'visit'] as const;
export type ActivityKind = (typeof ACTIVITY_KINDS)[number];
export const ACTIVITY_KIND_LABEL: Readonly<Record<ActivityKind, string>> = { volunteerService: '志愿服务', event: '活动', training: '培训', fair: '爱心集市', camp: '假期营', meeting: '议事', visit: '探访' };

export const ACTIVITY_STATES = ['draft', 'submitted', 'published', 'ended', 'cancelled'] as const;
export type ActivityState = (typeof ACTIVITY_STATES)[number];
export const ACTIVITY_STATE_LABEL: Readonly<Record<ActivityState, string>> = { draft: '在起草', submitted: '社区在看', published: '已发布', ended: '办完了', cancelled: '取消了' };

/** What a training teaches and an activity may ask for: few, so that the same skill has one name everywhere. */
export const SKILLS = ['firstAid', 'elderCare', 'childCare', 'disabilityCare', 'listening', 'mediation', 'emergency', 'foodSafety', 'phoneTeaching', 'repair'] as const;
export type Skill = (typeof SKILLS)[number];
export const SKILL_LABEL: Readonly<Record<Skill, string>> = {
  firstAid: '急救', elderCare: '照护老人', childCare: '照看孩子', disabilityCare: '陪护残疾人', listening: '陪伴倾听', mediation: '调解', emergency: '应急', foodSafety: '食品安全', phoneTeaching: '教用手机', repair: '简单修理',
};

export const RISK_LEVELS = ['none', 'some', 'high'] as const;
export type RiskLevel = (typeof RISK_LEVELS)[number];
export const RISK_LEVEL_LABEL: Readonly<Record<RiskLevel, string>> = { none: '没有特别风险', some: '有些风险', high: '风险较高' };

/** `planned` until its activity is published; `over` until the lead confirmed the roster. */
export const SHIFT_STATES = ['planned', 'open', 'over', 'confirmed', 'cancelled'] as const;
export type ShiftState = (typeof SHIFT_STATES)[number];
export const SHIFT_STATE_LABEL: Readonly<Record<ShiftState, string>> = { planned: '等发布', open: '可以报名', over: '等领队记名单', confirmed: '办完了', cancelled: '取消了' };

/** The life of a sign-up: on the way in, out again, and how it went. */
export const SIGN_UP_STATES = ['joined', 'asked', 'waiting', 'offered', 'cancelled', 'lateCancelled', 'lapsed', 'declined', 'attended', 'absent', 'excused', 'noShow'] as const;
export type SignUpState = (typeof SIGN_UP_STATES)[number];
export const SIGN_UP_STATE_LABEL: Readonly<Record<SignUpState, string>> = {
  joined: '报上了', asked: '等领队回音', waiting: '排候补', offered: '有位子等您回音', cancelled: '取消了', lateCancelled: '临时来不了', lapsed: '没排上',
  declined: '没去成', attended: '来了', absent: '没见到', excused: '请过假', noShow: '没来',
};

/** Who comes along with whom. */
export const RELATIONS = ['parent', 'child', 'family', 'group'] as const;
export type Relation = (typeof RELATIONS)[number];
export const RELATION_LABEL: Readonly<Record<Relation, string>> = { parent: '爸妈长辈', child: '孩子', family: '家里人', group: '一起来的' };

export const ABSENCE_REASONS = ['ill', 'caring', 'other'] as const;
export type AbsenceReason = (typeof ABSENCE_REASONS)[number];
export const ABSENCE_REASON_LABEL: Readonly<Record<AbsenceReason, string>> = { ill: '身体不舒服', caring: '家里有人要照顾', other: '别的原因' };

export const SATISFACTIONS = ['satisfied', 'fair', 'unsatisfied'] as const;
export type Satisfaction = (typeof SATISFACTIONS)[number];
export const SATISFACTION_LABEL: Readonly<Record<Satisfaction, string>> = { satisfied: '满意', fair: '一般', unsatisfied: '不满意' };

/** Words a rater may tap; they say something about the help, never about a person. */
export const RATING_CHIPS = ['讲得清楚', '手脚利索', '很准时', '很耐心', '东西合用', '还差一点'] as const;

/** What is not safe, as either side of a claim may say it. */
export const SAFETY_KINDS = ['hurt', 'threat', 'money', 'hazard', 'other'] as const;
export type SafetyKind = (typeof SAFETY_KINDS)[number];
export const SAFETY_LABEL: Readonly<Record<SafetyKind, string>> = { hurt: '有人受伤或不舒服', threat: '言行让人害怕', money: '要钱、推销、骗人', hazard: '地方有危险', other: '别的' };

/** What a giver tells the social worker after a delivery; nobody rates a recipient. */
export const GIVER_NOTE_ANSWERS = ['smooth', 'nobodyHome', 'unsafe'] as const;
export type GiverNoteAnswer = (typeof GIVER_NOTE_ANSWERS)[number];
export const GIVER_NOTE_LABEL: Readonly<Record<GiverNoteAnswer, string>> = { smooth: '顺利', nobodyHome: '没人在', unsafe: '不安全' };

/** What may come with a rating besides words. */
/** What of a rating is checked: a recording, a photo, and the words where the text check doubts them. */
export const RATING_MEDIA_KINDS = ['voice', 'photo', 'words'] as const;
export type RatingMediaKind = (typeof RATING_MEDIA_KINDS)[number];
export const RATING_MEDIA_LABEL: Readonly<Record<RatingMediaKind, string>> = { voice: '录音', photo: '照片', words: '写的话' };

/** What a call-back about a rating may end with. */
export const CALL_RESULTS = ['asSaid', 'notAsSaid', 'notReached'] as const;
export type CallResult = (typeof CALL_RESULTS)[number];
export const CALL_RESULT_LABEL: Readonly<Record<CallResult, string>> = { asSaid: '属实', notAsSaid: '不是这样说的', notReached: '没打通' };

/** Reasons a reviewer may give in one tap; `{…}` is never filled by a client. */
export const ASK_TEMPLATES = ['请补一张照片，让邻居看得明白', '请说清楚要几份、每份是什么', '请写明哪几天方便', '请补上对方同意的凭据'] as const;
export const REFUSE_TEMPLATES = ['这项已有政府补贴，社工会联系您帮忙申请', '这类东西不能通过心愿送，社区另想办法', '和您家正在办的心愿重复了', '内容不适合公开，请换个说法重新发'] as const;

/** What a social worker says of a wish that a benefit speaks to, and how the comparison stands. */
export const BENEFIT_DECISIONS = ['notApplicable', 'together', 'applyOnly'] as const;
export type BenefitDecision = (typeof BENEFIT_DECISIONS)[number];
export type BenefitState = 'none' | 'pending' | 'cleared' | 'together' | 'applyOnly';
export const BENEFIT_DECISION_LABEL: Readonly<Record<BenefitDecision, string>> = { notApplicable: '不适用，照常审核', together: '一起帮', applyOnly: '去办补贴' };

/** What is done about a wish that nobody claims. */
export const RESCUE_KINDS = ['split', 'project', 'refer'] as const;
export type RescueKind = (typeof RESCUE_KINDS)[number];

/** Who goes on answering for a referred wish: the sender with somebody's advice, the sender with a helper, or the receiver. */
export const REFERRAL_CLASSES = ['primary', 'assist', 'transfer'] as const;
export type ReferralClass = (typeof REFERRAL_CLASSES)[number];
export const REFERRAL_CLASS_LABEL: Readonly<Record<ReferralClass, string>> = { primary: '主要由我们办', assist: '请对方协助', transfer: '转给对方办' };

export const REFERRAL_ROLES = ['socialWorker', 'staff', 'administrator'] as const satisfies readonly Role[];
export type ReferralRole = (typeof REFERRAL_ROLES)[number];

export const REFERRAL_STATES = ['offered', 'accepted', 'declined', 'done'] as const;
export type ReferralState = (typeof REFERRAL_STATES)[number];
export const REFERRAL_STATE_LABEL: Readonly<Record<ReferralState, string>> = { offered: '等对方回音', accepted: '在办', declined: '退回来了', done: '办完了' };

export const REFERRAL_OUTCOMES = ['helped', 'impossible', 'backToWall'] as const;
export type ReferralOutcome = (typeof REFERRAL_OUTCOMES)[number];
export const REFERRAL_OUTCOME_LABEL: Readonly<Record<ReferralOutcome, string>> = { helped: '帮上忙了', impossible: '确实办不了', backToWall: '放回心愿墙' };

/** Repairs for which the law asks a certificate; only merchants and units take them. */
export const TRADE_CERTIFICATES = ['gas', 'lift', 'electrical'] as const;
export type TradeCertificate = (typeof TRADE_CERTIFICATES)[number];
export const TRADE_CERTIFICATE_LABEL: Readonly<Record<TradeCertificate, string>> = { gas: '燃气', lift: '电梯', electrical: '电路' };

export const TASK_KINDS = [
  'review', 'photoReview', 'confirmOverdue', 'dispute', 'unclaimed', 'deliveryOverdue', 'unitWithoutContact',
  'benefitCheck', 'benefitHelp', 'unclaimedLate', 'referralOffer', 'referralReturned', 'referralReport', 'referralStuck',
  'posting', 'objection', 'difficulty', 'ledgerProof', 'callBack', 'ratingAppeal', 'lastLeg', 'thanksVoice', 'ratingMedia', 'pointsAppeal', 'rectification', 'safetyReport', 'nobodyHome',
  'activityReview', 'rosterLate', 'shiftWithoutLead', 'absence', 'serviceHours', 'teamReview', 'teamWithoutLead', 'linkedCheck',
  'campaignReview', 'campaignReport', 'campaignPhoto', 'matchBudget', 'laneConfirm',
  'supplyAsk', 'supplyCertificate', 'needProjectLate', 'consultLook', 'consultLate', 'directedOffer', 'directedThings', 'directedReport', 'directedPhoto', 'directedLeftover',
  'cashToConfirm', 'cashToReturn', 'refundStuck', 'moneyMismatch', 'moneyDifference',
  'spendingReview', 'payout', 'grantReview', 'grantReport',
  'shopReview', 'shopHandedBack',
] as const;
export type TaskKind = (typeof TASK_KINDS)[number];

/** Subscription message templates: key → what a person is told it is for. Ids come from the deployment's configuration. */
export const MESSAGE_TEMPLATES = {
  wishReviewed: '心愿审核结果',
  wishClaimed: '有人认领了您的心愿',
  claimReminder: '认领到期提醒',
  deliveryArrived: '东西送到了，请确认',
  deliveryConfirmed: '对方确认收到了',
  safetyReported: '有人说不安全',
  shiftChanged: '班次有变化或有位子了',
  shiftReminder: '班次快开始了',
} as const;
export type MessageTemplate = keyof typeof MESSAGE_TEMPLATES;
