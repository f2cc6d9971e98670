/**
 * The timers of deploy.ts. Each fires at its due seconds of program time; a clock moved forward over many due moments
 * fires once, at the new time. `POST /control/jobs` runs every timer now.
 */
import type { Clock } from '../kernel/clock';
import { parseTimer, type Cron } from './cron';
import type { Functions, InvokeOutcome } from './functions';

// Longer waits are made of several, so that no delay is beyond what setTimeout can hold.
const LONGEST_WAIT_MS = 60_000;

interface Alarm {
  readonly functionName: string;
  readonly timerName: string;
  readonly cron: Cron;
  dueAtMs: number | undefined;
}

export class Timer {
  private readonly alarms: readonly Alarm[];
  private readonly running = new Map<string, Promise<InvokeOutcome>>();
  private wait: NodeJS.Timeout | undefined;
  private isStarted = false;
  private lastSeenMs = 0;

  /** Throws when a declared timer is one that WeChat would not take. */
  constructor(
    private readonly functions: Functions,
    private readonly clock: Clock,
  ) {
    this.alarms = functions.declared().flatMap(({ name, timer }) => {
      if (timer === undefined) return [];
      const { name: timerName, cron } = parseTimer(name, timer);
      return [{ functionName: name, timerName, cron, dueAtMs: undefined }];
    });
    clock.onMove(() => this.follow());
  }

  start(): void {
    this.isStarted = true;
    this.lastSeenMs = this.clock.nowMs();
    for (const alarm of this.alarms) alarm.dueAtMs = alarm.cron.nextAfter(this.lastSeenMs);
    this.follow();
  }

  stop(): void {
    this.isStarted = false;
    clearTimeout(this.wait);
  }

  /** Runs every function that has a timer once; a run in progress is joined, not doubled. */
  async runNow(): Promise<Record<string, InvokeOutcome>> {
    const outcomes: Record<string, InvokeOutcome> = {};
    for (const alarm of this.alarms) {
      if (!this.functions.isBuilt(alarm.functionName)) continue;
      outcomes[alarm.functionName] = await (this.running.get(alarm.functionName) ?? this.fire(alarm));
    }
    return outcomes;
  }

  /** Fires what is due and waits for what is next. */
  private follow(): void {
    if (!this.isStarted) return;
    clearTimeout(this.wait);
    const nowMs = this.clock.nowMs();
    const wentBack = nowMs < this.lastSeenMs;
    this.lastSeenMs = nowMs;
    let waitMs = LONGEST_WAIT_MS;
    for (const alarm of this.alarms) {
      const isDue = alarm.dueAtMs !== undefined && alarm.dueAtMs <= nowMs;
      if (isDue && this.functions.isBuilt(alarm.functionName)) void this.fire(alarm);
      if (isDue || wentBack) alarm.dueAtMs = alarm.cron.nextAfter(nowMs);
      if (alarm.dueAtMs !== undefined) waitMs = Math.min(waitMs, alarm.dueAtMs - nowMs);
    }
    this.wait = setTimeout(() => this.follow(), Math.max(1, waitMs)).unref();
  }

  /** One run, with the event of WeChat's timer (its time is in UTC, to the second). */
  private fire(alarm: Alarm): Promise<InvokeOutcome> {
    const time = `${new Date(this.clock.nowMs()).toISOString().slice(0, 19)}Z`;
    const event = { Type: 'Timer', TriggerName: alarm.timerName, Time: time, Message: '' };
    const run = this.functions.invoke({ name: alarm.functionName, event: JSON.stringify(event), source: 'wx_trigger' });
    this.running.set(alarm.functionName, run);
    const forget = (): void => {
      if (this.running.get(alarm.functionName) === run) this.running.delete(alarm.functionName);
    };
    run.then(forget, forget);
    return run;
  }
}
