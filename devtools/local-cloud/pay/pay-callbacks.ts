/**
 * Callbacks of payments and refunds: a function is told until it answers {errcode: 0}, at WeChat's growing intervals of
 * program time (24 hours and 4 minutes in all). What is still to be told survives a kill.
 */
import type { StateKeeper } from '../durability/state';
import { ENVIRONMENT_ID } from '../functions/environment';
import type { CallbackFault, Faults } from '../functions/faults';
import type { Functions } from '../functions/functions';
import type { Clock } from '../kernel/clock';
import { newToken } from '../kernel/ids';

const SECOND_MS = 1000;
const MINUTE_MS = 60 * SECOND_MS;
const HOUR_MS = 60 * MINUTE_MS;

/** 15s/15s/30s/3m/10m/20m/30m/30m/30m/60m/3h/3h/3h/6h/6h (documentation of the payment notification). */
export const REPEAT_AFTER_MS: readonly number[] = [
  15 * SECOND_MS, 15 * SECOND_MS, 30 * SECOND_MS, 3 * MINUTE_MS, 10 * MINUTE_MS, 20 * MINUTE_MS, 30 * MINUTE_MS, 30 * MINUTE_MS, 30 * MINUTE_MS,
  HOUR_MS, 3 * HOUR_MS, 3 * HOUR_MS, 3 * HOUR_MS, 6 * HOUR_MS, 6 * HOUR_MS,
];
const LATE_MS = 5000;
const LONGEST_TIMER_MS = 2 ** 31 - 1;
const STATE_PREFIX = 'pay:callback:';
const SOURCE = 'wx_paycallback';

export interface PayCallback {
  readonly id: string;
  readonly kind: 'payment' | 'refund' | 'forged';
  readonly envId: string;
  readonly functionName: string;
  readonly openid: string;
  readonly event: Readonly<Record<string, unknown>>;
  /** `held`: out of order, goes out after the next one. `nowhere`: it names another environment. */
  readonly state: 'waiting' | 'held' | 'answered' | 'givenUp' | 'lost' | 'nowhere';
  readonly attempts: number;
  readonly nextAtMs: number;
  /** What the function answered last, as text. */
  readonly lastAnswer?: string;
}

export type NewCallback = Pick<PayCallback, 'kind' | 'envId' | 'functionName' | 'openid' | 'event'>;

const isAnswered = (result: unknown): boolean => typeof result === 'object' && result !== null && (result as { errcode?: unknown }).errcode === 0;

/** What somebody sends who is not WeChat, or a payment that is not ours: another amount, or an order nobody knows. */
function forge(callback: NewCallback, wrong: CallbackFault['wrong']): NewCallback {
  const event = wrong === 'order' ? { ...callback.event, outTradeNo: newToken('forged').slice(0, 32) } : { ...callback.event, totalFee: 1, cashFee: 1 };
  return { ...callback, kind: 'forged', event };
}

export class PayCallbacks {
  private timer: NodeJS.Timeout | undefined;
  private readonly underWay = new Set<string>();
  private isOpen = false;

  constructor(
    private readonly functions: Functions,
    private readonly faults: Faults,
    private readonly state: StateKeeper,
    private readonly clock: Clock,
    /** Milliseconds between an act and the first word of it. */
    private readonly delayMs: number,
  ) {
    clock.onMove(() => this.arm());
  }

  list(): readonly PayCallback[] {
    return [...this.state.withPrefix(STATE_PREFIX)].map(([, callback]) => callback as PayCallback);
  }

  /** Will be told in a while, unless a fault says otherwise. */
  queue(callback: NewCallback): void {
    this.isOpen = true;
    const fault = this.faults.forCallback('pay');
    const delayMs = fault?.mode === 'late' ? (fault.ms ?? LATE_MS) : this.delayMs;
    const isHere = callback.envId === ENVIRONMENT_ID;
    if (fault?.mode === 'wrong') this.save(forge(callback, fault.wrong), 'waiting', delayMs);
    const held = this.list().filter(({ state }) => state === 'held');
    this.save(callback, !isHere ? 'nowhere' : fault?.mode === 'lost' ? 'lost' : fault?.mode === 'reorder' ? 'held' : 'waiting', fault?.mode === 'wrong' ? delayMs * 2 : delayMs);
    if (fault?.mode === 'double') this.save(callback, 'waiting', delayMs * 2);
    for (const other of held) this.keep({ ...other, state: 'waiting', nextAtMs: this.clock.nowMs() + this.delayMs * 2 });
    this.arm();
  }

  /** Goes on with what was still to be told when the process ended. */
  resume(): void {
    this.isOpen = true;
    this.arm();
  }

  close(): void {
    this.isOpen = false;
    clearTimeout(this.timer);
    this.underWay.clear();
  }

  private save(callback: NewCallback, state: PayCallback['state'], delayMs: number): void {
    this.keep({ ...callback, id: newToken('callback'), state, attempts: 0, nextAtMs: this.clock.nowMs() + delayMs });
  }

  private keep(callback: PayCallback): void {
    this.state.set(`${STATE_PREFIX}${callback.id}`, callback);
  }

  /** Tells what is due and sleeps until the next one is; a moved clock wakes it. */
  private arm(): void {
    clearTimeout(this.timer);
    if (!this.isOpen) return;
    const nowMs = this.clock.nowMs();
    const waiting = this.list().filter(({ id, state }) => state === 'waiting' && !this.underWay.has(id));
    for (const callback of waiting.filter(({ nextAtMs }) => nextAtMs <= nowMs)) void this.tell(callback);
    const nextAtMs = Math.min(...waiting.map((callback) => callback.nextAtMs).filter((atMs) => atMs > nowMs));
    if (nextAtMs === Infinity) return;
    this.timer = setTimeout(() => this.arm(), Math.min(nextAtMs - nowMs, LONGEST_TIMER_MS));
    this.timer.unref();
  }

  private async tell(callback: PayCallback): Promise<void> {
    const { id, functionName, openid, event } = callback;
    this.underWay.add(id);
    let result: unknown;
    let words: string;
    try {
      const outcome = await this.functions.invoke({ name: functionName, event: JSON.stringify(event), source: SOURCE, openid });
      result = 'error' in outcome ? undefined : outcome.result;
      words = JSON.stringify('error' in outcome ? outcome.error : outcome.result);
    } catch (error) {
      words = String(error);
    }
    // Closed or reset meanwhile: this belongs to a world that is gone.
    if (!this.underWay.delete(id)) return;
    this.keep(this.after(callback, result, words));
    this.arm();
  }

  private after(callback: PayCallback, result: unknown, lastAnswer: string): PayCallback {
    const attempts = callback.attempts + 1;
    const told = { ...callback, attempts, lastAnswer };
    if (isAnswered(result)) return { ...told, state: 'answered' };
    const pauseMs = callback.kind === 'forged' ? undefined : REPEAT_AFTER_MS[attempts - 1];
    return pauseMs === undefined ? { ...told, state: 'givenUp' } : { ...told, nextAtMs: this.clock.nowMs() + pauseMs };
  }
}
