import { newDice } from '../../../bench/dice';
import { DAY_MS, MINUTE_MS } from '../../../cloudfunctions/core/kernel/clock';
import { takeTurn } from './acts';
import { BrokenRule, checkAll, checkLeftAlone, checkWish } from './checks';
import { Crowd } from './crowd';

/** Operations between two looks at everything. */
const CHECK_EVERY = 1_000;
const LEFT_ALONE_WEEKS = 53;
/** Runs that shrinking may take; each is shorter than the one before. */
const SHRINKS_MAX = 300;

export interface Broken {
  readonly rule: string;
  readonly message: string;
  readonly wishId: string;
  readonly operation: number;
  /** "number what-was-drawn wish" of each operation. */
  readonly told: readonly string[];
}

interface Run {
  readonly crowd: Crowd;
  readonly acts: ReadonlyMap<string, number>;
  readonly broken: Broken | null;
}

/** Some runs, some minutes apart: what one action left undecided is given up after a minute, and what that causes comes after. */
const lookAtAll = (crowd: Crowd): void => {
  for (let run = 0; run < 3; run += 1) {
    crowd.nowMs += 2 * MINUTE_MS;
    crowd.runJobs();
  }
  crowd.batches.check(crowd.wishes);
  checkAll(crowd.sight());
};

const leaveAlone = (crowd: Crowd): void => {
  for (let week = 0; week < LEFT_ALONE_WEEKS; week += 1) {
    crowd.nowMs += 7 * DAY_MS;
    crowd.runJobs();
  }
  checkAll(crowd.sight());
  checkLeftAlone(crowd.sight());
};

const brokenOf = (error: unknown, operation: number, told: readonly string[]): Broken => {
  const message = error instanceof Error ? error.message : String(error);
  return { rule: error instanceof BrokenRule ? error.rule : message.replace(/^\S+: /, ''), message, wishId: error instanceof BrokenRule ? error.wishId : '', operation, told };
};

/** Each operation has dice of its own, so that leaving one out changes no other. */
const run = (seed: number, operations: readonly number[]): Run => {
  const crowd = new Crowd(seed);
  const told: string[] = [];
  const acts = new Map<string, number>();
  let current = 0;
  try {
    for (const [index, operation] of operations.entries()) {
      current = operation;
      crowd.touchedId = null;
      const what = takeTurn(crowd, newDice(seed * 1_000_003 + operation), operation);
      told.push(`${operation} ${what}${crowd.touchedId === null ? '' : ` ${crowd.touchedId}`}`);
      acts.set(what, (acts.get(what) ?? 0) + 1);
      if (crowd.touchedId !== null) checkWish(crowd.wish(crowd.touchedId), crowd.nowMs);
      if ((index + 1) % CHECK_EVERY === 0) lookAtAll(crowd);
    }
    lookAtAll(crowd);
    leaveAlone(crowd);
    return { crowd, acts, broken: null };
  } catch (error) {
    return { crowd, acts, broken: brokenOf(error, current, told) };
  }
};

/** Leaves out ever smaller pieces as long as the same rule still breaks. */
const shrink = (seed: number, first: Broken, operations: readonly number[]): Broken => {
  let kept = operations.filter((operation) => operation <= first.operation);
  let broken = first;
  let runs = 0;
  const own = new Set(first.told.filter((line) => / (wait|jobs)/.test(line) || (first.wishId !== '' && line.endsWith(first.wishId))).map((line) => Number(line.split(' ')[0])));
  const alone = run(seed, [...own]).broken;
  if (alone?.rule === first.rule) [kept, broken] = [[...own], alone];
  for (let size = Math.ceil(kept.length / 2); size >= 1 && runs < SHRINKS_MAX; size = size === 1 ? 0 : Math.ceil(size / 2)) {
    for (let from = 0; from < kept.length && runs < SHRINKS_MAX; runs += 1) {
      const fewer = [...kept.slice(0, from), ...kept.slice(from + size)];
      const again = run(seed, fewer).broken;
      if (again?.rule === first.rule) [kept, broken] = [fewer, again];
      else from += size;
    }
  }
  return broken;
};

export interface CrowdReport {
  readonly wishes: number;
  readonly claims: number;
  readonly completed: number;
  /** Acts that were carried out, by kind. */
  readonly acts: ReadonlyMap<string, number>;
}

/** One seed lived through. @throws with the seed, the rule and the fewest operations that break it. */
export const runCrowd = (seed: number, operationCount: number): CrowdReport => {
  const operations = Array.from({ length: operationCount }, (_unused, index) => index + 1);
  const { crowd, acts, broken } = run(seed, operations);
  if (broken !== null) {
    const least = shrink(seed, broken, operations);
    throw new Error(`seed ${seed}: ${least.message}\n${least.told.slice(-60).join('\n')}`);
  }
  const wishes = [...crowd.wishes.values()];
  return { wishes: wishes.length, claims: wishes.reduce((sum, wish) => sum + wish.claimCount, 0), completed: wishes.filter((wish) => wish.state === 'completed').length, acts };
};
