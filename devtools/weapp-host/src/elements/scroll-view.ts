import { BuiltIn, fire, isTruthy } from './base';

const EDGE_PX = 50;
const REFRESH_THRESHOLD_PX = 45;

/** `scroll-view`: scrolling both ways, the events at its edges, scrolling to a child, and its own pull to refresh. */
export class ScrollView extends BuiltIn {
  private isAtLower = false;
  private isAtUpper = true;
  private startY: number | null = null;
  private pulledPx = 0;

  protected override build(): void {
    this.addEventListener('scroll', () => this.onScroll());
    this.addEventListener('touchstart', (event) => this.beginPull(event), { passive: true });
    this.addEventListener('touchmove', (event) => this.pull(event), { passive: false });
    this.addEventListener('touchend', () => this.endPull());
    this.addEventListener('touchcancel', () => this.endPull());
  }

  private onScroll(): void {
    const { scrollLeft, scrollTop, scrollHeight, scrollWidth } = this;
    fire(this, 'scroll', { scrollLeft, scrollTop, scrollHeight, scrollWidth, deltaX: 0, deltaY: 0 });
    const isHorizontal = this.flag('scroll-x') && !this.flag('scroll-y');
    const before = isHorizontal ? scrollLeft : scrollTop;
    const after = isHorizontal ? scrollWidth - this.clientWidth - scrollLeft : scrollHeight - this.clientHeight - scrollTop;
    const isAtLower = after <= this.number('lower-threshold', EDGE_PX);
    const isAtUpper = before <= this.number('upper-threshold', EDGE_PX);
    if (isAtLower && !this.isAtLower) fire(this, 'scrolltolower', { direction: isHorizontal ? 'right' : 'bottom' });
    if (isAtUpper && !this.isAtUpper) fire(this, 'scrolltoupper', { direction: isHorizontal ? 'left' : 'top' });
    this.isAtLower = isAtLower;
    this.isAtUpper = isAtUpper;
  }

  private beginPull(event: TouchEvent): void {
    this.startY = this.flag('refresher-enabled') && !this.flag('refresher-triggered') && this.scrollTop <= 0 ? (event.touches[0]?.clientY ?? null) : null;
  }

  private pull(event: TouchEvent): void {
    if (this.startY === null) return;
    const distance = (event.touches[0]?.clientY ?? this.startY) - this.startY;
    if (distance <= 0) return;
    if (event.cancelable) event.preventDefault();
    this.drawPull(Math.min(distance * 0.6, 100));
    fire(this, 'refresherpulling', { dy: this.pulledPx });
  }

  private endPull(): void {
    if (this.startY === null) return;
    this.startY = null;
    if (this.pulledPx < this.number('refresher-threshold', REFRESH_THRESHOLD_PX)) {
      this.drawPull(0);
      fire(this, 'refresherabort', {});
      return;
    }
    this.drawPull(REFRESH_THRESHOLD_PX);
    fire(this, 'refresherrefresh', {});
  }

  private drawPull(px: number): void {
    this.pulledPx = px;
    this.style.setProperty('--host-pull', `${px}px`);
    this.classList.toggle('host-pulled', px > 0);
  }

  private scrollSmoothly(options: ScrollToOptions): void {
    this.scrollTo({ ...options, behavior: this.flag('scroll-with-animation') ? 'smooth' : 'instant' });
  }

  /** Waits a moment, since the children the program scrolls to may be in the same setData. */
  protected override update(name: string, value: unknown): void {
    if (name === 'scroll-top' && value !== '' && value !== undefined) window.setTimeout(() => this.scrollSmoothly({ top: this.number('scroll-top', 0) }), 0);
    else if (name === 'scroll-left' && value !== '' && value !== undefined) window.setTimeout(() => this.scrollSmoothly({ left: this.number('scroll-left', 0) }), 0);
    else if (name === 'scroll-into-view' && value) window.setTimeout(() => this.scrollToChild(this.text('scroll-into-view')), 0);
    else if (name === 'refresher-triggered') {
      const isTriggered = isTruthy(value);
      if (!isTriggered && this.pulledPx > 0) fire(this, 'refresherrestore', {});
      this.drawPull(isTriggered ? REFRESH_THRESHOLD_PX : 0);
    }
  }

  private scrollToChild(id: string): void {
    const child = this.querySelector(`#${CSS.escape(id)}`);
    if (!child) return;
    const box = child.getBoundingClientRect();
    const own = this.getBoundingClientRect();
    this.scrollSmoothly({ top: this.scrollTop + box.top - own.top, left: this.scrollLeft + box.left - own.left });
  }
}
