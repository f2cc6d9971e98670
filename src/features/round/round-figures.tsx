import { View } from '@tarojs/components';
import { WISH_CATEGORY_LABEL, type RoundFigures } from '@contract';
import { ProgressBar } from '@/components/progress-bar/progress-bar';
import { SectionHead } from '@/components/section-head/section-head';
import { formatMoney } from '@/lib/format';
import { RoundFruits } from './round-head';
import './round.css';

function Cell({ figure, words }: { figure: string; words: string }) {
  return (
    <View className="rnd-cell">
      <View className="rnd-cell-figure">{figure}</View>
      <View className="u-cap">{words}</View>
    </View>
  );
}

/** Figures about people are told from five on; below, only that it were few. */
const people = (count: number | null, isAtLeast: boolean): string => (count === null ? '不到 5' : `${count}${isAtLeast ? '+' : ''}`);
const days = (value: number | null): string => {
  if (value === null) return '–';
  return value === 0 ? '当天' : `${value} 天`;
};

/** What came of a round. */
export function RoundFiguresView({ figures }: { figures: RoundFigures }) {
  return (
    <View>
      <View className="rnd-panel"><RoundFruits sums={figures} /></View>
      <View className="rnd-cells u-mt3">
        <Cell figure={people(figures.givers, figures.giversIsAtLeast)} words="位邻居和商户帮了忙" />
        <Cell figure={formatMoney(figures.deliveredValueFen)} words="送到的约值" />
        <Cell figure={days(figures.daysMedian)} words="就送到了一半" />
        <Cell figure={figures.daysMean === null ? '–' : `${figures.daysMean} 天`} words="平均送到" />
      </View>
      <SectionHead title="分类来看" />
      <View className="rnd-panel u-stack">
        {figures.byCategory.map((sum) => (
          <View key={sum.category}>
            <View className="u-row u-between u-gap2">
              <View className="u-mid u-bold u-fixed">{WISH_CATEGORY_LABEL[sum.category]}</View>
              <View className="u-cap">{sum.wishes} 个心愿，办好 {sum.wishesDone} 个 · 送到 {sum.sharesDelivered} / {sum.sharesWanted} 份</View>
            </View>
            <View className="u-mt1"><ProgressBar value={sum.sharesDelivered} max={sum.sharesWanted} label={`${WISH_CATEGORY_LABEL[sum.category]}送到的份数`} /></View>
          </View>
        ))}
      </View>
    </View>
  );
}

/** Thanks by name for shops and units; residents are thanked together, never counted against each other. */
export function RoundThanks({ names }: { names: readonly string[] }) {
  return (
    <View className="rnd-thanks">
      <View className="u-h2">谢谢每一位</View>
      {names.length > 0 && <View className="u-body u-mt2">{names.join('、')}</View>}
      <View className="u-sub u-mt2">{names.length > 0 ? '还有许多没有留名的邻居。' : ''}您的一份，有人正用着、暖着、记着。</View>
    </View>
  );
}
