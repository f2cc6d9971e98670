/**
 * Warm workers, one invocation each at a time. Calls beyond the capacity wait in a queue; a worker that died or whose
 * bundle was rebuilt is replaced. A call made by another function never waits, else two functions could block each other.
 */
import { statSync } from 'node:fs';
import { join } from 'node:path';
import { Worker } from 'node:worker_threads';

export interface WorkerJob {
  readonly functionName: string;
  readonly bundlePath: string;
  readonly event: string;
  readonly context: object;
  /** Present from the start of the instance, so that module scope can read it. */
  readonly instanceEnvironment: Readonly<Record<string, string>>;
  /** Of this invocation only. */
  readonly environment: Readonly<Record<string, string>>;
  readonly timeoutMs: number;
  readonly memoryMegabytes: number;
  readonly nested: boolean;
  readonly onLog: (level: string, text: string) => void;
  /** Called when a worker takes the job; `kill` ends that worker at once. */
  readonly onStart: (kill: () => void) => void;
}

export type JobOutcome =
  | { readonly kind: 'result'; readonly text: string }
  | { readonly kind: 'failure'; readonly text: string }
  | { readonly kind: 'died' }
  | { readonly kind: 'timeout' };

interface WorkerMessage {
  readonly kind: 'log' | 'result' | 'failure';
  readonly id: number;
  readonly level?: string;
  readonly text: string;
}

interface WarmWorker {
  readonly worker: Worker;
  readonly functionName: string;
  readonly builtAtMs: number;
  active: { readonly id: number; readonly job: WorkerJob; readonly finish: (outcome: JobOutcome) => void } | undefined;
}

const WORKER_FILE = join(__dirname, 'worker.mjs');

export class WorkerPool {
  private readonly workers = new Set<WarmWorker>();
  private readonly queue: { job: WorkerJob; resolve: (outcome: JobOutcome) => void }[] = [];
  private lastId = 0;
  private closed = false;

  constructor(private readonly capacity: number) {}

  run(job: WorkerJob): Promise<JobOutcome> {
    return new Promise((resolve) => {
      if (job.nested) return this.start(this.idleWorker(job) ?? this.spawn(job), job, resolve);
      this.queue.push({ job, resolve });
      this.pump();
    });
  }

  /** Ends all workers; jobs still running are answered as died. */
  async close(): Promise<void> {
    this.closed = true;
    await Promise.all([...this.workers].map(({ worker }) => worker.terminate()));
  }

  private pump(): void {
    while (!this.closed) {
      const next = this.queue[0];
      if (next === undefined) return;
      const worker = this.idleWorker(next.job) ?? this.makeRoom(next.job);
      if (worker === undefined) return;
      this.queue.shift();
      this.start(worker, next.job, next.resolve);
    }
  }

  private idleWorker(job: WorkerJob): WarmWorker | undefined {
    const builtAtMs = statSync(job.bundlePath).mtimeMs;
    for (const warm of this.workers) {
      if (warm.active !== undefined || warm.functionName !== job.functionName) continue;
      if (warm.builtAtMs === builtAtMs) return warm;
      this.retire(warm);
    }
    return undefined;
  }

  private makeRoom(job: WorkerJob): WarmWorker | undefined {
    if (this.workers.size < this.capacity) return this.spawn(job);
    for (const warm of this.workers) {
      if (warm.active !== undefined) continue;
      this.retire(warm);
      return this.spawn(job);
    }
    return undefined;
  }

  private retire(warm: WarmWorker): void {
    this.workers.delete(warm);
    void warm.worker.terminate();
  }

  private spawn(job: WorkerJob): WarmWorker {
    const worker = new Worker(WORKER_FILE, {
      workerData: { bundlePath: job.bundlePath },
      env: { ...job.instanceEnvironment },
      execArgv: [],
      resourceLimits: { maxOldGenerationSizeMb: job.memoryMegabytes },
    });
    worker.unref();
    const warm: WarmWorker = { worker, functionName: job.functionName, builtAtMs: statSync(job.bundlePath).mtimeMs, active: undefined };
    worker.on('message', (message: WorkerMessage) => this.receive(warm, message));
    worker.on('error', (error) => warm.active?.job.onLog('error', String(error.stack ?? error)));
    worker.on('exit', () => {
      this.workers.delete(warm);
      warm.active?.finish({ kind: 'died' });
      this.pump();
    });
    this.workers.add(warm);
    return warm;
  }

  private receive(warm: WarmWorker, message: WorkerMessage): void {
    const { active } = warm;
    if (active === undefined || active.id !== message.id) return;
    if (message.kind === 'log') active.job.onLog(message.level ?? 'log', message.text);
    else active.finish({ kind: message.kind, text: message.text });
  }

  private start(warm: WarmWorker, job: WorkerJob, resolve: (outcome: JobOutcome) => void): void {
    this.lastId += 1;
    const id = this.lastId;
    const end = (outcome: JobOutcome): void => {
      if (warm.active?.id !== id) return;
      warm.active = undefined;
      clearTimeout(timer);
      // What ended abruptly may be anywhere in its code and is not used again.
      if (outcome.kind === 'timeout' || outcome.kind === 'died') this.retire(warm);
      resolve(outcome);
      this.pump();
    };
    const timer = setTimeout(() => end({ kind: 'timeout' }), job.timeoutMs);
    warm.active = { id, job, finish: end };
    job.onStart(() => end({ kind: 'died' }));
    warm.worker.postMessage({ id, event: job.event, context: job.context, environment: job.environment });
  }
}
