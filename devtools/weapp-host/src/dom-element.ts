import type { glassEasel } from 'glass-easel-miniprogram-adapter';

/** glass-easel hangs its node on the DOM element it renders. */
export interface RenderedElement extends HTMLElement {
  __wxElement?: glassEasel.Element
}

/** The nearest element at or above `element` that glass-easel rendered. */
export function nearestRendered(element: Element | null): RenderedElement | null {
  for (let current: Element | null = element; current; current = current.parentElement) {
    if ((current as RenderedElement).__wxElement) return current as RenderedElement;
  }
  return null;
}

/** The DOM element of a glass-easel node. */
export function domOf(node: glassEasel.Element): HTMLElement | null {
  return node.getBackendElement() as unknown as HTMLElement | null;
}
