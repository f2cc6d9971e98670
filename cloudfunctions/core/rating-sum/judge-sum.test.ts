import { applyChange, mayChange } from '../aggregate/change';
import { DAY_MS } from '../kernel/clock';
import { unwrap } from '../kernel/result';
import { RULES } from '../rules';
import type { EffectOf } from '../effect/effect';
import { poorRatingsOf } from './judge-sum';
import { decideOffer } from './offer-first';
import { decideRectified, decideTally, newRatingSum, rectificationIdOf, revealedByClock, type RatingSum, type RatingSumEvent } from './rating-sum';
import { RATING_SUM_KIND } from './rating-sum-kind';
import type { Tally } from './tally';

const NOW_MS = Date.UTC(2026, 10, 24, 2);
const COMMUNITY = 'd01-s01-c01';
const tally = (index: number, satisfaction: Tally['satisfaction'], parts: Partial<Tally> = {}): Tally => ({ ratingId: `r${index}`, raterId: `m_${index}`, satisfaction, category: 'repair', chips: [], hasWords: false, atMs: NOW_MS, standing: 'counts', ...parts });
const some = (unsatisfied: number, satisfied: number): readonly Tally[] => [...Array.from({ length: unsatisfied }, (_unused, index) => tally(index, 'unsatisfied')), ...Array.from({ length: satisfied }, (_unused, index) => tally(100 + index, 'satisfied'))];

const born = (first: Tally): RatingSum => newRatingSum({ rated: { partyId: 'm_shop', kind: 'merchant' }, communityId: COMMUNITY, areaIds: ['d01', 'd01-s01', COMMUNITY], tally: first, atMs: first.atMs }, '吴记粮油');
const take = (sum: RatingSum, next: Tally, nowMs = next.atMs): RatingSum => {
  const outcome = unwrap(decideTally(sum, next, nowMs));
  if (outcome.kind === 'replay') return sum;
  expect(mayChange(sum, outcome.change)).toBe(true);
  return applyChange<RatingSumEvent, RatingSum>(sum, outcome.change);
};
const lastOrder = (sum: RatingSum): RatingSumEvent | undefined => Object.values(sum.outbox).find((event) => 'order' in event && event.order !== null);

describe('a rate of low ratings', () => {
  it.each([[3, 2, true], [2, 3, false], [5, 5, true], [4, 6, false], [9, 11, true], [7, 13, false], [4, 0, false]])('%i of people unsatisfied and %i satisfied: an order is %s', (unsatisfied, satisfied, isOrdered) => {
    expect(poorRatingsOf(some(unsatisfied, satisfied), 0, NOW_MS) !== null).toBe(isOrdered);
  });

  it('is of the last quarter, of different people, and judged once', () => {
    const old = some(5, 0).map((each) => ({ ...each, atMs: NOW_MS - RULES.rectification.periodMs }));
    expect(poorRatingsOf(old, 0, NOW_MS)).toBeNull();
    expect(poorRatingsOf(some(9, 0).map((each) => ({ ...each, raterId: 'm_angry' })), 0, NOW_MS)).toBeNull();
    expect(poorRatingsOf(some(5, 0), NOW_MS, NOW_MS)).toBeNull();
    expect(poorRatingsOf(some(4, 1), 0, NOW_MS)).toMatchObject({ people: 5, unsatisfied: 4, raterIds: expect.arrayContaining(['m_0', 'm_100']) });
  });

  /** A year of thirty ratings by thirty people, looked at after each; how often somebody good is ordered by bad luck. */
  it('hardly ever orders somebody with whom one in twelve is not satisfied, and soon one with whom half are not', () => {
    let state = 12_345;
    const dice = (): number => (state = (state * 1_103_515_245 + 12_345) % 2_147_483_648) / 2_147_483_648;
    const orderedShare = (rate: number): number => {
      const years = 2_000;
      let ordered = 0;
      for (let year = 0; year < years; year += 1) {
        const all = Array.from({ length: 30 }, (_unused, index) => tally(index, dice() < rate ? 'unsatisfied' : 'satisfied', { atMs: NOW_MS + index * 12 * DAY_MS }));
        if (all.some((each, index) => poorRatingsOf(all.slice(0, index + 1), 0, each.atMs) !== null)) ordered += 1;
      }
      return ordered / years;
    };
    expect(orderedShare(1 / 12)).toBeLessThan(0.06);
    expect(orderedShare(0.5)).toBeGreaterThan(0.95);
  });
});

describe('a sum', () => {
  it('asks for an order when what shows speaks for one, once while it is open', () => {
    const five = some(4, 1).reduce<RatingSum | null>((sum, each) => (sum === null ? born(each) : take(sum, each)), null);
    if (five === null) throw new Error('no sum');
    const order = lastOrder(five);
    expect(five.rectification).toEqual({ rectificationId: rectificationIdOf(order?.eventId ?? ''), sinceMs: NOW_MS });
    expect(order === undefined ? [] : RATING_SUM_KIND.effectsOf(five, order)).toMatchObject([{ kind: 'openRectification', party: { partyId: 'm_shop', text: '吴记粮油' }, poor: { people: 5, unsatisfied: 4 } }]);
    const more = Array.from({ length: 5 }, (_unused, index) => tally(200 + index, 'unsatisfied', { atMs: NOW_MS + DAY_MS })).reduce((sum, each) => take(sum, each), five);
    const events = Object.values(more.outbox).filter((event) => event.kind === 'tallied' && event.order !== null);
    expect(events).toHaveLength(1);
    const last = Object.values(more.outbox).at(-1);
    expect(last === undefined ? [] : RATING_SUM_KIND.effectsOf(more, last)).toMatchObject([{ kind: 'ratedSince', since: { people: 5, unsatisfied: 5, revision: more.revision } }]);
  });

  it('does not speak by what does not show yet; when it does, at its hour', () => {
    const four = Array.from({ length: 4 }, (_unused, index) => tally(index, 'unsatisfied', { atMs: NOW_MS + index * DAY_MS }));
    const late = tally(9, 'unsatisfied', { atMs: NOW_MS + 30 * DAY_MS });
    const sum = [...four.slice(1), late].reduce((standing, each) => take(standing, each), born(four[0] ?? late));
    expect(sum.rectification).toBeNull();
    expect(sum.revealsAtMs).toBe(late.atMs + RULES.ratingSum.revealMs);
    const [clock] = RATING_SUM_KIND.clocksOf(sum, late.atMs);
    expect(clock?.atMs).toBe(sum.revealsAtMs);
    const nowMs = sum.revealsAtMs ?? 0;
    const shown = applyChange<RatingSumEvent, RatingSum>(sum, revealedByClock(sum, nowMs, nowMs));
    expect(shown).toMatchObject({ revealsAtMs: null, rectification: { sinceMs: nowMs } });
    expect(RATING_SUM_KIND.clocksOf(shown, nowMs)).toEqual([]);
  });

  it('hears once that the order is over, and judges only what comes later', () => {
    const five = some(5, 0).reduce<RatingSum | null>((sum, each) => (sum === null ? born(each) : take(sum, each)), null);
    if (five === null) throw new Error('no sum');
    const id = five.rectification?.rectificationId ?? '';
    expect(unwrap(decideRectified(five, 'rc_other', NOW_MS))).toEqual({ kind: 'replay' });
    const outcome = unwrap(decideRectified(five, id, NOW_MS + DAY_MS));
    if (outcome.kind !== 'change') throw new Error('not heard');
    const over = applyChange<RatingSumEvent, RatingSum>(five, outcome.change);
    expect(over).toMatchObject({ rectification: null, judgedFromMs: NOW_MS + DAY_MS });
    expect(unwrap(decideRectified(over, id, NOW_MS + DAY_MS))).toEqual({ kind: 'replay' });
    expect(take(over, tally(50, 'unsatisfied', { atMs: NOW_MS + 2 * DAY_MS })).rectification).toBeNull();
  });

  it('earns public thanks once, by many people who are content for sure', () => {
    const all = Array.from({ length: 10 }, (_unused, index) => tally(index, 'satisfied'));
    const nine = all.slice(1, 9).reduce((sum, each) => take(sum, each), born(all[0] ?? tally(0, 'satisfied')));
    expect(nine.praise).toBeNull();
    const ten = take(nine, all[9] ?? tally(9, 'satisfied'));
    expect(ten.praise).toEqual({ earnedAtMs: NOW_MS, isShown: false });
    const last = Object.values(ten.outbox).at(-1);
    expect(last === undefined ? [] : RATING_SUM_KIND.effectsOf(ten, last)).toMatchObject([{ kind: 'notice', memberId: 'm_shop', title: '邻居们很满意，谢谢您' }]);
    const more = Array.from({ length: 5 }, (_unused, index) => tally(300 + index, 'satisfied')).reduce((sum, each) => take(sum, each), ten);
    expect(Object.values(more.outbox).filter((event) => 'isPraised' in event && event.isPraised)).toHaveLength(1);
  });

  it('is told first of urgent wishes of a kind it helped with, once each, once a day and twice a week', () => {
    const ten = Array.from({ length: 10 }, (_unused, index) => tally(index, 'satisfied')).reduce<RatingSum | null>((sum, each) => (sum === null ? born(each) : take(sum, each)), null);
    if (ten === null) throw new Error('no sum');
    const wish = (wishId: string, days: number, parts: Partial<EffectOf<'firstOffer'>> = {}): EffectOf<'firstOffer'> => ({ kind: 'firstOffer', wishId, communityId: COMMUNITY, category: 'repair', title: '水管漏了', pictureKey: 'tool', recipientIds: ['m_poster'], atMs: NOW_MS + days * DAY_MS, ...parts });
    const offered = (sum: RatingSum, each: EffectOf<'firstOffer'>): RatingSum => {
      const outcome = unwrap(decideOffer(sum, each));
      return outcome.kind === 'replay' ? sum : applyChange<RatingSumEvent, RatingSum>(sum, outcome.change);
    };
    const told = [wish('w1', 1), wish('w1', 3), wish('w2', 1.5), wish('w3', 2.5), wish('w4', 4), wish('w5', 9), wish('w6', 11, { category: 'study' }), wish('w7', 11, { recipientIds: ['m_shop'] })].reduce(offered, ten);
    expect(Object.values(told.outbox).flatMap((event) => (event.kind === 'offered' ? [event.wishId] : []))).toEqual(['w1', 'w3', 'w5']);
    expect(Object.keys(told.offers)).toEqual(['w3', 'w5']);
  });
});
