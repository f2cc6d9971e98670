import { View } from '@tarojs/components';
import type { ScoreView } from '@contract';
import { Figure } from '@/components/figure/figure';
import { aria } from '@/lib/aria';
import { scoreWords, WHY_NOT_EXACT } from './sum-words';
import './rating-sum.css';

/** The score with what is not known about it: a tick in a stretch, and the same in words. */
export function ScoreBand({ score, people }: { score: ScoreView; people: number }) {
  const words = scoreWords(score, people);
  return (
    <View {...aria({ label: `大约 ${score.mean} 分，满分 100，${words}` })}>
      <View className="u-row u-baseline u-gap2"><View className="u-mid">大约</View><Figure value={score.mean} unit="分" size="number" /><View className="u-cap">满分 100</View></View>
      <View className="u-sub">{words}</View>
      <View className="rs-band">
        <View className="rs-band-track" />
        <View className="rs-band-range" style={{ left: `${score.lower}%`, width: `${score.upper - score.lower}%` }} />
        <View className="rs-band-mean" style={{ left: `${score.mean}%` }} />
      </View>
      <View className="rs-band-ends u-cap"><View>0</View><View>100</View></View>
      <View className="u-sub u-mt2">{WHY_NOT_EXACT}</View>
    </View>
  );
}
