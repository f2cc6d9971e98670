import { glassEasel } from 'glass-easel-miniprogram-adapter';
import { domOf } from './dom-element';
import { convertUnits } from './units';

/** A built-in component that wants property values as they are, not as attribute strings. */
export interface PropertyReceiver extends HTMLElement {
  setProp(name: string, value: unknown): void
}

function isPropertyReceiver(element: HTMLElement): element is PropertyReceiver {
  return typeof (element as Partial<PropertyReceiver>).setProp === 'function';
}

/**
 * Mends what glass-easel 0.12.1 leaves out for a DOM back end: ids are not written to the DOM, attributes reach native nodes as
 * strings, and inline styles keep WeChat's units. Call once, before the first page is made.
 */
export function patchGlassEasel(): void {
  const prototype = glassEasel.NativeNode.prototype;
  const writeAttribute = prototype.updateAttribute;
  prototype.updateAttribute = function updateAttribute(this: glassEasel.NativeNode, name: string, value: unknown): void {
    const element = domOf(this);
    if (element && isPropertyReceiver(element)) element.setProp(name, value);
    else writeAttribute.call(this, name, value);
  };
  const writeStyle = prototype.setNodeStyle;
  prototype.setNodeStyle = function setNodeStyle(this: glassEasel.NativeNode, style: string, segment?: glassEasel.StyleSegmentIndex) {
    return writeStyle.call(this, convertUnits(String(style ?? '')), segment);
  };
  const idProperty = Object.getOwnPropertyDescriptor(glassEasel.Element.prototype, 'id');
  if (!idProperty?.get || !idProperty.set) throw new Error('glass-easel changed: Element.id is no longer an accessor');
  const { get, set } = idProperty;
  Object.defineProperty(prototype, 'id', {
    configurable: true,
    get,
    set(this: glassEasel.NativeNode, id: string) {
      set.call(this, id);
      const element = domOf(this);
      if (element) element.id = id ?? '';
    },
  });
}
