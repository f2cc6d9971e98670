import { activeFilters, emptyWords, PLAIN_FILTER, wallInput } from './wall-filter';

test('nothing narrows the list at first', () => expect(activeFilters(PLAIN_FILTER)).toEqual([]));

test('each narrowing is named with how to widen it, the search first', () => {
  const filter = { ...PLAIN_FILTER, search: ' 灯 ', urgentOnly: true, category: 'study' as const, status: 'taken' as const };
  const active = activeFilters(filter);
  expect(active.map((one) => one.label)).toEqual(['“灯”', '只看急的', '助学', '有人接了']);
  let widened = filter as typeof PLAIN_FILTER;
  for (const one of active) widened = { ...widened, ...one.without };
  expect(widened).toEqual(PLAIN_FILTER);
});

test('spaces around a search are not searched for', () => expect(wallInput({ ...PLAIN_FILTER, search: ' 灯 ' }).search).toBe('灯'));

test('an empty list says why it is empty', () => {
  expect(emptyWords({ ...PLAIN_FILTER, category: 'study' }).title).toBe('助学心愿都有人接了');
  expect(emptyWords({ ...PLAIN_FILTER, search: '灯' }).title).toContain('没找到');
  expect(emptyWords({ ...PLAIN_FILTER, status: 'done' }).title).toContain('办好');
});
