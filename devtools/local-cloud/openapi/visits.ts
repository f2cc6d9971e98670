/** When each person last called a function from the mini-program: content checks ask for a visit within two hours. */
import type { StateKeeper } from '../durability/state';

const RECENT_MS = 2 * 60 * 60 * 1000;
/** A visit is written down again only after this long: a line in the journal for every call would say nothing more. */
const REMEMBER_EVERY_MS = 60_000;
const STATE_PREFIX = 'visit:';

export class Visits {
  constructor(private readonly state: StateKeeper) {}

  record(openid: string, nowMs: number): void {
    const known = this.lastAtMs(openid);
    if (known === undefined || Math.abs(nowMs - known) >= REMEMBER_EVERY_MS) this.state.set(`${STATE_PREFIX}${openid}`, nowMs);
  }

  /** Whether the person was here within two hours; `unknownIsRecent` decides about somebody who never was. */
  isRecent(openid: string, nowMs: number, unknownIsRecent: boolean): boolean {
    const known = this.lastAtMs(openid);
    return known === undefined ? unknownIsRecent : nowMs - known <= RECENT_MS;
  }

  private lastAtMs(openid: string): number | undefined {
    return this.state.get<number>(`${STATE_PREFIX}${openid}`);
  }
}
