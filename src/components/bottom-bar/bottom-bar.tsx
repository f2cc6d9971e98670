import type { ReactNode } from 'react';
import { View } from '@tarojs/components';
import { Notice } from '@/components/notice/notice';
import './bottom-bar.css';

export interface BottomBarProps {
  /** The one button, or the button and one beside it. */
  children: ReactNode;
  /** Small things left of the button: icon buttons, 草稿已存. */
  aside?: ReactNode;
  /** A quiet line above the button. */
  note?: ReactNode;
  /** Why the act of the button did not go through; it stands beside the finger, wherever the page is scrolled to. */
  failure?: { readonly message: string } | null;
}

/** The bar at the foot of a page; give it to `<Screen bottom>`, which keeps room for it. */
export function BottomBar({ children, aside, note, failure = null }: BottomBarProps) {
  return (
    <View className="ly-bottom-bar">
      {failure !== null && <View className="ly-bottom-bar-failure"><Notice tone="accent">{failure.message}</Notice></View>}
      {note !== undefined && <View className="ly-bottom-bar-note">{note}</View>}
      <View className="ly-bottom-bar-row">
        {aside !== undefined && <View className="ly-bottom-bar-aside">{aside}</View>}
        <View className="ly-bottom-bar-main">{children}</View>
      </View>
    </View>
  );
}
