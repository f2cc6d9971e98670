import { SHARE_ITEM_KINDS, type ShareItemKind, type ShareSightView } from '@contract';
import { clipped } from '@/lib/clipped';
import { CARD_TITLE_CHARACTERS } from '@/lib/share-card';
import { cardTitle, timelineTitle } from './share-kinds';
import { SHARE_LIMITS } from './share-limits';
import { chainText, digestText } from './share-texts';

const NOW_MS = Date.parse('2026-11-26T09:41:00+08:00');
const UNTIL_MS = Date.parse('2026-11-30T23:59:00+08:00');
const LONG = '一二三四五六七八九十'.repeat(3);
const sight = (itemKind: ShareItemKind, more: Partial<ShareSightView> = {}): ShareSightView => ({
  itemKind, itemId: 'x', standing: 'open', title: '厨房灯闪了半个月', placeName: '青枫社区', pictureKey: null, shares: null, seats: null, fromMs: null, untilMs: null, note: '', ...more,
});
const wish = sight('wish', { shares: { wanted: 6, left: 2, held: 2, delivered: 2 }, untilMs: UNTIL_MS });
const lengthOf = (text: string): number => [...text].length;

describe('texts for a chat', () => {
  it('a text to paste says what, how much is left, until when and how, and leaves the first line free', () => {
    const text = chainText(wish, NOW_MS);
    expect(text.split('\n').slice(0, 3)).toEqual(['#接龙', '【邻居有个心愿】厨房灯闪了半个月', '青枫社区 · 还差 2 份 · 周一前']);
    expect(text.endsWith('\n1. ')).toBe(true);
  });

  it('money is never collected in a chat', () => {
    for (const kind of ['mutual', 'linked'] as const) {
      const text = chainText(sight(kind), NOW_MS);
      expect(text).toContain('不收钱');
      expect(text).not.toContain('#接龙');
    }
  });

  it('the weekly text names what is near by kind, no more than a few of each, and thanks', () => {
    const things = [...Array.from({ length: 9 }, (_, index) => ({ ...wish, itemId: `w${index}`, title: `心愿 ${index}` })), sight('mutual', { title: '楼下添一张长椅' })];
    const shares = [{ code: 'ABCD2345', itemKind: 'wish' as const, itemId: 'w', title: '', standing: 'open' as const, numbers: { opened: 9, signedUp: 3, attended: 3, completed: 3 }, countedAtMs: null, isCounting: true }];
    const text = digestText('青枫社区', things, shares, NOW_MS);
    expect(text).toContain('【青枫社区】这周邻居们的事（11 月 26 日）');
    expect([text.includes('心愿 4'), text.includes('心愿 5'), text.includes('办好了 3 件事'), text.includes('1. 楼下添一张长椅，本社区成员可参加')]).toEqual([true, false, true, true]);
    expect(digestText('青枫社区', things, [], NOW_MS)).not.toContain('谢谢');
  });

  it('every text keeps its bound, however long a title is', () => {
    for (const kind of SHARE_ITEM_KINDS) {
      const long = sight(kind, { ...wish, itemKind: kind, title: LONG, note: LONG.repeat(4), placeName: LONG, seats: { capacity: 300, left: 300 }, fromMs: UNTIL_MS });
      expect(lengthOf(cardTitle(long))).toBeLessThanOrEqual(CARD_TITLE_CHARACTERS);
      expect(lengthOf(timelineTitle(long))).toBeLessThanOrEqual(SHARE_LIMITS.timelineTitleCharacters);
      expect(lengthOf(chainText(long, NOW_MS))).toBeLessThanOrEqual(SHARE_LIMITS.chainCharacters);
      expect(lengthOf(digestText(LONG, Array<ShareSightView>(40).fill(long), [], NOW_MS))).toBeLessThanOrEqual(SHARE_LIMITS.digestCharacters);
    }
    expect([clipped('一二三', 3), clipped('一二三四', 3)]).toEqual(['一二三', '一二…']);
  });
});
