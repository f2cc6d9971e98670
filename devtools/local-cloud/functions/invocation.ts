/** One run of a function: who called, what it did on the wire, what it logged. */
import { newToken } from '../kernel/ids';

export interface WireCallRecord {
  readonly action: string;
  readonly collection?: string;
  readonly documentsExamined?: number;
  readonly documentsReturned?: number;
  readonly index?: string | null;
  /** Error code the call was answered with. */
  readonly code?: string;
  readonly wallMs: number;
}

export interface LogRecord {
  readonly level: string;
  readonly text: string;
}

export class Invocation {
  /** Carried by every wire call of this run, so each is known to belong to it. */
  readonly token = newToken('inv');
  readonly requestId = newToken('req');
  readonly startedAtMs = Date.now();
  readonly wireCalls: WireCallRecord[] = [];
  readonly logs: LogRecord[] = [];
  /** JSON log lines with a "meter" key. */
  readonly notes: unknown[] = [];
  /** How many wire calls each fault rule has counted in this run. */
  readonly faultCounts = new Map<object, number>();
  private isKilled = false;
  private killWorker: () => void = () => undefined;
  private readonly endListeners = new Set<() => void>();

  constructor(
    readonly functionName: string,
    readonly source: string,
    readonly openid: string | undefined,
    readonly route: string | undefined,
    /** openapi calls allowed; undefined for a process outside that only uses the SDK. */
    readonly openapi: readonly string[] | undefined,
  ) {}

  log(level: string, text: string): void {
    this.logs.push({ level, text });
    if (!text.includes('"meter"')) return;
    try {
      const parsed: unknown = JSON.parse(text);
      if (typeof parsed === 'object' && parsed !== null && 'meter' in parsed) this.notes.push(parsed);
    } catch {
      // A line that only looks like a meter is an ordinary log line.
    }
  }

  attachWorker(kill: () => void): void {
    this.killWorker = kill;
    if (this.isKilled) kill();
  }

  /** Ends the worker at once, or as soon as one takes the job. */
  kill(): void {
    this.isKilled = true;
    this.killWorker();
  }

  /** Called when the run is over; connections kept open for it are closed then. */
  onEnd(listener: () => void): void {
    this.endListeners.add(listener);
  }

  end(): void {
    for (const listener of this.endListeners) listener();
    this.endListeners.clear();
  }
}
