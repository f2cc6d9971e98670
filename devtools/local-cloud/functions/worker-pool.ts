/**
 * Warm workers, one invocation each at a time. Calls beyond the capacity wait in a queue; a worker that died or whose
 * bundle was rebuilt is replaced. A call made by another function never waits, else two functions could block each other.
 */
import { statSync } from 'node:fs';
import { availableParallelism } from 'node:os';
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
  readonly kind: 'ready' | 'log' | 'result' | 'failure';
  readonly id: number;
  readonly level?: string;
  readonly text: string;
}

interface Waiting {
  readonly job: WorkerJob;
  readonly resolve: (outcome: JobOutcome) => void;
}

interface WarmWorker {
  readonly worker: Worker;
  readonly functionName: string;
  readonly builtAtMs: number;
  /** Has loaded its bundle; the time of loading is not the function's own time. */
  isReady: boolean;
  /** The nested call this worker was started for. */
  reservedFor: Waiting | undefined;
  active: { readonly id: number; readonly job: WorkerJob; readonly finish: (outcome: JobOutcome) => void } | undefined;
}

const WORKER_FILE = join(__dirname, 'worker.mjs');
const PARALLEL_STARTS = Math.max(2, availableParallelism());

export class WorkerPool {
  private readonly workers = new Set<WarmWorker>();
  private readonly queue: Waiting[] = [];
  private lastId = 0;
  private closed = false;

  constructor(private readonly capacity: number) {}

  run(job: WorkerJob): Promise<JobOutcome> {
    return new Promise((resolve) => {
      if (!job.nested) {
        this.queue.push({ job, resolve });
        this.pump();
        return;
      }
      const idle = this.idleWorker(job);
      if (idle !== undefined) this.start(idle, { job, resolve });
      else this.spawn(job, { job, resolve });
    });
  }

  /** Ends all workers; jobs still running are answered as died. */
  async close(): Promise<void> {
    this.closed = true;
    await Promise.all([...this.workers].map(({ worker }) => worker.terminate()));
  }

  /** Starts what can start; first come, first served, but a function without a worker does not hold up the others. */
  private pump(): void {
    if (this.closed) return;
    const starved = new Set<string>();
    for (const waiting of [...this.queue]) {
      const { functionName } = waiting.job;
      if (starved.has(functionName)) continue;
      const idle = this.idleWorker(waiting.job);
      if (idle === undefined) {
        starved.add(functionName);
        this.grow(waiting.job);
        continue;
      }
      this.queue.splice(this.queue.indexOf(waiting), 1);
      this.start(idle, waiting);
    }
  }

  private idleWorker(job: WorkerJob): WarmWorker | undefined {
    const builtAtMs = statSync(job.bundlePath).mtimeMs;
    for (const warm of this.workers) {
      if (!warm.isReady || warm.active !== undefined || warm.functionName !== job.functionName) continue;
      if (warm.builtAtMs === builtAtMs) return warm;
      this.retire(warm);
    }
    return undefined;
  }

  /** One more worker, unless the capacity is used or enough are starting already: they would only slow each other down. */
  private grow(job: WorkerJob): void {
    const workers = [...this.workers];
    if (workers.filter(({ isReady }) => !isReady).length >= PARALLEL_STARTS) return;
    if (workers.length < this.capacity) return void this.spawn(job, undefined);
    const spare = workers.find((warm) => warm.isReady && warm.active === undefined && warm.functionName !== job.functionName);
    if (spare === undefined) return;
    this.retire(spare);
    this.spawn(job, undefined);
  }

  private retire(warm: WarmWorker): void {
    this.workers.delete(warm);
    void warm.worker.terminate();
  }

  private spawn(job: WorkerJob, reservedFor: Waiting | undefined): void {
    const worker = new Worker(WORKER_FILE, {
      workerData: { bundlePath: job.bundlePath },
      env: { ...job.instanceEnvironment },
      execArgv: [],
      resourceLimits: { maxOldGenerationSizeMb: job.memoryMegabytes },
    });
    worker.unref();
    const { functionName } = job;
    const warm: WarmWorker = { worker, functionName, builtAtMs: statSync(job.bundlePath).mtimeMs, isReady: false, reservedFor, active: undefined };
    worker.on('message', (message: WorkerMessage) => this.receive(warm, message));
    worker.on('error', (error) => warm.active?.job.onLog('error', String(error.stack ?? error)));
    worker.on('exit', () => this.bury(warm));
    this.workers.add(warm);
  }

  private bury(warm: WarmWorker): void {
    this.workers.delete(warm);
    warm.active?.finish({ kind: 'died' });
    if (!warm.isReady && !this.closed) {
      // It died while loading; answering one call keeps a broken bundle from being started for ever.
      const at = this.queue.findIndex(({ job }) => job.functionName === warm.functionName);
      const victim = warm.reservedFor ?? (at < 0 ? undefined : this.queue.splice(at, 1)[0]);
      victim?.resolve({ kind: 'died' });
    }
    this.pump();
  }

  private receive(warm: WarmWorker, message: WorkerMessage): void {
    if (message.kind === 'ready') return this.makeReady(warm);
    const { active } = warm;
    if (active === undefined || active.id !== message.id) return;
    if (message.kind === 'log') active.job.onLog(message.level ?? 'log', message.text);
    else active.finish({ kind: message.kind, text: message.text });
  }

  private makeReady(warm: WarmWorker): void {
    warm.isReady = true;
    const { reservedFor } = warm;
    warm.reservedFor = undefined;
    if (reservedFor !== undefined) this.start(warm, reservedFor);
    else this.pump();
  }

  private start(warm: WarmWorker, { job, resolve }: Waiting): void {
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
