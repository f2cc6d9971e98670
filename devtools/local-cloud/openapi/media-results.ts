/** Pushes the results of media checks to the `events` function, as WeChat does some time after the call. */
import type { StateKeeper } from '../durability/state';
import { APP_ID } from '../functions/environment';
import type { Faults } from '../functions/faults';
import type { Functions } from '../functions/functions';
import type { Clock } from '../kernel/clock';
import { newToken } from '../kernel/ids';
import { mediaCheckEvent, type MediaCheck } from './content-check';

const STATE_PREFIX = 'media:';
const LATE_MS = 5000;
const EVENTS_FUNCTION = 'events';

export class MediaResults {
  private readonly timers = new Set<NodeJS.Timeout>();
  private heldBack: MediaCheck | undefined;

  constructor(
    private readonly functions: Functions,
    private readonly faults: Faults,
    private readonly state: StateKeeper,
    private readonly clock: Clock,
    /** Real milliseconds between the call and its result. */
    private readonly delayMs: number,
  ) {}

  /** Schedules the result of an accepted check. */
  accept(check: MediaCheck): void {
    const fault = this.faults.forCallback('media');
    if (fault?.mode === 'lost') return;
    if (fault?.mode === 'reorder') {
      this.heldBack = check;
      return;
    }
    this.state.set(`${STATE_PREFIX}${check.traceId}`, check);
    const delivered = fault?.mode === 'wrong' ? { ...check, traceId: newToken('media') } : check;
    this.schedule(delivered, fault?.mode === 'late' ? (fault.ms ?? LATE_MS) : this.delayMs);
    if (fault?.mode === 'double') this.schedule(delivered, this.delayMs * 2);
    if (this.heldBack !== undefined) this.schedule(this.heldBack, this.delayMs * 2);
    this.heldBack = undefined;
  }

  /** Results that were still to come when the process ended. */
  resume(): void {
    for (const [, check] of this.state.withPrefix(STATE_PREFIX)) this.schedule(check as MediaCheck, this.delayMs);
  }

  close(): void {
    for (const timer of this.timers) clearTimeout(timer);
    this.timers.clear();
  }

  private schedule(check: MediaCheck, delayMs: number): void {
    const timer = setTimeout(() => {
      this.timers.delete(timer);
      void this.deliver(check);
    }, delayMs);
    timer.unref();
    this.timers.add(timer);
  }

  private async deliver(check: MediaCheck): Promise<void> {
    this.state.set(`${STATE_PREFIX}${check.traceId}`, null);
    if (!this.functions.isBuilt(EVENTS_FUNCTION)) return;
    const event = JSON.stringify(mediaCheckEvent(check, APP_ID, this.clock.nowMs()));
    await this.functions.invoke({ name: EVENTS_FUNCTION, event, source: 'wx_event', openid: check.openid });
  }
}
