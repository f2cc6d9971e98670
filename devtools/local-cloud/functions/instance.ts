/** One function instance: a process of its own with its own environment, memory limit and end. */
import { fork, type ChildProcess } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';

export interface InstanceMessage {
  readonly kind: 'ready' | 'log' | 'result' | 'failure' | 'tooLarge';
  readonly id: number;
  readonly level?: string;
  readonly text: string;
}

/** Why a process ended: over its memory, or with an exit code (137 when it was killed). */
export type InstanceEnd = { readonly kind: 'memory' } | { readonly kind: 'exit'; readonly exitCode: number };

interface InstanceOptions {
  readonly bundlePath: string;
  readonly environment: Readonly<Record<string, string>>;
  readonly memoryMegabytes: number;
  readonly onMessage: (message: InstanceMessage) => void;
  readonly onEnd: (end: InstanceEnd) => void;
}

const WORKER_FILE = join(__dirname, 'worker.mjs');
const MEGABYTE = 1024 * 1024;
const PAGE_BYTES = 4096;
const KILLED = 137;
/** V8 aborts the process when its heap is full; the rest is for what lies outside of it, so that garbage alone ends nobody. */
const HEAP_SHARE = 0.8;

export class Instance {
  private readonly child: ChildProcess;
  private isOverMemory = false;
  private hasEnded = false;

  constructor(private readonly options: InstanceOptions) {
    const { bundlePath, environment, memoryMegabytes } = options;
    this.child = fork(WORKER_FILE, [bundlePath], {
      // Functions run in UTC in the cloud, whatever the zone of this machine.
      env: { TZ: 'UTC', ...environment },
      execArgv: [`--max-old-space-size=${Math.max(32, Math.floor(memoryMegabytes * HEAP_SHARE))}`],
      stdio: ['ignore', 'ignore', 'ignore', 'ipc'],
    });
    this.child.on('message', (message) => options.onMessage(message as InstanceMessage));
    this.child.on('error', () => this.end({ kind: 'exit', exitCode: 1 }));
    this.child.on('exit', (code, signal) => this.end(this.endOf(code, signal)));
    // An idle instance does not keep the process of the cloud alive.
    this.child.unref();
    this.child.channel?.unref();
  }

  post(message: object): void {
    // A process that has just died is told of by its end.
    this.child.send(message, () => undefined);
  }

  kill(): void {
    this.child.kill('SIGKILL');
  }

  /** Kills it and resolves when it is gone. */
  close(): Promise<void> {
    if (this.hasEnded) return Promise.resolve();
    return new Promise((resolve) => {
      this.child.ref();
      this.child.once('exit', () => resolve());
      this.kill();
    });
  }

  /** Ends the instance when it holds more memory than declared (buffers count too); true when it does. */
  checkMemory(): boolean {
    if (this.hasEnded || this.ownBytes() <= this.options.memoryMegabytes * MEGABYTE) return this.isOverMemory;
    this.isOverMemory = true;
    this.kill();
    return true;
  }

  /** Memory of the process without what it shares with others; 0 where the system does not tell. */
  private ownBytes(): number {
    try {
      const [, resident = 0, shared = 0] = readFileSync(`/proc/${this.child.pid}/statm`, 'utf8').split(' ').map(Number);
      return (resident - shared) * PAGE_BYTES;
    } catch {
      return 0;
    }
  }

  private endOf(code: number | null, signal: string | null): InstanceEnd {
    if (this.isOverMemory || signal === 'SIGABRT' || code === 134) return { kind: 'memory' };
    return { kind: 'exit', exitCode: code ?? KILLED };
  }

  private end(end: InstanceEnd): void {
    if (this.hasEnded) return;
    this.hasEnded = true;
    this.options.onEnd(end);
  }
}
