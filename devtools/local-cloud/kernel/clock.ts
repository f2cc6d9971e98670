/**
 * The program's clock: real time plus an offset that `POST /control/clock` moves. Bundles get the same offset as an
 * environment value, so server dates, transactions, link expiry and the program's own time agree.
 */
export class Clock {
  private readonly listeners = new Set<() => void>();

  constructor(private offset = 0) {}

  /** Program time in epoch milliseconds. */
  nowMs(): number {
    return Date.now() + this.offset;
  }

  /** Program time minus real time, in whole milliseconds. */
  get offsetMs(): number {
    return this.offset;
  }

  advance(ms: number): void {
    this.setOffset(this.offset + Math.round(ms));
  }

  set(atMs: number): void {
    this.setOffset(Math.round(atMs - Date.now()));
  }

  setOffset(offsetMs: number): void {
    this.offset = offsetMs;
    for (const listener of this.listeners) listener();
  }

  onMove(listener: () => void): void {
    this.listeners.add(listener);
  }
}
