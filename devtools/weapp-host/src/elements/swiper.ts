import { BuiltIn, fire, isTruthy } from './base';

const HTML = `<style>
:host{display:block;overflow:hidden;position:relative}
.track{display:flex;width:100%;height:100%;transition:transform .3s}
:host([vertical]) .track{flex-direction:column}
::slotted(*){flex:0 0 100%;width:100%;height:100%}
.dots{position:absolute;left:0;right:0;bottom:10px;display:flex;justify-content:center;gap:8px}
.dots i{width:8px;height:8px;border-radius:50%;background:var(--dot,rgba(0,0,0,.3))}
.dots i[data-on]{background:var(--dot-on,#000)}
</style><div class="track"><slot></slot></div><div class="dots" hidden></div>`;

/** How far a finger must go to change the item, as a part of the swiper's width. */
const CHANGE_RATIO = 0.2;

/** `swiper`: one item at a time, by finger, by the program or by itself. `circular` wraps round without the endless look. */
export class Swiper extends BuiltIn {
  private track!: HTMLElement;
  private dots!: HTMLElement;
  private current = 0;
  private startX: number | null = null;
  private startY = 0;
  private timer = 0;

  protected override build(): void {
    const root = this.shadow(HTML);
    this.track = root.querySelector('.track') as HTMLElement;
    this.dots = root.querySelector('.dots') as HTMLElement;
    root.querySelector('slot')?.addEventListener('slotchange', () => this.draw());
    this.track.addEventListener('transitionend', () => fire(this, 'animationfinish', { current: this.current, source: 'touch' }));
    this.addEventListener('touchstart', (event) => this.begin(event.touches[0]), { passive: true });
    this.addEventListener('touchend', (event) => this.end(event.changedTouches[0]));
    this.addEventListener('mousedown', (event) => this.begin(event));
    this.addEventListener('mouseup', (event) => this.end(event));
  }

  disconnectedCallback(): void {
    window.clearInterval(this.timer);
  }

  private items(): HTMLElement[] {
    return [...this.querySelectorAll<HTMLElement>('wx-swiper-item')].filter((item) => item.parentElement?.closest('wx-swiper') === this);
  }

  private begin(point: { clientX: number; clientY: number } | undefined): void {
    this.startX = point ? point.clientX : null;
    this.startY = point?.clientY ?? 0;
  }

  private end(point: { clientX: number; clientY: number } | undefined): void {
    if (this.startX === null || !point) return;
    const isVertical = this.flag('vertical');
    const moved = isVertical ? point.clientY - this.startY : point.clientX - this.startX;
    const size = isVertical ? this.clientHeight : this.clientWidth;
    this.startX = null;
    if (Math.abs(moved) > size * CHANGE_RATIO) this.go(this.current + (moved < 0 ? 1 : -1), 'touch');
  }

  private go(index: number, source: 'touch' | 'autoplay'): void {
    const count = this.items().length;
    if (count === 0) return;
    const wrapped = isTruthy(this.props.circular) || source === 'autoplay' ? (index + count) % count : Math.min(Math.max(index, 0), count - 1);
    if (wrapped === this.current) return;
    this.current = wrapped;
    this.draw();
    fire(this, 'change', { current: wrapped, currentItemId: this.items()[wrapped]?.getAttribute('item-id') ?? '', source });
  }

  private draw(): void {
    const count = this.items().length;
    const offset = `${-100 * this.current}%`;
    this.track.style.transform = this.flag('vertical') ? `translateY(${offset})` : `translateX(${offset})`;
    this.dots.hidden = !this.flag('indicator-dots');
    this.dots.innerHTML = Array.from({ length: count }, (_, index) => `<i${index === this.current ? ' data-on' : ''}></i>`).join('');
    this.items().forEach((item, index) => item.setAttribute('aria-hidden', String(index !== this.current)));
  }

  protected override update(name: string, value: unknown): void {
    if (name === 'current') this.current = this.number('current', 0);
    else if (name === 'indicator-color') this.style.setProperty('--dot', this.text('indicator-color'));
    else if (name === 'indicator-active-color') this.style.setProperty('--dot-on', this.text('indicator-active-color'));
    else if (name === 'autoplay' || name === 'interval') {
      window.clearInterval(this.timer);
      if (this.flag('autoplay')) this.timer = window.setInterval(() => this.go(this.current + 1, 'autoplay'), this.number('interval', 5000));
    } else if (name === 'duration') this.track.style.transitionDuration = `${Number(value) || 0}ms`;
    this.draw();
  }
}
