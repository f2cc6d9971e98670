/**
 * What one evaluation may cost, so that a few nested $map over $range cannot take the server down: steps of loops and elements of
 * lists made are counted. MongoDB stops such a request at its limits of memory and of 16 MB a document; this is ours.
 */
import { failure } from './failure';

const STEPS_LIMIT = 10_000_000;
const TEXT_LIMIT = 16 * 1024 * 1024;

// Evaluation is synchronous, so one counter serves all.
let spent = 0;

/** Starts the count of a new evaluation. */
export function openBudget(): void {
  spent = 0;
}

/** Counts steps; too many end the request. */
export function spend(steps: number): void {
  spent += steps;
  if (spent > STEPS_LIMIT) throw failure(`the expression takes too much memory or time: the local cloud stops after ${STEPS_LIMIT} steps`);
}

/** Refuses a text longer than any document may be. */
export function assertTextFits(length: number): void {
  if (length > TEXT_LIMIT) throw failure(`BSONObj size: ${length} (0x${length.toString(16).toUpperCase()}) is invalid. Size must be between 0 and 16793600(16MB)`);
}
