import type { RatedCategory, Satisfaction } from '@contract';
import type { Tally } from './tally';

export interface ScoreRules {
  readonly priorMean: Readonly<Record<RatedCategory, number>>;
  readonly priorWeight: number;
  readonly z: number;
}

/** How people were served, 0 to 1: the mean and where it probably lies. `lower` ≤ `mean` ≤ `upper`. */
export interface Score {
  readonly people: number;
  readonly mean: number;
  readonly lower: number;
  readonly upper: number;
}

/** The scale of the one question. */
export const WORTH: Readonly<Record<Satisfaction, number>> = { satisfied: 1, fair: 0.5, unsatisfied: 0 };

/** One person about one party; who rated several times speaks once, with the mean of what they said. */
interface Voice {
  readonly worth: number;
  readonly unsatisfied: number;
  readonly prior: number;
}

const meanOf = (values: readonly number[]): number => (values.length === 0 ? 0 : values.reduce((sum, value) => sum + value, 0) / values.length);

const groupsOf = (tallies: readonly Tally[]): readonly (readonly Tally[])[] => {
  const groups = new Map<string, Tally[]>();
  for (const tally of tallies) groups.set(tally.raterId, [...(groups.get(tally.raterId) ?? []), tally]);
  return [...groups.values()];
};

const voicesOf = (tallies: readonly Tally[], rules: Pick<ScoreRules, 'priorMean'>): readonly Voice[] =>
  groupsOf(tallies).map((group) => ({
    worth: meanOf(group.map(({ satisfaction }) => WORTH[satisfaction])),
    unsatisfied: meanOf(group.map(({ satisfaction }) => (satisfaction === 'unsatisfied' ? 1 : 0))),
    prior: meanOf(group.map(({ category }) => rules.priorMean[category])),
  }));

/** How many different people they are from. */
export const peopleOf = (tallies: readonly Pick<Tally, 'raterId'>[]): number => new Set(tallies.map(({ raterId }) => raterId)).size;

/**
 * Pure: where a share probably lies that was found to be `mean` by `weight` people: Wilson's interval, which stays within
 * 0 and 1 and holds its mean. For answers with a middle it is a little wide, which errs towards "we don't know yet".
 *   centre ± half = (m + z²/2N ± z·√(m(1−m)/N + z²/4N²)) / (1 + z²/N)
 */
export const intervalOf = (mean: number, weight: number, z: number): { readonly lower: number; readonly upper: number } => {
  const square = (z * z) / weight;
  const centre = (mean + square / 2) / (1 + square);
  const half = (z * Math.sqrt((mean * (1 - mean)) / weight + square / (4 * weight))) / (1 + square);
  return { lower: Math.max(0, Math.min(mean, centre - half)), upper: Math.min(1, Math.max(mean, centre + half)) };
};

/**
 * Pure: the Bayesian mean of those ratings and its interval. Before anybody rated, people are taken to be as content as
 * the prior of the category says, with the weight of `priorWeight` people:
 *   mean = (priorWeight · prior + Σ voices) / (priorWeight + people)
 */
export const scoreOf = (tallies: readonly Tally[], rules: ScoreRules): Score => {
  const voices = voicesOf(tallies, rules);
  const prior = voices.length === 0 ? meanOf(Object.values(rules.priorMean)) : meanOf(voices.map((voice) => voice.prior));
  const weight = rules.priorWeight + voices.length;
  const mean = (rules.priorWeight * prior + voices.reduce((sum, voice) => sum + voice.worth, 0)) / weight;
  return { people: voices.length, mean, ...intervalOf(mean, weight, rules.z) };
};

/** Pure: the share of people who were not satisfied, at least: the lower end of its interval; without a prior, since it speaks against somebody. */
export const unsatisfiedAtLeast = (tallies: readonly Tally[], rules: Pick<ScoreRules, 'priorMean'>, z: number): number => {
  const voices = voicesOf(tallies, rules);
  return voices.length === 0 ? 0 : intervalOf(meanOf(voices.map(({ unsatisfied }) => unsatisfied)), voices.length, z).lower;
};

/** Pure: those who serve well for sure come first; nobody is first by one lucky rating (RULES.md section 4). */
export const byLowerBound = (a: Score, b: Score): number => b.lower - a.lower || b.people - a.people;
