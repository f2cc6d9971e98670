import { CARE_TEXT, type CareReason } from '../../cloudfunctions/core/rating/careful-rating';
import { createRandom } from '../demo/random';
import { CARELESS_KINDS, copySource, RATER_KINDS, rateAs, type RaterKind } from './raters';
import { RATINGS_A_YEAR, simulateRaters, type SimulationResult } from './simulate-raters';

/**
 * Whether the rules of careful rating (RULES.md section 4) pay those who took care and few others, whatever they gave. A
 * community's second year, when it remembers the first; the first year is printed beside it. The people are in raters.ts.
 */
const SEEDS: readonly number[] = Array.from({ length: process.env.LINYUAN_LONG === '1' ? 40 : 4 }, (_, index) => index + 1);

const sum = (numbers: readonly number[]): number => numbers.reduce((total, number) => total + number, 0);
const percent = (part: number, whole: number): string => `${((100 * part) / whole).toFixed(1)} %`;

const paidShare = (years: readonly SimulationResult[], kinds: readonly RaterKind[]): number =>
  sum(years.flatMap((year) => kinds.map((kind) => year.kinds[kind].paid))) / sum(years.flatMap((year) => kinds.map((kind) => year.kinds[kind].made)));

const mainReasons = (years: readonly SimulationResult[], kind: RaterKind): string => {
  const against: readonly CareReason[] = ['noReason', 'thinReason', 'tooFast', 'hastyTaps', 'copiedOwn', 'copiedOthers', 'sameStarsInHaste'];
  const counted = against.map((reason) => [reason, sum(years.map((year) => year.kinds[kind].reasons[reason] ?? 0))] as const);
  return counted.filter(([, times]) => times > 0).sort((a, b) => b[1] - a[1]).slice(0, 3).map(([reason, times]) => `${reason} ${times}`).join(', ');
};

const table = (years: readonly SimulationResult[], first: readonly SimulationResult[]): string => {
  const rows = RATER_KINDS.map((kind) => {
    const made = sum(years.map((year) => year.kinds[kind].made));
    return [kind.padEnd(14), String(made).padStart(6), percent(paidShare(years, [kind]) * made, made).padStart(8), percent(paidShare(first, [kind]), 1).padStart(11), String(sum(years.map((year) => year.kinds[kind].takenBack))).padStart(7), `  ${mainReasons(years, kind)}`].join(' ');
  });
  const bias = sum(years.map((year) => year.paidMean - year.honestMean)) / years.length;
  const within = years.filter((year) => Math.abs(year.paidMean - year.honestMean) < year.standardError).length;
  return [
    `raters, ${years.length} communities, ${RATINGS_A_YEAR} ratings a year each`,
    'kind             made     paid  first year  called   refused because',
    ...rows,
    `careless paid ${percent(paidShare(years, CARELESS_KINDS), 1)} (first year ${percent(paidShare(first, CARELESS_KINDS), 1)}); mean of paid − mean of honest ${bias.toFixed(3)}, standard error of a year ${(sum(years.map((year) => year.standardError)) / years.length).toFixed(3)}; within it in ${within} of ${years.length}`,
  ].join('\n');
};

describe('simulated raters', () => {
  const first = SEEDS.map((seed) => simulateRaters(seed));
  const years = SEEDS.map((seed) => simulateRaters(seed, RATINGS_A_YEAR, RATINGS_A_YEAR));

  beforeAll(() => void process.stdout.write(`${table(years, first)}\n`));

  it('refuses hardly anybody who is old and slow', () => {
    expect(1 - paidShare(years, ['elderlySlow'])).toBeLessThanOrEqual(0.02);
    expect(1 - paidShare(first, ['elderlySlow'])).toBeLessThanOrEqual(0.02);
  });

  it('pays few who take no care, after call-backs', () => {
    expect(paidShare(years, CARELESS_KINDS)).toBeLessThanOrEqual(0.15);
    expect(paidShare(first, CARELESS_KINDS)).toBeLessThanOrEqual(0.15);
  });

  it('pays the hostile like the careful: low scores are no lack of care', () => expect(Math.abs(paidShare(years, ['hostile']) - paidShare(years, ['careful']))).toBeLessThan(0.05));

  it('leaves the mean as the honest gave it, within the standard error of a year', () => {
    const bias = sum(years.map((year) => year.paidMean - year.honestMean)) / years.length;
    expect(Math.abs(bias)).toBeLessThan(sum(years.map((year) => year.standardError)) / years.length);
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
