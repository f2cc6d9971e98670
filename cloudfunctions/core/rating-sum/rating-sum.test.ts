import { SATISFACTIONS, WISH_CATEGORIES } from '@contract';
import fc from 'fast-check';
import { applyChange, mayChange } from '../aggregate/change';
import { DAY_MS } from '../kernel/clock';
import { unwrap } from '../kernel/result';
import type { Member } from '../member/member';
import { RULES } from '../rules';
import { decideHideReply, decideReply } from './reply-to-sum';
import { decideTally, newRatingSum, type RatingSum, type RatingSumEvent } from './rating-sum';
import { publicGiverView, ratingSumView, sentenceIdOf, sentencesToRead } from './rating-sum-view';
import { revealedOf } from './reveal';
import { byLowerBound, intervalOf, peopleOf, scoreOf } from './score';
import { byMoment, countedTallies, tallyOf, withTally, type Tallies, type Tally } from './tally';

const WHO = { kind: 'merchant', name: '吴记粮油' } as const;
const person = (id: string, areaId: string | null = null): Member => ({ _id: id, partyIds: [], roles: areaId === null ? [] : [{ role: 'staff', areaId }] }) as unknown as Member;
const NOW_MS = Date.UTC(2026, 10, 24, 2);
const COMMUNITY = 'd01-s01-c01';
const [stranger, shop, staff] = [person('m_stranger'), person('m_shop'), person('m_staff', COMMUNITY)];
const rules = RULES.ratingSum;

const tally = (ratingId: string, parts: Partial<Tally> = {}): Tally => ({ ratingId, raterId: `m_${ratingId}`, satisfaction: 'satisfied', category: 'goods', chips: [], hasWords: false, atMs: NOW_MS - DAY_MS, standing: 'counts', ...parts });

/** Ratings of some people over a few weeks; the id is the rating, whatever became of it later. */
const anyTally = fc.record({ id: fc.integer({ min: 0, max: 40 }), rater: fc.integer({ min: 0, max: 12 }), satisfaction: fc.constantFrom(...SATISFACTIONS), category: fc.constantFrom(...WISH_CATEGORIES), standing: fc.constantFrom('counts', 'takenBack', 'restored') })
  .map(({ id, rater, satisfaction, category, standing }): Tally => tally(`r${id}`, { raterId: `m_${rater}`, satisfaction, category, standing, atMs: NOW_MS - ((id * 7) % 41) * DAY_MS }));
/** Of one rating everything but its standing is fixed. */
const anyTallies = fc.array(anyTally, { maxLength: 60 }).map((all) => all.map((each) => ({ ...each, ...{ raterId: all.find((first) => first.ratingId === each.ratingId)?.raterId ?? '', satisfaction: all.find((first) => first.ratingId === each.ratingId)?.satisfaction ?? 'fair', category: all.find((first) => first.ratingId === each.ratingId)?.category ?? 'goods' } })));

const fold = (all: readonly Tally[], kept = 20): Tallies => all.reduce<Tallies>((tallies, each) => withTally(tallies, each, { kept }) ?? tallies, {});
const sorted = (tallies: Tallies): readonly Tally[] => Object.values(tallies).sort(byMoment);

describe('what a sum keeps', () => {
  it('is the same in whatever order and however often ratings come', () => {
    fc.assert(fc.property(anyTallies, fc.infiniteStream(fc.nat()), (all, dice) => {
      const shuffled = [...all, ...all].map((each) => ({ each, at: dice.next().value ?? 0 })).sort((a, b) => a.at - b.at).map(({ each }) => each);
      expect(sorted(fold(shuffled))).toEqual(sorted(fold(all)));
    }));
  });

  it('forgets the oldest first, and one that was forgotten does not come back', () => {
    const all = Array.from({ length: 5 }, (_unused, day) => tally(`r${day}`, { atMs: NOW_MS - day * DAY_MS }));
    expect(sorted(fold(all, 3)).map(({ ratingId }) => ratingId)).toEqual(['r2', 'r1', 'r0']);
    expect(withTally(fold(all, 3), tally('r4', { atMs: NOW_MS - 4 * DAY_MS }), { kept: 3 })).toBeNull();
  });

  it('does not count what a call-back found otherwise, until an appeal about that is granted', () => {
    const counted = (...standings: readonly Tally['standing'][]): number => countedTallies(fold(standings.map((standing) => tally('r', { standing }))), NOW_MS, rules).length;
    expect([counted('counts'), counted('counts', 'takenBack'), counted('takenBack', 'counts'), counted('counts', 'restored', 'takenBack')]).toEqual([1, 0, 0, 1]);
    const rating = { _id: 'r', raterId: 'm', satisfaction: 'fair', category: 'study', chips: [], words: '好', wordsState: 'human', createdAtMs: 1, callBack: { outcome: 'notAsSaid' }, appeal: { state: 'open' } } as never;
    expect(tallyOf(rating)).toMatchObject({ standing: 'takenBack', hasWords: true });
  });

  it('takes a rating in once under its guard', () => {
    const telling = { rated: { partyId: 'm_shop', kind: 'merchant' }, communityId: COMMUNITY, areaIds: ['d01', 'd01-s01', COMMUNITY, `${COMMUNITY}-g1`], tally: tally('r1'), atMs: NOW_MS } as const;
    const born = newRatingSum(telling, '吴记粮油');
    expect(born.areaIds).toEqual(['d01', 'd01-s01', COMMUNITY]);
    expect(unwrap(decideTally(born, tally('r1'), NOW_MS))).toEqual({ kind: 'replay' });
    const outcome = unwrap(decideTally(born, tally('r2'), NOW_MS));
    if (outcome.kind !== 'change') throw new Error('not taken in');
    expect(mayChange(born, outcome.change)).toBe(true);
    const next = applyChange<RatingSumEvent, RatingSum>(born, outcome.change);
    expect(Object.keys(next.tallies)).toEqual(['r1', 'r2']);
    expect(mayChange(next, outcome.change)).toBe(false);
  });
});

describe('the score', () => {
  it('has its mean within its interval, both within 0 and 1', () => {
    fc.assert(fc.property(anyTallies, (all) => {
      const { mean, lower, upper } = scoreOf(all, rules);
      expect(0 <= lower && lower <= mean && mean <= upper && upper <= 1).toBe(true);
    }));
  });

  it('is surer the more people say the same', () => {
    fc.assert(fc.property(fc.double({ min: 0, max: 1, noNaN: true }), fc.double({ min: 0.5, max: 500, noNaN: true }), fc.double({ min: 1.1, max: 10, noNaN: true }), (mean, weight, times) => {
      const [few, many] = [intervalOf(mean, weight, rules.z), intervalOf(mean, weight * times, rules.z)];
      expect(many.upper - many.lower).toBeLessThan(few.upper - few.lower);
    }));
  });

  it('begins at the prior of the category and moves to what people say', () => {
    const people = (count: number): readonly Tally[] => Array.from({ length: count }, (_unused, index) => tally(`r${index}`, { category: 'repair', satisfaction: 'unsatisfied' }));
    const means = [0, 1, 5, 50].map((count) => scoreOf(people(count), rules).mean);
    expect(means[1]).toBeCloseTo((4 * 0.75) / 5);
    expect([...means].sort((a, b) => b - a)).toEqual(means);
    expect(means[3]).toBeLessThan(0.06);
  });

  it('hears one person as one voice, however often they rate', () => {
    const others = Array.from({ length: 6 }, (_unused, index) => tally(`o${index}`));
    const angry = (times: number): readonly Tally[] => Array.from({ length: times }, (_unused, index) => tally(`a${index}`, { raterId: 'm_angry', satisfaction: 'unsatisfied' }));
    expect(scoreOf([...others, ...angry(9)], rules)).toEqual(scoreOf([...others, ...angry(1)], rules));
  });

  it('puts the sure before the lucky', () => {
    const known = scoreOf(Array.from({ length: 40 }, (_unused, index) => tally(`k${index}`, { satisfaction: index < 37 ? 'satisfied' : 'fair' })), rules);
    const lucky = scoreOf([tally('l')], rules);
    expect([lucky, known].sort(byLowerBound)[0]).toBe(known);
  });
});

describe('what the rated side sees', () => {
  const counted = (all: readonly Tally[], nowMs: number): readonly Tally[] => countedTallies(fold(all, 60), nowMs, rules);

  it('never learns one fresh rating by itself: a new one shows nothing fresh, or at least five people at once', () => {
    fc.assert(fc.property(anyTallies, (all) => {
      const tallies = counted(all.filter(({ standing }) => standing === 'counts'), NOW_MS);
      for (let count = 1; count <= tallies.length; count += 1) {
        const atMs = tallies[count - 1]?.atMs ?? NOW_MS;
        const before = new Set(revealedOf(tallies.slice(0, count - 1), atMs, rules).shown);
        const appeared = revealedOf(tallies.slice(0, count), atMs, rules).shown.filter((each) => !before.has(each));
        expect(appeared.length === 0 || peopleOf(appeared) >= rules.peopleMin).toBe(true);
      }
    }));
  });

  it('sees everything that is 14 days old, and what waits is told', () => {
    fc.assert(fc.property(anyTallies, (all) => {
      const { shown, hidden, peopleMissing, nextAtMs } = revealedOf(counted(all, NOW_MS), NOW_MS, rules);
      expect(hidden.every(({ atMs }) => atMs > NOW_MS - rules.revealMs)).toBe(true);
      expect(shown.length + hidden.length).toBe(counted(all, NOW_MS).length);
      expect(hidden.length > 0).toBe(peopleMissing > 0 && nextAtMs !== null && nextAtMs > NOW_MS);
      expect(revealedOf(counted(all, NOW_MS), NOW_MS + rules.revealMs, rules).hidden).toEqual([]);
    }));
  });

  const sumOf = (all: readonly Tally[]): RatingSum => ({ _id: 'rs_1', giverKind: 'merchant', partyText: '吴记粮油', partyId: 'm_shop', communityId: COMMUNITY, rectification: null, reply: null, praise: null, steps: {}, tallies: fold(all, 60) }) as unknown as RatingSum;
  const words = (all: readonly Tally[], text: (index: number) => string) => new Map(all.map(({ ratingId }, index) => [ratingId, { _id: ratingId, words: text(index), wordsState: 'clear' as const }]));

  it('has no score below five people, and nothing of it names a rating or a person', () => {
    const four = Array.from({ length: 4 }, (_unused, index) => tally(`r${index}`, { hasWords: true, atMs: NOW_MS - 20 * DAY_MS }));
    const reading = { words: words(four, (index) => `灯装得稳，第${index}句`), secret: 'key', nowMs: NOW_MS };
    const view = ratingSumView(sumOf(four), reading);
    expect(view).toMatchObject({ people: 4, score: null, hidden: null, counts: { satisfied: 4, fair: 0, unsatisfied: 0 } });
    expect(view.sentences).toHaveLength(4);
    expect(JSON.stringify(view)).not.toMatch(/"r\d|m_/);
    expect(publicGiverView(sumOf(four), WHO, stranger, NOW_MS)).toEqual({ ...WHO, people: 0, score: null, peopleMin: 5, isPraised: false, reply: '', hidesReplyOf: null });
    const five = [...four, tally('r4', { atMs: NOW_MS - 20 * DAY_MS })];
    expect(ratingSumView(sumOf(five), reading).score).toMatchObject({ mean: 93 });
    expect(publicGiverView(sumOf(five), WHO, stranger, NOW_MS).people).toBe(5);
  });

  it('reads sentences in an order made under a key, without those that tell of an illness or a door', () => {
    const all = Array.from({ length: 9 }, (_unused, index) => tally(`r${index}`, { hasWords: true, atMs: NOW_MS - index * DAY_MS }));
    const order = sentencesToRead(sumOf(all), 'key', NOW_MS);
    expect(order).not.toEqual(sorted(fold(all)).map(({ ratingId }) => ratingId));
    expect(order).not.toEqual(sentencesToRead(sumOf(all), 'other', NOW_MS));
    const view = ratingSumView(sumOf(all), { words: words(all, (index) => (index === 0 ? '送到三号楼 2 单元门口' : '很准时')), secret: 'key', nowMs: NOW_MS });
    expect(view.sentences).toHaveLength(order.length - (order.includes('r0') ? 1 : 0));
    expect(view.sentences.every(({ sentenceId }) => sentenceId !== sentenceIdOf('r0', 'key'))).toBe(true);
  });

  it('knows kinds of help apart once five people spoke of one, the surest first', () => {
    const of = (category: Tally['category'], count: number, satisfaction: Tally['satisfaction']): readonly Tally[] => Array.from({ length: count }, (_unused, index) => tally(`${category}${index}`, { category, satisfaction, atMs: NOW_MS - 30 * DAY_MS }));
    const view = ratingSumView(sumOf([...of('goods', 6, 'fair'), ...of('study', 5, 'satisfied'), ...of('repair', 4, 'satisfied')]), { words: new Map(), secret: 'key', nowMs: NOW_MS });
    expect(view.categories.map(({ category }) => category)).toEqual(['study', 'goods']);
  });

  it('may say one sentence to all of it, that neighbours read until staff put it away with a reason', () => {
    const five = sumOf(Array.from({ length: 5 }, (_unused, index) => tally(`r${index}`)));
    const act = (operationId: string) => ({ actorId: 'm', operationId, inputHash: 'hash', nowMs: NOW_MS });
    const code = (result: ReturnType<typeof decideReply>): string => (result.ok ? result.value.kind : result.refusal.code);
    expect(code(decideReply(five, '谢谢大家', stranger, act('a')))).toBe('NOT_FOUND');
    expect(code(decideReply(sumOf([tally('r')]), '谢谢大家', shop, act('a')))).toBe('REPLY_NOT_NOW');
    expect(code(decideReply(five, '三号楼 2 单元那家放心', shop, act('a')))).toBe('PUBLIC_TEXT_PRIVATE');
    const carry = (sum: RatingSum, result: ReturnType<typeof decideReply>): RatingSum => {
      const outcome = unwrap(result);
      return outcome.kind === 'replay' ? sum : applyChange<RatingSumEvent, RatingSum>({ ...sum, outbox: {} }, outcome.change);
    };
    const said = carry(five, decideReply(five, '谢谢大家，送货改成上午', shop, act('a')));
    expect(publicGiverView(said, WHO, staff, NOW_MS)).toMatchObject({ reply: '谢谢大家，送货改成上午', hidesReplyOf: 'rs_1' });
    expect(publicGiverView(said, WHO, stranger, NOW_MS).hidesReplyOf).toBeNull();
    expect([code(decideReply(said, '谢谢大家，送货改成上午', shop, act('a'))), code(decideReply(said, '再说一句', shop, act('b')))]).toEqual(['replay', 'REPLY_NOT_NOW']);
    expect([code(decideHideReply(said, '不合适', stranger, act('c'))), code(decideHideReply(said, '不合适', { ...staff, partyIds: ['m_shop'] } as Member, act('c')))]).toEqual(['OUT_OF_AREA', 'NOT_ALLOWED']);
    const hidden = carry(said, decideHideReply(said, '说的是别家的事', staff, act('c')));
    expect(publicGiverView(hidden, WHO, staff, NOW_MS)).toMatchObject({ reply: '', hidesReplyOf: null });
    expect(code(decideHideReply(hidden, '再收一次', staff, act('d')))).toBe('replay');
  });
});
