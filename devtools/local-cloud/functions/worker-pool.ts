/**
 * Warm instances, one invocation each at a time. Calls beyond the capacity wait in a queue; an instance that died or
 * whose bundle was rebuilt is replaced. A call made by another function never waits, else two functions could block each
 * other. More may be warm than may run: starting one is the dearest thing here, and functions called in turn would
 * otherwise drive out each other's.
 */
import { statSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import { Instance, type InstanceEnd, type InstanceMessage } from './instance';

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
  readonly resultLimitBytes: number;
  readonly nested: boolean;
  readonly onLog: (level: string, text: string) => void;
  /** Called when a worker takes the job; `kill` ends that worker at once. */
  readonly onStart: (kill: () => void) => void;
}

export type JobOutcome =
  | { readonly kind: 'result' | 'failure' | 'tooLarge'; readonly text: string }
  | InstanceEnd
  | { readonly kind: 'timeout' };

interface Waiting {
  readonly job: WorkerJob;
  readonly resolve: (outcome: JobOutcome) => void;
}

interface WarmWorker {
  readonly instance: Instance;
  readonly functionName: string;
  readonly builtAtMs: number;
  /** Has loaded its bundle; the time of loading is not the function's own time. */
  isReady: boolean;
  /** The nested call this worker was started for. */
  reservedFor: Waiting | undefined;
  /** The last job it had; 0 before the first. */
  lastId: number;
  active: { readonly id: number; readonly job: WorkerJob; readonly finish: (outcome: JobOutcome) => void } | undefined;
}

const KILLED: InstanceEnd = { kind: 'exit', exitCode: 137 };
const MEMORY_CHECK_MS = 100;
/** A bundle that is not loaded by then (it loops in module scope, say) never will be. */
const LOAD_LIMIT_MS = 30_000;
/** Warm instances for each that may run. */
const WARM_SHARE = 3;
const PARALLEL_STARTS = Math.max(2, availableParallelism());

/** When a bundle was built; 0 while a build has taken it away. */
function builtAtMsOf(bundlePath: string): number {
  return statSync(bundlePath, { throwIfNoEntry: false })?.mtimeMs ?? 0;
}

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
    await Promise.all([...this.workers].map(({ instance }) => instance.close()));
  }

  /** Starts what can start; first come, first served, but a function without a worker does not hold up the others. */
  private pump(): void {
    if (this.closed) return;
    const starved = new Set<string>();
    for (const waiting of [...this.queue]) {
      if (this.running() >= this.capacity) return;
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

  private running(): number {
    let running = 0;
    for (const { active } of this.workers) if (active !== undefined) running += 1;
    return running;
  }

  /** The one used last: what it keeps in its module is warm, whichever others became ready meanwhile. */
  private idleWorker(job: WorkerJob): WarmWorker | undefined {
    const builtAtMs = builtAtMsOf(job.bundlePath);
    let found: WarmWorker | undefined;
    for (const warm of this.workers) {
      if (!warm.isReady || warm.active !== undefined || warm.functionName !== job.functionName) continue;
      if (warm.builtAtMs !== builtAtMs) this.retire(warm);
      else if (found === undefined || warm.lastId > found.lastId) found = warm;
    }
    return found;
  }

  /** One more worker, unless as many run as may or enough are starting already: they would only slow each other down. */
  private grow(job: WorkerJob): void {
    const workers = [...this.workers];
    const starting = workers.filter(({ isReady }) => !isReady).length;
    if (starting >= PARALLEL_STARTS || this.running() + starting >= this.capacity) return;
    if (workers.length < this.capacity * WARM_SHARE) return void this.spawn(job, undefined);
    const spare = workers.find((warm) => warm.isReady && warm.active === undefined && warm.functionName !== job.functionName);
    if (spare === undefined) return;
    this.retire(spare);
    this.spawn(job, undefined);
  }

  private retire(warm: WarmWorker): void {
    this.workers.delete(warm);
    warm.instance.kill();
  }

  private spawn(job: WorkerJob, reservedFor: Waiting | undefined): void {
    const { functionName, bundlePath, instanceEnvironment, memoryMegabytes } = job;
    const warm: WarmWorker = {
      instance: new Instance({
        bundlePath,
        environment: instanceEnvironment,
        memoryMegabytes,
        onMessage: (message) => this.receive(warm, message),
        onEnd: (end) => this.bury(warm, end),
      }),
      functionName,
      builtAtMs: builtAtMsOf(bundlePath),
      isReady: false,
      reservedFor,
      lastId: 0,
      active: undefined,
    };
    this.workers.add(warm);
    setTimeout(() => {
      if (!warm.isReady) warm.instance.kill();
    }, LOAD_LIMIT_MS).unref();
  }

  private bury(warm: WarmWorker, end: InstanceEnd): void {
    this.workers.delete(warm);
    warm.active?.finish(end);
    if (!warm.isReady && !this.closed) {
      // It died while loading; answering one call keeps a broken bundle from being started for ever.
      const at = this.queue.findIndex(({ job }) => job.functionName === warm.functionName);
      const victim = warm.reservedFor ?? (at < 0 ? undefined : this.queue.splice(at, 1)[0]);
      victim?.resolve(end);
    }
    this.pump();
  }

  private receive(warm: WarmWorker, message: InstanceMessage): void {
    if (message.kind === 'ready') return this.makeReady(warm);
    const { active } = warm;
    if (active === undefined || active.id !== message.id) return;
    if (message.kind === 'log') active.job.onLog(message.level ?? 'log', message.text);
    // What it holds over its declaration ends it, even with the answer ready.
    else if (!warm.instance.checkMemory()) active.finish({ kind: message.kind, text: message.text });
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
    warm.lastId = id;
    const end = (outcome: JobOutcome): void => {
      if (warm.active?.id !== id) return;
      warm.active = undefined;
      clearTimeout(timer);
      clearInterval(memoryWatch);
      // What ended abruptly may be anywhere in its code and is not used again.
      if (outcome.kind === 'timeout' || outcome.kind === 'memory' || outcome.kind === 'exit') this.retire(warm);
      resolve(outcome);
      this.pump();
    };
    const timer = setTimeout(() => end({ kind: 'timeout' }), job.timeoutMs);
    const memoryWatch = setInterval(() => warm.instance.checkMemory(), MEMORY_CHECK_MS);
    warm.active = { id, job, finish: end };
    job.onStart(() => end(KILLED));
    const { event, context, environment, resultLimitBytes } = job;
    warm.instance.post({ id, event, context, environment, resultLimitBytes });
  }
}
