import { View } from '@tarojs/components';
import { Drawing } from '@/components/drawing/drawing';
import type { DrawingName } from '@/components/drawing/drawing';
import './picture-tile.css';

export type TileTone = 'accent' | 'green' | 'ochre' | 'blue' | 'sunk';

export interface PictureTileProps {
  drawing: DrawingName;
  /** Side in px; with `wide` the height. Default 68. */
  size?: number;
  /** Ground; `auto` gives each drawing its own. */
  tone?: TileTone | 'auto';
  /** Fills the width of what holds it. */
  wide?: boolean;
}

/** The ground each drawing has in the kit, so that the same thing looks the same everywhere. */
const TONES: Partial<Record<DrawingName, TileTone>> = {
  goods: 'accent',
  hair: 'accent',
  rice: 'accent',
  plant: 'green',
  lamp: 'ochre',
  meal: 'ochre',
  hand: 'ochre',
  sew: 'ochre',
  tea: 'green',
  wheelchair: 'green',
  tools: 'green',
  ramp: 'green',
  book: 'blue',
  calendar: 'blue',
};

const DRAWING_SHARE = 0.76;

/** A drawing on its coloured square. */
export function PictureTile({ drawing, size = 68, tone = 'auto', wide = false }: PictureTileProps) {
  const ground = tone === 'auto' ? (TONES[drawing] ?? 'sunk') : tone;
  return (
    <View className={`ly-tile ly-tile-${ground}`} style={{ width: wide ? '100%' : `${size}px`, height: `${size}px` }}>
      <Drawing name={drawing} size={Math.round(size * DRAWING_SHARE)} />
    </View>
  );
}
