import type { CanvasHolder } from '../api/canvas';
import { BuiltIn, fire } from './base';
import { elementHost } from './host-context';

/** `slider`: the browser's own range field, reporting while it moves and when it rests. */
export class Slider extends BuiltIn {
  private range!: HTMLInputElement;

  get value(): number {
    return Number(this.range.value);
  }

  protected override build(): void {
    const root = this.shadow('<input type="range" style="width:100%;margin:0">');
    this.range = root.querySelector('input') as HTMLInputElement;
    this.range.addEventListener('input', () => fire(this, 'changing', { value: this.value }));
    this.range.addEventListener('change', () => {
      this.props.value = this.value;
      fire(this, 'change', { value: this.value });
    });
  }

  protected override update(name: string): void {
    if (name === 'min' || name === 'max' || name === 'step') this.range[name] = this.text(name);
    if (name === 'disabled') this.range.disabled = this.flag('disabled');
    if (name === 'activeColor' || name === 'active-color') this.range.style.accentColor = this.text(name);
    this.range.value = String(this.number('value', 0));
  }
}

/** `progress`: a bar filled to a percentage. */
export class Progress extends BuiltIn {
  protected override build(): void {
    this.shadow('<div style="height:var(--w,6px);background:var(--b,#ebebeb);border-radius:var(--r,0)"><div style="height:100%;width:var(--p,0);background:var(--c,#09bb07);border-radius:var(--r,0)"></div></div>');
    this.setAttribute('role', 'progressbar');
  }

  protected override update(name: string): void {
    const percent = Math.min(100, Math.max(0, this.number('percent', 0)));
    this.style.setProperty('--p', `${percent}%`);
    this.setAttribute('aria-valuenow', String(percent));
    if (name === 'stroke-width') this.style.setProperty('--w', `${this.number('stroke-width', 6)}px`);
    if (name === 'border-radius') this.style.setProperty('--r', `${this.number('border-radius', 0)}px`);
    if (name === 'activeColor' || name === 'active-color' || name === 'color') this.style.setProperty('--c', this.text(name));
    if (name === 'backgroundColor' || name === 'background-color') this.style.setProperty('--b', this.text(name));
  }
}

interface RichNode {
  type?: 'text' | 'node'
  text?: string
  name?: string
  attrs?: Record<string, string>
  children?: RichNode[]
}

function drawRichNode(node: RichNode): Node {
  if (node.type === 'text' || node.text !== undefined) return document.createTextNode(node.text ?? '');
  const element = document.createElement(node.name && /^[a-z][a-z0-9]*$/.test(node.name) ? node.name : 'div');
  for (const [name, value] of Object.entries(node.attrs ?? {})) if (!name.startsWith('on')) element.setAttribute(name, value);
  element.append(...(node.children ?? []).map(drawRichNode));
  return element;
}

/** `rich-text`: HTML text or WeChat's node list. Scripts and handlers are left out, as there. */
export class RichText extends BuiltIn {
  protected override update(name: string, value: unknown): void {
    if (name !== 'nodes') return;
    if (Array.isArray(value)) return this.replaceChildren(...(value as RichNode[]).map(drawRichNode));
    const parsed = new DOMParser().parseFromString(String(value ?? ''), 'text/html');
    for (const element of parsed.querySelectorAll('script,iframe,object')) element.remove();
    for (const element of parsed.querySelectorAll('*')) {
      for (const { name: attribute } of [...element.attributes]) if (attribute.startsWith('on')) element.removeAttribute(attribute);
    }
    this.replaceChildren(...parsed.body.childNodes);
  }
}

/** `canvas type="2d"`. The old interface (canvas-id with createCanvasContext) is not covered. */
export class Canvas extends BuiltIn implements CanvasHolder {
  canvas!: HTMLCanvasElement;

  protected override build(): void {
    const root = this.shadow('<canvas style="display:block;width:100%;height:100%"></canvas>');
    this.canvas = root.querySelector('canvas') as HTMLCanvasElement;
  }
}

/** `navigator`: a tap navigates as its open-type says. */
export class Navigator extends BuiltIn {
  protected override build(): void {
    this.addEventListener('click', () => {
      const { pages } = elementHost();
      const type = this.text('open-type') || 'navigate';
      if (type === 'navigateBack') return void pages.back(this.number('delta', 1)).catch(() => undefined);
      const kinds = { navigate: 'navigateTo', redirect: 'redirectTo', switchTab: 'switchTab', reLaunch: 'reLaunch' } as const;
      const kind = kinds[type as keyof typeof kinds];
      if (!kind) return;
      pages.navigate(kind, this.text('url')).then(
        () => fire(this, 'success', { errMsg: `${kind}:ok` }),
        (error: Error) => fire(this, 'fail', { errMsg: `${kind}:fail ${error.message}` }),
      );
    });
  }
}

/** `page-meta`: style and font size of the page element it stands in. */
export class PageMeta extends BuiltIn {
  protected override update(name: string): void {
    const page = this.closest<HTMLElement>('wx-page');
    if (page && name === 'page-style') page.setAttribute('style', this.text('page-style'));
    if (page && name === 'page-font-size') page.style.fontSize = this.text('page-font-size');
    const scroller = this.closest<HTMLElement>('.host-scroller');
    if (scroller && name === 'page-style') scroller.style.overflowY = /overflow\s*:\s*hidden/.test(this.text('page-style')) ? 'hidden' : '';
  }
}

/** `page-container`: a sheet over the page that the program shows and hides. */
export class PageContainer extends BuiltIn {
  protected override update(name: string): void {
    if (name !== 'show') return;
    const isShown = this.flag('show');
    this.classList.toggle('host-shown', isShown);
    fire(this, isShown ? 'enter' : 'leave');
    fire(this, isShown ? 'afterenter' : 'afterleave');
  }
}
