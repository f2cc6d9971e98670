import { RULES } from '../rules';
import { peopleOf, scoreOf, unsatisfiedAtLeast } from './score';
import { byMoment, type Tally } from './tally';

/** Why an order is made, and who rated: they are asked later whether it is better. */
export interface PoorRatings {
  readonly people: number;
  /** Of them, those who were not satisfied at least once. */
  readonly unsatisfied: number;
  readonly fromMs: number;
  /** The last to rate first; only asked, never told. */
  readonly raterIds: readonly string[];
}

export const unsatisfiedPeopleOf = (tallies: readonly Tally[]): number => peopleOf(tallies.filter(({ satisfaction }) => satisfaction === 'unsatisfied'));

const ratersOf = (tallies: readonly Tally[]): readonly string[] => [...new Set([...tallies].sort(byMoment).reverse().map(({ raterId }) => raterId))].slice(0, RULES.rectification.recheckAsked);

/** Pure: whether what shows earns public thanks (RULES.md section 4): enough people, and content for sure. */
export const isPraiseworthy = (shown: readonly Tally[]): boolean => {
  const { people, lower } = scoreOf(shown, RULES.ratingSum);
  return people >= RULES.ratingSum.praisePeopleMin && lower >= RULES.ratingSum.praiseLower;
};

/**
 * Pure: whether what the rated side sees speaks for an order (RULES.md section 4): a rate, never one complaint; null when
 * not. What does not show yet does not speak either, so that no order tells whose rating was the last.
 * @param judgedFromMs what was judged before is not judged again.
 */
export const poorRatingsOf = (shown: readonly Tally[], judgedFromMs: number, nowMs: number): PoorRatings | null => {
  const rules = RULES.rectification;
  const fromMs = Math.max(judgedFromMs, nowMs - rules.periodMs);
  const recent = shown.filter(({ atMs }) => atMs > fromMs);
  const people = peopleOf(recent);
  if (people < rules.peopleMin || unsatisfiedAtLeast(recent, RULES.ratingSum, rules.z) <= rules.unsatisfiedAtLeast) return null;
  return { people, unsatisfied: unsatisfiedPeopleOf(recent), fromMs, raterIds: ratersOf(recent) };
};
