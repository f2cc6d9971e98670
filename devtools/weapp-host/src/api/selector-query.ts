import type { glassEasel } from 'glass-easel-miniprogram-adapter';
import { domOf } from '../dom-element';
import type { Host } from '../host';
import { canvasNodeOf } from './canvas';

interface Fields {
  id?: boolean
  dataset?: boolean
  mark?: boolean
  rect?: boolean
  size?: boolean
  scrollOffset?: boolean
  properties?: string[]
  computedStyle?: string[]
  context?: boolean
  node?: boolean
}

type Result = Record<string, unknown> | null
type Callback = (result: unknown) => void

interface ComponentCaller {
  _$: glassEasel.GeneralComponent
}

const RECT: Fields = { id: true, dataset: true, rect: true, size: true };
const SCROLL: Fields = { id: true, dataset: true, scrollOffset: true };

/** Nodes a selector finds in a component, following WeChat's `>>>` into the components inside it. */
export function findNodes(component: glassEasel.GeneralComponent, selector: string): glassEasel.Element[] {
  const [outer = '', ...inner] = selector.split('>>>').map((part) => part.trim());
  const found = component.getShadowRoot()?.querySelectorAll(outer) ?? [];
  if (inner.length === 0) return found;
  return found.flatMap((node) => ('getShadowRoot' in node ? findNodes(node as glassEasel.GeneralComponent, inner.join(' >>> ')) : []));
}

function measure(node: glassEasel.Element, fields: Fields): Result {
  const element = domOf(node);
  if (!element) return null;
  const result: Record<string, unknown> = {};
  if (fields.id) result.id = node.id;
  if (fields.dataset) result.dataset = node.dataset;
  if (fields.mark) result.mark = node.collectMarks();
  const view = element.closest('.host-webview')?.getBoundingClientRect();
  const box = element.getBoundingClientRect();
  const [left, top] = [box.left - (view?.left ?? 0), box.top - (view?.top ?? 0)];
  if (fields.rect) Object.assign(result, { left, top, right: left + box.width, bottom: top + box.height });
  if (fields.size) Object.assign(result, { width: box.width, height: box.height });
  if (fields.scrollOffset) {
    const { scrollLeft, scrollTop, scrollWidth, scrollHeight } = element;
    Object.assign(result, { scrollLeft, scrollTop, scrollWidth, scrollHeight });
  }
  const props = (element as HTMLElement & { props?: Record<string, unknown> }).props ?? {};
  for (const name of fields.properties ?? []) result[name] = props[name.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`)] ?? props[name];
  const style = fields.computedStyle ? getComputedStyle(element) : null;
  for (const name of fields.computedStyle ?? []) result[name] = style?.getPropertyValue(name.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`));
  if (fields.node) result.node = canvasNodeOf(element) ?? element;
  if (fields.context) result.context = canvasNodeOf(element);
  return result;
}

class NodesRef {
  constructor(
    private readonly query: SelectorQuery,
    private readonly find: (fields: Fields) => unknown,
  ) {}

  fields(fields: Fields, callback?: Callback): SelectorQuery {
    return this.query.push(() => this.find(fields), callback);
  }

  boundingClientRect(callback?: Callback): SelectorQuery {
    return this.fields(RECT, callback);
  }

  scrollOffset(callback?: Callback): SelectorQuery {
    return this.fields(SCROLL, callback);
  }

  node(callback?: Callback): SelectorQuery {
    return this.fields({ node: true }, callback);
  }

  context(callback?: Callback): SelectorQuery {
    return this.fields({ context: true }, callback);
  }
}

/** WeChat's SelectorQuery over the rendered page; measures are px from the top left of the page's view. */
export class SelectorQuery {
  private readonly steps: { run: () => unknown; callback?: Callback }[] = [];
  private component: glassEasel.GeneralComponent | null = null;

  constructor(private readonly host: Host) {}

  in(component: ComponentCaller): this {
    this.component = component._$;
    return this;
  }

  private scope(): glassEasel.GeneralComponent {
    return this.component ?? this.host.pages.top.instance._$;
  }

  select(selector: string): NodesRef {
    const component = this.scope();
    return new NodesRef(this, (fields) => {
      const node = findNodes(component, selector)[0];
      return node ? measure(node, fields) : null;
    });
  }

  selectAll(selector: string): NodesRef {
    const component = this.scope();
    return new NodesRef(this, (fields) => findNodes(component, selector).map((node) => measure(node, fields)));
  }

  selectViewport(): NodesRef {
    const page = this.host.pages.top;
    return new NodesRef(this, () => {
      const { scroller } = page.view;
      const { clientWidth: width, clientHeight: height, scrollTop, scrollLeft, scrollWidth, scrollHeight } = scroller;
      return { id: '', dataset: {}, left: 0, top: 0, right: width, bottom: height, width, height, scrollTop, scrollLeft, scrollWidth, scrollHeight };
    });
  }

  push(run: () => unknown, callback?: Callback): this {
    this.steps.push({ run, callback });
    return this;
  }

  /** Runs after what setData still has on its way has been rendered. */
  exec(callback?: (results: unknown[]) => void): this {
    window.setTimeout(() => {
      const results = this.steps.map((step) => {
        const result = step.run();
        step.callback?.(result);
        return result;
      });
      callback?.(results);
    }, 10);
    return this;
  }
}
