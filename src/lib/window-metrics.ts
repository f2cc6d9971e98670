import Taro from '@tarojs/taro';

/** Where WeChat's own capsule and status bar stand, in px; pages draw their own bar around them. */
export interface WindowMetrics {
  statusBarPx: number;
  /** Height of the bar below the status bar. */
  navBarPx: number;
  /** Room to keep free at the right for the capsule. */
  capsulePx: number;
}

const BAR_PX = 44;
const CAPSULE_MARGIN_PX = 7;

/** The browser preview has neither status bar nor capsule; WeChat tells both. */
function measure(): WindowMetrics {
  if (process.env.TARO_ENV !== 'weapp') return { statusBarPx: 0, navBarPx: BAR_PX + 8, capsulePx: 0 };
  try {
    const { statusBarHeight, windowWidth } = Taro.getWindowInfo();
    const statusBarPx = statusBarHeight ?? 20;
    const capsule = Taro.getMenuButtonBoundingClientRect();
    const gapPx = Math.max(capsule.top - statusBarPx, 0);
    return {
      statusBarPx,
      navBarPx: Math.max(capsule.height + 2 * gapPx, BAR_PX),
      capsulePx: windowWidth - capsule.left + CAPSULE_MARGIN_PX,
    };
  } catch {
    // A host that cannot measure gets the sizes of a common phone.
    return { statusBarPx: 44, navBarPx: BAR_PX, capsulePx: 104 };
  }
}

let measured: WindowMetrics | undefined;

/** Measured once: neither changes while the program runs. */
export function windowMetrics(): WindowMetrics {
  measured ??= measure();
  return measured;
}
