/** Solves the instance in a file and prints what it took: run by bench/match-rows.ts in a process of its own. */
import { readFileSync } from 'node:fs';
import { deserialize } from 'node:v8';
import { solveAssignment } from '../cloudfunctions/core/match/assignment';
import { checkAssignment } from '../cloudfunctions/core/match/certificate';
import type { AssignmentInstance } from '../cloudfunctions/core/match/instance';

export interface MatchRun {
  readonly objective: number;
  readonly dualObjective: number;
  /** What the checker says: 0 when nothing better exists; null when the answer is wrong. */
  readonly gap: number | null;
  /** Processor time of the first solve in this process, and the least of all. */
  readonly firstSeconds: number;
  readonly bestSeconds: number;
  /** Of the whole process, instance included, after the first solve. */
  readonly peakMegabytes: number;
}

const [file = '', times = '1'] = process.argv.slice(2);
const instance = deserialize(readFileSync(file)) as AssignmentInstance;

const solveOnce = (): { readonly answer: ReturnType<typeof solveAssignment>; readonly seconds: number } => {
  const before = process.cpuUsage();
  const answer = solveAssignment(instance);
  const { user, system } = process.cpuUsage(before);
  return { answer, seconds: (user + system) / 1e6 };
};

const { answer, seconds: firstSeconds } = solveOnce();
const peakMegabytes = process.resourceUsage().maxRSS / 1024;
const verdict = checkAssignment(instance, answer);
const bestSeconds = Array.from({ length: Number(times) - 1 }, () => solveOnce().seconds).reduce((best, seconds) => Math.min(best, seconds), firstSeconds);
const run: MatchRun = { objective: answer.objective, dualObjective: answer.dualObjective, gap: verdict.isSound ? verdict.gap : null, firstSeconds, bestSeconds, peakMegabytes };
process.stdout.write(JSON.stringify(run));
