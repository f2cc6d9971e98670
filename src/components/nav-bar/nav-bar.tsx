import type { ReactNode } from 'react';
import { View } from '@tarojs/components';
import { Icon } from '@/components/icon/icon';
import { goBack } from '@/lib/pages';
import { windowMetrics } from '@/lib/window-metrics';
import { aria } from '@/lib/aria';
import './nav-bar.css';

export interface NavBarProps {
  title?: string;
  /** Replaces the title, for example the community's name with the logo. */
  left?: ReactNode;
  /** `back` draws the arrow (tab pages leave it out). Default false. */
  back?: boolean;
  /** Lies over the page's first picture, without a ground of its own. Default false. */
  overlay?: boolean;
  /** Instead of going back one page. */
  onBack?: () => void;
}

/** The bar at the top: title at the left, room for WeChat's capsule at the right, stays while the page scrolls. */
export function NavBar({ title = '', left, back = false, overlay = false, onBack }: NavBarProps) {
  const { statusBarPx, navBarPx, capsulePx } = windowMetrics();
  return (
    <View
      className={`ly-nav ${overlay ? 'ly-nav-overlay' : ''}`}
      style={{ paddingTop: `${statusBarPx}px`, paddingRight: `${capsulePx}px` }}
    >
      <View className="ly-nav-row" style={{ minHeight: `${navBarPx}px` }}>
        {back && (
          <View
            className="ly-nav-back"
            {...aria({ role: 'button', label: '返回' })}
            onClick={() => (onBack === undefined ? void goBack() : onBack())}
          >
            <Icon name="back" size={24} />
          </View>
        )}
        {left ?? <View className={`ly-nav-title u-one ${back ? 'ly-nav-title-small' : ''}`}>{title}</View>}
      </View>
    </View>
  );
}
