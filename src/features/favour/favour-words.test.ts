import { endLine, factsLine, myFactsLine, namesLine, wayLine, freezeDraft, lookLine } from './favour-words';

const person = (name: string) => ({ memberId: name, name, isOnPaper: false });

describe('mutual favours in words', () => {
  it('says what was counted in one sentence', () => {
    expect(`${namesLine(['赵阿姨', '刘洋'])}${factsLine({ people: [person('赵阿姨'), person('刘洋')], times: 9, allTimes: 11, points: 45 }, 90)}`).toBe('赵阿姨和刘洋这 90 天里互相确认 9 次，占两人全部的 82%；一共得了 45 分。');
    expect(factsLine({ people: [person('a'), person('b'), person('c')], times: 12, allTimes: 12, points: 60 }, 90)).toContain('全在 3 人之间');
    expect(namesLine(['赵阿姨', '刘洋', '孙宁'])).toBe('赵阿姨、刘洋和孙宁');
    expect(wayLine({ byName: '赵阿姨', forName: '刘洋', times: 5 })).toBe('刘洋做的，赵阿姨确认了 5 次');
  });

  it('tells the person without a name, and how it ended', () => {
    expect(myFactsLine({ others: 1, times: 9, allTimes: 11, periodDays: 90 })).toBe('这 90 天里，您和一位邻居互相确认了 9 次，占你们全部的 82%。');
    expect(endLine({ state: 'ended', endNote: '' })).toContain('照常到账');
    expect(endLine({ state: 'lifted', endNote: '问清楚了。' })).toBe('问清楚了。 放着的积分照常到账。');
    expect(endLine({ state: 'voided', endNote: '没有真的送。' })).toContain('早先到账的不变');
  });

  it('says who asked, and drafts the sentence of a freeze that staff go on with', () => {
    const look = { byName: '何静', atMs: Date.UTC(2026, 10, 20, 4), note: '轮流接孩子。', isQuiet: true };
    expect(lookLine(look, Date.UTC(2026, 10, 29, 4))).toMatch(/^何静 .*问过：轮流接孩子。$/);
    expect(lookLine({ ...look, isQuiet: false }, Date.UTC(2026, 10, 29, 4))).toMatch(/再问问。$/);
    expect(freezeDraft({ people: [{ memberId: 'a', name: 'a', isOnPaper: false }, { memberId: 'b', name: 'b', isOnPaper: false }], times: 9 }, 90)).toContain('你们两位互相确认了 9 次');
  });
});
