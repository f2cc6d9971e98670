import { View } from '@tarojs/components';
import { PictureTile, type TileTone } from '@/components/picture-tile/picture-tile';
import type { DrawingName } from '@/components/drawing/drawing';
import './four-facts.css';

export interface FourFactsWords {
  readonly who: string;
  readonly done: string;
  readonly uses: string;
  readonly where: string;
}

const ROWS: ReadonlyArray<readonly [key: keyof FourFactsWords, title: string, drawing: DrawingName, tone: TileTone]> = [
  ['who', '谁在办', 'hand', 'green'],
  ['done', '办过什么', 'tools', 'ochre'],
  ['uses', '钱花在哪', 'goods', 'accent'],
  ['where', '到哪一步', 'calendar', 'blue'],
];

const TILE_PX = 52;

export interface FourFactsProps {
  readonly facts: FourFactsWords;
  /** Heads that a lane says differently. */
  readonly titles?: Partial<FourFactsWords>;
}

/** What everybody reads before giving: four things, a sentence each. */
export function FourFacts({ facts, titles = {} }: FourFactsProps) {
  return (
    <View>
      {ROWS.map(([key, title, drawing, tone]) => (
        <View key={key} className="ly-four-row">
          <PictureTile drawing={drawing} size={TILE_PX} tone={tone} />
          <View className="u-grow">
            <View className="u-bold">{titles[key] ?? title}</View>
            <View className="u-mid u-ink2 u-break">{facts[key]}</View>
          </View>
        </View>
      ))}
    </View>
  );
}
