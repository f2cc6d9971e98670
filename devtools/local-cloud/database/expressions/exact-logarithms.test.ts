import fc from 'fast-check';
import { decimalLogarithm, exponential, naturalLogarithm, powerOf } from './exact-logarithms';

/** Values of the C library. */
describe('exact logarithms', () => {
  test.each([[1, 0], [2, 0.6931471805599453], [3, 1.0986122886681098], [10, 2.302585092994046], [0.5, -0.6931471805599453], [7, 1.9459101490553132], [1e300, 690.7755278982137], [Math.E, 1]])('ln %p', (value, expected) => {
    expect(naturalLogarithm(value)).toBe(expected);
  });

  test.each([[1, 0], [2, 0.3010299956639812], [3, 0.47712125471966244], [1000, 3], [1e15, 15], [1e-7, -7]])('log10 %p', (value, expected) => {
    expect(decimalLogarithm(value)).toBe(expected);
  });

  test.each([[0, 1], [1, 2.718281828459045], [2, 7.38905609893065], [-1, 0.36787944117144233], [0.5, 1.6487212707001282], [10, 22026.465794806718]])('exp %p', (value, expected) => {
    expect(exponential(value)).toBe(expected);
  });

  test.each([[10, -5, 1e-5], [10, -1, 0.1], [4, 0.5, 2], [2, 0.5, Math.SQRT2], [3, 0.5, Math.sqrt(3)], [1.1, 10, 2.5937424601000023], [-2, -3, -0.125], [-8, 1 / 3, NaN], [0, 2.5, 0], [Infinity, -1, 0], [7, 0, 1]])('%p to the power of %p', (base, exponent, expected) => {
    expect(powerOf(base, exponent)).toBe(expected);
  });

  test('square roots and halves agree', () => {
    fc.assert(fc.property(fc.double({ min: 1e-200, max: 1e200, noNaN: true }), (value) => powerOf(value, 0.5) === Math.sqrt(value)));
  });

  test('are never further from JavaScript than a last digit', () => {
    const near = (a: number, b: number): boolean => a === b || Math.abs(a - b) <= Math.abs(b) * 4.5e-16;
    fc.assert(
      fc.property(fc.double({ min: 1e-300, max: 1e300, noNaN: true }), (value) => {
        expect(near(naturalLogarithm(value), Math.log(value))).toBe(true);
        expect(near(decimalLogarithm(value), Math.log10(value))).toBe(true);
      }),
    );
    fc.assert(fc.property(fc.double({ min: -690, max: 690, noNaN: true }), (value) => near(exponential(value), Math.exp(value))));
  });

  test('at the edges', () => {
    expect([naturalLogarithm(Infinity), naturalLogarithm(NaN), exponential(-Infinity), exponential(1000), exponential(NaN)]).toEqual([Infinity, NaN, 0, Infinity, NaN]);
    expect(naturalLogarithm(5e-324)).toBe(Math.log(5e-324));
  });
});
