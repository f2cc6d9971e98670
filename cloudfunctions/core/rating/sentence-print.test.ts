import { RULES } from '../rules';
import { ratingTimeOf } from './rating-time';
import { copiedFrom, lastByHandMs, pairsOf, likenessOf, withPrint, type SentencePrint } from './sentence-print';

const DAY_MS = 86_400_000;
const NOW_MS = 1_790_000_000_000;
const rules = RULES.rating;
const pairs = (words: string): string => pairsOf(words, 'key', rules);
const sentence = (words: string, raterId = 'm1', isWritten = false) => ({ pairs: pairs(words), raterId, isWritten });
const print = (words: string, change: Partial<SentencePrint> = {}): SentencePrint => ({ ratingId: 'r1', raterId: 'm1', recordedBy: 'm1', atMs: NOW_MS - DAY_MS, pairs: pairs(words), ...change });

describe('sentences compared by fingerprint', () => {
  const said = '师傅上门换了厨房的灯，晚上做饭看得清了';

  it('finds the same sentence whatever its signs, and with a word changed', () => {
    expect(copiedFrom(sentence('师傅上门，换了厨房的灯！晚上做饭看得清了。'), { own: [print(said)], community: [] }, rules, NOW_MS)).toBe('own');
    expect(copiedFrom(sentence('师傅上门换了客厅的灯，晚上做饭看得清了', 'm2'), { own: [], community: [print(said)] }, rules, NOW_MS)).toBe('others');
  });

  it('leaves another sentence about the same, short ones and old ones alone', () => {
    expect(copiedFrom(sentence('厨房的灯亮堂了，师傅还帮我把插座也看了', 'm2'), { own: [], community: [print(said)] }, rules, NOW_MS)).toBe('no');
    expect(pairs('灯亮了，谢谢')).toBe('');
    expect(copiedFrom(sentence('', 'm2'), { own: [], community: [print('灯亮了')] }, rules, NOW_MS)).toBe('no');
    expect(copiedFrom(sentence(said, 'm2'), { own: [], community: [print(said, { atMs: NOW_MS - 183 * DAY_MS })] }, rules, NOW_MS)).toBe('no');
  });

  it('takes what was cut, or short, for another\'s only when it came sooner than one writes; word for word always', () => {
    const cut = '师傅上门换了厨房的灯，做饭看得清';
    const from = (words: string, isWritten: boolean) => copiedFrom(sentence(words, 'm2', isWritten), { own: [], community: [print(said), print('孩子肯开口说话了')] }, rules, NOW_MS);
    expect([from(cut, false), from(cut, true)]).toEqual(['others', 'no']);
    expect([from('孩子肯开口说话了，点赞', false), from('孩子肯开口说话了', true)]).toEqual(['others', 'no']);
    expect([from(said, false), from(said, true)]).toEqual(['others', 'others']);
  });

  it('is bounded, keyed, and estimates long texts', () => {
    const long = Array.from({ length: 300 }, (_, index) => String.fromCodePoint(0x4e00 + ((index * 37) % 900))).join('');
    expect(pairs(long)).toHaveLength(rules.printPairs * 4 * 4 / 3);
    expect(likenessOf(pairs(long), pairs(`${long}好`), rules).similarity).toBeGreaterThan(0.9);
    expect(pairsOf(said, 'other key', rules)).not.toEqual(pairs(said));
  });

  it('keeps the last ones, each once', () => {
    const one = print(said);
    expect(withPrint([one], one, rules.printsKept, rules.printsMs)).toBeNull();
    const many = Array.from({ length: rules.printsKept }, (_, index) => print(said, { ratingId: `r${index + 10}`, atMs: NOW_MS - DAY_MS + index }));
    const after = withPrint(many, print(said, { ratingId: 'new', atMs: NOW_MS }), rules.printsKept, rules.printsMs);
    expect(after).toHaveLength(rules.printsKept);
    expect(after?.at(-1)?.ratingId).toBe('new');
    expect(withPrint([print(said, { atMs: NOW_MS - 183 * DAY_MS })], print(said, { ratingId: 'new', atMs: NOW_MS }), rules.printsKept, rules.printsMs)).toHaveLength(1);
    expect(lastByHandMs('m1', many)).toBe(NOW_MS - DAY_MS + rules.printsKept - 1);
  });
});

describe('the time of a rating', () => {
  const bound = { nowMs: NOW_MS, deliveredAtMs: NOW_MS - DAY_MS, lastByHandMs: 0 };
  const items = ['satisfaction', 'words'] as const;

  it('is an average in which a long pause hides nothing', () => {
    expect(ratingTimeOf({ secondsOnScreen: 302, secondsPerItem: { satisfaction: 1, words: 301 } }, items, bound, rules)).toEqual({ perItem: 4.5, perTap: 1, writing: 301 });
    expect(ratingTimeOf({ secondsOnScreen: 6, secondsPerItem: {} }, items, bound, rules)).toEqual({ perItem: 3, perTap: 3, writing: null });
    expect(ratingTimeOf({ secondsOnScreen: 900, secondsPerItem: {} }, items, bound, rules)).toEqual({ perItem: 8, perTap: 8, writing: null });
  });

  it('is no longer than can have been since the delivery, or since the same hand sent the last one', () => {
    expect(ratingTimeOf({ secondsOnScreen: 20, secondsPerItem: { satisfaction: 10, words: 10 } }, items, { ...bound, lastByHandMs: NOW_MS - 3_000 }, rules).perItem).toBe(1.5);
    expect(ratingTimeOf({ secondsOnScreen: 20, secondsPerItem: {} }, items, { ...bound, deliveredAtMs: NOW_MS - 2_000 }, rules).perItem).toBe(1);
  });

  it('does not use parts that are more than the whole', () => expect(ratingTimeOf({ secondsOnScreen: 2, secondsPerItem: { satisfaction: 20, words: 20 } }, items, bound, rules).perItem).toBe(1));
});
