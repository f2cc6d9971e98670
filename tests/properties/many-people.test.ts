import { ACT_KINDS } from './crowd/acts';
import { PEOPLE, WISHES } from './crowd/crowd';
import { runCrowd } from './crowd/run-crowd';

/** `npm run test:long` lives through ten times as many. */
const SEEDS = process.env.LINYUAN_LONG === '1' ? 200 : 8;
const OPERATIONS = 10_000;

/**
 * A whole community over the pure core: everybody does anything at any time, reads are old, calls die after their write
 * or in the middle of their delivery, the timer comes late or is cut off. Every rule of checks.ts holds all the while,
 * and left alone for a year everything ends or waits for staff.
 */
test(`${PEOPLE} people, ${WISHES} wishes, ${OPERATIONS} operations, ${SEEDS} seeds`, () => {
  const startedMs = performance.now();
  const done = new Set<string>();
  const sum = { wishes: 0, claims: 0, completed: 0 };
  for (let seed = 1; seed <= SEEDS; seed += 1) {
    const report = runCrowd(seed, OPERATIONS);
    sum.wishes += report.wishes;
    sum.claims += report.claims;
    sum.completed += report.completed;
    for (const act of report.acts.keys()) done.add(act);
  }
  const seconds = (performance.now() - startedMs) / 1000;
  process.stdout.write(`${SEEDS} seeds × ${OPERATIONS} operations in ${seconds.toFixed(1)} s: ${sum.wishes} wishes, ${sum.claims} claims, ${sum.completed} completed\n`);
  // A crowd in which nothing happens proves nothing.
  expect(ACT_KINDS.filter((kind) => !done.has(kind))).toEqual([]);
  expect(sum.wishes).toBeGreaterThan(SEEDS * WISHES * 0.9);
  expect(sum.claims).toBeGreaterThan(sum.wishes);
  expect(sum.completed).toBeGreaterThan(sum.wishes / 20);
}, 900_000);
