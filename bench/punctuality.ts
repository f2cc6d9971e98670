/** How punctual the timer is when many clocks strike at one moment, and that a run which dies loses nothing. */
import type { Document } from '../devtools/local-cloud/kernel/values';
import { claimsOf, isCoherent, type Wish } from '../cloudfunctions/core/wish/wish';
import type { Notice } from '../cloudfunctions/core/notice/notice';
import type { JobsReport } from '../cloudfunctions/core/jobs/due-run';
import { HOUR_MS, type Community } from '../tests/flows/support/community';
import { heldWish } from '../tests/flows/support/wish-steps';

export interface Punctuality {
  readonly due: number;
  /** Runs that did something, the first included. */
  readonly runs: number;
  /** Real time all runs took together. */
  readonly seconds: number;
  /** Longest after its moment that a clock struck, in program time. */
  readonly latestMs: number;
  /** Claims that did not lapse, or not exactly once. */
  readonly missed: number;
  readonly twice: number;
}

const HOLD_MS = 72 * HOUR_MS;
const MINUTE_MS = 60_000;
const RUNS_MAX = 20;
const LAPSED = '到期放回了';

/**
 * Copies of one wish with a held claim, each with its own ids, all held to the same moment. They are put into the store
 * directly: the calls would take longer than what is measured.
 */
const holdMany = async (community: Community, count: number): Promise<ReadonlySet<string>> => {
  const { wishId, claimId } = await heldWish(community, { urgency: 'urgent' });
  await community.runJobs();
  const wishes = community.cloud.cloud.store.get('wishes');
  const [wish, claim] = [community.document<Wish>('wishes', wishId), community.document<Wish>('wishes', wishId)?.claims[claimId]];
  if (wish === null || claim === undefined) throw new Error('the wish to copy is missing');
  const claimIds = [claimId];
  for (let index = 1; index < count; index += 1) {
    const copyId = `${claimId}x${index}`;
    claimIds.push(copyId);
    const copy = { ...wish, _id: `${wishId}x${index}`, claims: { [copyId]: { ...claim, claimId: copyId } } };
    wishes.put(copy._id, copy as unknown as Document);
  }
  return new Set(claimIds);
};

/** One run of the timer now; null when it died. */
const runOnce = async (community: Community): Promise<JobsReport | null> => {
  const { runs } = (await community.cloud.control('jobs', {})) as { readonly runs: { readonly jobs: { readonly result?: JobsReport } } };
  return runs.jobs.result ?? null;
};

/**
 * Lets `count` holds run out at once and the timer run every minute until nothing is due. With `killAt` the first run
 * dies at that wire call.
 */
export const measurePunctuality = async (community: Community, count: number, killAt: number | null = null): Promise<Punctuality> => {
  const claimIds = await holdMany(community, count);
  const mine = (): readonly Wish[] => community.documents<Wish>('wishes').filter((wish) => Object.keys(wish.claims).some((claimId) => claimIds.has(claimId)));
  const holdUntilMs = Math.max(...mine().flatMap((wish) => claimsOf(wish).map((claim) => claim.holdUntilMs)));
  // Reminders of a day before are not what is measured.
  await community.advance(HOLD_MS - 2 * HOUR_MS);
  while ((await runOnce(community))?.isCut !== false) await community.advance(MINUTE_MS);
  if (killAt !== null) await community.arm({ function: 'jobs', kind: 'kill', nth: killAt, when: 'after', times: 1 });
  await community.advance(holdUntilMs - community.nowMs() + MINUTE_MS / 2);
  let runs = 0;
  let seconds = 0;
  for (let isOver = false; !isOver && runs < RUNS_MAX; ) {
    const startedMs = performance.now();
    const report = await runOnce(community);
    seconds += (performance.now() - startedMs) / 1000;
    // A run that finds the lease of a dead one does nothing.
    if (report === null || report.isRun) runs += 1;
    isOver = report !== null && report.isRun && !report.isCut && mine().every((wish) => wish.wakeAtMs > community.nowMs());
    if (!isOver) await community.advance(MINUTE_MS);
  }
  await community.arm();
  const told = community.documents<Notice>('notices').filter(({ title, target }) => title === LAPSED && claimIds.has(target.claimId ?? ''));
  const claims = mine().flatMap((wish) => (isCoherent(wish) ? claimsOf(wish) : []));
  const lapsed = claims.filter((claim) => claim.state === 'lapsed');
  return {
    due: count,
    runs,
    seconds,
    latestMs: Math.max(...lapsed.map((claim) => (claim.endedAtMs ?? Number.MAX_SAFE_INTEGER) - claim.holdUntilMs)),
    missed: count - lapsed.length,
    twice: told.length - new Set(told.map(({ target }) => target.claimId)).size,
  };
};
