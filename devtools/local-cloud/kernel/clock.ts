import { invalidParameter } from './cloud-error';

const LAST_MOMENT_MS = Date.UTC(9999, 11, 31);

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

  /** Refuses a time no date can tell, before anything follows it. */
  setOffset(offsetMs: number): void {
    const nowMs = Date.now() + offsetMs;
    if (!(nowMs >= 0 && nowMs <= LAST_MOMENT_MS)) throw invalidParameter('the clock stands between the years 1970 and 9999');
    this.offset = offsetMs;
    for (const listener of this.listeners) listener();
  }

  onMove(listener: () => void): void {
    this.listeners.add(listener);
  }
}
