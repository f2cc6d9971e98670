import { afterWords, factWords, rowNote, stateWords, tagWords } from './rectification-words';

const NOW_MS = Date.UTC(2026, 10, 20, 2);
const DAY_MS = 86_400_000;
const row = { rectificationId: 'rc', name: '吴记粮油', kind: 'merchant', state: 'ordered', ownerName: '周敏', people: 5, unsatisfied: 3, orderedAtMs: NOW_MS - 2 * DAY_MS, dueAtMs: NOW_MS + 5 * DAY_MS, outcome: null } as const;

describe('words about putting something right', () => {
  it('say who has the next step, until when, and who goes along', () => {
    expect(factWords(row)).toBe('5 个人评过，3 人不满意');
    expect(stateWords(row)).toBe('等对方改');
    expect(rowNote(row, NOW_MS)).toBe('周三 10:00 前 · 周敏在跟');
  });

  it('do not call the rated side the other side, and say when an explanation is looked at first', () => {
    const page = { ...row, objection: null, reader: 'party' } as const;
    expect(tagWords(page)).toBe('等您写怎么改');
    expect(tagWords({ ...page, reader: 'staff' })).toBe('等对方改');
    expect(tagWords({ ...page, objection: { state: 'open', words: '停电', note: '', dueAtMs: NOW_MS } })).toBe('社区在看说明');
    expect(tagWords({ ...page, state: 'closed', outcome: 'recovered' })).toBe('改好了');
  });

  it('say how it ended, and when it began', () => {
    const over = { ...row, state: 'closed', outcome: 'recovered', dueAtMs: null, ownerName: '' } as const;
    expect(stateWords(over)).toBe('改好了');
    expect(rowNote(over, NOW_MS)).toBe('11 月 18 日开始');
  });

  it('tell nothing that is not told', () => {
    expect(afterWords({ rechecked: null, since: null })).toEqual([]);
    expect(afterWords({ rechecked: { answered: 6, better: 5 }, since: null })).toEqual(['问了大家：6 人回话，5 人说好了。']);
  });
});
