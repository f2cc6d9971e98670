type Listener = (...args: unknown[]) => void

/** WeChat's EventChannel between a page and the one it opened. */
export class EventChannel {
  private readonly listeners = new Map<string, { listener: Listener; once: boolean }[]>();

  on(name: string, listener: Listener): void {
    this.add(name, listener, false);
  }

  once(name: string, listener: Listener): void {
    this.add(name, listener, true);
  }

  off(name: string, listener?: Listener): void {
    this.listeners.set(name, listener ? (this.listeners.get(name) ?? []).filter((entry) => entry.listener !== listener) : []);
  }

  emit(name: string, ...args: unknown[]): void {
    const entries = this.listeners.get(name) ?? [];
    this.listeners.set(name, entries.filter((entry) => !entry.once));
    for (const { listener } of entries) listener(...args);
  }

  private add(name: string, listener: Listener, once: boolean): void {
    this.listeners.set(name, [...(this.listeners.get(name) ?? []), { listener, once }]);
  }
}
