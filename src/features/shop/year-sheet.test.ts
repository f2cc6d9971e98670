import { yearSheet } from './year-sheet';

describe('the card of a year', () => {
  test('says what was done and by whom, and no money', () => {
    const sheet = yearSheet({ shopId: 'sh_1', name: '康民药房', communityName: '青枫社区', year: 2026, wishes: 12, shares: 20, byCategory: [{ category: 'goods', shares: 15 }, { category: 'repair', shares: 5 }], record: { onTime: 11, total: 12 }, gifts: 4, isAtLeast: false });
    const words = sheet.marks.flatMap((mark) => (mark.kind === 'text' ? [mark.text] : []));
    expect(words).toEqual(expect.arrayContaining(['2026 年度爱心卡', '康民药房', '帮 12 个心愿，送到 20 份', '物品 15，维修 5', '按时送到 11 / 12', '邻居用积分取走 4 份礼物']));
    expect(words.join('')).not.toMatch(/元|¥|sh_1/);
    expect(sheet.marks.every((mark) => mark.kind !== 'text' || (mark.y > 0 && mark.y < sheet.height))).toBe(true);
  });
});
