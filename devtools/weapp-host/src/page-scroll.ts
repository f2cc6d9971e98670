import type { PageInstance } from './page';
import type { PageView } from './page-view';

const DEFAULT_BOTTOM_DISTANCE_PX = 50;

/** Tells a page of its scrolling: onPageScroll as it moves, onReachBottom once each time its end comes near. */
export function watchPageScroll(view: PageView, instance: PageInstance, bottomDistancePx = DEFAULT_BOTTOM_DISTANCE_PX): void {
  const { scroller } = view;
  let isNearBottom = false;
  let heightPx = 0;
  scroller.addEventListener('scroll', () => {
    instance.onPageScroll?.({ scrollTop: scroller.scrollTop });
    const leftPx = scroller.scrollHeight - scroller.clientHeight - scroller.scrollTop;
    if (scroller.scrollHeight !== heightPx) isNearBottom = false;
    heightPx = scroller.scrollHeight;
    if (leftPx > bottomDistancePx) isNearBottom = false;
    else if (!isNearBottom) {
      isNearBottom = true;
      instance.onReachBottom?.();
    }
  });
}
