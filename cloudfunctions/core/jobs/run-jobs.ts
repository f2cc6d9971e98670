import { systemClock } from '../kernel/clock';
import { beginFavourNight } from '../favour/favour-night.use-case';
import { beginReconciliations } from '../reconciliation/reconcile.use-case';
import { foldPostings } from '../ledger/fold.repository';
import { beginProof } from '../ledger/proof.use-case';
import { log, logDefect } from '../platform/log';
import { asDelivery } from '../platform/meter';
import { command, store } from '../platform/store';
import { takeWritten } from '../platform/written';
import { writePublicBooks } from '../public-book/write-books.use-case';
import { RULES } from '../rules';
import type { DueHandler } from './due';
import { DUE_HANDLERS } from './due-handlers';
import { DueRun, NO_RUN, type JobsReport } from './due-run';
import { leasePlace, releaseLease, takeLease } from './lease';

/** The kinds of which something is due; all of them when that cannot be told. Most minutes of most days it is none. */
const kindsDue = async (runId: string): Promise<readonly DueHandler[]> => {
  try {
    const due = await store.whichHold(leasePlace, DUE_HANDLERS.map(({ collection }) => collection), { wakeAtMs: command.lte(systemClock.nowMs()) });
    return DUE_HANDLERS.filter(({ collection }) => due.has(collection) || takeWritten(collection));
  } catch (error) {
    logDefect(runId, 'jobs kinds due', error);
    return DUE_HANDLERS;
  }
};

/**
 * One run of the timer: takes the lease, folds and proves what has time of its own, then settles whatever is due.
 */
export const runJobs = async (runId: string): Promise<JobsReport> => {
  if (!(await takeLease('jobs', runId, systemClock.nowMs()))) return NO_RUN;
  const run = new DueRun(runId);
  const foldsUntilMs = systemClock.nowMs() + RULES.ledger.foldMs;
  await asDelivery(async () => {
    // First and with time of its own, so that shared accounts are never long behind (DESIGN.md section 3).
    await foldPostings(() => systemClock.nowMs(), () => run.isOver() || systemClock.nowMs() >= foldsUntilMs).catch((error: unknown) => logDefect(runId, 'jobs fold', error));
    await writePublicBooks(() => run.isOver()).catch((error: unknown) => logDefect(runId, 'jobs public books', error));
    await beginProof(systemClock.nowMs()).catch((error: unknown) => logDefect(runId, 'jobs proof', error));
    await beginReconciliations(systemClock.nowMs()).catch((error: unknown) => logDefect(runId, 'jobs reconciliation', error));
    await beginFavourNight(systemClock.nowMs()).catch((error: unknown) => logDefect(runId, 'jobs favours', error));
    await run.settleAll(await kindsDue(runId), DUE_HANDLERS);
  });
  await releaseLease('jobs', runId);
  const report = run.report();
  log({ runId, function: 'jobs', ...report });
  return report;
};
