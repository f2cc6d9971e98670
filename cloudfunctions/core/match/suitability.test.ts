import { WEEK_SLOTS_ALL, WISH_CATEGORIES, type Skill } from '@contract';
import fc from 'fast-check';
import { RULES } from '../rules';
import { AS_HELPERS, filterOf, rankSuited, scoreOf, SUITABILITY_FILTERS, SUITABILITY_TERMS, suitabilityOf, type Suitability, type SuitabilityFilter, type SuitabilityNeed, type SuitabilityOffer } from './suitability';
import { countSlots, firstSlotText, slotsUntil, weekdayOf } from './week-slots';

const HOME = { lng: 114.3, lat: 30.5 };
const NEXT_DOOR = { lng: 114.302, lat: 30.501 };
const SATURDAY_MORNING = 1 << 15;

const NEED: SuitabilityNeed = {
  wishId: 'w_1', category: 'repair', skills: [], tradeCertificate: null, isForbidden: false, isForMinor: false, isInPublic: false, areaIds: ['d', 'd-s', 'd-s-c', 'd-s-c-g'], point: HOME,
  slots: WEEK_SLOTS_ALL, today: 4, sharesLeft: 1, isUrgent: false, waitingDays: 3, helpedTimes: null, peopleIds: ['m_asks'], householdId: 'h_asks',
};
const OFFER: SuitabilityOffer = {
  supplyId: 'sp_1', state: 'open', partyKind: 'merchant', peopleIds: ['m_gives'], householdIds: ['h_gives'], category: 'repair', skills: ['repair'], certificates: [], areaId: 'd-s-c', point: NEXT_DOOR,
  slots: SATURDAY_MORNING, capacityLeft: 3, record: { kept: 12, lapsed: 0 },
};

const skills = fc.uniqueArray(fc.constantFrom<Skill>('repair', 'elderCare', 'listening', 'firstAid'), { maxLength: 4 });
const points = fc.option(fc.record({ lng: fc.double({ min: 110, max: 116, noNaN: true }), lat: fc.double({ min: 29, max: 31, noNaN: true }) }), { nil: null });
const needs: fc.Arbitrary<SuitabilityNeed> = fc.record({
  category: fc.constantFrom(...WISH_CATEGORIES), skills, point: points, slots: fc.integer({ min: 1, max: WEEK_SLOTS_ALL }), today: fc.nat(6), sharesLeft: fc.integer({ min: 1, max: 60 }), isUrgent: fc.boolean(),
  waitingDays: fc.double({ min: 0, max: 400, noNaN: true }), helpedTimes: fc.option(fc.nat(9), { nil: null }),
}).map((changes) => ({ ...NEED, ...changes }));
const offers: fc.Arbitrary<SuitabilityOffer> = fc.record({
  category: fc.constantFrom(...WISH_CATEGORIES), skills, point: points, slots: fc.integer({ min: 1, max: WEEK_SLOTS_ALL }), capacityLeft: fc.integer({ min: 1, max: 99 }), record: fc.record({ kept: fc.nat(300), lapsed: fc.nat(300) }),
}).map((changes) => ({ ...OFFER, ...changes }));

const scoreIn = (found: Suitability): number => (found.kind === 'suited' ? found.score : -1);

describe('suitability', () => {
  test('weights add up to ten thousand', () => {
    expect(Object.values(RULES.matching.weights).reduce((sum, weight) => sum + weight, 0)).toBe(10_000);
    expect(Object.keys(RULES.matching.weights).sort()).toEqual([...SUITABILITY_TERMS].sort());
  });

  test('says why in one line, the strongest first, never in metres', () => {
    expect(suitabilityOf(NEED, OFFER)).toMatchObject({ kind: 'suited', why: '走路约 5 分钟，做过 12 次同样的事，周六上午有空' });
    expect(suitabilityOf({ ...NEED, skills: ['repair'], helpedTimes: 0, point: null }, { ...OFFER, slots: WEEK_SLOTS_ALL })).toMatchObject({ why: '会简单修理，做过 12 次同样的事，什么时候都方便，不知道有多远' });
  });

  test('beside each other, helpers are told by what differs between them, not by what the wish is', () => {
    const wish = { ...NEED, isUrgent: true, waitingDays: 30, helpedTimes: 0, skills: ['repair'] } as const;
    const bare = { ...OFFER, skills: [], point: null, record: { kept: 0, lapsed: 0 }, slots: WEEK_SLOTS_ALL };
    expect(suitabilityOf(wish, bare)).toMatchObject({ why: '什么时候都方便，这件急，等了 30 天，不知道有多远' });
    const [best, other] = rankSuited([{ item: 'bare', id: 'sp_b', need: wish, offer: bare }, { item: 'known', id: 'sp_a', need: wish, offer: OFFER }], AS_HELPERS);
    expect([best, other].map((suited) => [suited?.item, suited?.why])).toEqual([['known', '会简单修理，走路约 5 分钟，做过 12 次同样的事'], ['bare', '什么时候都方便，不知道有多远']]);
  });

  test('who barely fits is not put forward: a near kind without the skill that is asked for', () => {
    const lamp = { ...NEED, skills: ['repair'] } as const;
    const put = (changes: Partial<SuitabilityOffer>): readonly string[] => rankSuited([{ item: 'x', id: 'x', need: lamp, offer: { ...OFFER, ...changes } }], AS_HELPERS).map(({ item }) => item);
    expect(put({ category: 'skill', skills: ['phoneTeaching'], point: HOME, slots: WEEK_SLOTS_ALL })).toEqual([]);
    expect(put({ category: 'skill', skills: ['repair'] })).toEqual(['x']);
    expect(put({ category: 'repair', skills: [] })).toEqual(['x']);
    expect(suitabilityOf(lamp, { ...OFFER, category: 'skill', skills: ['phoneTeaching'] })).toMatchObject({ kind: 'suited' });
  });

  test('is a whole number from 0 to 10,000 with every term from 0 to 1', () => {
    fc.assert(fc.property(needs, offers, (need, offer) => {
      const found = suitabilityOf(need, offer);
      if (found.kind === 'filtered') return SUITABILITY_FILTERS.includes(found.filter);
      return Number.isSafeInteger(found.score) && found.score >= 0 && found.score <= 10_000 && Object.values(found.terms).every((term) => term >= 0 && term <= 1) && found.why !== '';
    }));
  });

  test('grows with each term and with nothing else', () => {
    const term = fc.double({ min: 0, max: 1, noNaN: true });
    const terms = fc.record({ fit: term, distance: term, record: term, times: term, capacity: term, urgency: term, waiting: term, fairness: term });
    fc.assert(fc.property(terms, fc.constantFrom(...SUITABILITY_TERMS), term, (found, name, more) => scoreOf({ ...found, [name]: Math.max(found[name], more) }) >= scoreOf(found)));
  });

  test.each<[name: string, worse: [Partial<SuitabilityNeed>, Partial<SuitabilityOffer>], better: [Partial<SuitabilityNeed>, Partial<SuitabilityOffer>]]>([
    ['a kept promise', [{}, { record: { kept: 3, lapsed: 1 } }], [{}, { record: { kept: 4, lapsed: 1 } }]],
    ['no promise that ran out', [{}, { record: { kept: 3, lapsed: 2 } }], [{}, { record: { kept: 3, lapsed: 1 } }]],
    ['nearness', [{}, { point: { lng: 114.34, lat: 30.5 } }], [{}, { point: NEXT_DOOR }]],
    ['an unknown place and one far away', [{}, { point: { lng: 115, lat: 30.5 } }], [{}, { point: null }]],
    ['more free times', [{}, { slots: 1 }], [{}, { slots: 3 }]],
    ['room for all shares', [{ sharesLeft: 9 }, { capacityLeft: 3 }], [{ sharesLeft: 9 }, { capacityLeft: 4 }]],
    ['urgency', [{ isUrgent: false }, {}], [{ isUrgent: true }, {}]],
    ['waiting', [{ waitingDays: 3 }, {}], [{ waitingDays: 4 }, {}]],
    ['few helps so far', [{ helpedTimes: 2 }, {}], [{ helpedTimes: 0 }, {}]],
    ['a skill', [{ skills: ['repair', 'listening'] }, {}], [{ skills: ['repair'] }, {}]],
    ['the very category', [{ category: 'skill' }, {}], [{ category: 'repair' }, {}]],
  ])('gains by %s', (_name, [worseNeed, worseOffer], [betterNeed, betterOffer]) => {
    expect(scoreIn(suitabilityOf({ ...NEED, ...worseNeed }, { ...OFFER, ...worseOffer }))).toBeLessThan(scoreIn(suitabilityOf({ ...NEED, ...betterNeed }, { ...OFFER, ...betterOffer })));
  });

  test('puts a newcomer between those who keep and those who let promises run out', () => {
    const [kept, none, lapsed] = [{ kept: 20, lapsed: 0 }, { kept: 0, lapsed: 0 }, { kept: 2, lapsed: 8 }].map((record) => scoreIn(suitabilityOf(NEED, { ...OFFER, record })));
    expect([kept, none, lapsed]).toEqual([kept, none, lapsed].sort((a = 0, b = 0) => b - a));
    expect((kept ?? 0) - (none ?? 0)).toBeLessThan(300);
  });

  test.each<[SuitabilityFilter, Partial<SuitabilityNeed>, Partial<SuitabilityOffer>]>([
    ['notAllowed', { isForbidden: true }, {}],
    ['paused', {}, { state: 'paused' }],
    ['area', {}, { areaId: 'd-s-c-other' }],
    ['category', { category: 'goods' }, {}],
    ['certificate', { tradeCertificate: 'gas' }, { certificates: ['lift'] }],
    ['certificate', { tradeCertificate: 'gas' }, { partyKind: 'member', certificates: ['gas'] }],
    ['minor', { isForMinor: true }, { partyKind: 'member' }],
    ['ownInterest', { peopleIds: ['m_other', 'm_gives'] }, {}],
    ['ownInterest', { householdId: 'h_gives' }, {}],
    ['capacity', {}, { capacityLeft: 0 }],
    ['times', { slots: 1 }, { slots: 2 }],
  ])('%s stands against the best of offers', (filter, need, offer) => {
    const best = { ...NEED, isUrgent: true, waitingDays: 400, helpedTimes: 0, point: HOME };
    expect(suitabilityOf({ ...best, ...need }, { ...OFFER, point: HOME, record: { kept: 300, lapsed: 0 }, ...offer })).toEqual({ kind: 'filtered', filter });
  });

  test('a child is helped by a shop, or where others are about', () => {
    expect(filterOf({ ...NEED, isForMinor: true }, OFFER)).toBeNull();
    expect(filterOf({ ...NEED, isForMinor: true, isInPublic: true }, { ...OFFER, partyKind: 'member' })).toBeNull();
  });

  test('coordinates that are missing, swapped or left empty count as unknown, and it is said', () => {
    for (const point of [null, { lng: 30.5, lat: 114.3 }, { lng: 0, lat: 0 }]) {
      expect(suitabilityOf(NEED, { ...OFFER, point })).toMatchObject({ terms: { distance: RULES.matching.unknownDistance }, why: expect.stringContaining('不知道有多远') });
    }
  });

  test.each<[string, Partial<SuitabilityNeed>, Partial<SuitabilityOffer>]>([
    ['need.waitingDays', { waitingDays: NaN }, {}],
    ['need.sharesLeft', { sharesLeft: Infinity }, {}],
    ['need.point.lat', { point: { lng: 114, lat: NaN } }, {}],
    ['offer.capacityLeft', {}, { capacityLeft: -1 }],
    ['offer.record.kept', {}, { record: { kept: NaN, lapsed: 0 } }],
  ])('refuses %s by name', (name, need, offer) => {
    expect(() => suitabilityOf({ ...NEED, ...need }, { ...OFFER, ...offer })).toThrow(name);
  });

  test('ranks the same in whatever order things come', () => {
    fc.assert(fc.property(fc.array(offers, { maxLength: 12 }), fc.array(fc.nat(), { maxLength: 12 }), needs, (list, dice, need) => {
      const pairs = list.map((offer, index) => ({ item: index, id: `sp_${index}`, need, offer: { ...offer, skills: [...offer.skills].reverse() } }));
      const mixed = pairs.map((pair, index) => ({ pair, place: dice[index] ?? 0 })).sort((a, b) => a.place - b.place).map(({ pair }) => pair);
      expect(rankSuited(mixed)).toEqual(rankSuited(pairs));
    }));
  });
});

describe('times of the week', () => {
  test('what still comes until a day, as people say it', () => {
    const fridayMs = Date.parse('2026-11-20T09:41:00+08:00');
    expect(weekdayOf(fridayMs)).toBe(4);
    expect(countSlots(slotsUntil(fridayMs, fridayMs))).toBe(3);
    expect(countSlots(slotsUntil(fridayMs, fridayMs + 2 * 86_400_000))).toBe(9);
    expect(slotsUntil(fridayMs, fridayMs + 30 * 86_400_000)).toBe(WEEK_SLOTS_ALL);
    expect([firstSlotText(SATURDAY_MORNING | 1, 4), firstSlotText(1, 4), firstSlotText(0, 4)]).toEqual(['周六上午', '周一上午', null]);
  });
});
