/**
 * The part of AbortController that a query library needs, for WeChat's logic layer, which has none.
 * The build hands it to every module that says `AbortController` by its bare name (config/index.ts, weapp only);
 * the browser preview keeps its own.
 */
type Listener = (event: { type: 'abort' }) => void;

export class AbortSignal {
  aborted = false;
  reason: unknown = undefined;
  onabort: Listener | null = null;
  private readonly listeners = new Set<Listener>();

  addEventListener(type: string, listener: Listener): void {
    if (type === 'abort') this.listeners.add(listener);
  }

  removeEventListener(_type: string, listener: Listener): void {
    this.listeners.delete(listener);
  }

  throwIfAborted(): void {
    if (this.aborted) throw this.reason;
  }

  /** Called by the controller only. */
  fire(reason: unknown): void {
    if (this.aborted) return;
    this.aborted = true;
    this.reason = reason;
    const event = { type: 'abort' } as const;
    this.onabort?.(event);
    for (const listener of [...this.listeners]) listener(event);
  }
}

export class AbortController {
  readonly signal = new AbortSignal();

  abort(reason: unknown = new Error('aborted')): void {
    this.signal.fire(reason);
  }
}
