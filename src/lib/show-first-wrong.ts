import Taro from '@tarojs/taro';

/** Room for the bar at the top and for the field above what is said of it. */
const ABOVE_PX = 180;

/** Scrolls a long form to the first field that something is wrong with, once that is drawn. */
export function showFirstWrong(): void {
  Taro.nextTick(() => void Promise.resolve(Taro.pageScrollTo({ selector: '.ly-field-error', offsetTop: -ABOVE_PX, duration: 200 })).catch(() => undefined));
}
