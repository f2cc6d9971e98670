import { View } from '@tarojs/components';
import { Fruit, shareSentence, shareStates } from '@/components/share-dots/share-dots';
import type { ShareCounts } from '@/components/share-dots/share-dots';
import { Stepper } from '@/components/stepper/stepper';
import type { ShareState } from '@/drawings';
import { aria } from '@/lib/aria';
import './share-picker.css';

export interface SharePickerProps extends ShareCounts {
  /** How many this person takes, 1 to `max`. */
  chosen: number;
  /** The most this person may take: the open ones, or fewer where a rule says so. */
  max: number;
  onChange: (chosen: number) => void;
  /** What one share is: 5 公斤米 + 1.8 升油. */
  unit?: string;
  /** About what one share costs: 约 ¥80. */
  price?: string;
}

/** More than this many fruits are drawn small and wrap. */
const ONE_ROW = 7;
const DRAWN_LIMIT = 24;

/** Choosing shares: tap a hollow fruit, or count with the stepper. The chosen ones stand out with a halo. */
export function SharePicker(props: SharePickerProps) {
  const { delivered, held, open, chosen, max, onChange, unit, price } = props;
  const states = shareStates({ delivered, held, open });
  const taken = delivered + held;
  const big = states.length <= ONE_ROW;
  return (
    <View>
      {states.length > 1 && states.length <= DRAWN_LIMIT && (
        <View className={`ly-picker ${big ? 'ly-picker-big' : ''}`} {...aria({ label: `${shareSentence({ delivered, held, open })}，您认领 ${chosen} 份` })}>
          {states.map((state, index) => (
            <PickerFruit
              key={index}
              state={state}
              isMine={index >= taken && index < taken + chosen}
              isTaken={index < taken}
              isFirstMine={index === taken}
              big={big}
              onTap={() => onChange(Math.min(Math.max(index - taken + 1, 1), max))}
            />
          ))}
        </View>
      )}
      <View className="ly-picker-count">
        <View className="u-grow">
          {unit !== undefined && <View className="u-sub">一份：{unit}</View>}
          {price !== undefined && <View className="u-h3">{price}</View>}
          {unit === undefined && price === undefined && <View className="u-h3">认几份</View>}
        </View>
        <Stepper label="认领份数" value={chosen} min={1} max={max} onChange={onChange} />
      </View>
    </View>
  );
}

interface PickerFruitProps {
  state: ShareState;
  isMine: boolean;
  isTaken: boolean;
  isFirstMine: boolean;
  big: boolean;
  onTap: () => void;
}

function PickerFruit({ state, isMine, isTaken, isFirstMine, big, onTap }: PickerFruitProps) {
  const size = big ? (isTaken ? 28 : 36) : 22;
  return (
    <View className={`ly-picker-fruit ${isTaken ? 'ly-picker-taken' : ''} ${isMine ? 'ly-picker-mine' : ''}`} onClick={isTaken ? undefined : onTap}>
      <View className="ly-picker-halo"><Fruit state={isMine ? 'held' : state} size={size} /></View>
      {big && <View className="ly-picker-you">{isMine && isFirstMine ? '您' : ''}</View>}
    </View>
  );
}
