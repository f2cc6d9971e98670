import { glassEasel } from 'glass-easel-miniprogram-adapter';

/** Events the DOM itself fires; every other event comes from the gestures of this host or from a built-in component. */
const DOM_EVENTS = new Set(['transitionend', 'animationstart', 'animationiteration', 'animationend']);

/** Elements on which the program listens for a long press: there, and only there, a long press swallows the tap. */
export const longPressListeners = new WeakSet<object>();

/** glass-easel's DOM back end without its own gesture recogniser, which knows neither long press nor mouse well. */
export class HostBackend extends glassEasel.CurrentWindowBackendContext {
  override onEvent(): void {
    // Gestures dispatch events to the node tree themselves, so nothing is forwarded from here.
  }

  override setListenerStats(element: never, type: string, capture: boolean, mutLevel: never): void {
    if (type === 'longpress' || type === 'longtap') longPressListeners.add(element);
    else if (DOM_EVENTS.has(type)) this.forward(element, type);
    void capture;
    void mutLevel;
  }

  private forward(element: HTMLElement, type: string): void {
    const marked = element as HTMLElement & { __forwarded?: Set<string> };
    const forwarded = (marked.__forwarded ??= new Set());
    if (forwarded.has(type)) return;
    forwarded.add(type);
    element.addEventListener(type, (event) => {
      if (event.target === element) dispatchToNode(element, type, {}, { bubbles: false, composed: false });
    });
  }
}

export interface DispatchOptions {
  bubbles: boolean
  composed: boolean
  extraFields?: Record<string, unknown>
}

/**
 * Dispatches an event at the glass-easel node of a DOM element (0.12.1 has no triggerBackendEvent).
 * Returns whether a listener prevented the default, as `catchtouchmove` does.
 */
export function dispatchToNode(element: HTMLElement, type: string, detail: unknown, options: DispatchOptions): boolean {
  const node = (element as HTMLElement & { __wxElement?: glassEasel.Element }).__wxElement;
  if (!node) return false;
  const event = new glassEasel.Event(type, detail, { ...options, capturePhase: true });
  glassEasel.Event.dispatchEvent(node, event);
  return event.defaultPrevented();
}
