import type { HandoverKind, WishCategory } from '@contract';

/**
 * Guesses the category of a wish from a person's own words, so that nobody has to choose from a list first. Pure and
 * explainable: each word found adds its weight, the heaviest category wins, and a tie goes to the earlier row.
 */
interface WordRow {
  readonly category: WishCategory;
  /** What is asked for; said outright. */
  readonly strong: readonly string[];
  /** What often stands beside it; alone it is a weak sign. */
  readonly weak: readonly string[];
}

const STRONG = 3;
const WEAK = 1;

const ROWS: readonly WordRow[] = [
  { category: 'repair', strong: ['修', '漏水', '堵了', '不亮', '打不着', '不出水', '不转了', '不制冷', '关不上', '打不开', '换灯', '灯泡', '跳闸', '通下水', '装扶手', '安装'], weak: ['坏了', '煤气灶', '闪', '水管', '龙头', '门锁', '插座', '灯', '够不着'] },
  { category: 'study', strong: ['补习', '辅导', '功课', '作业', '讲题', '学费', '书包', '文具', '课本', '助学', '练习册', '家教'], weak: ['年级', '数学', '英语', '语文', '上学', '开学', '同学', '孩子', '小学', '初中', '高中'] },
  { category: 'companionship', strong: ['陪', '聊天', '说说话', '下棋', '象棋', '散步', '作伴', '解闷', '读报', '念报'], weak: ['一个人住', '独居', '孤单', '没人说话', '周末'] },
  { category: 'skill', strong: ['教我', '教会', '学会', '想学', '教用', '缝', '织', '改裤', '写春联', '调手机', '教一下'], weak: ['手机', '微信', '电脑', '视频通话', '挂号', '扫码', '衣服', '拉链'] },
  { category: 'service', strong: ['理发', '理个发', '剪头', '打扫', '洗澡', '擦窗', '搬', '代买', '跑腿', '接送', '送医', '取药', '陪诊', '洗被', '剪指甲', '照看', '带娃', '遛狗', '做饭', '量血压'], weak: ['上门', '师傅', '卧床', '出不了门', '医院', '下楼', '帮忙拿'] },
  { category: 'goods', strong: ['一袋米', '米', '油', '轮椅', '棉被', '被子', '棉衣', '羽绒', '拐杖', '助行器', '尿不湿', '纸尿裤', '牛奶', '电风扇', '取暖', '床垫', '鞋', '奶粉', '坐便', '防滑垫'], weak: ['买', '想要', '送', '缺', '旧的', '二手', '借', '盼'] },
];

function weigh(row: WordRow, words: string): number {
  const count = (list: readonly string[]): number => list.filter((word) => words.includes(word)).length;
  return count(row.strong) * STRONG + count(row.weak) * WEAK;
}

/** The likeliest category, or null when the words say too little. */
export function guessCategory(words: string): WishCategory | null {
  let best: WishCategory | null = null;
  let bestWeight = 0;
  for (const row of ROWS) {
    const weight = weigh(row, words);
    if (weight > bestWeight) {
      best = row.category;
      bestWeight = weight;
    }
  }
  return best;
}

/** How a wish of this kind is usually handed over; the person can change it. */
export function usualHandover(category: WishCategory): HandoverKind {
  if (category === 'goods') return 'station';
  return category === 'study' ? 'station' : 'home';
}
