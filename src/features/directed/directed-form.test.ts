import { type DirectedView } from '@contract';
import { checkDirectedForm, communityOfGiver, type DirectedForm, EMPTY_DIRECTED, formOfDirected, sumError } from './directed-form';

const RICE = { kind: 'goods', text: '大米', countText: '20', unit: '袋' } as const;
const RICE_SENT = { kind: 'goods', text: '大米', count: 20, unit: '袋' };
const full = (more: Partial<DirectedForm> = {}): DirectedForm => ({
  ...EMPTY_DIRECTED, title: '给一老一小午餐添食材', purpose: '老人孩子中午有热饭吃。', forName: '一老一小午餐', amountText: '5000',
  lines: [{ useKey: 'meal', text: '食材', amountText: '4000' }, { useKey: 'meal', text: '餐具', amountText: '1000' }], ...more,
});

test('yuan as typed are fen as sent', () => {
  expect(checkDirectedForm(full()).words).toEqual({
    title: '给一老一小午餐添食材', purpose: '老人孩子中午有热饭吃。', for: { kind: 'project', name: '一老一小午餐' }, conditions: '', isAnonymous: false,
    what: { subjectKind: 'matter', money: { amountFen: 500_000, lines: [{ useKey: 'meal', text: '食材', amountFen: 400_000 }, { useKey: 'meal', text: '餐具', amountFen: 100_000 }] }, things: [] },
  });
});

test('for a person there are things only, whatever was typed before', () => {
  expect(checkDirectedForm(full({ subjectKind: 'person', things: [RICE] })).words?.what).toEqual({ subjectKind: 'person', things: [RICE_SENT] });
  expect(checkDirectedForm(full({ subjectKind: 'person' })).errors?.['what.things']).toBe('请写给什么：东西或者服务');
});

test('either money or things, at least one', () => {
  expect(checkDirectedForm(full({ hasMoney: false })).errors?.['what.things']).toBe('请写给什么：钱、东西或者服务');
  expect(checkDirectedForm(full({ hasMoney: false, things: [RICE] })).errors).toBeNull();
});

test.each([
  [{ title: ' ' }, 'title', '请写一句给什么、给谁'],
  [{ forName: '' }, 'for.name', '请写是哪个项目'],
  [{ forKind: 'organisation', forName: '' }, 'for.name', '请写是哪个组织'],
  [{ forKind: 'needs' }, 'for.wishIds', '请挑几个心愿'],
  [{ amountText: '五千' }, 'what.money.amountFen', '请填一个数'],
  [{ amountText: '9', lines: [{ useKey: 'meal', text: '米', amountText: '9' }] }, 'what.money.amountFen', '至少 10 元'],
  [{ lines: [{ useKey: '', text: '', amountText: '5000' }] }, 'what.money.lines.0.text', '请写花在什么上'],
  [{ things: [{ ...RICE, countText: '很多' }] }, 'what.things.0.count', '填一个数'],
  [{ things: [{ ...RICE, unit: '' }] }, 'what.things.0.unit', '写“袋”“件”“次”这样的字'],
] as const)('%j is told beside %s', (more, path, sentence) => expect(checkDirectedForm(full(more as Partial<DirectedForm>)).errors?.[path]).toBe(sentence));

test('lines are exactly what is given, to the fen', () => {
  const lines = (amountText: string) => sumError({ amountText: '100', lines: [{ useKey: 'a', text: 'a', amountText }] });
  expect([lines('99.99'), lines('100'), lines('100.5'), lines('x')]).toEqual(['加起来 99.99 元，比要给的 100 元少了 0.01 元', null, '加起来 100.50 元，比要给的 100 元多了 0.50 元', null]);
  expect(checkDirectedForm(full({ amountText: '6000' })).errors?.['what.money.lines']).toBe('加起来 5000 元，比要给的 6000 元少了 1000 元');
});

test('what was sent is read back as it was typed', () => {
  const words = checkDirectedForm(full({ things: [RICE] })).words;
  const gift = { subjectKind: 'matter', forKind: 'project', forText: '一老一小午餐', title: words?.title, purpose: words?.purpose, amountFen: 500_000, lines: [{ useKey: 'meal', text: '食材', amountFen: 400_000 }, { useKey: 'meal', text: '餐具', amountFen: 100_000 }], things: [RICE_SENT], conditions: '', isAnonymous: false, wishes: [] } as unknown as DirectedView;
  expect(checkDirectedForm(formOfDirected(gift)).words).toEqual(words);
});

test('a shop gives where it is admitted, everybody else at home', () => {
  const shop = (areaId: string | null) => communityOfGiver('d-s-c', { kind: 'merchant', areaId });
  expect([shop('d-s-c'), shop('d-s'), shop(null), shop('d-s-e'), communityOfGiver('d-s-c', { kind: 'self' })]).toEqual([null, null, null, 'd-s-e', null]);
});
