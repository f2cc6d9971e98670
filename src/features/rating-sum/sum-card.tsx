import { View } from '@tarojs/components';
import { RATED_CATEGORY_LABEL, type RatingSumView } from '@contract';
import { Card } from '@/components/card/card';
import { Notice } from '@/components/notice/notice';
import { aria } from '@/lib/aria';
import { openPage } from '@/lib/pages';
import { serverNowMs } from '@/lib/server-clock';
import { PraiseCard } from './praise-card';
import { ScoreBand } from './score-band';
import { SumReply } from './sum-reply';
import { asWords, barsOf, hiddenWords, scoreWords } from './sum-words';
import './rating-sum.css';

/** What people think of the help given in one name: the score, the answers, the words; and what waits. */
export function SumCard({ sum, peopleMin }: { sum: RatingSumView; peopleMin: number }) {
  return (
    <View className="u-stack">
      <View className="u-h2 u-break">{asWords(sum)}</View>
      {sum.ratings > 0 && (
        <Card>
          {sum.score === null ? <View className="u-mid">{sum.people} 人评过。不到 {peopleMin} 人，先不算分数。</View> : <ScoreBand score={sum.score} people={sum.people} />}
          <View className="u-mt4"><Bars counts={sum.counts} /></View>
          <Categories categories={sum.categories} />
        </Card>
      )}
      <PraiseCard sum={sum} />
      {sum.rectificationId !== null && <Notice tone="accent" title="有些邻居不太满意" onClick={() => void openPage('rectification', { id: sum.rectificationId ?? undefined })}>看看大家怎么说，写写怎么改。</Notice>}
      {sum.hidden !== null && <Notice icon="clock" title="还没到看的时候">{hiddenWords(sum.hidden, serverNowMs())}几个人的合在一起看，谁也不会被认出来。</Notice>}
      <Chips chips={sum.chips} />
      <Sentences sum={sum} />
      <SumReply sum={sum} />
    </View>
  );
}

function Bars({ counts }: { counts: RatingSumView['counts'] }) {
  return (
    <View>
      {barsOf(counts).map((bar) => (
        <View key={bar.key} className="rs-bar" {...aria({ label: `${bar.label} ${bar.count} 次` })}>
          <View className="rs-bar-label">{bar.label}</View>
          <View className="rs-bar-track"><View className={`rs-bar-fill rs-bar-${bar.key}`} style={{ width: `${bar.percent}%` }} /></View>
          <View className="rs-bar-count">{bar.count} 次</View>
        </View>
      ))}
    </View>
  );
}

/** Told apart only where there is more than one kind. */
function Categories({ categories }: { categories: RatingSumView['categories'] }) {
  if (categories.length < 2) return null;
  return (
    <View className="u-mt3">
      {categories.map(({ category, score, people }) => <View key={category} className="u-sub u-mt1">{RATED_CATEGORY_LABEL[category]}：大约 {score.mean} 分，{scoreWords(score, people)}</View>)}
    </View>
  );
}

/** The one word of the list that asks for more stands apart by its colour and says so itself. */
const LESS = '还差一点';

function Chips({ chips }: { chips: RatingSumView['chips'] }) {
  if (chips.length === 0) return null;
  return (
    <Card>
      <View className="u-h3">大家点的词</View>
      <View className="rs-chips u-mt3">
        {chips.map(({ chip, count }) => <View key={chip} className={`rs-chip ${chip === LESS ? 'rs-chip-less' : ''}`}>{chip} {count} 次</View>)}
      </View>
    </Card>
  );
}

function Sentences({ sum }: { sum: RatingSumView }) {
  if (sum.sentences.length === 0) return null;
  return (
    <Card>
      <View className="u-h3">大家说的话</View>
      <View className="u-cap u-mt1">先后打乱了，不写是谁说的。</View>
      <View className="u-mt2">{sum.sentences.map(({ sentenceId, words }) => <View key={sentenceId} className="rs-says u-body u-break u-hang">“{words}”</View>)}</View>
    </Card>
  );
}
