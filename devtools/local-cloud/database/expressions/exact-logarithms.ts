/**
 * Logarithms and powers of e as exact as the C library computes them for MongoDB. JavaScript's are off by a last digit here and
 * there (its log of 3 ends in 6, the C library's in 8), which equality of numbers would show. Numbers are carried as a pair: a
 * double and what it could not hold.
 */
type Pair = readonly [high: number, low: number];

const SPLITTER = 2 ** 27 + 1;

function sumOfTwo(a: number, b: number): Pair {
  const sum = a + b;
  const part = sum - a;
  return [sum, a - (sum - part) + (b - part)];
}

function halves(a: number): Pair {
  const scaled = SPLITTER * a;
  const high = scaled - (scaled - a);
  return [high, a - high];
}

function productOfTwo(a: number, b: number): Pair {
  const product = a * b;
  const [aHigh, aLow] = halves(a);
  const [bHigh, bLow] = halves(b);
  return [product, aHigh * bHigh - product + aHigh * bLow + aLow * bHigh + aLow * bLow];
}

const normal = (high: number, low: number): Pair => {
  const sum = high + low;
  return [sum, low - (sum - high)];
};

function add(a: Pair, b: Pair): Pair {
  const [high, low] = sumOfTwo(a[0], b[0]);
  return normal(high, low + a[1] + b[1]);
}

function multiply(a: Pair, b: Pair): Pair {
  const [high, low] = productOfTwo(a[0], b[0]);
  return normal(high, low + a[0] * b[1] + a[1] * b[0]);
}

function divide(a: Pair, b: Pair): Pair {
  const first = a[0] / b[0];
  const [high, low] = multiply(b, [first, 0]);
  const rest = a[0] - high + (a[1] - low);
  return normal(first, rest / b[0]);
}

const LN_2: Pair = [0.6931471805599453, 2.3190468138462996e-17];
const LN_10: Pair = [2.302585092994046, -2.1707562233822494e-16];
const LOGARITHM_TERMS = 24;
const EXPONENTIAL_TERMS = 28;
const SMALLEST_NORMAL = 2 ** -1022;
const GREATEST_EXPONENT = 700;

/** The natural logarithm of a positive, normal, finite number, by the series of the area tangent around 1. */
function logarithmPair(value: number): Pair {
  let power = Math.floor(Math.log2(value));
  let mantissa = value / 2 ** power;
  if (mantissa > Math.SQRT2) {
    mantissa /= 2;
    power += 1;
  }
  const ratio = divide([mantissa - 1, 0], sumOfTwo(mantissa, 1));
  const square = multiply(ratio, ratio);
  let series: Pair = [0, 0];
  for (let n = LOGARITHM_TERMS; n >= 0; n -= 1) series = add(multiply(series, square), divide([1, 0], [2 * n + 1, 0]));
  const ofMantissa = multiply(multiply(ratio, [2, 0]), series);
  return add(multiply(LN_2, [power, 0]), ofMantissa);
}

const isOrdinary = (value: number): boolean => Number.isFinite(value) && value >= SMALLEST_NORMAL;

/** The natural logarithm; NaN of negative numbers. */
export const naturalLogarithm = (value: number): number => (isOrdinary(value) ? logarithmPair(value)[0] : Math.log(value));

/** The logarithm to the base of ten. */
export const decimalLogarithm = (value: number): number => (isOrdinary(value) ? divide(logarithmPair(value), LN_10)[0] : Math.log10(value));

/** e to the power of a pair whose size is below GREATEST_EXPONENT, by Taylor's series around the nearest power of two. */
function exponentialOf(value: Pair): number {
  const power = Math.round(value[0] / LN_2[0]);
  const rest = add(value, multiply(LN_2, [-power, 0]));
  let series: Pair = [1, 0];
  for (let n = EXPONENTIAL_TERMS; n >= 1; n -= 1) series = add([1, 0], divide(multiply(rest, series), [n, 0]));
  return series[0] * 2 ** power;
}

/** e to a power. */
export const exponential = (value: number): number => (Math.abs(value) < GREATEST_EXPONENT ? exponentialOf([value, 0]) : Math.exp(value));

/** A number to the power of another. */
export function powerOf(base: number, exponent: number): number {
  const size = Math.abs(base);
  if (!isOrdinary(size) || !Number.isFinite(exponent) || (base < 0 && !Number.isInteger(exponent))) return base ** exponent;
  const logarithm = multiply(logarithmPair(size), [exponent, 0]);
  if (!(Math.abs(logarithm[0]) < GREATEST_EXPONENT)) return base ** exponent;
  return (base < 0 && exponent % 2 !== 0 ? -1 : 1) * exponentialOf(logarithm);
}
