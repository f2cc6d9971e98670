import { dispatchToNode } from '../easel-backend';

/** Fires a component's own event at its node; such events do not bubble in WeChat. */
export function fire(element: HTMLElement, type: string, detail: object = {}): void {
  dispatchToNode(element, type, detail, { bubbles: false, composed: false });
}

/** A property that is true in a template: `true`, an empty string, or any text but "false". */
export function isTruthy(value: unknown): boolean {
  return value !== undefined && value !== null && value !== false && value !== 'false' && value !== 0;
}

/**
 * Base of every built-in component: property values arrive as they are through `setProp` and are mirrored to attributes, so that
 * style sheets can select them. `build` runs once, when the element enters the document.
 */
export class BuiltIn extends HTMLElement {
  readonly props: Record<string, unknown> = {};
  private isBuilt = false;

  setProp(name: string, value: unknown): void {
    this.props[name] = value;
    if (value === undefined || value === null || value === false) this.removeAttribute(name);
    else this.setAttribute(name, typeof value === 'object' ? '' : value === true ? '' : String(value));
    if (name === 'animation') playAnimation(this, value);
    if (name === 'aria-role' && value) this.setAttribute('role', String(value));
    if (this.isBuilt) this.update(name, value);
  }

  connectedCallback(): void {
    if (this.isBuilt) return;
    this.isBuilt = true;
    this.build();
    for (const [name, value] of Object.entries(this.props)) this.update(name, value);
  }

  protected build(): void {
    // Plain boxes have nothing of their own to draw.
  }

  protected update(name: string, value: unknown): void {
    void name;
    void value;
  }

  protected flag(name: string): boolean {
    return isTruthy(this.props[name]);
  }

  protected text(name: string): string {
    const value = this.props[name];
    return value === undefined || value === null ? '' : String(value);
  }

  protected number(name: string, fallback: number): number {
    const value = this.props[name];
    const parsed = value === undefined || value === null || value === '' ? NaN : Number(value);
    return Number.isNaN(parsed) ? fallback : parsed;
  }

  /** Draws into a shadow root, so that the program's styles and selectors do not reach the inside. */
  protected shadow(html: string): ShadowRoot {
    const root = this.shadowRoot ?? this.attachShadow({ mode: 'open' });
    root.innerHTML = html;
    return root;
  }
}

interface AnimationAction {
  style: Record<string, string>
  durationMs: number
  delayMs: number
  easing: string
  origin: string
}

/** Plays the steps that wx.createAnimation exported, one after another. */
function playAnimation(element: HTMLElement, value: unknown): void {
  const actions = (value as { actions?: AnimationAction[] } | null)?.actions;
  if (!Array.isArray(actions)) return;
  let startMs = 0;
  for (const action of actions) {
    window.setTimeout(() => {
      element.style.transition = `all ${action.durationMs}ms ${action.easing} ${action.delayMs}ms`;
      element.style.transformOrigin = action.origin;
      for (const [property, text] of Object.entries(action.style)) element.style.setProperty(property, text);
    }, startMs);
    startMs += action.durationMs + action.delayMs;
  }
}
