/** Pushes the results of media checks to the `events` function, as WeChat does some time after the call. */
import type { StateKeeper } from '../durability/state';
import { APP_ID } from '../functions/environment';
import type { Faults } from '../functions/faults';
import type { Functions } from '../functions/functions';
import type { Clock } from '../kernel/clock';
import { mediaCheckEvent, type MediaCheck, type PushForm } from './media-check';
import { newTraceId } from './reply';

const STATE_PREFIX = 'media:';
const LATE_MS = 5000;
const EVENTS_FUNCTION = 'events';

/** A result on its way. The id names it in the journal, the trace id the program is told may be another one. */
interface Push {
  readonly id: string;
  readonly check: MediaCheck;
  readonly form: PushForm;
}

export class MediaResults {
  private readonly timers = new Set<NodeJS.Timeout>();
  private heldBack: Push | undefined;

  constructor(
    private readonly functions: Functions,
    private readonly faults: Faults,
    private readonly state: StateKeeper,
    private readonly clock: Clock,
    /** Real milliseconds between the call and its result. */
    private readonly delayMs: number,
    /** Whether WeChat could fetch the file. */
    private readonly isReachable: (url: string) => boolean,
  ) {}

  /** Schedules the result of an accepted check. */
  accept(check: MediaCheck): void {
    const fault = this.faults.forCallback('media');
    if (fault?.mode === 'lost') return;
    const told = fault?.mode === 'wrong' ? { ...check, traceId: newTraceId() } : check;
    const push: Push = { id: check.traceId, check: told, form: fault?.mode === 'terse' ? 'terse' : 'documented' };
    this.state.set(`${STATE_PREFIX}${push.id}`, push);
    if (fault?.mode === 'reorder') {
      this.heldBack = push;
      return;
    }
    this.schedule(push, fault?.mode === 'late' ? (fault.ms ?? LATE_MS) : this.delayMs);
    if (fault?.mode === 'double') this.schedule(push, this.delayMs * 2);
    if (this.heldBack !== undefined) this.schedule(this.heldBack, this.delayMs * 2);
    this.heldBack = undefined;
  }

  /** Whether no result is on its way; one that a fault lost or holds back is not. */
  get isIdle(): boolean {
    return this.timers.size === 0;
  }

  /** Results that were still to come when the process ended. */
  resume(): void {
    for (const [, push] of [...this.state.withPrefix(STATE_PREFIX)]) this.schedule(push as Push, this.delayMs);
  }

  close(): void {
    for (const timer of this.timers) clearTimeout(timer);
    this.timers.clear();
    this.heldBack = undefined;
  }

  private schedule(push: Push, delayMs: number): void {
    const timer = setTimeout(() => {
      this.timers.delete(timer);
      this.deliver(push).catch((error: unknown) => console.error('local cloud: a media result was not pushed:', error));
    }, delayMs);
    timer.unref();
    this.timers.add(timer);
  }

  private async deliver({ id, check, form }: Push): Promise<void> {
    this.state.set(`${STATE_PREFIX}${id}`, null);
    if (!this.functions.isBuilt(EVENTS_FUNCTION)) return;
    const event = JSON.stringify(mediaCheckEvent(check, APP_ID, this.clock.nowMs(), this.isReachable(check.url), form));
    await this.functions.invoke({ name: EVENTS_FUNCTION, event, source: 'wx_event', openid: check.openid });
  }
}
