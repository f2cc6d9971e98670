import type { PledgeView } from '@contract';
import { pledgeLine, spacedCode } from './pledge-words';

const pledge: PledgeView = {
  pledgeId: 'p_1', campaignId: 'c_1', campaignTitle: '楼下添一张长椅', needId: 'n1', kind: 'goods', needText: '防滑条', unit: '米', count: 3, receivedCount: null, note: '', state: 'promised', pledgedAtMs: 1, untilMs: 2, endedAtMs: null,
  stationName: '青枫社区驿站', code: '482915', giverText: '', reason: '', may: { withdraw: true, answer: false, use: false, receive: false },
};

describe('words of a pledge', () => {
  it('says how it stands and what comes next', () => {
    expect(pledgeLine(pledge, '11 月 27 日')).toBe('11 月 27 日前送到青枫社区驿站');
    expect(pledgeLine({ ...pledge, kind: 'place' }, '11 月 27 日')).toBe('等张罗的人回话，最晚 11 月 27 日');
    expect(pledgeLine({ ...pledge, kind: 'place', state: 'accepted' }, '1 月 20 日')).toBe('说好用了，最晚 1 月 20 日');
    expect(pledgeLine({ ...pledge, state: 'received', receivedCount: 2 }, '')).toBe('收到 2 米，谢谢');
    expect(pledgeLine({ ...pledge, state: 'received', receivedCount: 3 }, '')).toBe('收到了，谢谢');
    expect(pledgeLine({ ...pledge, state: 'refused', reason: '门太窄' }, '')).toBe('这次不用了：门太窄');
    expect(spacedCode('482915')).toBe('482 915');
  });
});
