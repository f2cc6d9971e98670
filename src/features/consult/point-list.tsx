import { View } from '@tarojs/components';
import type { ConsultPointView } from '@contract';
import { Button } from '@/components/button/button';
import { Card } from '@/components/card/card';
import { CheckMark } from '@/components/check-row/check-row';
import { aria } from '@/lib/aria';
import './consult.css';

interface PointListProps {
  readonly points: readonly ConsultPointView[];
  readonly peopleCount: number;
  /** Chosen ones; null where nothing can be chosen any more. */
  readonly picks: readonly number[] | null;
  readonly onPick: (no: number) => void;
  /** Left out where nobody may object any more. */
  readonly onObject?: ((point: ConsultPointView) => void) | undefined;
}

/** "9 人选了，1 人有不同意见". */
const countWords = ({ picks, objections }: ConsultPointView): string => [picks === 0 ? '还没人选' : `${picks} 人选了`, objections === 0 ? '' : `${objections} 人有不同意见`].filter(Boolean).join('，');

/** The steps of a plan as points to choose from, each with how many chose it as a bar and in words. */
export function PointList({ points, peopleCount, picks, onPick, onObject }: PointListProps) {
  const most = Math.max(1, peopleCount, ...points.map((point) => point.picks));
  return (
    <Card>
      {points.map((point) => {
        const isOn = picks?.includes(point.no) ?? false;
        return (
          <View key={point.no} className="consult-point">
            <View className="u-row u-top u-gap3" onClick={() => onPick(point.no)} {...aria(picks === null ? { role: 'img', label: `${point.text}，${countWords(point)}` } : { role: 'checkbox', checked: isOn, label: point.text })}>
              {picks !== null && <CheckMark checked={isOn} />}
              <View className="u-grow">
                <View className="consult-point-text u-break">{point.no}. {point.text}</View>
                <View className="consult-bar"><View className={`consult-fill ${point.picks === 0 ? 'consult-fill-none' : ''}`} style={{ width: `${(point.picks / most) * 100}%` }} /></View>
              </View>
            </View>
            <View className={`u-row u-between u-gap2 ${picks === null ? '' : 'consult-point-foot'}`}>
              <View className="u-cap u-grow">第 {point.week} 周 · {countWords(point)}</View>
              {onObject !== undefined && <Button kind="text" size="small" onClick={() => onObject(point)}>不合适？</Button>}
            </View>
          </View>
        );
      })}
    </Card>
  );
}
