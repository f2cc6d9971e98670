import { systemClock } from '../kernel/clock';
import { sideBySide } from '../kernel/side-by-side';
import { logDefect } from '../platform/log';
import { command, store } from '../platform/store';
import { takeWritten } from '../platform/written';
import { RULES } from '../rules';
import type { DueHandler } from './due';

export interface JobsReport {
  /** False when another run was at work. */
  readonly isRun: boolean;
  readonly settled: number;
  readonly failed: number;
  /** True when time ran out; the next run goes on, since every clock still stands. */
  readonly isCut: boolean;
}

/** Read at a time from one collection; the index gives the longest due first. */
const BATCH = 100;
/** A document that fails is looked at again after this, so that it never stands in the way of others. */
const RETRY_MS = 2 * 60_000;
/** Looks at one document in a run; what still is not quiet then waits for the next run. */
const LOOKS_A_RUN = 3;

interface DueDocument {
  readonly _id: string;
  readonly wakeAtMs: number;
}

/** One run of a timer over what is due, within its time. */
export class DueRun {
  private settled = 0;
  private failed = 0;
  private isCut = false;
  private readonly looks = new Map<string, number>();
  private readonly endsAtMs: number;

  constructor(private readonly runId: string) {
    this.endsAtMs = systemClock.nowMs() + RULES.jobs.runMs;
  }

  /** Everything due of one kind, the longest due first. */
  private async settleKind(handler: DueHandler): Promise<void> {
    while (!this.isOver()) {
      const batch = await this.dueBatch(handler);
      if (batch.length === 0) return;
      await sideBySide(batch, RULES.jobs.parallel, (due) => this.settleOne(handler, due), () => this.isOver());
    }
  }

  /**
   * Kind by kind, round and round until a round finds nothing or time is up: settling one kind may make another due. It
   * begins with `due`, and looks after that only where it wrote since it looked last; what others made due meanwhile is the
   * next run's.
   */
  async settleAll(due: readonly DueHandler[], handlers: readonly DueHandler[]): Promise<void> {
    for (let kinds = due; kinds.length > 0 && !this.isOver(); kinds = handlers.filter(({ collection }) => takeWritten(collection))) {
      for (const handler of kinds) await this.settleKind(handler);
    }
  }

  report(): JobsReport {
    return { isRun: true, settled: this.settled, failed: this.failed, isCut: this.isCut };
  }

  isOver(): boolean {
    this.isCut ||= systemClock.nowMs() >= this.endsAtMs;
    return this.isCut;
  }

  private async dueBatch(handler: DueHandler): Promise<readonly DueDocument[]> {
    takeWritten(handler.collection);
    const due = await store.query<DueDocument>(handler.collection, { where: { wakeAtMs: command.lte(systemClock.nowMs()) }, order: [['wakeAtMs', 'asc']], limit: BATCH, fields: ['wakeAtMs'] });
    return due.filter((document) => (this.looks.get(`${handler.collection}/${document._id}`) ?? 0) < LOOKS_A_RUN);
  }

  private async settleOne(handler: DueHandler, due: DueDocument): Promise<void> {
    const key = `${handler.collection}/${due._id}`;
    this.looks.set(key, (this.looks.get(key) ?? 0) + 1);
    try {
      await handler.settle(due._id, systemClock.nowMs());
      this.settled += 1;
    } catch (error) {
      this.failed += 1;
      logDefect(this.runId, `jobs ${key}`, error);
      await this.postpone(handler, due);
    }
  }

  private async postpone(handler: DueHandler, due: DueDocument): Promise<void> {
    try {
      await store.update(handler.collection, { _id: due._id, wakeAtMs: due.wakeAtMs }, { wakeAtMs: systemClock.nowMs() + RETRY_MS });
    } catch (error) {
      // Its clock stands where it stood; the looks of this run are bounded all the same.
      logDefect(this.runId, `jobs postpone ${due._id}`, error);
    }
  }
}

/** Another run was at work. */
export const NO_RUN: JobsReport = { isRun: false, settled: 0, failed: 0, isCut: false };
