import type { Random } from '../demo/random';

/** What a help was about, and how people tell of it; each list is drawn from by itself, so sentences vary. */
interface Topic {
  readonly did: readonly string[];
  readonly good: readonly string[];
  readonly bad: readonly string[];
  readonly few: readonly string[];
}

const TOPICS: readonly Topic[] = [
  { did: ['换了厨房的灯', '把卫生间灯泡换好了', '修了客厅那盏吊灯', '给走廊装了感应灯'], good: ['晚上看得清了', '做饭不摸黑了', '起夜不怕摔了', '试了几遍都亮'], bad: ['第二天又闪了', '灯罩没装回去', '亮是亮就是偏暗'], few: ['灯亮了', '看得见了'] },
  { did: ['通了厨房下水道', '换了漏水的龙头', '把马桶水箱修好', '接好了洗衣机水管'], good: ['不漏了', '地上干干的', '水流得很顺', '邻居楼下也不滴水了'], bad: ['过两天又渗水', '地上的水没擦', '旧零件没带走'], few: ['不漏了', '修好啦'] },
  { did: ['推来一辆轮椅', '帮我调了轮椅的脚踏', '把助行器送上四楼', '教我老伴怎么用拐杖'], good: ['下楼晒了太阳', '老伴能自己走两步了', '高低正合适', '去医院方便多了'], bad: ['刹车有点松', '比约的日子晚了三天', '轮子没气'], few: ['能走了', '轮椅好使'] },
  { did: ['陪我去医院复查', '带着挂号取药', '帮我排队做B超', '陪着等化验单'], good: ['一路扶着没让我着急', '医生的话都记下来了', '来回都送到门口', '药怎么吃写得明白'], bad: ['中间走开了一个多钟头', '约八点九点才来', '取药窗口没找对'], few: ['没跑冤枉路', '陪到底了'] },
  { did: ['给孩子补了数学', '每周来教两次英语', '陪孩子写完了作业', '讲了应用题怎么画图'], good: ['孩子肯开口了', '这次小测对了八道', '错题本整理好了', '孩子盼着再来'], bad: ['讲得快孩子没跟上', '换了两次时间', '布置得太多'], few: ['听懂了', '孩子高兴'] },
  { did: ['上门给我理了发', '给老爷子刮了脸', '给我妈剪短了头发', '带围布来家里剪发'], good: ['清清爽爽', '碎头发扫得干净', '老爷子照镜子笑了', '长短问了好几遍'], bad: ['后面剪得不齐', '剪得有点短', '地上头发没扫净'], few: ['剪得短', '清爽了'] },
  { did: ['扛了两袋米上楼', '送来一桶油', '把年货拎到五楼', '搬了冬天的白菜'], good: ['我腰不好省了大力气', '日子还新鲜', '放到了厨房柜子里', '拆开看都是好的'], bad: ['米袋子破了个口', '送来放门口没敲门', '少了一样'], few: ['米收到了', '正好用'] },
  { did: ['修了大门的锁', '换了防盗门锁芯', '给柜门上了合页', '把窗户把手拧紧了'], good: ['关门不费劲了', '夜里睡得踏实', '三把钥匙都试过', '风大也不响了'], bad: ['钥匙插进去有点涩', '螺丝掉了一颗', '门框刮了道印'], few: ['锁好了', '关得严'] },
  { did: ['教我用手机挂号', '帮我装了视频软件', '教老伴发语音', '把字调大了'], good: ['能跟外孙视频了', '一步步写在纸上', '我自己会点了', '问三遍也不嫌烦'], bad: ['讲得太快没记住', '走了又忘了怎么点', '装了好多用不上的'], few: ['会用了', '字大了'] },
  { did: ['来陪我下了两盘棋', '陪我妈聊了一下午', '念报纸给我听', '带着去公园走了走'], good: ['好久没这么说话了', '我妈晚饭多吃半碗', '心里敞亮', '约好下周再来'], bad: ['坐一会儿就走了', '老看手机', '说好两点三点半才到'], few: ['心里热乎', '聊得来'] },
];

const WHO = ['师傅', '小伙子', '志愿者', '那位大姐', '楼上邻居', '社区的姑娘', '小王', '李师傅', '来的同志', '大学生', ''] as const;
const WHEN = ['周六上午', '下了班', '约的那天', '昨天下午', '吃过午饭', '一早', '下着雨', '', '', ''] as const;
const MORE = ['工具自己带的', '水都没喝一口', '临走还留了电话', '鞋套也带了', '还问缺不缺别的', '说好几点就几点', '', '', '', ''] as const;
const END = ['谢谢', '辛苦了', '挺感谢的', '下次还找', '', '', '', ''] as const;

/** Words that fit every help. */
export const PHRASES: readonly string[] = ['很好', '非常满意', '服务好', '挺好的，谢谢', '不错', '满意', '好评', '态度很好', '可以', '一般', '不满意', '很好很好', '谢谢'];

const joined = (random: Random, parts: readonly string[]): string => parts.filter((part) => part !== '').join(random.pick(['，', '，', '。', ' ']));

/** Pure but for chance: a sentence of somebody who was there; `isLow`: they tell what was missing. */
export const specificSentence = (random: Random, isLow: boolean): string => {
  const topic = random.pick(TOPICS);
  const deed = `${random.pick(WHEN)}${random.pick(WHO)}${random.pick(topic.did)}`;
  const how = random.pick(isLow ? topic.bad : topic.good);
  const parts = random.chance(0.7) ? [deed, how] : [how, deed];
  return joined(random, random.chance(0.15) ? [how, random.pick(END)] : [...parts, isLow ? '' : random.pick(MORE), random.pick(END)]);
};

/** Two words of one's own. */
export const fewWords = (random: Random): string => (random.chance(0.55) ? random.pick(random.pick(TOPICS).few) : random.pick(['挺好', '蛮好的', '谢谢', '谢谢姑娘', '好着呢', '满意', '中', '还行', '麻烦你们了']));

const OTHER_WORDS = ['师傅', '志愿者', '他们', '今天', '上周', '真的', '特别', '客厅', '阳台', '孩子', '老伴', '很快', '仔细'] as const;

/** A copy: as it stands, with a word changed, with something put at its end, or cut short. */
export const copyOf = (random: Random, sentence: string): string => {
  const characters = [...sentence];
  const way = random.next();
  if (way < 0.4) return sentence;
  if (way < 0.75) {
    const at = random.between(0, Math.max(0, characters.length - 2));
    return [...characters.slice(0, at), ...random.pick(OTHER_WORDS), ...characters.slice(at + 2)].join('');
  }
  if (way < 0.9) return `${sentence}${random.pick(['！', '，谢谢', '，点赞', '，辛苦了'])}`;
  return characters.slice(0, Math.ceil(characters.length * 0.7)).join('');
};
