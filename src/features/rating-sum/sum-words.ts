import { SATISFACTION_LABEL, type RatingSumView, type Satisfaction, type ScoreView } from '@contract';
import { formatDate } from '@/lib/format';

/** Pure: the interval in plain words: not exact, and by how many people. */
export const scoreWords = ({ lower, upper }: ScoreView, people: number): string => `可能在 ${lower} 到 ${upper} 之间，${people} 人评过`;

/** Why good answers of few people make no full score: what people who never rated are taken to say weighs as well. */
export const WHY_NOT_EXACT = '评的人还少的时候，分数先往中间靠，所以个个满意也不到 100 分。评的人越多，这一段越窄，分数越准。';

/** Pure: in whose name the help was given. */
export const asWords = ({ kind, name }: Pick<RatingSumView, 'kind' | 'name'>): string => (kind === 'member' ? '您自己帮的忙' : `${name}帮的忙`);

/** Pure: why some are not shown yet, and until when. */
export const hiddenWords = ({ ratings, peopleMissing, nextAtMs }: NonNullable<RatingSumView['hidden']>, nowMs: number): string =>
  `还有 ${ratings} 条：再有 ${peopleMissing} 个人评过就一起看得到，最晚 ${formatDate(nextAtMs, nowMs)}起看得到。`;

export interface Bar {
  readonly key: Satisfaction;
  readonly label: string;
  readonly count: number;
  /** Of the longest bar, 0 to 100. */
  readonly percent: number;
}

/** Pure: one bar an answer, the longest across. */
export function barsOf(counts: RatingSumView['counts']): readonly Bar[] {
  const most = Math.max(1, ...Object.values(counts));
  return (['satisfied', 'fair', 'unsatisfied'] as const).map((key) => ({ key, label: SATISFACTION_LABEL[key], count: counts[key], percent: Math.round((100 * counts[key]) / most) }));
}
