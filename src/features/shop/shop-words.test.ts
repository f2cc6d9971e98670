import { cardLine, cleanCode, personAct, recordText, spacedCode, stateNote, validText, yearLines } from './shop-words';

describe('words about a shop', () => {
  test('a record is a plain fraction, and nothing before the first promise', () => {
    expect(recordText({ onTime: 28, total: 30 })).toBe('按时送到 28 / 30');
    expect(cardLine({ kind: 'pharmacy', record: { onTime: 0, total: 0 }, isResting: true })).toBe('药店 · 还没有送过 · 先歇着');
  });

  test('a licence says its last day; a hand-back says how far it is', () => {
    expect(validText({ validUntilDay: '2027-06-30' })).toBe('有效期到 2027 年 6 月 30 日');
    expect(validText({ validUntilDay: null })).toBe('长期有效');
    const owner = { myRole: 'owner', renewal: null, isHandingBack: true, handedBack: 7 } as const;
    expect(stateNote({ ...owner, state: 'leaving' })).toContain('已经放回 7 份');
    expect(stateNote({ ...owner, state: 'paused' })).toBe('不接新的，没送到的正在一件件放回心愿墙，已经放回 7 份。想接了，点“重新开张”。');
    expect(stateNote({ ...owner, state: 'frozen', isHandingBack: false })).toBe('不接新的，手上的照常办。有疑问请打社区电话。');
  });

  test('a clerk is never told to press what only an owner has, and a licence on its way is not asked for again', () => {
    const clerk = { myRole: 'clerk', renewal: null, isHandingBack: false, handedBack: 0 } as const;
    const told = (['open', 'paused', 'expired'] as const).map((state) => stateNote({ ...clerk, state })).join('');
    expect(told).not.toMatch(/认领心愿|点“重新开张”|传上来/);
    const renewal = { creditCode: '', validUntilDay: null, photoUrl: null, photoState: 'checking' } as const;
    expect(stateNote({ ...clerk, myRole: 'owner', renewal, state: 'expired' })).toContain('新执照交上去了');
  });

  test('what is done about a person is said before, with what they may do then', () => {
    const person = { name: '唐小妹', role: 'clerk', isMe: false } as const;
    expect(personAct(person, 'role')).toMatchObject({ word: '改成店主', title: '把唐小妹改成店主', note: expect.stringContaining('认领') });
    expect(personAct(person, 'remove').title).toBe('请唐小妹离开店里');
    expect(personAct({ ...person, isMe: true }, 'remove').word).toBe('我不在店里了');
  });

  test('a code is read in two halves, however it is typed', () => {
    expect(spacedCode('12345678')).toBe('1234 5678');
    expect(cleanCode('1234 5678 9')).toBe('12345678');
  });

  test('a year is told in things done, never in money', () => {
    const lines = yearLines({ shopId: 's', name: '康民药房', communityName: '青枫社区', year: 2026, wishes: 3, shares: 5, byCategory: [{ category: 'goods', shares: 5 }], record: { onTime: 3, total: 3 }, gifts: 2, isAtLeast: false });
    expect(lines).toEqual(['帮 3 个心愿，送到 5 份', '物品 5', '按时送到 3 / 3', '邻居用积分取走 2 份礼物']);
    expect(lines.join('')).not.toMatch(/元|名|第/);
  });
});
