import { EARNING_KINDS, EARNING_LABEL, type EarningKind, type MonthTotal, type PointRules, type SimulationView } from '@contract';

/** The kinds that bring something, each with its points; what brings nothing is left out. */
export const paidKinds = (rules: PointRules): readonly { readonly kind: EarningKind; readonly label: string; readonly points: number }[] =>
  EARNING_KINDS.filter((kind) => rules.per[kind] > 0).map((kind) => ({ kind, label: EARNING_LABEL[kind], points: rules.per[kind] }));

/** Caps and what happens between the same two, as a neighbour would say it. */
export const limitSentences = ({ capPerDay, capPerMonth, pairInFull, pairInHalf }: PointRules): readonly string[] => [
  `一天最多 ${capPerDay} 分，一个月最多 ${capPerMonth} 分`,
  pairInHalf === 0 ? `同样两个人之间，一个月里前 ${pairInFull} 次算分` : `同样两个人之间，一个月里前 ${pairInFull} 次全算，再 ${pairInHalf} 次算一半`,
];

const signed = (difference: number): string => (difference > 0 ? `多 ${difference} 分` : difference < 0 ? `少 ${-difference} 分` : '一样多');

/** One sentence that tells the change, and who would feel it. */
export const simulationSentence = ({ month, now, then, more, less }: SimulationView): string => {
  const name = `${Number(month.slice(5))} 月`;
  if (now.points === 0 && then.points === 0) return `${name}还没有人得分，算不出差别`;
  const felt = more + less === 0 ? '谁的分都不变' : [more > 0 ? `${more} 人会多` : '', less > 0 ? `${less} 人会少` : ''].filter((part) => part !== '').join('，');
  return `照新规则，${name}会${signed(then.points - now.points)}：${felt}`;
};

export const totalText = ({ points, people, lessened }: MonthTotal): string => `${points} 分，${people} 人${lessened > 0 ? `，少算 ${lessened} 次` : ''}`;
