/** The timers of deploy.ts, every real minute while running, or now. */
import type { Clock } from '../kernel/clock';
import type { Functions, InvokeOutcome } from './functions';

const MINUTE_MS = 60_000;

export class Timer {
  private interval: NodeJS.Timeout | undefined;
  private running: Promise<Record<string, InvokeOutcome>> | undefined;

  constructor(
    private readonly functions: Functions,
    private readonly clock: Clock,
  ) {}

  start(): void {
    this.interval ??= setInterval(() => void this.runNow(), MINUTE_MS).unref();
  }

  stop(): void {
    clearInterval(this.interval);
    this.interval = undefined;
  }

  /** Runs every function that has a timer once; a run in progress is joined, not doubled. */
  runNow(): Promise<Record<string, InvokeOutcome>> {
    this.running ??= this.runAll().finally(() => (this.running = undefined));
    return this.running;
  }

  private async runAll(): Promise<Record<string, InvokeOutcome>> {
    const outcomes: Record<string, InvokeOutcome> = {};
    for (const { name, timer } of this.functions.declared()) {
      if (timer === undefined || !this.functions.isBuilt(name)) continue;
      const event = { Type: 'Timer', TriggerName: timer.name, Time: new Date(this.clock.nowMs()).toISOString(), Message: '' };
      outcomes[name] = await this.functions.invoke({ name, event: JSON.stringify(event), source: 'wx_trigger' });
    }
    return outcomes;
  }
}
