/** $round (half to even) and $trunc, to a decimal place from -20 to 100, computed on the exact value of the double. */
import { ranged } from './arity';
import type { Operator, OperatorTable } from './compiled';
import { failure, isNullish, typeName } from './failure';
import { showNumber } from './show-value';

const LEAST_PLACE = -20;
const GREATEST_PLACE = 100;
const FRACTION_BITS = 1074;

type Quotient = (numerator: bigint, denominator: bigint) => bigint;

const towardsZero: Quotient = (numerator, denominator) => numerator / denominator;

function halfToEven(numerator: bigint, denominator: bigint): bigint {
  const whole = numerator / denominator;
  const rest = numerator % denominator;
  const twice = (rest < 0n ? -rest : rest) * 2n;
  if (twice < denominator || (twice === denominator && whole % 2n === 0n)) return whole;
  return whole + (numerator < 0n ? -1n : 1n);
}

/** The finite number as a fraction, exactly. */
function fractionOf(value: number): { readonly numerator: bigint; readonly denominator: bigint } {
  let scaled = value;
  let bits = 0;
  while (!Number.isInteger(scaled) && bits < FRACTION_BITS) {
    scaled *= 2;
    bits += 1;
  }
  return { numerator: BigInt(scaled), denominator: 1n << BigInt(bits) };
}

function quantized(value: number, place: number, quotient: Quotient): number {
  if (!Number.isFinite(value) || (Number.isInteger(value) && place >= 0)) return value;
  const { numerator, denominator } = fractionOf(value);
  const scale = 10n ** BigInt(Math.abs(place));
  const whole = place >= 0 ? quotient(numerator * scale, denominator) : quotient(numerator, denominator * scale);
  return Number(`${whole}e${-place}`);
}

const toPlace = (quotient: Quotient): Operator =>
  ranged(1, 2, (values, name) => {
    const [value, place = null] = values;
    if (isNullish(value)) return null;
    if (typeof value !== 'number') throw failure(`${name} only supports numeric types, not ${typeName(value)}`);
    if (values.length === 1) return quantized(value, 0, quotient);
    if (isNullish(place)) return null;
    if (typeof place !== 'number') throw failure(`can't convert from BSON type ${typeName(place)} to long`);
    if (!Number.isInteger(place)) throw failure(`precision argument to  ${name} must be a integral value`);
    if (place < LEAST_PLACE || place > GREATEST_PLACE) throw failure(`cannot apply ${name} with precision value ${showNumber(place)} value must be in [-20, 100]`);
    return quantized(value, place, quotient);
  });

export const rounding: OperatorTable = { $round: toPlace(halfToEven), $trunc: toPlace(towardsZero) };
