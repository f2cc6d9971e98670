import { existsSync, readFileSync } from 'node:fs';
import fc from 'fast-check';
import { solveAssignment, type Assignment } from './assignment';
import { bruteForce } from './brute-force.fixtures';
import { checkAssignment } from './certificate';
import { createChance, type Chance } from '../kernel/chance';
import { BadInstanceError, type AssignmentInstance } from './instance';

const LONG = process.env['LINYUAN_LONG'] === '1';
const NOBODY: AssignmentInstance = { demandUnits: [], supplyCapacity: [], edgeDemand: [], edgeSupply: [], edgeWeight: [] };

/** Solved, and proved by the checker, which knows nothing of the solver. */
const proved = (instance: AssignmentInstance): Assignment => {
  const answer = solveAssignment(instance);
  expect(checkAssignment(instance, answer)).toMatchObject({ isSound: true, gap: 0 });
  expect(answer.objective).toBe(answer.dualObjective);
  return answer;
};

/** Weights of every kind: far apart, tied, all equal, rounded, decimal, any. */
const weights = fc.constantFrom<fc.Arbitrary<number>>(fc.nat(10_000), fc.nat(3), fc.constant(7), fc.nat(10).map((tens) => tens * 1000), fc.nat(10_000).map((part) => part / 10_000), fc.double({ min: 0, max: 1, noNaN: true }));

/** Small instances with whatever may go wrong in them: nobody on a side, no units, no capacity, the same pair twice, parts that never meet. */
const smallInstance = fc
  .tuple(fc.integer({ min: 0, max: 5 }), fc.integer({ min: 0, max: 4 }), weights, fc.boolean())
  .chain(([demands, supplies, weight, hasCapacities]) => {
    const edgeCount = demands === 0 || supplies === 0 ? 0 : 9;
    const edge = fc.record({ demand: fc.nat(Math.max(0, demands - 1)), supply: fc.nat(Math.max(0, supplies - 1)), weight, capacity: fc.nat(3) });
    return fc.record({ demandUnits: fc.array(fc.nat(3), { minLength: demands, maxLength: demands }), supplyCapacity: fc.array(fc.nat(3), { minLength: supplies, maxLength: supplies }), edges: fc.array(edge, { maxLength: edgeCount }) }).map(
      ({ demandUnits, supplyCapacity, edges }): AssignmentInstance => ({
        demandUnits,
        supplyCapacity,
        edgeDemand: edges.map(({ demand }) => demand),
        edgeSupply: edges.map(({ supply }) => supply),
        edgeWeight: edges.map((one) => one.weight),
        ...(hasCapacities ? { edgeCapacity: edges.map(({ capacity }) => capacity) } : {}),
      }),
    );
  });

interface Shape {
  readonly demands: number;
  readonly supplies: number;
  readonly degree: number;
  readonly units: (chance: Chance) => number;
  readonly capacity: (chance: Chance) => number;
  readonly weight: (chance: Chance, demand: number, supply: number) => number;
  readonly edgeCapacity?: (chance: Chance) => number;
}

const instanceOf = (seed: number, { demands, supplies, degree, units, capacity, weight, edgeCapacity }: Shape): AssignmentInstance => {
  const chance = createChance(seed);
  const edges = Array.from({ length: demands }, (_, demand) => chance.sample(Array.from({ length: supplies }, (_unused, supply) => supply), degree).map((supply) => ({ demand, supply, weight: weight(chance, demand, supply) }))).flat();
  return {
    demandUnits: Array.from({ length: demands }, () => units(chance)),
    supplyCapacity: Array.from({ length: supplies }, () => capacity(chance)),
    edgeDemand: edges.map(({ demand }) => demand),
    edgeSupply: edges.map(({ supply }) => supply),
    edgeWeight: edges.map((edge) => edge.weight),
    ...(edgeCapacity === undefined ? {} : { edgeCapacity: edges.map(() => edgeCapacity(chance)) }),
  };
};

const TOWN: Shape = { demands: 400, supplies: 40, degree: 12, units: (chance) => chance.between(1, 3), capacity: (chance) => chance.between(5, 20), weight: (chance) => chance.between(0, 10_000) };

describe('the best assignment', () => {
  test('is the best of all there are, on small instances of every kind', () => {
    fc.assert(
      fc.property(smallInstance, (instance) => {
        expect(proved(instance).objective).toBeCloseTo(bruteForce(instance), 9);
      }),
      { numRuns: LONG ? 20_000 : 1500 },
    );
  });

  test.each<[string, Partial<Shape>]>([
    ['scarce supply', {}],
    ['more supply than demand', { capacity: () => 60 }],
    ['hardly any supply, some with no capacity', { capacity: (chance) => chance.between(0, 2) }],
    ['weights tied in ten levels', { weight: (chance) => chance.between(0, 10) }],
    ['weights rounded to thousands', { weight: (chance) => 1000 * chance.between(0, 10) }],
    ['all weights equal', { weight: () => 5000 }],
    ['all weights 0', { weight: () => 0 }],
    ['suitability with four decimals', { weight: (chance) => chance.between(0, 10_000) / 10_000 }],
    ['suitability with all its digits', { weight: (chance) => chance.next() }],
    ['weights of a billion and of one', { weight: (chance) => (chance.next() < 0.5 ? 1_000_000_000 : 1) }],
    ['everybody wants the same', { weight: (chance, _demand, supply) => 200 * supply + chance.between(0, 100) }],
    ['products, where prices travel far', { weight: (_chance, demand, supply) => demand * supply }],
    ['pairs that carry many units', { units: (chance) => chance.between(0, 5000), capacity: (chance) => chance.between(0, 90_000), edgeCapacity: (chance) => chance.between(0, 2000) }],
    ['pairs that carry a million units', { demands: 60, units: (chance) => chance.between(0, 1_000_000_000), capacity: (chance) => chance.between(0, 2_000_000_000), edgeCapacity: () => 1_000_000 }],
    ['a square with one unit each', { supplies: 400, degree: 5, units: () => 1, capacity: () => 1 }],
  ])('has its proof: %s', (_name, shape) => {
    proved(instanceOf(5, { ...TOWN, ...shape }));
  });

  test('of parts that never meet is the sum of the parts', () => {
    const [one, other] = [instanceOf(1, TOWN), instanceOf(2, TOWN)];
    const together: AssignmentInstance = {
      demandUnits: [...Array.from(one.demandUnits), ...Array.from(other.demandUnits)],
      supplyCapacity: [...Array.from(one.supplyCapacity), ...Array.from(other.supplyCapacity)],
      edgeDemand: [...Array.from(one.edgeDemand), ...Array.from(other.edgeDemand, (demand) => demand + TOWN.demands)],
      edgeSupply: [...Array.from(one.edgeSupply), ...Array.from(other.edgeSupply, (supply) => supply + TOWN.supplies)],
      edgeWeight: [...Array.from(one.edgeWeight), ...Array.from(other.edgeWeight)],
    };
    expect(proved(together).objective).toBe(proved(one).objective + proved(other).objective);
  });

  test('of nobody, of one side only and without candidates is nothing', () => {
    for (const instance of [NOBODY, { ...NOBODY, demandUnits: [2] }, { ...NOBODY, supplyCapacity: [3] }, { ...NOBODY, demandUnits: [1, 1], supplyCapacity: [0] }]) expect(proved(instance).objective).toBe(0);
  });

  test('is the same every time, whichever arrays it comes in', () => {
    const lists = instanceOf(9, TOWN);
    const typed: AssignmentInstance = { demandUnits: Int32Array.from(lists.demandUnits), supplyCapacity: Int32Array.from(lists.supplyCapacity), edgeDemand: Int32Array.from(lists.edgeDemand), edgeSupply: Int32Array.from(lists.edgeSupply), edgeWeight: Float64Array.from(lists.edgeWeight) };
    const first = solveAssignment(lists);
    for (const again of [lists, typed]) expect(solveAssignment(again)).toEqual(first);
  });

  test('does not change what it is given', () => {
    const instance = instanceOf(3, TOWN);
    const before = JSON.stringify(instance);
    solveAssignment(instance);
    expect(JSON.stringify(instance)).toBe(before);
  });
});

describe('an instance that makes no sense', () => {
  const FINE: AssignmentInstance = { demandUnits: [1, 2], supplyCapacity: [1], edgeDemand: [0, 1], edgeSupply: [0, 0], edgeWeight: [3, 4] };
  test.each<[string, number, Partial<AssignmentInstance>]>([
    ['edgeWeight', 1, { edgeWeight: [3, NaN] }],
    ['edgeWeight', 0, { edgeWeight: [-1, 4] }],
    ['edgeWeight', 1, { edgeWeight: [3, Infinity] }],
    ['edgeWeight', 1, { edgeWeight: [3] }],
    ['edgeSupply', 2, { edgeSupply: [0, 0, 0] }],
    ['edgeDemand', 1, { edgeDemand: [0, 2] }],
    ['edgeSupply', 0, { edgeSupply: [-1, 0] }],
    ['demandUnits', 1, { demandUnits: [1, 1.5] }],
    ['supplyCapacity', 0, { supplyCapacity: [-2] }],
    ['edgeCapacity', 1, { edgeCapacity: [1, NaN] }],
  ])('is refused by name: %s[%i]', (field, index, part) => {
    const attempt = (): unknown => solveAssignment({ ...FINE, ...part });
    expect(attempt).toThrow(BadInstanceError);
    expect(attempt).toThrow(expect.objectContaining({ field, index }));
  });
});

describe('the checker', () => {
  const instance = instanceOf(4, TOWN);
  const answer = solveAssignment(instance);
  const carrying = answer.edgeFlow.findIndex((units) => units === 1);
  const changed = (prices: Float64Array, index: number, price: number): Float64Array => prices.map((old, at) => (at === index ? price : old));
  const withFlow = (edge: number, units: number): Int32Array => answer.edgeFlow.map((old, at) => (at === edge ? units : old));

  test.each<[string, Partial<Assignment>]>([
    ['an edge that carries too much', { edgeFlow: withFlow(carrying, 2) }],
    ['a negative flow', { edgeFlow: withFlow(carrying, -1) }],
    ['an overfull supply', { edgeFlow: answer.edgeFlow.map(() => 1) }],
    ['a unit less than told', { edgeFlow: withFlow(carrying, 0) }],
    ['missing flows', { edgeFlow: answer.edgeFlow.slice(1) }],
    ['a sum that is too good', { objective: answer.objective + 1 }],
    ['a bound that is too low', { dualObjective: answer.dualObjective - 1 }],
    ['a negative price', { demandPrice: changed(answer.demandPrice, 0, -1) }],
    ['a price that is no number', { supplyPrice: changed(answer.supplyPrice, 0, NaN) }],
    ['missing prices', { supplyPrice: answer.supplyPrice.slice(1) }],
    ['another price than the bound was counted with', { supplyPrice: changed(answer.supplyPrice, 0, answer.supplyPrice[0]! + 5) }],
  ])('refuses %s', (_name, part) => {
    expect(checkAssignment(instance, { ...answer, ...part })).toMatchObject({ isSound: false });
  });

  test('tells how much may be missing of an answer that is right and not the best', () => {
    const empty = { ...answer, edgeFlow: answer.edgeFlow.map(() => 0), objective: 0 };
    expect(checkAssignment(instance, empty)).toMatchObject({ isSound: true, gap: 1 });
    const lessUnit = { ...answer, edgeFlow: withFlow(carrying, 0), objective: answer.objective - instance.edgeWeight[carrying]! };
    expect(checkAssignment(instance, lessUnit)).toMatchObject({ isSound: true, gap: instance.edgeWeight[carrying]! / answer.dualObjective });
  });
});

/** OR-Library, J. E. Beasley: read where they are kept, never copied. Without them there is nothing to ask. */
const ORLIB = process.env['LINYUAN_ORLIB'] ?? '';
const OPTIMA: readonly (readonly [string, number])[] = [['assign100', 305], ['assign200', 475], ['assign300', 626], ['assign400', 804], ['assignp800', 2239]];

/** Minimum cost with everybody placed, as largest weight: each pair is worth so much that placing one more always pays. */
const readOrlib = (name: string): { readonly instance: AssignmentInstance; readonly size: number; readonly worth: number } => {
  const [size = 0, ...rest] = readFileSync(`${ORLIB}/${name}.txt`, 'utf8').trim().split(/\s+/).map(Number);
  const isSparse = rest.length % 3 === 0 && rest.length !== size * size;
  const edges = isSparse ? Array.from({ length: rest.length / 3 }, (_, at) => [rest[3 * at]! - 1, rest[3 * at + 1]! - 1, rest[3 * at + 2]!] as const) : rest.map((cost, at) => [Math.floor(at / size), at % size, cost] as const);
  const worth = 1_000_000;
  const ones = new Int32Array(size).fill(1);
  return { size, worth, instance: { demandUnits: ones, supplyCapacity: ones, edgeDemand: edges.map(([row]) => row), edgeSupply: edges.map(([, column]) => column), edgeWeight: edges.map(([, , cost]) => worth - cost) } };
};

if (existsSync(`${ORLIB}/assign100.txt`)) {
  describe('OR-Library', () => {
    test.each(OPTIMA)('%s has its published optimum %i', (name, optimum) => {
      const { instance, size, worth } = readOrlib(name);
      expect(size * worth - proved(instance).objective).toBe(optimum);
    });
  });
}
