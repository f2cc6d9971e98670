/** One run of a function: who called, what it did on the wire, what it logged. */
import { newRequestId, newToken } from '../kernel/ids';

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

const TOKEN_PREFIX = 'inv';

/** Whether a token was made for a run of a function (perhaps one that is over). */
export const isInvocationToken = (token: string): boolean => token.startsWith(`${TOKEN_PREFIX}-`);

/** Characters of log kept of one run; a loop that logs must not fill the memory of the cloud. */
const LOG_LIMIT_CHARACTERS = 1_000_000;

export class Invocation {
  /** Carried by every wire call of this run, so each is known to belong to it. */
  readonly token = newToken(TOKEN_PREFIX);
  readonly requestId = newRequestId();
  readonly startedAtMs = Date.now();
  readonly wireCalls: WireCallRecord[] = [];
  readonly logs: LogRecord[] = [];
  /** JSON log lines with a "meter" key. */
  readonly notes: unknown[] = [];
  /** How many wire calls each fault rule has counted in this run. */
  readonly faultCounts = new Map<object, number>();
  private loggedCharacters = 0;
  private isLogCut = false;
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
    this.loggedCharacters += text.length;
    if (this.loggedCharacters > LOG_LIMIT_CHARACTERS) return this.noteCutLog();
    this.logs.push({ level, text });
    if (!text.includes('"meter"')) return;
    try {
      const parsed: unknown = JSON.parse(text);
      if (typeof parsed === 'object' && parsed !== null && 'meter' in parsed) this.notes.push(parsed);
    } catch {
      // A line that only looks like a meter is an ordinary log line.
    }
  }

  private noteCutLog(): void {
    if (this.isLogCut) return;
    this.isLogCut = true;
    this.logs.push({ level: 'warn', text: `the log of this run is cut at ${LOG_LIMIT_CHARACTERS} characters` });
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
