import { WISH_STATES, type WishCardView } from '@contract';
import { cardFacts, sharesSentence, sharesWords, stateNotice, titleLines } from './wish-words';

const wish = (shares: Partial<WishCardView['shares']>, part: Partial<WishCardView> = {}): WishCardView => ({
  wishId: 'w1', title: '6 位老人，各盼一袋米一桶油', category: 'goods', pictureKey: 'rice', urgency: 'normal',
  shares: { wanted: 6, left: 2, held: 2, delivered: 2, ...shares }, shareNote: '', valuePerShareFen: 8000, placeText: '本小区', walkText: null,
  windowEndMs: 0, posterText: '社工周敏代发', state: 'open', wallState: 'claimable', isMine: false, isClaimedByMe: false, isErrand: false, ...part,
});

test.each([
  [wish({}), '还差 2 份'],
  [wish({ wanted: 1, left: 1, held: 0, delivered: 0 }), '等人帮'],
  [wish({ wanted: 1, left: 0, held: 1, delivered: 0 }), '有人来了'],
  [wish({ left: 0, held: 4 }), '都有人认了'],
  [wish({ wanted: 1, left: 0, held: 0, delivered: 1 }), '办好了，等确认'],
  [wish({ wanted: 1, left: 0, held: 0, delivered: 1 }, { state: 'completed' }), '办好了'],
])('words beside the fruits %#', (card, text) => expect(sharesWords(card).text).toBe(text));

test('the sentence leaves out what is zero', () => {
  expect(sharesSentence({ wanted: 6, left: 2, held: 2, delivered: 2 })).toBe('办好 2 · 有人认领 2');
  expect(sharesSentence({ wanted: 6, left: 4, held: 2, delivered: 0 })).toBe('有人认领 2');
  expect(sharesSentence({ wanted: 6, left: 6, held: 0, delivered: 0 })).toContain('还没有人认领');
});

test('a card says what kind, who posted it and about how much', () => {
  expect(cardFacts(wish({}))).toEqual(['物品', '社工周敏代发', '约 ¥80 一份']);
  expect(cardFacts(wish({}, { valuePerShareFen: null, posterText: '邻居发的' }))).toEqual(['物品', '邻居发的']);
});

test('a title breaks where its sense does', () => {
  expect(titleLines('6 位老人，各盼一袋米一桶油', 11)).toEqual(['6 位老人，', '各盼一袋米一桶油']);
  expect(titleLines('借一辆轮椅', 11)).toEqual(['借一辆轮椅']);
  expect(titleLines('想请一位师傅上门给妈妈理发', 11)).toHaveLength(1);
});

test('every state but the open one is explained honestly, with the reason where there is one', () => {
  for (const state of WISH_STATES) {
    const notice = stateNotice(state, true, '请补一张照片');
    if (state === 'open') expect(notice).toBeNull();
    else expect(notice?.title).not.toBe('');
  }
  expect(stateNotice('refused', true, '和您家的心愿重复了')?.text).toContain('重复');
});
