import { amountError, choicesWithin } from './give-form';

const LIMITS = { minimumFen: 100, maximumFen: 200_000 };

test.each([
  ['50', null], ['1', null], ['2000', null], ['12.5', null],
  ['', '选一个数，或者自己写一个'], ['0', '最少 ¥1'], ['0.99', '最少 ¥1'], ['2000.01', '一次最多 ¥2,000'],
  ['0.001', '写数字，最多两位小数，比如 12.5'], ['-5', '写数字，最多两位小数，比如 12.5'], ['1e15', '写数字，最多两位小数，比如 12.5'], ['五十', '写数字，最多两位小数，比如 12.5'],
])('%p: %p', (text, error) => expect(amountError(text, LIMITS)).toBe(error));

test('only what is taken is offered', () => expect(choicesWithin({ minimumFen: 1500, maximumFen: 5000 })).toEqual([2000, 5000]));
