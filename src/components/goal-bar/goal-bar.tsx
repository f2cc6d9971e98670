import { View } from '@tarojs/components';
import { aria } from '@/lib/aria';
import { formatMoney } from '@/lib/format';
import { type Goal, goalShares, minimumWords, optimumWords, spokenGoal } from './goal-words';
import './goal-bar.css';

export type GoalTone = 'green' | 'plum' | 'blue';

interface GoalTrackProps extends Goal {
  /** The colour of its lane. */
  readonly tone?: GoalTone;
  readonly size?: 'normal' | 'small';
}

/** The bar alone, with the tick at the least that is needed. */
export function GoalTrack({ tone = 'green', size = 'normal', ...goal }: GoalTrackProps) {
  const { filled, tick } = goalShares(goal);
  return (
    <View className={`ly-goal-track ly-goal-${size}`} {...aria({ role: 'progressbar', label: spokenGoal(goal) })}>
      <View className={`ly-goal-fill ly-goal-${tone}`} style={{ width: `${filled}%` }} />
      {tick !== null && <View className="ly-goal-tick" style={{ left: `${tick}%` }} />}
    </View>
  );
}

export interface GoalBarProps extends Goal {
  readonly tone?: GoalTone;
  /** Beside the sum: 126 位邻居. */
  readonly aside?: string;
  /** Under the tick once it is passed. */
  readonly reachedText?: string;
  /** What the optimum would bring: 加装扶手和灯. */
  readonly moreText?: string;
}

/** Where the words of the minimum may end, in percent, so that those of the optimum keep room. */
const WORDS_FROM = 46;
const WORDS_TO = 66;

/** The sum that has come, its bar, and in words how far that is. */
export function GoalBar({ tone = 'green', aside, reachedText = '过了，能动工', moreText = '', ...goal }: GoalBarProps) {
  const { settledFen, minimumFen, optimumFen } = goal;
  const { tick } = goalShares(goal);
  const hasOptimum = optimumFen !== null && optimumFen !== minimumFen;
  const endsAt = Math.min(Math.max(tick ?? 100, WORDS_FROM), hasOptimum ? WORDS_TO : 100);
  return (
    <View>
      <View className="ly-goal-head">
        <View className="ly-goal-sum"><View className="u-mid">已有</View><View className="u-number">{formatMoney(settledFen)}</View></View>
        {aside !== undefined && <View className="u-sub">{aside}</View>}
      </View>
      <View className="u-mt3"><GoalTrack tone={tone} {...goal} /></View>
      <View className="ly-goal-words">
        {minimumFen !== null && (
          <View className="ly-goal-word" style={{ width: `${endsAt}%` }}>
            <View className="ly-goal-mark">最低 {formatMoney(minimumFen)}</View>
            <View className={settledFen >= minimumFen ? 'u-green' : ''}>{minimumWords(goal, reachedText)}</View>
          </View>
        )}
        {hasOptimum && (
          <View className="ly-goal-word u-grow">
            <View className="u-bold">最好 {formatMoney(optimumFen)}</View>
            <View className={settledFen >= optimumFen ? 'u-green' : ''}>{optimumWords(goal, moreText)}</View>
          </View>
        )}
      </View>
    </View>
  );
}
