import type { PageView } from '../page-view';

/** How far the page must be pulled before it refreshes, and where it rests while refreshing, in px. */
const TRIGGER_PX = 60;
const REST_PX = 60;
const MAX_PULL_PX = 110;

/** Pull-down refresh of a page: the finger's gesture, the three dots, and the same thing started by the program. */
export class PullDown {
  private startY: number | null = null;
  private pulledPx = 0;
  private isRefreshing = false;

  constructor(private readonly view: PageView, isEnabled: boolean, private readonly onRefresh: () => void) {
    if (!isEnabled) return;
    const { scroller } = view;
    scroller.addEventListener('touchstart', (event) => this.begin(event.touches[0]?.clientY), { passive: true });
    scroller.addEventListener('touchmove', (event) => this.move(event, event.touches[0]?.clientY), { passive: false });
    scroller.addEventListener('touchend', () => this.end());
    scroller.addEventListener('touchcancel', () => this.end());
    scroller.addEventListener('mousedown', (event) => this.begin(event.clientY));
    scroller.addEventListener('mousemove', (event) => this.move(event, event.buttons === 1 ? event.clientY : undefined));
    window.addEventListener('mouseup', () => this.end());
  }

  private begin(clientY: number | undefined): void {
    this.startY = !this.isRefreshing && this.view.scroller.scrollTop <= 0 ? (clientY ?? null) : null;
  }

  private move(event: Event, clientY: number | undefined): void {
    if (this.startY === null || clientY === undefined || event.defaultPrevented) return;
    const distance = clientY - this.startY;
    if (distance <= 0) return this.draw(0);
    if (event.cancelable) event.preventDefault();
    this.draw(Math.min(distance * 0.6, MAX_PULL_PX));
  }

  private end(): void {
    if (this.startY === null) return;
    this.startY = null;
    if (this.pulledPx >= TRIGGER_PX) this.start();
    else this.draw(0);
  }

  private draw(pulledPx: number): void {
    this.pulledPx = pulledPx;
    const { scroller, refreshDots } = this.view;
    scroller.style.marginTop = pulledPx > 0 ? `${pulledPx}px` : '';
    refreshDots.style.height = `${pulledPx}px`;
    refreshDots.classList.toggle('host-refreshing', this.isRefreshing);
  }

  /** Shows the dots and tells the page. */
  start(): void {
    if (this.isRefreshing) return;
    this.isRefreshing = true;
    this.draw(REST_PX);
    this.onRefresh();
  }

  stop(): void {
    this.isRefreshing = false;
    this.draw(0);
  }
}
