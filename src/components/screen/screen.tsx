import { createContext, useContext, useEffect } from 'react';
import type { ReactNode } from 'react';
import { View } from '@tarojs/components';
import { useDidShow } from '@tarojs/taro';
import { NavBar } from '@/components/nav-bar/nav-bar';
import { useLargeType, useSettings } from '@/lib/settings';
import './screen.css';

export interface ScreenProps {
  children: ReactNode;
  /** Words of the bar; leave out for a page without a bar of its own. */
  title?: string;
  /** Replaces the title in the bar. */
  navLeft?: ReactNode;
  /** Arrow at the left of the bar. Default true; tab pages pass false. */
  back?: boolean;
  /** The bar lies over the first picture of the page. Default false. */
  overlayNav?: boolean;
  onBack?: () => void;
  /** A `<BottomBar>`; the page keeps room for it. */
  bottom?: ReactNode;
  /** Keeps the gutter at both sides. Default true; pages with edge-to-edge parts pass false and use `u-gutter`. */
  gutter?: boolean;
  className?: string;
}

const Inside = createContext(false);

/** Whether what asks stands within a screen already: what may be all of a page or a part of one brings its own when not. */
export const useIsInsideScreen = (): boolean => useContext(Inside);

/** The root of every page: paper, type size, bar, room for the bottom bar and the phone's rounded foot. */
export function Screen(props: ScreenProps) {
  const { children, title, navLeft, back = true, overlayNav = false, onBack, bottom, gutter = true, className = '' } = props;
  const large = useLargeType();
  const refreshSystemFont = useSettings((state) => state.refreshSystemFont);
  useEffect(refreshSystemFont, [refreshSystemFont]);
  useDidShow(refreshSystemFont);
  const hasNav = title !== undefined || navLeft !== undefined || overlayNav;
  return (
    <View className={`ly-screen ${large ? 'type-large' : ''} ${className}`}>
      {hasNav && <NavBar title={title} left={navLeft} back={back} overlay={overlayNav} onBack={onBack} />}
      <View className={`ly-screen-body ${gutter ? 'u-gutter' : ''} ${bottom === undefined ? '' : 'ly-screen-barred'}`}>
        <Inside.Provider value>{children}</Inside.Provider>
      </View>
      {bottom}
    </View>
  );
}
