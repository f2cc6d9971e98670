/** Rows about the local cloud itself: how fast it answers, and that a list costs what it returns. */
import { setFlagsFromString } from 'node:v8';
import type { Community } from '../tests/flows/support/community';
import { measureListGrowth, type ListCost, type ListGrowth } from './list-routes';
import { atLeast, atMost, type Row } from './row';
import { measureStartUp } from './start-up';
import { measureWire } from './wire-speed';

const ratio = (value: number): string => value.toFixed(2);

/** A read against a constant answer, and sixteen writers of one document against sixteen of their own. */
export const cloudSpeedRows = async (): Promise<readonly Row[]> => {
  const { reads, updates } = await measureWire();
  return [
    { ...atMost('one document read through the SDK, against a constant answer (medians of 1500, in turn)', reads.ratio, 1.3, ratio), measured: `${ratio(reads.ratio)} (${reads.cloudMedianMs.toFixed(2)} ms / ${reads.constantMedianMs.toFixed(2)} ms)` },
    { ...atLeast('guarded updates of one document by 16 workers, against 16 documents (medians of 5 rounds)', updates.ratio, 0.5, ratio), measured: `${ratio(updates.ratio)} (${Math.round(updates.hotRate)} / ${Math.round(updates.coldRate)} a second)` },
    atMost('guarded updates acknowledged and lost', updates.lost, 0, String),
  ];
};

/** A start on what a long life left behind; wall time, so a busy machine shows. */
export const startRow = (community: Community): Row => {
  const { medianMs, journalMegabytes } = measureStartUp(community, 100_000);
  return { ...atMost('start with 100,000 documents (median of 3)', medianMs / 1000, 3, (seconds) => `${seconds.toFixed(1)} s`), measured: `${(medianMs / 1000).toFixed(1)} s (${Math.round(journalMegabytes)} MB)` };
};

const perReturned = ({ examined, returned }: ListCost): number => examined / Math.max(1, returned);

const shown = ({ examined, returned }: ListCost): string => `${examined} ÷ ${returned}`;

// One document more is read than shown to know whether a page follows; among more documents nothing may be added to that.
const EXAMINED_PER_RETURNED = 2;
const GROWTH = 1.25;

const growthRow = ({ name, small, large }: ListGrowth, few: string, many: string): Row => ({
  what: `examined ÷ returned of ${name} among ${few} and ${many} documents`,
  measured: `${shown(small)} and ${shown(large)}`,
  limit: `≤ ${EXAMINED_PER_RETURNED}, constant`,
  ok: perReturned(large) <= EXAMINED_PER_RETURNED && perReturned(large) <= GROWTH * Math.max(1, perReturned(small)),
});

/** The collections of most documents that have lists: notices and tasks by every act, wishes by every wish. */
const LARGEST = ['notices', 'wishes', 'tasks'] as const;
const LONG_HEAP_MEGABYTES = 12_288;
const GIGABYTE = 2 ** 30;

/** Lists among 1,000 and 100,000 documents of every collection; in the long lane among a million of the three largest. */
export const listRows = async (community: Community, isLong: boolean): Promise<readonly Row[]> => {
  const rows = (await measureListGrowth(community, 100_000)).map((growth) => growthRow(growth, '1,000', '100,000'));
  if (!isLong) return rows;
  setFlagsFromString(`--max-old-space-size=${LONG_HEAP_MEGABYTES}`);
  // The collections hold the hundred thousand of the first rows already.
  const long = (await measureListGrowth(community, 1_000_000, LARGEST)).map((growth) => growthRow(growth, '100,000', '1,000,000'));
  const heap = process.memoryUsage().heapUsed / GIGABYTE;
  return [...rows, ...long, atMost('heap with a million notices, wishes and tasks (they share what their models hold)', heap, LONG_HEAP_MEGABYTES / 1024, (value) => `${value.toFixed(1)} GB`)];
};
