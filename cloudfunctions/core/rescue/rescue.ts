import type { RescueKind } from '@contract';
import type { Steps } from '../aggregate/step';

/** What a social worker chose when nobody claimed a wish. */
export interface RescueChoice {
  readonly kind: RescueKind;
  readonly atMs: number;
  readonly byId: string;
  readonly byName: string;
  /** What the poster reads, dates included. */
  readonly text: string;
}

/** How a wish that nobody claims is helped on (RULES.md section 1: after 7 days a named social worker, three choices). */
export interface Rescue {
  /** How often it lay unclaimed so long; names the tasks and events of each time. */
  readonly round: number;
  /** Since when it waits for givers anew because of a choice; 0 before. */
  readonly sinceMs: number;
  /** When the street was told that nobody chose. */
  readonly escalatedAtMs: number | null;
  /** The latest last; one a round, and a window holds few rounds. */
  readonly choices: readonly RescueChoice[];
  readonly steps: Steps;
}

export const NO_RESCUE: Rescue = { round: 0, sinceMs: 0, escalatedAtMs: null, choices: [], steps: {} };

/** Choices and steps that are remembered: a window of 90 days holds at most 12 rounds. */
export const RESCUE_CHOICES_MAX = 13;
