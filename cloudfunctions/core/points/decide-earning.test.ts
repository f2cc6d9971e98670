import { decideGrant, type Earning, type EarningMonth, type Grant } from './decide-earning';
import { firstRules, versionStartMs } from './earning-rules';
import { simulateRules } from './simulate-rules';

const NOW_MS = Date.parse('2026-11-20T01:41:00Z');
const DAY_MS = 86_400_000;
const rules = firstRules();
const delivery: Earning = { kind: 'delivery', quantity: 1, withId: 'm_helped', text: '送到', atMs: NOW_MS };

const grantAll = (earnings: readonly Earning[], under = rules): readonly Grant[] => earnings.reduce<readonly Grant[]>((before, earning) => [...before, decideGrant(before, earning, under)], []);
const many = (count: number, of: (index: number) => Partial<Earning> = () => ({})): readonly Earning[] => Array.from({ length: count }, (_unused, index) => ({ ...delivery, ...of(index) }));

describe('what an earning brings', () => {
  it('is what RULES.md says: flat for a delivery, by the hour for service', () => {
    expect(decideGrant([], delivery, rules)).toMatchObject({ points: 5, reason: null });
    expect(decideGrant([], { ...delivery, kind: 'carefulRating' }, rules).points).toBe(1);
    expect(decideGrant([], { ...delivery, kind: 'service', quantity: 90 }, rules).points).toBe(15);
    expect(decideGrant([], { ...delivery, kind: 'service', quantity: 5 }, rules)).toMatchObject({ points: 0, reason: 'unpaid' });
  });

  it('diminishes between the same two, not between others', () => {
    const grants = grantAll(many(18, (index) => ({ atMs: NOW_MS + index * DAY_MS })));
    expect(grants.map(({ points }) => points)).toEqual([...Array<number>(8).fill(5), ...Array<number>(8).fill(2), 0, 0]);
    expect(grants.at(-1)?.reason).toBe('pairEnded');
    expect(decideGrant(grants, { ...delivery, withId: 'm_other', atMs: NOW_MS + 20 * DAY_MS }, rules).points).toBe(5);
    expect(decideGrant(grants, { ...delivery, withId: null, atMs: NOW_MS + 20 * DAY_MS }, rules).points).toBe(5);
  });

  it('never passes the day or the month, and gives what is left of them', () => {
    const day = grantAll(many(25, (index) => ({ withId: `m_${index}` })), { ...rules, capPerDay: 23 });
    expect(day.map(({ points }) => points)).toEqual([5, 5, 5, 5, 3, ...Array<number>(20).fill(0)]);
    expect(day[4]?.reason).toBe('dayCap');
    const month = grantAll(many(6, (index) => ({ withId: `m_${index}`, atMs: NOW_MS + index * DAY_MS })), { ...rules, capPerMonth: 12 });
    expect(month.map(({ points, reason }) => [points, reason])).toEqual([[5, null], [5, null], [2, 'monthCap'], [0, 'monthCap'], [0, 'monthCap'], [0, 'monthCap']]);
  });

  it('counts the day in UTC+8', () => {
    const late = { ...delivery, withId: 'a', atMs: Date.parse('2026-11-20T15:59:00Z') };
    const early = { ...delivery, withId: 'b', atMs: Date.parse('2026-11-20T16:01:00Z') };
    expect(grantAll([late, early], { ...rules, capPerDay: 5 }).map(({ points }) => points)).toEqual([5, 5]);
  });

  it('does not count what was taken back', () => {
    const back: Grant = { ...delivery, points: 0, reason: 'takenBack' };
    expect(decideGrant(Array<Grant>(20).fill(back), delivery, rules)).toMatchObject({ points: 5, reason: null });
  });
});

describe('other rules', () => {
  const monthOf = (memberId: string, earnings: readonly Earning[]): EarningMonth =>
    ({ _id: memberId, communityId: 'c', month: '2026-10', memberId, grants: Object.fromEntries(grantAll(earnings).map((grant, index) => [`t_${index}`, grant])), revision: 1 });

  it('begin tomorrow in UTC+8', () => {
    expect(new Date(versionStartMs(Date.parse('2026-11-20T15:59:00Z'))).toISOString()).toBe('2026-11-20T16:00:00.000Z');
    expect(new Date(versionStartMs(Date.parse('2026-11-20T16:00:00Z'))).toISOString()).toBe('2026-11-21T16:00:00.000Z');
  });

  it('shows what last month would have come to, and who would feel it', () => {
    const people = [monthOf('a', many(10, (index) => ({ withId: `x${index}` }))), monthOf('b', many(2)), monthOf('c', [{ ...delivery, kind: 'carefulRating' }])];
    const view = simulateRules('2026-10', people, { ...rules, per: { ...rules.per, carefulRating: 2 }, capPerDay: 20 }, false);
    expect(view).toMatchObject({ now: { points: 61, people: 3, lessened: 0 }, then: { points: 32, people: 3, lessened: 6 }, more: 1, less: 1 });
    expect(view.kinds).toEqual([{ kind: 'delivery', times: 12, now: 60, then: 30 }, { kind: 'carefulRating', times: 1, now: 1, then: 2 }]);
    expect(simulateRules('2026-10', people, rules, false)).toMatchObject({ more: 0, less: 0 });
  });
});
