import { nearestRendered, type RenderedElement } from './dom-element';
import { dispatchToNode, longPressListeners } from './easel-backend';
import type { TouchPoint } from './plain-event';

/** WeChat's own figure: a touch held this long is a long press. */
const LONG_PRESS_MS = 350;
/** A finger that moved farther than this does not tap. */
const TAP_SLOP_PX = 10;
/** A mouse event so soon after a touch was made by the browser from that touch. */
const SYNTHETIC_MOUSE_MS = 800;

interface Pointer {
  identifier: number
  clientX: number
  clientY: number
}

interface Press {
  target: RenderedElement
  startX: number
  startY: number
  longPressTimer: number
  wasLongPress: boolean
  hovered: HTMLElement | null
}

/** When the person last tapped, in ms of performance.now(); WeChat opens some sheets only right after a tap. */
let lastTapAtMs = -Infinity;
export const msSinceLastTap = (): number => performance.now() - lastTapAtMs;

function toPoints(pointers: Iterable<Pointer>, target: Element): TouchPoint[] {
  const view = target.closest('.host-webview');
  const frame = view?.getBoundingClientRect() ?? { left: 0, top: 0 };
  const scrollTop = view?.querySelector('.host-scroller')?.scrollTop ?? 0;
  return [...pointers].map(({ identifier, clientX, clientY }) => {
    const x = clientX - frame.left;
    const y = clientY - frame.top;
    return { identifier, clientX: x, clientY: y, pageX: x, pageY: y + scrollTop };
  });
}

function emit(target: RenderedElement, type: string, touching: Iterable<Pointer>, changed: Iterable<Pointer>): boolean {
  const touches = toPoints(touching, target);
  const changedTouches = toPoints(changed, target);
  const first = changedTouches[0];
  const hasPosition = type === 'tap' || type === 'longpress' || type === 'longtap';
  const detail = hasPosition && first ? { x: first.pageX, y: first.pageY } : {};
  return dispatchToNode(target, type, detail, { bubbles: true, composed: true, extraFields: { touches, changedTouches } });
}

function listensForLongPress(target: Element): boolean {
  for (let current: Element | null = target; current; current = current.parentElement) if (longPressListeners.has(current)) return true;
  return false;
}

function startHover(target: Element): HTMLElement | null {
  const element = target.closest<HTMLElement>('[hover-class]');
  const hoverClass = element?.getAttribute('hover-class');
  if (!element || !hoverClass || hoverClass === 'none' || element.hasAttribute('disabled')) return null;
  element.classList.add(...hoverClass.split(/\s+/).filter(Boolean));
  return element;
}

function endHover(element: HTMLElement | null): void {
  const hoverClass = element?.getAttribute('hover-class');
  if (element && hoverClass) window.setTimeout(() => element.classList.remove(...hoverClass.split(/\s+/).filter(Boolean)), 70);
}

class GestureRecogniser {
  private press: Press | null = null;
  private suppressTap = false;
  private lastTouchAtMs = -Infinity;
  private isMouseDown = false;

  constructor(views: HTMLElement) {
    const touch = { capture: true, passive: false };
    views.addEventListener('touchstart', (event) => this.onTouch(event), touch);
    views.addEventListener('touchmove', (event) => this.onTouch(event), touch);
    views.addEventListener('touchend', (event) => this.onTouch(event), touch);
    views.addEventListener('touchcancel', (event) => this.onTouch(event), touch);
    views.addEventListener('mousedown', (event) => this.onMouse(event), true);
    window.addEventListener('mousemove', (event) => this.onMouse(event), true);
    window.addEventListener('mouseup', (event) => this.onMouse(event), true);
    views.addEventListener('click', (event) => this.onClick(event), true);
    views.addEventListener('contextmenu', (event) => event.preventDefault());
  }

  private onTouch(event: TouchEvent): void {
    this.lastTouchAtMs = performance.now();
    this.handle(event, event.type, event.touches, event.changedTouches);
  }

  /** On a desktop the mouse plays the finger, so that sliding and pulling work there as well. */
  private onMouse(event: MouseEvent): void {
    if (performance.now() - this.lastTouchAtMs < SYNTHETIC_MOUSE_MS || event.button !== 0) return;
    const pointer = { identifier: 0, clientX: event.clientX, clientY: event.clientY };
    if (event.type === 'mousedown') {
      this.isMouseDown = true;
      this.handle(event, 'touchstart', [pointer], [pointer]);
    } else if (this.isMouseDown && event.type === 'mousemove') this.handle(event, 'touchmove', [pointer], [pointer]);
    else if (this.isMouseDown) {
      this.isMouseDown = false;
      this.handle(event, 'touchend', [], [pointer]);
    }
  }

  private handle(event: Event, type: string, touching: ArrayLike<Pointer>, changed: ArrayLike<Pointer>): void {
    const first = changed[0];
    if (type === 'touchstart' && first) this.begin(event, first);
    const press = this.press;
    if (!press) return;
    if (type === 'touchmove' && first && Math.hypot(first.clientX - press.startX, first.clientY - press.startY) > TAP_SLOP_PX) {
      window.clearTimeout(press.longPressTimer);
      endHover(press.hovered);
      press.hovered = null;
    }
    const wasPrevented = emit(press.target, type, Array.from(touching), Array.from(changed));
    if (wasPrevented && type === 'touchmove' && event.cancelable) event.preventDefault();
    if (type === 'touchend' || type === 'touchcancel') this.end(press);
  }

  private begin(event: Event, first: Pointer): void {
    const target = nearestRendered(event.target as Element);
    if (!target) return;
    if (this.press) this.end(this.press);
    this.suppressTap = false;
    const press: Press = { target, startX: first.clientX, startY: first.clientY, longPressTimer: 0, wasLongPress: false, hovered: startHover(target) };
    press.longPressTimer = window.setTimeout(() => {
      press.wasLongPress = listensForLongPress(target);
      emit(target, 'longpress', [first], [first]);
      emit(target, 'longtap', [first], [first]);
    }, LONG_PRESS_MS);
    this.press = press;
  }

  private end(press: Press): void {
    window.clearTimeout(press.longPressTimer);
    endHover(press.hovered);
    this.suppressTap = press.wasLongPress;
    this.press = null;
  }

  /** A tap is taken from the browser's click, so that nothing opened by the tap is pressed by the click that follows it. */
  private onClick(event: MouseEvent): void {
    const target = nearestRendered(event.target as Element);
    const isSuppressed = this.suppressTap;
    this.suppressTap = false;
    if (!target || isSuppressed || target.closest('wx-button[disabled]:not([disabled="false"])')) return;
    lastTapAtMs = performance.now();
    emit(target, 'tap', [], [{ identifier: 0, clientX: event.clientX, clientY: event.clientY }]);
  }
}

/** Turns what the browser reports inside the page views into WeChat's touch, tap and long-press events. */
export function installGestures(views: HTMLElement): void {
  new GestureRecogniser(views);
}
