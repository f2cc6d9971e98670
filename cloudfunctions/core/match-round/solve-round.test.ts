import fc from 'fast-check';
import { RULES } from '../rules';
import { candidatesOf, offersByKind } from './match-candidates';
import { goodsNeed, shopOffer } from './match-round.fixtures';
import { pairKey, type MatchNeed, type MatchOffer } from './match-pages';
import { proveRound } from './prove-round';
import { figuresOf, rowsOf } from './round-figures';
import { solveRound, type RoundProblem } from './solve-round';

const problemOf = (offers: readonly MatchOffer[], needs: readonly MatchNeed[], changes: Partial<RoundProblem> = {}): RoundProblem => ({ needs, offers, bonus: 0, forbidden: new Set(), forced: [], ...changes });
const named = ({ needs, offers }: RoundProblem, pairs: readonly { readonly need: number; readonly offer: number; readonly shares: number }[]): readonly string[] =>
  pairs.map(({ need, offer, shares }) => `${needs[need]?.need.wishId ?? ''}←${offers[offer]?.supplyId ?? ''}×${String(shares)}`).sort();
const NOTHING_LEFT = { offersBarred: 0, offersPushed: 0 };

describe('candidates', () => {
  test('are the best first, one of each party, never who claims it already, and at most so many', () => {
    const offers = [shopOffer('a', { record: { kept: 9, lapsed: 0 } }), shopOffer('b'), shopOffer('c', {}, 'p_a'), shopOffer('d')];
    const { need } = goodsNeed('x', offers);
    expect(candidatesOf(need, ['p_d'], offersByKind(offers)).supplyIds).toEqual(['sp_a', 'sp_b']);
    const many = Array.from({ length: 50 }, (_unused, index) => shopOffer(String(index).padStart(2, '0')));
    expect(candidatesOf(need, [], offersByKind(many)).supplyIds).toEqual(many.slice(0, RULES.matchRound.candidates).map(({ supplyId }) => supplyId));
  });

  test('none of another kind, area or without room; filters are filters', () => {
    const offers = [shopOffer('kind', { category: 'repair' }), shopOffer('area', { areaId: 'd01-s01-c02' }), shopOffer('full', { capacityLeft: 0 }), shopOffer('own', { householdIds: ['h_x'] })];
    expect(goodsNeed('x', offers)).toMatchObject({ supplyIds: [], scores: [] });
  });
});

describe('a round', () => {
  // Arrival order gives the good offer to whoever came first and leaves the other without.
  const near = shopOffer('near', { point: { lng: 113.14, lat: 27.87 } });
  const far = shopOffer('far', { point: { lng: 113.14, lat: 27.9 }, areaId: 'd01-s01-c01' });
  const here = { point: { lng: 113.14, lat: 27.87 } };
  const onlyNear = shopOffer('near', { point: { lng: 113.14, lat: 27.87 }, slots: 1 });

  test('is worth the most and proves it, where arrival order is not', () => {
    const offers = [onlyNear, far];
    const needs = [goodsNeed('first', offers, { ...here, waitingDays: 9 }), goodsNeed('second', offers, { ...here, slots: 1, waitingDays: 1 })].map((need, place) => (place === 1 ? { ...need, supplyIds: ['sp_near'], scores: need.scores.slice(0, 1) } : need));
    const problem = problemOf(offers, needs);
    const solved = solveRound(problem);
    expect(named(problem, solved.arrival)).toHaveLength(1);
    expect(named(problem, solved.pairs)).toEqual(['w_first←sp_far×1', 'w_second←sp_near×1']);
    expect(solved.proof.objective).toBe(solved.proof.dualObjective);
    expect(proveRound(problem, solved.proof)).toMatchObject({ isSound: true, gap: 0 });
    expect(proveRound(problem, { ...solved.proof, flows: solved.proof.flows.slice(3) })).toMatchObject({ isSound: false });
    expect(proveRound(problem, { ...solved.proof, flows: [...solved.proof.flows, 1, 1, 1] })).toMatchObject({ isSound: false });
  });

  test('who waits longest gains by the bonus, and the price of it is told', () => {
    const offers = [near];
    const needs = [goodsNeed('long', offers, { point: { lng: 113.14, lat: 27.885 }, waitingDays: 40 }), ...Array.from({ length: 5 }, (_unused, index) => goodsNeed(`new${String(index)}`, offers, { ...here, isUrgent: true, waitingDays: 30 }))];
    const plain = problemOf(offers, needs);
    const fair = { ...plain, bonus: RULES.matchRound.fairnessBonus };
    expect(named(plain, solveRound(plain).pairs)).toEqual(['w_new0←sp_near×1']);
    const solved = solveRound(fair);
    expect(named(fair, solved.pairs)).toEqual(['w_long←sp_near×1']);
    const figures = figuresOf(fair, solved, NOTHING_LEFT);
    expect(figures.total).toBeLessThan(figures.totalWithoutFairness);
    expect(figures.longest).toMatchObject({ wishes: 1, placed: 1, arrivalPlaced: 1, waitingDays: 40 });
    expect(figures.objective).toBe(figures.total + RULES.matchRound.fairnessBonus);
  });

  test('a home that was helped gives way to one that was not, and that is part of the price, told apart from fairness', () => {
    const offers = [near];
    const helped = goodsNeed('helped', offers, { ...here, helpedTimes: 3, isUrgent: false });
    const never = goodsNeed('never', offers, { point: { lng: 113.14, lat: 27.883 }, helpedTimes: 0, isUrgent: false });
    const problem = problemOf(offers, [helped, never]);
    const solved = solveRound(problem);
    expect(named(problem, solved.pairs)).toEqual(['w_never←sp_near×1']);
    expect(proveRound(problem, solved.proof)).toMatchObject({ isSound: true, gap: 0 });
    // As if nobody knew who was helped: the nearer one is worth more, and both count fairness as unknown.
    const unknown = [helped, never].map(({ need }) => goodsNeed(need.wishId, offers, { ...need, helpedTimes: null }).scores[0] ?? 0);
    expect([solved.totalWithoutFairness, solved.total]).toEqual(unknown);
    expect(solved.total).toBeLessThan(solved.totalWithoutFairness);
  });

  test('where nobody was helped and there is no bonus, fairness costs nothing; it never brings suitability', () => {
    const times = fc.array(fc.record({ helpedTimes: fc.nat(4), waitingDays: fc.nat(40), isUrgent: fc.boolean(), sharesLeft: fc.integer({ min: 1, max: 3 }) }), { minLength: 1, maxLength: 7 });
    fc.assert(fc.property(times, fc.constantFrom(0, RULES.matchRound.fairnessBonus), (list, bonus) => {
      const offers = [shopOffer('a', { capacityLeft: 2 }), shopOffer('b', { capacityLeft: 3, record: { kept: 0, lapsed: 4 } })];
      const solved = solveRound(problemOf(offers, list.map((need, index) => goodsNeed(String(index), offers, need)), { bonus }));
      const isSame = bonus === 0 && list.every(({ helpedTimes }) => helpedTimes === list[0]!.helpedTimes);
      return isSame ? solved.total === solved.totalWithoutFairness : solved.total <= solved.totalWithoutFairness;
    }));
  });

  test('what staff decided stands, within room and candidates; what they forbade does not come', () => {
    const offers = [shopOffer('a', { capacityLeft: 3 }), shopOffer('b', { capacityLeft: 9 })];
    const needs = [goodsNeed('one', offers, { sharesLeft: 2 }), goodsNeed('two', offers, { sharesLeft: 4 })];
    const problem = problemOf(offers, needs, { forced: [{ wishId: 'w_two', supplyId: 'sp_a' }, { wishId: 'w_two', supplyId: 'sp_nobody' }], forbidden: new Set([pairKey('w_one', 'sp_a')]) });
    const solved = solveRound(problem);
    expect(named(problem, solved.pairs)).toEqual(['w_one←sp_b×2', 'w_two←sp_a×3', 'w_two←sp_b×1']);
    expect(solved.pairs.filter(({ isForced }) => isForced)).toHaveLength(1);
    expect(proveRound(problem, solved.proof)).toMatchObject({ isSound: true, gap: 0 });
    expect(rowsOf(problem, solved)[1]).toMatchObject({ wishId: 'w_two', shares: 4, given: [{ supplyId: 'sp_a', isForced: true }, { supplyId: 'sp_b', why: expect.stringContaining('什么时候都方便') }] });
  });

  test.each([
    ['no supply', problemOf([], [goodsNeed('x', [])])],
    ['no demand', problemOf([near], [])],
    ['nothing at all', problemOf([], [])],
  ])('%s is worth nothing and sound', (_name, problem) => {
    const solved = solveRound(problem);
    expect(solved).toMatchObject({ pairs: [], arrival: [], total: 0, totalWithoutFairness: 0 });
    expect(proveRound(problem, solved.proof)).toMatchObject({ isSound: true, gap: 0, objective: 0 });
    expect(figuresOf(problem, solved, NOTHING_LEFT)).toMatchObject({ placed: 0, arrivalPlaced: 0, objective: 0, dualObjective: 0 });
  });

  test('all equal: as many as there is room for, and the same answer each time', () => {
    const offers = Array.from({ length: 4 }, (_unused, index) => shopOffer(`e${String(index)}`));
    const needs = Array.from({ length: 7 }, (_unused, index) => goodsNeed(`e${String(index)}`, offers));
    const problem = problemOf(offers, needs, { bonus: 2_000 });
    const solved = solveRound(problem);
    expect(solved.pairs).toHaveLength(4);
    expect(solveRound(problem)).toEqual(solved);
    expect(proveRound(problem, solved.proof)).toMatchObject({ isSound: true, gap: 0 });
  });
});

describe('the pages of a round', () => {
  const LIMIT_BYTES = 256 * 1024;
  const bytes = (value: unknown): number => Buffer.byteLength(JSON.stringify(value));
  const people = Array.from({ length: 2 }, (_unused, index) => `m_${'x'.repeat(19)}${String(index)}`);

  test('stay within a document at their fullest', () => {
    const { offersPerPage, wishesPerPage, candidates, wishesMax, offersMax } = RULES.matchRound;
    const offer = shopOffer('x'.repeat(20), { peopleIds: Array.from({ length: 60 }, () => 'm_'.padEnd(22, 'x')), point: { lng: 113.123_456, lat: 27.123_456 } });
    const need = { ...goodsNeed('x'.repeat(20), [], { peopleIds: people, point: { lng: 113.123_456, lat: 27.123_456 } }), supplyIds: Array.from({ length: candidates }, () => 'sp_'.padEnd(23, 'x')), scores: Array.from({ length: candidates }, () => 10_000) };
    expect(bytes(Array.from({ length: offersPerPage }, () => offer))).toBeLessThan(LIMIT_BYTES);
    expect(bytes(Array.from({ length: wishesPerPage }, () => need))).toBeLessThan(LIMIT_BYTES);
    // As many pairs as there are wishes and half as many again, prices of every wish and offer.
    const proof = { flows: Array.from({ length: 3 * 1.5 * wishesMax }, () => wishesMax), prices: Array.from({ length: wishesMax + offersMax }, () => 10_000.5) };
    expect(bytes(proof)).toBeLessThan(LIMIT_BYTES);
  });
});
