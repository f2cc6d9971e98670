import { systemClock } from '../kernel/clock';
import { matchRoundDue } from '../match-round/match-round.due';
import { log } from '../platform/log';
import { asDelivery } from '../platform/meter';
import { command, store } from '../platform/store';
import { DueRun, NO_RUN, type JobsReport } from './due-run';
import { releaseLease, takeLease } from './lease';

const isAnythingDue = async (): Promise<boolean> =>
  (await store.query('matchRounds', { where: { wakeAtMs: command.lte(systemClock.nowMs()) }, order: [['wakeAtMs', 'asc']], limit: 1, fields: ['wakeAtMs'] })).length > 0;

/** One run of the timer of matching: mostly nothing is due, and then it costs one request. */
export const runMatching = async (runId: string): Promise<JobsReport> => {
  const run = new DueRun(runId);
  if (!(await isAnythingDue())) return run.report();
  if (!(await takeLease('matching', runId, systemClock.nowMs()))) return NO_RUN;
  await asDelivery(() => run.settleAll([matchRoundDue], [matchRoundDue]));
  await releaseLease('matching', runId);
  log({ runId, function: 'matching', ...run.report() });
  return run.report();
};
