import { View } from '@tarojs/components';
import type { ShareState } from '@/drawings';
import { aria } from '@/lib/aria';
import './share-dots.css';

export interface ShareCounts {
  delivered: number;
  held: number;
  open: number;
}

export interface ShareDotsProps extends ShareCounts {
  /** Side of one fruit in px. By default 18; 15 from eleven on, so that a dozen keeps one line of a card, and 12 above twenty. */
  size?: number;
  /** Draws the fruit even when there is only one share. */
  always?: boolean;
}

const MANY = 20;
const SMALL_PX = 12;
const DOZEN = 10;
const DOZEN_PX = 15;
const USUAL_PX = 18;

function sideOf(count: number): number {
  if (count > MANY) return SMALL_PX;
  return count > DOZEN ? DOZEN_PX : USUAL_PX;
}

/** The shares in the order in which they are drawn: full, half, hollow. */
export function shareStates({ delivered, held, open }: ShareCounts): ShareState[] {
  const repeat = (state: ShareState, count: number): ShareState[] => Array.from({ length: Math.max(count, 0) }, () => state);
  return [...repeat('delivered', delivered), ...repeat('held', held), ...repeat('open', open)];
}

/** All three numbers in a sentence, for screen readers. */
export function shareSentence({ delivered, held, open }: ShareCounts): string {
  return `共 ${delivered + held + open} 份：办好 ${delivered} 份，有人认领 ${held} 份，还差 ${open} 份`;
}

const SINGLE: Readonly<Record<ShareState, readonly [words: string, tone: string]>> = {
  open: ['等人帮', 'u-accent'],
  held: ['有人来了', 'u-ochre'],
  delivered: ['办好了', 'u-green'],
};

/** A row of persimmons, one for each share. A single share is told in words: one fruit alone says nothing. */
export function ShareDots({ delivered, held, open, size, always = false }: ShareDotsProps) {
  const states = shareStates({ delivered, held, open });
  const [only] = states;
  if (states.length === 1 && only !== undefined && !always) {
    const [words, tone] = SINGLE[only];
    return <View className={`u-mid u-bold ${tone}`}>{words}</View>;
  }
  const side = size ?? sideOf(states.length);
  return (
    <View className={`ly-dots ${side < USUAL_PX ? 'ly-dots-small' : ''}`} {...aria({ role: 'img', label: shareSentence({ delivered, held, open }) })}>
      {states.map((state, index) => (
        <Fruit key={index} state={state} size={side} />
      ))}
    </View>
  );
}

/** One persimmon. */
export function Fruit({ state, size = USUAL_PX }: { state: ShareState; size?: number }) {
  return <View className={`fruit fruit-${state}`} style={{ '--fruit-size': `${size}px` } as Record<string, string>} />;
}
