import { EARNING_KINDS, type MonthTotal, type PointRules, type SimulationView } from '@contract';
import { decideGrant, type EarningMonth, type Grant } from './decide-earning';

/** One person's month under other rules: the same causes in the same order; what was taken back stays so. */
const replay = (month: EarningMonth, rules: PointRules): readonly Grant[] => {
  const grants: Grant[] = [];
  for (const standing of Object.values(month.grants)) {
    const { points: _points, reason, ...earning } = standing;
    grants.push(reason === 'takenBack' ? standing : decideGrant(grants, earning, rules));
  }
  return grants;
};

const pointsOf = (grants: readonly Grant[]): number => grants.reduce((sum, { points }) => sum + points, 0);

const totalOf = (people: readonly (readonly Grant[])[]): MonthTotal => ({
  points: people.reduce((sum, grants) => sum + pointsOf(grants), 0),
  people: people.filter((grants) => pointsOf(grants) > 0).length,
  lessened: people.flat().filter(({ reason }) => reason !== null && reason !== 'takenBack').length,
});

/** Pure: a month as it was and as it would have been (issue 5: what a change would have given last month). */
export const simulateRules = (month: string, people: readonly EarningMonth[], rules: PointRules, isPartial: boolean): SimulationView => {
  const now = people.map(({ grants }) => Object.values(grants));
  const then = people.map((person) => replay(person, rules));
  const differences = then.map((grants, index) => pointsOf(grants) - pointsOf(now[index] ?? []));
  const kinds = EARNING_KINDS.map((kind) => {
    const [before, after] = [now, then].map((side) => side.flat().filter((grant) => grant.kind === kind)) as [Grant[], Grant[]];
    return { kind, times: before.length, now: pointsOf(before), then: pointsOf(after) };
  });
  return {
    month, now: totalOf(now), then: totalOf(then), kinds: kinds.filter(({ times }) => times > 0),
    more: differences.filter((difference) => difference > 0).length, less: differences.filter((difference) => difference < 0).length, isPartial,
  };
};
