import { systemClock } from '../kernel/clock';
import { beginFavourNight } from '../favour/favour-night.use-case';
import { foldPostings } from '../ledger/fold.repository';
import { beginProof } from '../ledger/proof.use-case';
import { log, logDefect } from '../platform/log';
import { asDelivery } from '../platform/meter';
import { command, store } from '../platform/store';
import { RULES } from '../rules';
import type { DueHandler } from './due';
import { DUE_HANDLERS } from './due-handlers';
import { releaseLease, takeLease } from './lease';

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

class Run {
  settled = 0;
  failed = 0;
  isCut = false;
  private readonly looks = new Map<string, number>();
  private readonly endsAtMs: number;

  constructor(private readonly runId: string) {
    this.endsAtMs = systemClock.nowMs() + RULES.jobs.runMs;
  }

  /** Everything due of one kind, the longest due first. Answers how many documents were looked at. */
  async settleKind(handler: DueHandler): Promise<number> {
    let looked = 0;
    while (!this.isOver()) {
      const batch = await this.dueBatch(handler);
      if (batch.length === 0) break;
      looked += batch.length;
      await this.inParallel(batch, (due) => this.settleOne(handler, due));
    }
    return looked;
  }

  isOver(): boolean {
    this.isCut ||= systemClock.nowMs() >= this.endsAtMs;
    return this.isCut;
  }

  private async dueBatch(handler: DueHandler): Promise<readonly DueDocument[]> {
    const due = await store.query<DueDocument>(handler.collection, { where: { wakeAtMs: command.lte(systemClock.nowMs()) }, order: [['wakeAtMs', 'asc']], limit: BATCH, fields: ['wakeAtMs'] });
    return due.filter((document) => (this.looks.get(`${handler.collection}/${document._id}`) ?? 0) < LOOKS_A_RUN);
  }

  /** So many slots side by side; a slow document holds up its own slot only. */
  private async inParallel(batch: readonly DueDocument[], work: (due: DueDocument) => Promise<void>): Promise<void> {
    const waiting = [...batch];
    const slot = async (): Promise<void> => {
      for (let next = waiting.shift(); next !== undefined && !this.isOver(); next = waiting.shift()) await work(next);
    };
    await Promise.all(Array.from({ length: RULES.jobs.parallel }, slot));
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

/**
 * One run of the timer: takes the lease, then settles whatever is due, kind by kind, until nothing is due or time is up.
 * Settling one kind may make another due, so it goes round until a round finds nothing.
 */
export const runJobs = async (runId: string): Promise<JobsReport> => {
  if (!(await takeLease(runId, systemClock.nowMs()))) return { isRun: false, settled: 0, failed: 0, isCut: false };
  const run = new Run(runId);
  const foldsUntilMs = systemClock.nowMs() + RULES.ledger.foldMs;
  await asDelivery(async () => {
    // First and with time of its own, so that shared accounts are never long behind (DESIGN.md section 3).
    await foldPostings(() => systemClock.nowMs(), () => run.isOver() || systemClock.nowMs() >= foldsUntilMs).catch((error: unknown) => logDefect(runId, 'jobs fold', error));
    await beginProof(systemClock.nowMs()).catch((error: unknown) => logDefect(runId, 'jobs proof', error));
    await beginFavourNight(systemClock.nowMs()).catch((error: unknown) => logDefect(runId, 'jobs favours', error));
    for (let looked = 1; looked > 0 && !run.isOver(); ) {
      looked = 0;
      for (const handler of DUE_HANDLERS) looked += await run.settleKind(handler);
    }
  });
  await releaseLease(runId);
  const report = { isRun: true, settled: run.settled, failed: run.failed, isCut: run.isCut };
  log({ runId, function: 'jobs', ...report });
  return report;
};
