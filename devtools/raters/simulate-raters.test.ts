import { CARE_TEXT, type CareReason } from '../../cloudfunctions/core/rating/careful-rating';
import { createRandom } from '../demo/random';
import { CARELESS_KINDS, copySource, RATER_KINDS, rateAs, type RaterKind } from './raters';
import { RATINGS_A_YEAR, simulateRaters, type SimulationResult } from './simulate-raters';

/**
 * Whether the rules of careful rating (RULES.md section 4) pay those who took care and few others, whatever they gave. A
 * community's first year, when it remembers nothing yet, and its second. The people are in raters.ts.
 */
const SEEDS: readonly number[] = Array.from({ length: process.env.LINYUAN_LONG === '1' ? 40 : 4 }, (_, index) => index + 1);

const sum = (numbers: readonly number[]): number => numbers.reduce((total, number) => total + number, 0);
const percent = (part: number, whole: number): string => `${((100 * part) / whole).toFixed(1)} %`;

const paidShare = (years: readonly SimulationResult[], kinds: readonly RaterKind[]): number =>
  sum(years.flatMap((year) => kinds.map((kind) => year.kinds[kind].paid))) / sum(years.flatMap((year) => kinds.map((kind) => year.kinds[kind].made)));

const mainReasons = (years: readonly SimulationResult[], kind: RaterKind): string => {
  const against: readonly CareReason[] = ['noReason', 'thinReason', 'tooFast', 'hastyTaps', 'pasted', 'copiedOwn', 'copiedOthers', 'sameStarsInHaste'];
  const counted = against.map((reason) => [reason, sum(years.map((year) => year.kinds[kind].reasons[reason] ?? 0))] as const);
  return counted.filter(([, times]) => times > 0).sort((a, b) => b[1] - a[1]).slice(0, 3).map(([reason, times]) => `${reason} ${times}`).join(', ');
};

interface Span {
  readonly name: string;
  readonly years: readonly SimulationResult[];
}

const total = (years: readonly SimulationResult[], kind: RaterKind, what: 'made' | 'paid' | 'calls' | 'takenBack'): number => sum(years.map((year) => year.kinds[kind][what]));

const shareOf = (year: SimulationResult, kind: RaterKind): string => percent(year.kinds[kind].paid, year.kinds[kind].made).padStart(7);

/** How far the paid ones lie above all honest ones, in standard errors of their mean. */
const biasOf = (year: SimulationResult): number => (year.paidMean - year.honestMean) / year.standardError;

const tableOf = ({ name, years }: Span): string => {
  const rows = RATER_KINDS.map((kind) =>
    [kind.padEnd(14), String(total(years, kind, 'made')).padStart(6), percent(total(years, kind, 'paid'), total(years, kind, 'made')).padStart(8), String(total(years, kind, 'calls')).padStart(6), String(total(years, kind, 'takenBack')).padStart(6), `  ${years.slice(0, 4).map((year) => shareOf(year, kind)).join(' ')}`, `  ${mainReasons(years, kind)}`].join(' '));
  return [
    `${name}, ${years.length} communities, ${RATINGS_A_YEAR} ratings each`,
    'kind             made     paid calls  back   paid in each community               refused because',
    ...rows,
    `careless paid ${percent(paidShare(years, CARELESS_KINDS), 1)}; mean of paid − mean of honest, in standard errors (${(sum(years.map((year) => year.standardError)) / years.length).toFixed(3)} stars): ${years.map((year) => biasOf(year).toFixed(2)).join(' ')}`,
  ].join('\n');
};

/** Whoever takes no care gets the point for at most so many of their ratings, each kind of them; whoever is old and slow misses so many. */
const CARELESS_PAID_MOST = 0.15;
const ELDERLY_REFUSED_MOST = 0.02;
/** One standard error is seldom, not never, exceeded by chance: in one of twenty communities. */
const outsideAtMost = (communities: number): number => Math.floor(communities / 20);

describe('simulated raters', () => {
  const first: Span = { name: 'first year', years: SEEDS.map((seed) => simulateRaters(seed)) };
  const second: Span = { name: 'second year', years: SEEDS.map((seed) => simulateRaters(seed, RATINGS_A_YEAR, RATINGS_A_YEAR)) };
  const { years } = second;

  beforeAll(() => void process.stdout.write(`${[first, second].map(tableOf).join('\n')}\n`));

  describe.each([first, second])('in the $name', (span) => {
    it('refuses hardly anybody who is old and slow', () => expect(1 - paidShare(span.years, ['elderlySlow'])).toBeLessThanOrEqual(ELDERLY_REFUSED_MOST));

    it.each(CARELESS_KINDS)('pays few of the %s, after call-backs', (kind) => expect(paidShare(span.years, [kind])).toBeLessThanOrEqual(CARELESS_PAID_MOST));

    it('refuses hardly one careful rating in eight, and those mostly for want of a reason', () => expect(1 - paidShare(span.years, ['careful'])).toBeLessThan(0.125));

    it('pays the hostile like the careful: low scores are no lack of care', () => expect(Math.abs(paidShare(span.years, ['hostile']) - paidShare(span.years, ['careful']))).toBeLessThan(0.05));

    it('leaves the mean as the honest gave it, within its standard error, in each community', () => expect(span.years.filter((year) => Math.abs(biasOf(year)) >= 1).length).toBeLessThanOrEqual(outsideAtMost(span.years.length)));

    it('calls two people a week at most', () => expect(sum(span.years.flatMap((year) => RATER_KINDS.map((kind) => year.kinds[kind].calls))) / span.years.length).toBeLessThan(104));
  });

  it('refuses the honest alike whatever they gave', () => {
    const shares = [1, 2, 3, 4, 5].map((score) => sum(years.map((year) => year.refusedByScore[score]?.refused ?? 0)) / sum(years.map((year) => year.refusedByScore[score]?.made ?? 0)));
    expect(Math.max(...shares) - Math.min(...shares)).toBeLessThan(0.08);
  });

  it('is the same for the same seed, and its people write many different things', () => {
    expect(simulateRaters(3, 200)).toEqual(simulateRaters(3, 200));
    const random = createRandom(5);
    const source = copySource(random);
    const words = Array.from({ length: 300 }, () => rateAs('careful', random, source).content.words).filter((text) => text !== '');
    expect(new Set(words).size).toBeGreaterThan(240);
    expect(Object.keys(CARE_TEXT).length).toBeGreaterThan(10);
  });
});
