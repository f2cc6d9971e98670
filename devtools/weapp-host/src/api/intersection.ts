import type { glassEasel } from 'glass-easel-miniprogram-adapter';
import { domOf } from '../dom-element';
import type { Host } from '../host';
import { findNodes } from './selector-query';

interface Margins {
  left?: number
  right?: number
  top?: number
  bottom?: number
}

interface ObserverOptions {
  thresholds?: number[]
  initialRatio?: number
  observeAll?: boolean
}

type Listener = (result: object) => void

const plainRect = (rect: DOMRectReadOnly | null): object => ({ left: rect?.left ?? 0, right: rect?.right ?? 0, top: rect?.top ?? 0, bottom: rect?.bottom ?? 0, width: rect?.width ?? 0, height: rect?.height ?? 0 });

/** WeChat's IntersectionObserver on the browser's own. */
export class ProgramIntersectionObserver {
  private relative: HTMLElement | null = null;
  private margin = '0px';
  private observers: IntersectionObserver[] = [];

  constructor(
    private readonly host: Host,
    private readonly component: glassEasel.GeneralComponent,
    private readonly options: ObserverOptions,
  ) {}

  relativeTo(selector: string, margins: Margins = {}): this {
    const node = findNodes(this.component, selector)[0];
    this.relative = node ? domOf(node) : null;
    return this.setMargins(margins);
  }

  relativeToViewport(margins: Margins = {}): this {
    this.relative = this.host.pages.top.view.scroller;
    return this.setMargins(margins);
  }

  private setMargins({ top = 0, right = 0, bottom = 0, left = 0 }: Margins): this {
    this.margin = `${top}px ${right}px ${bottom}px ${left}px`;
    return this;
  }

  observe(selector: string, listener: Listener): void {
    const nodes = findNodes(this.component, selector).slice(0, this.options.observeAll ? undefined : 1);
    const observer = new IntersectionObserver(
      (entries) => {
        for (const entry of entries) {
          listener({
            id: entry.target.id,
            dataset: nodes.find((node) => domOf(node) === entry.target)?.dataset ?? {},
            intersectionRatio: entry.intersectionRatio,
            intersectionRect: plainRect(entry.intersectionRect),
            boundingClientRect: plainRect(entry.boundingClientRect),
            relativeRect: plainRect(entry.rootBounds),
            time: Date.now(),
          });
        }
      },
      { root: this.relative, rootMargin: this.margin, threshold: this.options.thresholds ?? [0] },
    );
    for (const node of nodes) {
      const element = domOf(node);
      if (element) observer.observe(element);
    }
    this.observers.push(observer);
  }

  disconnect(): void {
    for (const observer of this.observers) observer.disconnect();
    this.observers = [];
  }
}
