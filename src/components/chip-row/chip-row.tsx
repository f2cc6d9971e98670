import type { ReactNode } from 'react';
import { ScrollView, View } from '@tarojs/components';
import './chip-row.css';

export interface ChipRowProps {
  children: ReactNode;
  /** Runs to the edge of the screen instead of stopping at the gutter. Default true. */
  edge?: boolean;
}

/** Chips in one line that scrolls sideways: filters stay one line high in large type too. */
export function ChipRow({ children, edge = true }: ChipRowProps) {
  return (
    <ScrollView className={`ly-chip-row ${edge ? 'ly-chip-row-edge' : ''}`} scrollX enhanced showScrollbar={false}>
      <View className="ly-chip-row-line">{children}</View>
    </ScrollView>
  );
}

/** Chips that wrap, for choices a person should see all at once. */
export function ChipWrap({ children }: { children: ReactNode }) {
  return <View className="ly-chip-wrap">{children}</View>;
}

/** Cards side by side that scroll sideways to the edge of the screen, with room for their shadow. */
export function TileRow({ children }: { children: ReactNode }) {
  return (
    <ScrollView className="ly-chip-row ly-chip-row-edge" scrollX enhanced showScrollbar={false}>
      <View className="ly-chip-row-line ly-tile-row-line">{children}</View>
    </ScrollView>
  );
}
