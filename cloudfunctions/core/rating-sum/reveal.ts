import type { Tally } from './tally';
import { peopleOf } from './score';

export interface RevealRules {
  readonly peopleMin: number;
  readonly revealMs: number;
}

/** What the rated side may see now, and what still waits. */
export interface Revealed {
  readonly shown: readonly Tally[];
  readonly hidden: readonly Tally[];
  /** So many more people, and what waits is shown; 0 when nothing waits. */
  readonly peopleMissing: number;
  /** When the oldest that waits is shown in any case; null when nothing waits. */
  readonly nextAtMs: number | null;
}

/** Groups of at least so many different people, closed in the order in which they rated; whoever had grown old by then is in none. */
const inClosedGroups = (tallies: readonly Tally[], rules: RevealRules): ReadonlySet<Tally> => {
  const closed = new Set<Tally>();
  let open: readonly Tally[] = [];
  for (const tally of tallies) {
    open = [...open.filter(({ atMs }) => atMs > tally.atMs - rules.revealMs), tally];
    if (peopleOf(open) < rules.peopleMin) continue;
    for (const each of open) closed.add(each);
    open = [];
  }
  return closed;
};

/**
 * Pure: what the rated side sees (RULES.md section 4: in aggregate from n = 5 on, or after 14 days; never who). A rating
 * shows with at least four other people's at once, or when it is 14 days old: a single fresh one never shows by itself,
 * for whoever delivered yesterday would know whose it is.
 * @param tallies those that count, from the oldest on.
 */
export const revealedOf = (tallies: readonly Tally[], nowMs: number, rules: RevealRules): Revealed => {
  const closed = inClosedGroups(tallies, rules);
  const isShown = (tally: Tally): boolean => closed.has(tally) || tally.atMs <= nowMs - rules.revealMs;
  const hidden = tallies.filter((tally) => !isShown(tally));
  const [oldest] = hidden;
  return {
    shown: tallies.filter(isShown),
    hidden,
    peopleMissing: oldest === undefined ? 0 : rules.peopleMin - peopleOf(hidden),
    nextAtMs: oldest === undefined ? null : oldest.atMs + rules.revealMs,
  };
};
