import { LIMITS, WISH_CATEGORY_LABEL, type NeedProjectPlanInput, type WishCategory } from '@contract';

interface Template {
  readonly aim: (persons: number) => string;
  readonly steps: readonly (readonly [week: number, text: string])[];
  readonly budget: (facts: DraftFacts) => NeedProjectPlanInput['budget'];
  readonly activity: NeedProjectPlanInput['activity'];
}

export interface DraftFacts {
  readonly category: WishCategory;
  readonly personCount: number;
  readonly sharesLeft: number;
  /** Names of its places, those with most people first. */
  readonly areaNames: readonly string[];
  readonly partnerIds: readonly string[];
}

/** One pair of hands goes to so many homes in the weeks of a project. */
const PERSONS_PER_HELPER = 5;
const helpersOf = ({ personCount }: DraftFacts): number => Math.max(2, Math.ceil(personCount / PERSONS_PER_HELPER));
const hours = (facts: DraftFacts, text: string): NeedProjectPlanInput['budget'][number] => ({ kind: 'hours', text, unit: '人', wanted: helpersOf(facts) });
const goods = ({ sharesLeft }: DraftFacts, text: string, unit: string): NeedProjectPlanInput['budget'][number] => ({ kind: 'goods', text, unit, wanted: Math.min(Math.max(1, sharesLeft), LIMITS.neededOfOneKind) });

/** What a project of each kind usually is, to be changed by whoever knows better. */
const TEMPLATES: Readonly<Record<WishCategory, Template>> = {
  goods: {
    aim: (persons) => `四周里，让 ${persons} 位邻居都收到合用的东西；送到以后问一问合不合用。`,
    steps: [[1, '打电话问清要什么、放在哪儿方便'], [2, '和商户、单位说好谁出什么'], [3, '集中分一次，腿脚不便的送到家'], [4, '回访，问问合不合用']],
    budget: (facts) => [goods(facts, '心愿里的东西', '份'), hours(facts, '分东西、送上门的人')],
    activity: { kind: 'event', title: '集中分发日', story: '把大家盼的东西集中在社区分一次。来得了的到社区领，来不了的由志愿者两人一组送到家，当面问问还缺什么。' },
  },
  service: {
    aim: (persons) => `六周里，${persons} 位邻居都有人上门服务过一次，并约好以后找谁。`,
    steps: [[1, '打电话问清要什么、哪天在家'], [2, '排好谁去哪家，两人一组'], [3, '第一轮上门'], [5, '第二轮上门，补上没去成的'], [6, '回访，问问满不满意']],
    budget: (facts) => [hours(facts, '上门服务的人')],
    activity: { kind: 'volunteerService', title: '第一轮上门', story: '志愿者两人一组，照着约好的时间到邻居家里去。去之前打电话，做完请对方看一看。' },
  },
  companionship: {
    aim: (persons) => `八周里，${persons} 位邻居每周都有人陪一陪、说说话，认识两位以后能常来往的人。`,
    steps: [[1, '打电话认识一下，问喜欢聊什么、做什么'], [2, '结对，一家两位志愿者'], [3, '第一次聚一聚'], [6, '再聚一次，请邻居自己张罗'], [8, '回访，问问还想不想常来往']],
    budget: (facts) => [hours(facts, '结对的志愿者'), { kind: 'place', text: '聚一聚的地方', unit: '次', wanted: 2 }],
    activity: { kind: 'event', title: '认识一下', story: '请邻居和结对的志愿者到社区坐一坐，喝杯茶，说说平时喜欢什么。走不动的，志愿者上门去。' },
  },
  skill: {
    aim: (persons) => `六周里，${persons} 位邻居都学会一样自己用得上的本事。`,
    steps: [[1, '打电话问清想学什么、几点有空'], [2, '请会的邻居、店家来教'], [3, '第一课'], [5, '第二课，手把手补不会的'], [6, '回访，问问会用了没有']],
    budget: (facts) => [hours(facts, '会教的人'), { kind: 'place', text: '上课的地方', unit: '次', wanted: 2 }],
    activity: { kind: 'training', title: '第一课', story: '小班慢慢教，一位教的人带几位学的人，不会就再来一遍。' },
  },
  repair: {
    aim: (persons) => `四周里，把 ${persons} 位邻居家里要修的都修好；动燃气、电路的请有证的师傅。`,
    steps: [[1, '打电话问清哪儿坏了，拍张照片'], [2, '请师傅看一看，要证的找有证的'], [3, '集中修两天'], [4, '回访，问问还坏不坏']],
    budget: (facts) => [hours(facts, '会修的人'), goods(facts, '零件', '份')],
    activity: { kind: 'volunteerService', title: '集中修两天', story: '师傅带着工具一家一家修，志愿者带路、记下换了什么。动燃气、电路的只由有证的师傅来。' },
  },
  study: {
    aim: (persons) => `八周里，${persons} 位邻居的孩子都有人辅导，或者有了要用的书和文具。`,
    steps: [[1, '和家长说好要什么、几点方便'], [2, '请两位以上的大人一起来教'], [3, '第一次辅导，家长在场'], [6, '问问家长和孩子，哪里要改'], [8, '回访']],
    budget: (facts) => [hours(facts, '辅导的大人'), goods(facts, '书和文具', '份'), { kind: 'place', text: '辅导的地方', unit: '次', wanted: 6 }],
    activity: { kind: 'volunteerService', title: '第一次辅导', story: '在社区的公共房间里，两位以上大人在，家长也在场。先问孩子哪里不会，再慢慢讲。' },
  },
};

/** Names longer than this are cut, so that a title holds them. */
const NAME_LETTERS = 12;
/** A name without its quotation of where else; several places are said as one and around. */
const whereOf = ([first, ...others]: readonly string[]): string => `${[...(first ?? '社区')].slice(0, NAME_LETTERS).join('')}${others.length === 0 ? '' : '一带'}`;

/** Pure: the draft plan of a bundle, made from its needs. */
export const draftPlanOf = (facts: DraftFacts): NeedProjectPlanInput => {
  const { aim, steps, budget, activity } = TEMPLATES[facts.category];
  const where = whereOf(facts.areaNames);
  return {
    title: `${where}的${WISH_CATEGORY_LABEL[facts.category]}项目`,
    aim: aim(facts.personCount),
    steps: steps.map(([week, text]) => ({ week, text })),
    budget: budget(facts),
    partnerIds: [...facts.partnerIds].slice(0, LIMITS.partnersPerProject),
    activity: { ...activity, title: `${where}${activity.title}` },
    firstDayMs: null,
  };
};
