import fc from 'fast-check';
import type { Grant } from '../points/decide-earning';
import { RULES } from '../rules';
import { findCircles, type Circle } from './find-circles';
import { WaySums } from './way';

const RULE = RULES.favours;
const PERIOD = { fromMs: 1_000, untilMs: 2_000 };

/** Somebody did something for somebody, who confirmed it so many times. */
interface Help {
  readonly giver: string;
  readonly served: string;
  readonly times: number;
}

const grantOf = (parts: Partial<Grant>): Grant => ({ kind: 'delivery', quantity: 1, withId: null, text: '', atMs: PERIOD.fromMs, points: 5, reason: null, ...parts });

const circlesOf = (helps: readonly Help[], extra: readonly (readonly [memberId: string, grant: Grant])[] = []): readonly Circle[] => {
  const sums = new WaySums(PERIOD);
  for (const { giver, served, times } of helps) for (let time = 0; time < times; time += 1) sums.add({ memberId: giver, grants: { one: grantOf({ withId: served }) } });
  for (const [memberId, grant] of extra) sums.add({ memberId, grants: { one: grant } });
  return findCircles(sums.ways(), RULE);
};

const peopleOf = (circles: readonly Circle[]): readonly (readonly string[])[] => circles.map(({ memberIds }) => memberIds);
const bothWays = (a: string, b: string, times: number): readonly Help[] => [{ giver: a, served: b, times }, { giver: b, served: a, times }];

describe('pairs and small circles', () => {
  it('finds a pair and tells what was counted', () => {
    const [circle] = circlesOf([{ giver: 'zhao', served: 'liu', times: 4 }, { giver: 'liu', served: 'zhao', times: 5 }, { giver: 'liu', served: 'sun', times: 2 }], [['zhao', grantOf({ kind: 'carefulRating', withId: 'liu', points: 1 })]]);
    expect(circle).toMatchObject({ memberIds: ['liu', 'zhao'], times: 9, allTimes: 11, ratings: 1, points: 46 });
  });

  it('leaves a daughter and an old neighbour in peace, however often and with whatever ratings', () => {
    expect(circlesOf([{ giver: 'daughter', served: 'elder', times: 80 }], Array.from({ length: 80 }, () => ['elder', grantOf({ kind: 'carefulRating', withId: 'daughter', points: 1 })] as const))).toEqual([]);
  });

  it('leaves neighbours in peace who did each other a good turn, and who help others as well', () => {
    expect(circlesOf(bothWays('a', 'b', RULE.minEachWay))).toEqual([]);
    expect(circlesOf([...bothWays('a', 'b', 6), { giver: 'a', served: 'c', times: 8 }, { giver: 'b', served: 'd', times: 8 }])).toEqual([]);
  });

  it('counts neither what was taken back nor what lies outside the period', () => {
    const unreal = (parts: Partial<Grant>): readonly Circle[] => circlesOf([], [['a', 'b'], ['b', 'a']].flatMap(([giver, served]) => Array.from({ length: 9 }, () => [giver ?? '', grantOf({ withId: served ?? '', ...parts })] as const)));
    expect(unreal({})).toHaveLength(1);
    expect(unreal({ reason: 'takenBack', points: 0 })).toEqual([]);
    expect(unreal({ atMs: PERIOD.fromMs - 1 })).toEqual([]);
    expect(unreal({ atMs: PERIOD.untilMs })).toEqual([]);
    // Brought nothing because of a cap: they confirmed each other all the same.
    expect(unreal({ points: 0, reason: 'pairEnded' })).toHaveLength(1);
  });

  it('needs the way back: a chain is none, the same chain closed is one', () => {
    const chain: readonly Help[] = [{ giver: 'a', served: 'b', times: 5 }, { giver: 'b', served: 'c', times: 5 }, { giver: 'c', served: 'd', times: 5 }];
    expect(circlesOf(chain)).toEqual([]);
    expect(peopleOf(circlesOf([...chain, { giver: 'd', served: 'a', times: 5 }]))).toEqual([['a', 'b', 'c', 'd']]);
  });
});

/** A circle of two to four planted among people who only help one way: with some honest help of its own, never most of it. */
const planted = fc.record({
  size: fc.integer({ min: 2, max: RULE.peopleMax }),
  times: fc.integer({ min: 4, max: 9 }),
  isDense: fc.boolean(),
  honest: fc.array(fc.record({ giver: fc.integer({ min: 0, max: 60 }), served: fc.integer({ min: 0, max: 60 }), times: fc.integer({ min: 1, max: 12 }) }), { maxLength: 80 }),
  aside: fc.integer({ min: 0, max: 1 }),
});

const helpsOf = ({ size, times, isDense, honest, aside }: (typeof planted extends fc.Arbitrary<infer P> ? P : never)): { readonly members: readonly string[]; readonly helps: readonly Help[] } => {
  const members = Array.from({ length: size }, (_unused, index) => `x${index}`);
  const links = members.flatMap((giver, from) => members.flatMap((served, to) => (from !== to && (isDense || to === (from + 1) % size) ? [{ giver, served, times }] : [])));
  // Downhill only, so that nothing of it comes round.
  const oneWay = honest.flatMap(({ giver, served, times: often }) => (giver > served ? [{ giver: `h${giver}`, served: `h${served}`, times: often }] : []));
  return { members, helps: [...links, ...oneWay, ...members.map((member, index) => ({ giver: member, served: `h${index}`, times: aside }))] };
};

describe('in any community', () => {
  it('finds the planted circle and nobody else', () =>
    fc.assert(
      fc.property(planted, (plan) => {
        const { members, helps } = helpsOf(plan);
        expect(peopleOf(circlesOf(helps))).toEqual([members]);
      }),
    ));

  it('answers the same in whatever order things happened', () =>
    fc.assert(
      fc.property(
        fc.array(fc.record({ giver: fc.integer({ min: 0, max: 9 }), served: fc.integer({ min: 0, max: 9 }), times: fc.integer({ min: 1, max: 8 }) }), { maxLength: 50 }).chain((helps) => fc.tuple(fc.constant(helps), fc.shuffledSubarray(helps, { minLength: helps.length }))),
        ([helps, shuffled]) => {
          const told = (list: typeof helps) => circlesOf(list.map(({ giver, served, times }) => ({ giver: `m${giver}`, served: `m${served}`, times })));
          expect(told(shuffled)).toEqual(told(helps));
        },
      ),
    ));

  it('names nobody twice, and only whom the rules name', () =>
    fc.assert(
      fc.property(fc.array(fc.record({ giver: fc.integer({ min: 0, max: 12 }), served: fc.integer({ min: 0, max: 12 }), times: fc.integer({ min: 1, max: 8 }) }), { maxLength: 40 }), (helps) => {
        const circles = circlesOf(helps.map(({ giver, served, times }) => ({ giver: `m${giver}`, served: `m${served}`, times })));
        const named = circles.flatMap(({ memberIds }) => memberIds);
        expect(new Set(named).size).toBe(named.length);
        for (const { times, allTimes, memberIds, ways } of circles) {
          expect(times).toBeGreaterThanOrEqual(RULE.minConfirmations);
          expect(times).toBeGreaterThanOrEqual(RULE.share * allTimes);
          expect(memberIds.length).toBeLessThanOrEqual(RULE.peopleMax);
          // Everybody gives and gets.
          for (const member of memberIds) for (const side of ['byId', 'forId'] as const) expect(ways.some((way) => way[side] === member && way.times >= RULE.minEachWay)).toBe(true);
        }
      }),
    ));
});
