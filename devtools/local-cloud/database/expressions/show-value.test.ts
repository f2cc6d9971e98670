import { showNumber, showValue } from './show-value';

describe('a value in a refusal', () => {
  test.each<[number, string]>([
    [0.1 + 0.2, '0.3'], [1 / 3, '0.333333'], [2.5, '2.5'], [-7, '-7'], [123456.789, '123457'], [1234567.891, '1.23457e+06'], [1e-7, '1e-07'],
    [0.0001, '0.0001'], [0.00001, '1e-05'], [1e21, '1e+21'], [1.5e300, '1.5e+300'], [2 ** 62, '4611686018427387904'], [-0, '-0'],
    [NaN, 'NaN'], [Infinity, 'Infinity'], [-Infinity, '-Infinity'],
  ])('the number %p', (value, text) => {
    expect(showNumber(value)).toBe(text);
  });

  test('of every type', () => {
    expect(showValue({ a: [1, 'x', null, true], at: new Date(0), p: /x/i })).toBe('{a: [1, "x", null, true], at: 1970-01-01T00:00:00.000Z, p: /x/i}');
    expect(showValue(undefined)).toBe('MISSING');
  });
});
