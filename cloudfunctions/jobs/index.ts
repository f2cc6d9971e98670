import type { JobsReport } from '../core/jobs/due-run';
import { runJobs } from '../core/jobs/run-jobs';
import { randomId } from '../core/kernel/ids';
import { readIdentity } from '../core/platform/cloud';
import { log } from '../core/platform/log';
import { startMeter } from '../core/platform/meter';

/** The timer and nobody else: the invoke rules say so, and so does the function itself. */
export const main = async (): Promise<JobsReport | { readonly isRun: false }> => {
  startMeter();
  const runId = randomId();
  if (readIdentity().sources.includes('wx_trigger')) return runJobs(runId);
  log({ runId, function: 'jobs', outcome: 'refused' });
  return { isRun: false };
};
