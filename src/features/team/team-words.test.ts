import { cleanCode, personLine, placeTag, teamLine, teamNotice } from './team-words';

describe('words about a team', () => {
  test('its line leaves out what is not known', () => {
    expect([teamLine({ kind: 'volunteer', areaName: '青枫社区', memberCount: 12 }), teamLine({ kind: 'party', areaName: '枫桥街道', memberCount: 0 })]).toEqual(['志愿队 · 青枫社区 · 12 人', '党支部队 · 枫桥街道']);
  });

  test('how one stands to it, and what comes next', () => {
    expect(placeTag({ kind: 'volunteer', place: null, role: null, state: 'active' })).toBeNull();
    expect(placeTag({ kind: 'volunteer', place: 'in', role: 'lead', state: 'active' })?.text).toBe('您是队长');
    expect(placeTag({ kind: 'help', place: 'in', role: 'lead', state: 'active' })?.text).toBe('您牵头');
    const open = { state: 'active', kind: 'volunteer', note: '', place: null, leadName: '刘*', canDecide: false, canTakeOver: false } as const;
    expect(teamNotice(open)).toBeNull();
    expect(teamNotice({ ...open, leadName: null })?.words).toContain('社区在找');
    expect(teamNotice({ ...open, state: 'closed', note: '人都搬走了' })?.words).toBe('已经关掉了：人都搬走了');
  });

  test('people of a help team are told by who they are to the one helped', () => {
    expect(personLine({ role: 'member', relation: 'relative', place: 'in' })).toBe('亲属');
    expect(personLine({ role: 'lead', relation: 'socialWorker', place: 'in' })).toBe('社工 · 牵头');
    expect(personLine({ role: 'member', relation: null, place: 'in' })).toBe('队员');
    expect(personLine({ role: 'member', relation: 'neighbour', place: 'invited' })).toBe('邻居 · 已邀请，等回音');
    expect(cleanCode(' k7m2 p4qx')).toBe('K7M2P4QX');
  });
});
