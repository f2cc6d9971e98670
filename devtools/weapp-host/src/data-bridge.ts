import type { glassEasel } from 'glass-easel-miniprogram-adapter';
import { applyPatch } from './data-path';
import { recordSetData, type WeappHandle } from './handle';

type Patch = Record<string, unknown>

/** What the bridge needs of a page or component instance of the adapter. */
export interface DataOwner {
  data: Patch
  setData(patch: Patch, callback?: () => void): void
  _$: glassEasel.GeneralComponent
}

const encoder = new TextEncoder();

/**
 * The crossing between WeChat's two layers: patches leave the logic layer as JSON and reach the view later, in order. One queue
 * for all pages and components, since a page's patch may replace what a component inside it holds.
 */
export class DataBridge {
  private readonly queue: (() => void)[] = [];
  private readonly channel = new MessageChannel();

  constructor(private readonly handle: WeappHandle) {
    this.channel.port1.onmessage = () => this.queue.shift()?.();
  }

  private post(task: () => void): void {
    this.queue.push(task);
    this.channel.port2.postMessage(null);
  }

  /** Replaces `setData` and `data` of one instance; `label` names it in the statistics. */
  connect(owner: DataOwner, label: () => string): void {
    const render = owner.setData;
    const pending: Patch[] = [];
    const native = owner._$;
    const overlay = (): Patch => {
      if (pending.length === 0) return native.data as Patch;
      const merged = JSON.parse(JSON.stringify(native.data)) as Patch;
      for (const patch of pending) applyPatch(merged, JSON.parse(JSON.stringify(patch)) as Patch);
      return merged;
    };
    Object.defineProperty(owner, 'data', { configurable: true, get: overlay, set: (data: Patch) => void (native.data = data) });
    owner.setData = (patch, callback) => {
      const json = JSON.stringify(patch ?? {});
      recordSetData(this.handle, label(), encoder.encode(json).length);
      pending.push(JSON.parse(json) as Patch);
      this.post(() => {
        const next = pending.shift();
        if (next) render.call(owner, next);
        if (callback) window.setTimeout(() => callback.call(owner), 0);
      });
    };
  }
}
