import type { ReactNode } from 'react';
import { View } from '@tarojs/components';
import './bottom-bar.css';

export interface BottomBarProps {
  /** The one button, or the button and one beside it. */
  children: ReactNode;
  /** Small things left of the button: icon buttons, 草稿已存. */
  aside?: ReactNode;
  /** A quiet line above the button. */
  note?: ReactNode;
}

/** The bar at the foot of a page; give it to `<Screen bottom>`, which keeps room for it. */
export function BottomBar({ children, aside, note }: BottomBarProps) {
  return (
    <View className="ly-bottom-bar">
      {note !== undefined && <View className="ly-bottom-bar-note">{note}</View>}
      <View className="ly-bottom-bar-row">
        {aside !== undefined && <View className="ly-bottom-bar-aside">{aside}</View>}
        <View className="ly-bottom-bar-main">{children}</View>
      </View>
    </View>
  );
}
