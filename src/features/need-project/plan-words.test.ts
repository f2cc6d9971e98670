import type { BundledNeedView } from '@contract';
import { lastStepWords, needTitle, placesWords, reachWords, unplacedWords, withSamePeople } from './plan-words';

test('a bundle says where its people are, the most first, and how near', () => {
  const places = ['a', 'b', 'c', 'd'].map((areaId, index) => ({ areaId, personCount: index + 1, needCount: 1 }));
  expect(placesWords({ places }, (areaId) => areaId.toUpperCase())).toBe('D 4 人、C 3 人、B 2 人等 4 处');
  expect([null, 0, 7].map((reachMinutes) => reachWords({ reachMinutes }))).toEqual(['', '都在近旁', '到中间走路约 7 分钟']);
});

test('what is in no bundle says why and what may be done', () => {
  expect(unplacedWords({ category: 'repair', reason: 'tooFew', personCount: 12, needCount: 14 }, 20)).toEqual({ title: '维修 · 12 位邻居，14 件心愿', note: '不够 20 人，先列成小名单，一件一件办' });
});

test('the last step names whoever took it, where they are still here', () => {
  const step = { kind: 'merge', byName: '陈波', isMine: false, atMs: 0 } as const;
  expect([lastStepWords(step), lastStepWords({ ...step, isMine: true }), lastStepWords({ ...step, byName: '' })]).toEqual(['陈波并了两组', '您并了两组', '有人并了两组']);
});

test('a need without words says what it is; one person’s needs may go together', () => {
  const need = (wishId: string, personNumber: number | null): BundledNeedView => ({ wishId, title: '', category: 'goods', pictureKey: 'rice', areaId: 'a', areaName: '枫林里', sharesLeft: 1, shareNote: '', state: 'waiting', personNumber });
  expect([needTitle(need('w', null)), needTitle({ ...need('w', null), state: 'gone' })]).toEqual(['还没上墙的物品心愿', '撤回或到期了的心愿']);
  expect(withSamePeople([need('w1', 1), need('w2', 1), need('w3', 2)], ['w1'])).toEqual(['w1', 'w2']);
  expect([withSamePeople([need('w1', 1), need('w2', 2)], ['w1']), withSamePeople([need('w1', null)], ['w1'])]).toEqual([null, null]);
});
